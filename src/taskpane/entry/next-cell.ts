/** Down the column with Enter (Enter sang ô dưới), as in a sheet; in words Enter stays a new line. */
import type { KeyboardEvent } from "react";

export function goToNextCell(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, shiftKey } = event;
  if (key !== "Enter" || event.nativeEvent.isComposing || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>("input:not([type=checkbox]):not(:disabled), select:not(:disabled), textarea:not(:disabled)")];
  const next = cells[cells.indexOf(target) + (shiftKey ? -1 : 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
  if (next instanceof HTMLInputElement) next.select();
}
