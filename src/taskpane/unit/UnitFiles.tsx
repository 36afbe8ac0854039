import { makeStyles, tokens } from "@fluentui/react-components";
import { unitWords } from "#messages/pane/unit";
import type { UnitFile } from "#tasks/engine/views/coverage";
import { useWords } from "../language";
import { StateTag } from "../parts/Tags";

const useStyles = makeStyles({
  list: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px" },
  path: { overflowWrap: "anywhere" },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** Every file the unit sent, what became of it, and the code that paper and file share. */
export function UnitFiles({ files }: { readonly files: readonly UnitFile[] }) {
  const styles = useStyles();
  const words = useWords(unitWords);
  if (files.length === 0) return <p>{words.noFiles}</p>;
  return (
    <ul className={styles.list}>
      {files.map(({ path, receivedOn, state, content, checksum }) => (
        <li key={`${path}${content}`} className={styles.item}>
          <span><StateTag state={state} /></span>
          <span className={styles.path}>{path}</span>
          <span className={styles.small}>{receivedOn === null ? words.dayUnknown : words.received(receivedOn)} · {words.checksum(checksum)}</span>
        </li>
      ))}
    </ul>
  );
}
