import { useRef } from "react";
import { Button, makeStyles } from "@fluentui/react-components";
import type { OfferedFile } from "#tasks/engine/contract";
import { listedFiles } from "./chosen-files";

const useStyles = makeStyles({ hidden: { display: "none" } });

/** A button that asks for one file. */
export function FileButton({ label, accept, onFile }: { readonly label: string; readonly accept: string; readonly onFile: (file: OfferedFile) => void }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null): void => {
    const [file] = listedFiles(list);
    if (file) onFile(file);
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input ref={input} className={styles.hidden} type="file" accept={accept} aria-hidden tabIndex={-1} data-testid="one-file" onChange={({ target }) => { take(target.files); target.value = ""; }} />
    </>
  );
}
