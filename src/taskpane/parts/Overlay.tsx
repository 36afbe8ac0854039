import { useEffect, useRef, type ReactNode } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, outlineStyle: "none", minWidth: 0, overflowWrap: "anywhere" },
  back: { flexShrink: 0, minWidth: "auto", whiteSpace: "nowrap" },
  body: { display: "grid", gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalL },
});

/** A screen over the tabs: Esc or Quay lại leads back; the reader's focus goes to its title. */
export function Overlay({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  const words = useWords(deskWords);
  const { show } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, [title]);
  useEffect(() => {
    // On the document: the control that had the focus may be gone with what it settled.
    const leave = ({ key, defaultPrevented, target }: KeyboardEvent): void => {
      const isElsewhere = target instanceof Element && target !== document.body && !target.closest("main");
      if (key === "Escape" && !defaultPrevented && !isElsewhere) show(null);
    };
    document.addEventListener("keydown", leave);
    return () => document.removeEventListener("keydown", leave);
  }, [show]);
  return (
    <div className={styles.body}>
      <div className={styles.head}>
        <Button className={styles.back} appearance="subtle" onClick={() => show(null)}>← {words.back}</Button>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>{title}</h2>
      </div>
      {children}
    </div>
  );
}
