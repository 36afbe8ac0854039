/** What a key does in the grid (phím tắt), as in every spreadsheet program. */
import type { KeyboardEvent } from "react";
import type { SelectionState } from "./use-selection";

export interface KeyHelp {
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly rowsOnScreen: number;
  readonly cellText: string;
  readonly isChoice: boolean;
  readonly openChoices: () => void;
  readonly lastCell: readonly [row: number, column: number];
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** True where the key was one of ours. */
export function keyAction(event: KeyboardEvent, selection: SelectionState, help: KeyHelp): boolean {
  const { key, shiftKey: extend, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[key];
  if (altKey && key === "ArrowDown" && help.isChoice) help.openChoices();
  else if (arrow) selection.move(arrow[0], arrow[1], extend, control);
  else if (key === "Enter") selection.move(extend ? -1 : 1, 0, false);
  else if (key === "PageDown" || key === "PageUp") selection.move(key === "PageDown" ? help.rowsOnScreen : -help.rowsOnScreen, 0, extend);
  else if (key === "Home") selection.select(control ? 0 : selection.row, 0, extend);
  else if (key === "End" && control) selection.select(help.lastCell[0], help.lastCell[1], extend);
  else if (key === "F2") selection.edit({ text: help.cellText, isQuick: false });
  else if (key === "Delete" || key === "Backspace") selection.clear();
  else if (control && key.toLowerCase() === "z") help.onUndo();
  else if (control && key.toLowerCase() === "y") help.onRedo();
  else if (key.length === 1 && !control && !altKey) selection.edit({ text: key, isQuick: true });
  else return false;
  return true;
}
