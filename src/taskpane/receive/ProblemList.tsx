import { useEffect, useState } from "react";
import { makeStyles, SearchBox, ToggleButton, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { receiveWords } from "#messages/pane/receive";
import type { Severity } from "#domain/problem";
import type { ProblemRow } from "#tasks/engine/views/problems";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { Choice } from "../parts/Choice";
import { useAsked } from "../parts/use-asked";
import { VirtualList } from "../parts/VirtualList";
import { ProblemItem } from "./ProblemItem";

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  item: { padding: tokens.spacingVerticalS },
  search: { maxWidth: "100%" },
  group: { margin: 0, marginBlockEnd: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
});

const PAGE = 200;
const GROUPINGS = ["none", "unit", "indicator"] as const;
type Grouping = (typeof GROUPINGS)[number];
const LEVELS = ["error", "warning", "info"] as const;

/** Everything that is wrong, gravest first, however long: pages come as they are scrolled to. */
export function ProblemList() {
  const styles = useStyles();
  const words = useWords(receiveWords);
  const shared = useWords(deskWords);
  const { engine, overview } = useDesk();
  const [severity, setSeverity] = useState<Severity>("error");
  const [text, setText] = useState("");
  const [groupBy, setGroupBy] = useState<Grouping>("none");
  const query = { severity, ...(text.trim() === "" ? {} : { text }), ...(groupBy === "none" ? {} : { groupBy }) };
  const first = useAsked((asked) => asked.problems({ ...query, offset: 0, limit: PAGE }), `${severity}|${text}|${groupBy}`);
  const [more, setMore] = useState<readonly ProblemRow[]>([]);
  useEffect(() => setMore([]), [severity, text, groupBy, overview?.revision]);
  const rows = [...(first?.rows ?? []), ...more];
  const next = (): void => {
    if (!first || rows.length >= first.total) return;
    void engine.problems({ ...query, offset: rows.length, limit: PAGE }).then((page) => setMore((was) => (was.length + (first.rows.length) === rows.length ? [...was, ...page.rows] : was)));
  };
  return (
    <>
      <div className={styles.filters} role="group" aria-label={words.problems}>
        {LEVELS.map((level) => <ToggleButton key={level} size="small" checked={severity === level} onClick={() => setSeverity(level)}>{words.count(shared.severities[level], first?.counts[level] ?? 0)}</ToggleButton>)}
      </div>
      <Choice label={words.groupBy} value={groupBy} onChange={(value) => setGroupBy(value as Grouping)} options={GROUPINGS.map((value) => ({ value, label: words.groupings[value] }))} />
      <SearchBox className={styles.search} aria-label={words.search} placeholder={words.search} value={text} onChange={(_event, { value }) => setText(value)} />
      {first?.total === 0 ? <p>{words.nothingFound}</p>
        : <VirtualList label={words.problems} items={rows} keyOf={({ id }) => String(id)} guess={96} onEnd={next} render={(row) => <div className={styles.item}>{row.group && <h3 className={styles.group}>{words.group(row.group.name, row.group.count)}</h3>}<ProblemItem problem={row} /></div>} />}
    </>
  );
}
