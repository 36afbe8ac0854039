/** Dates of the roster: which units exist and which edges hold on a day. Days are ISO text, so they compare as text. */
import type { ParentEdge, Unit } from "./unit";

/** True from the first day (included) until the last (excluded); an end left out is open. */
export function holdsOn(from: string | undefined, to: string | undefined, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date < to);
}

/** The unit exists on that day (đang hoạt động). */
export function isOpenOn(unit: Unit, date: string): boolean {
  return holdsOn(unit.openedOn, unit.closedOn, date);
}

/** The edges that hold on that day; a sound roster has one at most. */
export function edgesOn(unit: Unit, date: string): readonly ParentEdge[] {
  return unit.parents.filter((edge) => holdsOn(edge.from, edge.to, date));
}

/** A day of the calendar: 30 February is not one. */
export function isCalendarDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
