import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { addressOf, gridOf, type WorkbookStore } from "#tasks/shown-sheets";
import { sheetsWords } from "#messages/pane/sheets";
import { useWords } from "../language";
import { editText, SheetGrid } from "./SheetGrid";
import { useSelection } from "./use-selection";
import type { SheetContent } from "#domain/sheet-content";

const useStyles = makeStyles({
  place: { height: "100%", minWidth: 0, minHeight: 0 },
  view: { display: "grid", gridTemplateRows: "auto 1fr auto", height: "100%", minWidth: 0, backgroundColor: tokens.colorNeutralBackground1 },
  bar: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, padding: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  address: { minWidth: "64px", textAlign: "center", fontVariantNumeric: "tabular-nums" },
  content: { flexGrow: 1, minWidth: 0 },
  tabs: { display: "flex", overflowX: "auto", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground3 },
  tab: { border: "none", borderRight: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, backgroundColor: "transparent", color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase300, whiteSpace: "nowrap", cursor: "pointer" },
  open: { backgroundColor: tokens.colorNeutralBackground1, fontWeight: tokens.fontWeightSemibold, boxShadow: `inset 0 -3px 0 ${tokens.colorBrandStroke1}` },
  empty: { display: "grid", placeItems: "center", padding: tokens.spacingVerticalXXL, color: tokens.colorNeutralForeground3 },
});

/** The open workbook beside the pane: its sheets, the bar that shows a cell whole, and the tabs. */
export function WorkbookView({ store }: { readonly store: WorkbookStore }) {
  const styles = useStyles();
  const words = useWords(sheetsWords);
  const shown = useSyncExternalStore(store.subscribe, store.get);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { if (shown.revealed > 0) place.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true }); }, [shown.revealed]);
  const sheets = shown.content.sheets.filter(({ state }) => state === "visible");
  const sheet = sheets.find(({ name }) => name === shown.sheet) ?? sheets[0];
  if (!sheet || shown.content.sheets.every(({ cells }) => cells.length === 0) && shown.name === "") return <div className={styles.empty}>{words.empty}</div>;
  return <div ref={place} className={styles.place}><OpenSheet key={sheet.name} store={store} sheet={sheet} sheets={sheets} /></div>;
}

function OpenSheet({ store, sheet, sheets }: { readonly store: WorkbookStore; readonly sheet: SheetContent; readonly sheets: readonly SheetContent[] }) {
  const styles = useStyles();
  const words = useWords(sheetsWords);
  const shown = useSyncExternalStore(store.subscribe, store.get);
  const selection = useSelection(store, shown, sheet);
  const [barText, setBarText] = useState<string | null>(null);
  const cell = gridOf(sheet).get(shown.row)?.get(shown.column);
  const { refusal } = selection;
  return (
    <section className={styles.view} aria-label={words.sheets}>
      <div className={styles.bar}>
        <output className={styles.address} aria-label={words.address}>{addressOf(shown.row, shown.column)}</output>
        <Input
          className={styles.content} size="small" aria-label={words.content} value={barText ?? selection.editing?.text ?? editText(cell)}
          onChange={(_event, { value }) => setBarText(value)} onBlur={() => setBarText(null)}
          onKeyDown={({ key }) => {
            if (key === "Enter" && barText !== null) selection.commit(barText, [1, 0]);
            if (key === "Enter" || key === "Escape") setBarText(null);
          }}
        />
      </div>
      <SheetGrid shown={shown} sheet={sheet} selection={selection} onUndo={store.undo} onRedo={store.redo} />
      <div role="tablist" aria-label={words.sheets} className={styles.tabs}>
        {sheets.map(({ name }) => (
          <button key={name} type="button" role="tab" aria-selected={name === sheet.name} className={mergeClasses(styles.tab, name === sheet.name && styles.open)} onClick={() => store.select(name, sheetStart(sheets, name), 0)}>{name}</button>
        ))}
      </div>
      <Dialog open={refusal !== null} onOpenChange={() => selection.dismiss()}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{refusal?.kind === "rule" ? refusal.rule.error?.title || words.ruleTitle : words.ruleTitle}</DialogTitle>
            <DialogContent>{refusal?.kind === "locked" ? words.locked : refusal?.kind === "rule" ? refusal.rule.error?.text ?? words.ruleText : ""}</DialogContent>
            <DialogActions>
              {refusal?.kind === "rule" && refusal.rule.severity === "warning" && selection.editing && (
                <Button onClick={() => { selection.dismiss(); selection.commit(selection.editing?.text ?? "", [1, 0], true); }}>{words.keep}</Button>
              )}
              <Button appearance="primary" onClick={() => selection.dismiss()}>{words.edit}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </section>
  );
}

/** Where a sheet is first looked at: under its frozen head. */
function sheetStart(sheets: readonly SheetContent[], name: string): number {
  return sheets.find((sheet) => sheet.name === name)?.frozen.rows ?? 0;
}
