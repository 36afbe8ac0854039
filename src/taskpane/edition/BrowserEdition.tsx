import { useEffect, useState, useSyncExternalStore, type PointerEvent, type ReactNode } from "react";
import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { WorkbookHost } from "#domain/host";
import { sheetsWords } from "#messages/pane/sheets";
import type { WorkbookStore } from "#tasks/shown-sheets";
import { offer } from "../desk/offer-file";
import { useWords } from "../language";
import { WorkbookView } from "../sheets/WorkbookView";

const useStyles = makeStyles({
  page: { display: "flex", height: "100%", overflow: "hidden", "@media (max-width: 760px)": { flexDirection: "column-reverse" } },
  sheets: { flexGrow: 1, minWidth: 0, display: "grid", gridTemplateRows: "auto 1fr", gridTemplateColumns: "minmax(0, 1fr)", "@media (max-width: 760px)": { height: "45%", flexGrow: 0, minHeight: "200px" } },
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS, padding: tokens.spacingVerticalXS, backgroundColor: tokens.colorNeutralBackground3 },
  name: { flexGrow: 1, flexShrink: 1, flexBasis: "140px", minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  splitter: { width: "6px", flexShrink: 0, cursor: "col-resize", border: "none", padding: 0, backgroundColor: tokens.colorNeutralStroke1, "@media (max-width: 760px)": { display: "none" } },
  pane: { flexShrink: 0, minWidth: 0, "@media (max-width: 760px)": { width: "100% !important", flexGrow: 1, flexShrink: 1, minHeight: 0 } },
});

const LEAST = 320;

/** The browser edition: the workbook beside the pane, as in Excel. */
export function BrowserEdition({ store, host, children }: { readonly store: WorkbookStore; readonly host: WorkbookHost; readonly children: ReactNode }) {
  const styles = useStyles();
  const words = useWords(sheetsWords);
  const shown = useSyncExternalStore(store.subscribe, store.get);
  const [width, setWidth] = useState(420);
  const workbooks = useSyncExternalStore(store.subscribe, store.workbooks);
  const titleOf = (name: string, isChanged: boolean): string => `${name === "" ? words.untitled : name}${isChanged ? ` · ${words.unsaved}` : ""}`;
  const isUnsaved = workbooks.some(({ isChanged }) => isChanged);
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isUnsaved]);
  const close = (): void => { if (shown.isChanged) setAsking(true); else store.close(); };
  const [isAsking, setAsking] = useState(false);
  const isBlank = shown.content.sheets.every(({ cells }) => cells.length === 0);
  const save = async (): Promise<boolean> => {
    const file = await host.file();
    if (!file.ok) return false;
    offer(shown.name === "" ? "So-Thi-Dua.xlsx" : shown.name, file.value);
    store.replace({ isChanged: false });
    return true;
  };
  const drag = (event: PointerEvent): void => { if (event.buttons === 1) setWidth(Math.max(LEAST, Math.min(innerWidth - LEAST, innerWidth - event.clientX))); };
  return (
    <div className={styles.page}>
      <section className={styles.sheets} aria-label={words.workbook}>
        <div className={styles.bar}>
          {workbooks.length > 1
            ? <Select size="small" className={styles.name} aria-label={words.workbooks} value={String(workbooks.find(({ isShown }) => isShown)?.id ?? "")} onChange={(_event, { value }) => store.bring(Number(value))}>
              {workbooks.map(({ id, name, isChanged }) => <option key={id} value={id}>{titleOf(name, isChanged)}</option>)}
            </Select>
            : <span className={styles.name}>{isBlank && shown.name === "" ? "" : titleOf(shown.name, shown.isChanged)}</span>}
          <Button size="small" disabled={!shown.canUndo} onClick={store.undo}>{words.undo}</Button>
          <Button size="small" disabled={!shown.canRedo} onClick={store.redo}>{words.redo}</Button>
          <Button size="small" appearance="primary" disabled={isBlank} onClick={() => void save()}>{words.save}</Button>
          <Button size="small" disabled={isBlank} onClick={close}>{words.close}</Button>
        </div>
        <WorkbookView store={store} />
        <Dialog open={isAsking} onOpenChange={(_event, { open }) => setAsking(open)}>
          <DialogSurface>
            <DialogBody>
              <DialogTitle>{words.closeTitle(shown.name === "" ? words.untitled : shown.name)}</DialogTitle>
              <DialogContent>{words.closeText}</DialogContent>
              <DialogActions>
                <Button appearance="primary" onClick={() => void save().then((isSaved) => { setAsking(false); if (isSaved) store.close(); })}>{words.save}</Button>
                <Button onClick={() => { setAsking(false); store.close(); }}>{words.discard}</Button>
                <Button onClick={() => setAsking(false)}>{words.keepOpen}</Button>
              </DialogActions>
            </DialogBody>
          </DialogSurface>
        </Dialog>
      </section>
      <button
        type="button" className={styles.splitter} aria-label={words.splitter} onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={drag}
        onKeyDown={({ key }) => { if (key === "ArrowLeft") setWidth(width + 20); if (key === "ArrowRight") setWidth(Math.max(LEAST, width - 20)); }}
      />
      <div className={styles.pane} style={{ width }}>{children}</div>
    </div>
  );
}
