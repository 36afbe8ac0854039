import { useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  box: { overflowY: "auto", border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
});

export interface VirtualListProps<Item> {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
  readonly label: string;
  /** Pixels an item needs until it has been measured. */
  readonly guess: number;
  readonly most?: number;
  /** Asks for more where the list is longer than what is here. */
  readonly onEnd?: () => void;
}

/** A list of any length: only what can be seen is in the page; items may differ in height. */
export function VirtualList<Item>({ items, keyOf, render, label, guess, most = 420, onEnd }: VirtualListProps<Item>) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const heights = useRef(new Map<string, number>());
  const [top, setTop] = useState(0);
  const [, measured] = useState(0);
  const starts = [0];
  for (const item of items) starts.push((starts.at(-1) ?? 0) + (heights.current.get(keyOf(item)) ?? guess));
  const total = starts.at(-1) ?? 0;
  const height = Math.min(most, Math.max(total, 1));
  const find = (pixel: number): number => {
    let [low, high] = [0, items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle + 1] ?? 0) <= pixel) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = Math.max(0, find(top) - 3);
  const last = Math.min(items.length, find(top + height) + 4);
  useLayoutEffect(() => {
    let isNew = false;
    for (const element of box.current?.querySelectorAll<HTMLElement>("[data-key]") ?? []) {
      const key = element.dataset["key"] ?? "";
      if (heights.current.get(key) !== element.offsetHeight) {
        heights.current.set(key, element.offsetHeight);
        isNew = true;
      }
    }
    if (isNew) measured((count) => count + 1);
  }, [first, last, items, keyOf]);
  return (
    <div
      ref={box} className={styles.box} style={{ maxHeight: most }} tabIndex={0} role="group" aria-label={label}
      onScroll={({ currentTarget }) => {
        setTop(currentTarget.scrollTop);
        if (onEnd && currentTarget.scrollTop + currentTarget.clientHeight > total - 200) onEnd();
      }}
    >
      <ul className={styles.list} style={{ paddingTop: starts[first] ?? 0, paddingBottom: total - (starts[last] ?? total) }}>
        {items.slice(first, last).map((item, index) => (
          <li key={keyOf(item)} data-key={keyOf(item)} className={styles.item} aria-setsize={items.length} aria-posinset={first + index + 1}>{render(item)}</li>
        ))}
      </ul>
    </div>
  );
}
