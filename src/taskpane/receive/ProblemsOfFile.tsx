import { makeStyles, tokens } from "@fluentui/react-components";
import { receiveWords } from "#messages/pane/receive";
import { useWords } from "../language";
import { useAsked } from "../parts/use-asked";
import { ProblemItem } from "./ProblemItem";

const useStyles = makeStyles({ list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS, padding: tokens.spacingVerticalS, backgroundColor: tokens.colorNeutralBackground2 } });

/** What is wrong with one file, whole. */
export function ProblemsOfFile({ file }: { readonly file: string }) {
  const styles = useStyles();
  const words = useWords(receiveWords);
  const page = useAsked((engine) => engine.problems({ file, offset: 0, limit: 200 }), file);
  if (!page) return null;
  return <div className={styles.list}>{page.total === 0 ? words.nothingFound : page.rows.map((row) => <ProblemItem key={row.id} problem={row} hasFile={false} />)}</div>;
}
