/**
 * A unit's own figures in a fresh form (điền lại số đã gửi): what was read as a value is written as that value, what was
 * not is written as it was typed, so that the unit finds its own words again.
 */
import { compare, exact, toDecimal, toNumber, type Exact } from "#domain/exact";
import type { FormTemplate, PartId } from "#domain/form";
import type { Plan } from "#domain/plan";
import type { Scalar } from "#domain/sheet-content";
import type { ListRow, Reading, Submission } from "#domain/submission";
import { headcountName, infoName, listName, partName, sideName } from "../form-layout";
import type { CellEdit } from "../patch/cell-edit";
import { serialOf } from "../read/serial-days";
import type { FormPlace, FormPlaces } from "./form-places";

export interface Refill {
  readonly submission: Submission;
  readonly plan: Plan;
  readonly template: FormTemplate;
  readonly places: FormPlaces;
}

/** A cell of the fresh form, blank where the unit left it so, and where it stood in the unit's own file. */
export interface RefilledCell {
  readonly edit: CellEdit;
  readonly from: Reading;
}

export function refill({ submission, plan, template, places: { named } }: Refill): RefilledCell[] {
  const cells: RefilledCell[] = [];
  const put = (place: FormPlace | undefined, reading: Reading, isPercent = false): void => {
    if (place) cells.push({ edit: { ...place, value: typedAgain(reading, template.answers, isPercent) }, from: reading });
  };
  for (const [id, reading] of Object.entries(submission.headcounts)) put(named.get(headcountName(id)), reading);
  for (const [key, reading] of Object.entries(submission.parts)) {
    const [code, part] = apart(key);
    if (reading && !followsHeadcount(code, part as PartId, reading, { submission, plan, named })) put(named.get(partName(code, part as PartId)), reading, /percent/iu.test(part));
  }
  for (const [key, reading] of Object.entries(submission.sides)) put(named.get(sideName(...apart(key))), reading);
  for (const [id, reading] of Object.entries(submission.info)) put(named.get(infoName(id)), reading);
  for (const { id, columns, rows } of template.lists) {
    const head = named.get(listName(id));
    if (!head) continue;
    for (const [index, row] of placed(submission.lists[id] ?? [], rows)) {
      columns.forEach((column, place) => {
        const reading = row.cells[column.id];
        if (reading) put({ sheet: head.sheet, row: head.row + 1 + index, column: head.column + 1 + place }, reading);
      });
    }
  }
  return cells;
}

/** How many rows each list needs at least. */
export function rowsNeeded({ lists }: Submission, id: string): number {
  return lists[id]?.length ?? 0;
}

/** `BT07.CN.cause` names the row and the column. */
function apart(key: string): [string, string] {
  const dot = key.lastIndexOf(".");
  return [key.slice(0, dot), key.slice(dot + 1)];
}

/** The form takes such a base from the head count by itself. */
function followsHeadcount(code: string, part: PartId, reading: Reading, { submission, plan, named }: Pick<Refill, "submission" | "plan"> & Pick<FormPlaces, "named">): boolean {
  if (part !== "denominator" && part !== "startDenominator") return false;
  const id = plan.indicators.find((indicator) => indicator.code === code)?.denominatorHeadcount;
  const headcount = id === undefined ? undefined : submission.headcounts[id];
  return id !== undefined && headcount !== undefined && named.has(headcountName(id)) && headcount.raw.trim() === reading.raw.trim();
}

function typedAgain({ value, raw }: Reading, answers: FormTemplate["answers"], isPercent: boolean): Scalar {
  if (value === null) return raw.trim() === "" || raw.startsWith("=") ? null : raw;
  switch (value.kind) {
    // Of 0.5 alone nobody knows whether a half or half a percent is meant: the sign has to stay.
    case "number": return isPercent && isSmall(value.number) ? `${toDecimal(value.number, 6).replace(".", ",")}%` : toNumber(value.number);
    case "yesNo": return value.yes ? answers.yes : answers.no;
    case "text": return value.text;
    case "date": return serialOf(value.iso);
    case "notApplicable": return answers.notApplicable;
    case "bareShare": return raw;
  }
}

function isSmall(percent: Exact): boolean {
  return percent.n > 0n && compare(percent, exact(1)) <= 0;
}

/** Rows keep their printed numbers; those without one take the first free lines. */
function placed(rows: readonly ListRow[], lines: number): [number, ListRow][] {
  const taken = new Map<number, ListRow>();
  const others: ListRow[] = [];
  for (const row of rows) {
    const index = Number(/-(\d+)$/u.exec(row.code)?.[1] ?? "0") - 1;
    if (index >= 0 && index < lines && !taken.has(index)) taken.set(index, row);
    else others.push(row);
  }
  for (let index = 0; others.length > 0; index += 1) {
    const next = taken.has(index) ? undefined : others.shift();
    if (next) taken.set(index, next);
  }
  return [...taken];
}
