import { useEffect, useRef, useState, type DragEvent } from "react";
import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { OfferedFile } from "#tasks/engine/contract";
import { droppedFiles, listedFiles } from "./chosen-files";

const useStyles = makeStyles({
  zone: { display: "grid", justifyItems: "center", rowGap: tokens.spacingVerticalS, padding: tokens.spacingVerticalL, textAlign: "center", border: `2px dashed ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground2 },
  over: { border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  title: { fontWeight: tokens.fontWeightSemibold },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: tokens.spacingHorizontalS },
  hidden: { display: "none" },
});

export interface FileDropProps {
  readonly title: string;
  readonly hint: string;
  readonly chooseFiles: string;
  readonly chooseFolder?: string;
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly OfferedFile[]) => void;
}

/**
 * Files by dropping, by choosing, or a whole folder; every file keeps its path in the folder. What is dropped while
 * something else is going on waits for its turn. Meanwhile the buttons do nothing, but keep the focus of whoever is there.
 */
export function FileDrop({ title, hint, chooseFiles, chooseFolder, accept, disabled = false, onFiles }: FileDropProps) {
  const styles = useStyles();
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const waiting = useRef<readonly OfferedFile[]>([]);
  const take = (list: readonly OfferedFile[]): void => {
    if (disabled) waiting.current = [...waiting.current, ...list];
    else if (list.length > 0) onFiles(list);
  };
  useEffect(() => {
    if (disabled || waiting.current.length === 0) return;
    const list = waiting.current;
    waiting.current = [];
    onFiles(list);
  }, [disabled, onFiles]);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void droppedFiles(event.dataTransfer).then(take);
  };
  return (
    <div className={mergeClasses(styles.zone, isOver && styles.over)} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <div className={styles.title}>{title}</div>
      <div className={styles.hint}>{hint}</div>
      <div className={styles.buttons}>
        <Button disabledFocusable={disabled} onClick={() => files.current?.click()}>{chooseFiles}</Button>
        {chooseFolder !== undefined && <Button disabledFocusable={disabled} onClick={() => folder.current?.click()}>{chooseFolder}</Button>}
      </div>
      <input ref={files} className={styles.hidden} type="file" multiple {...(accept === undefined ? {} : { accept })} aria-hidden tabIndex={-1} data-testid="files" onChange={({ target }) => { take(listedFiles(target.files)); target.value = ""; }} />
      {chooseFolder !== undefined && (
        <input ref={folder} className={styles.hidden} type="file" multiple {...{ webkitdirectory: "" }} aria-hidden tabIndex={-1} data-testid="folder" onChange={({ target }) => { take(listedFiles(target.files)); target.value = ""; }} />
      )}
    </div>
  );
}
