import { useMemo, useState } from "react";
import { makeStyles, SearchBox, Switch, ToggleButton, tokens } from "@fluentui/react-components";
import { receiveWords } from "#messages/pane/receive";
import type { ScreenState } from "#tasks/engine/views/receiving";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { StateTag } from "../parts/Tags";
import { matcher } from "../parts/matches";
import { useAsked } from "../parts/use-asked";
import { VirtualList } from "../parts/VirtualList";
import { ProblemsOfFile } from "./ProblemsOfFile";

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  row: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: "2px", width: "100%", padding: tokens.spacingVerticalS, textAlign: "start", border: "none", backgroundColor: "transparent", color: tokens.colorNeutralForeground1, font: "inherit", cursor: "pointer" },
  unit: { fontWeight: tokens.fontWeightSemibold },
  file: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  search: { maxWidth: "100%" },
});

const GROUPS = ["all", "accepted", "returned", "decision", "notCounted", "unreadable"] as const;

/** Every file with what became of it; one opened shows its problems. */
export function ReceiptList() {
  const styles = useStyles();
  const words = useWords(receiveWords);
  const { overview } = useDesk();
  const rows = useAsked((engine) => engine.receipt(), "receipt");
  const [group, setGroup] = useState<ScreenState | "all">("all");
  const [text, setText] = useState("");
  const [onlyNew, setOnlyNew] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const counts = useMemo(() => new Map(GROUPS.map((one) => [one, (rows ?? []).filter((row) => one === "all" || row.group === one).length])), [rows]);
  const matches = matcher(text);
  const shown = (rows ?? []).filter((row) => (group === "all" || row.group === group) && (!onlyNew || row.isNew) && matches([row.path, row.sentence, ...row.units.flatMap(({ code, name }) => [code ?? "", name])]));
  return (
    <>
      <div className={styles.filters} role="group" aria-label={words.receipt}>
        {GROUPS.filter((one) => one === "all" || (counts.get(one) ?? 0) > 0).map((one) => (
          <ToggleButton key={one} size="small" checked={group === one} onClick={() => setGroup(one)}>{words.count(words.groups[one], counts.get(one) ?? 0)}</ToggleButton>
        ))}
      </div>
      <SearchBox className={styles.search} aria-label={words.search} placeholder={words.search} value={text} onChange={(_event, { value }) => setText(value)} />
      {(overview?.files ?? 0) > (overview?.lastIntake?.files ?? 0) && <Switch label={words.onlyNew} checked={onlyNew} onChange={(_event, { checked }) => setOnlyNew(checked)} />}
      <VirtualList
        label={words.receipt} items={shown} keyOf={({ key }) => key} guess={74}
        render={(row) => (
          <>
            <button type="button" className={styles.row} aria-expanded={open === row.key} onClick={() => setOpen(open === row.key ? null : row.key)}>
              <span><StateTag state={row.state} /> <span className={styles.unit}>{row.units.map(({ name }) => name).join("; ") || words.noUnit}</span></span>
              <span className={styles.file}>{row.path} · {row.receivedOn === null ? words.dayUnknown : words.received(row.receivedOn)}{row.errors > 0 ? ` · ${words.errors(row.errors)}` : ""}{row.warnings > 0 ? ` · ${words.warnings(row.warnings)}` : ""}</span>
              {row.group !== "accepted" && row.sentence !== "" && <span>{row.sentence}</span>}
            </button>
            {open === row.key && <ProblemsOfFile file={row.path} />}
          </>
        )}
      />
    </>
  );
}
