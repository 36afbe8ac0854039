// vietnamese-data: labels beside which schools write their code and name
/** Whose form it is, as the form says (đơn vị ghi trên biểu): the named cell, a labelled one, else the identity line. */
import type { Cell } from "#domain/snapshot";
import { addressOf } from "#domain/snapshot";
import type { Submission } from "#domain/submission";
import { formWords } from "#messages/form-vi";
import { cleanText } from "./clean-text";
import type { DefinedPlaces } from "./defined-places";
import { codeOfUnitLabel, UNIT_CODE_NAME, UNIT_NAME_NAME, UNIT_PICK_NAME } from "../form-layout";
import { foldText } from "./fold-text";
import { readOldFont } from "./old-fonts";
import { textOf, type Grid } from "./sheet-grid";

export type StatedUnit = Submission["unit"];

interface Found {
  readonly text: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A cell found beside its label, blank or not. */
export interface LabelledCell {
  readonly grid: Grid;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell | null;
}

const LABELS = {
  pick: [formWords.pick, "Chọn đơn vị"],
  code: [formWords.unitCode, "Mã trường", "Mã số đơn vị"],
  name: [formWords.unitName, "Tên trường", "Đơn vị"],
} as const;

/** The unit stated on these sheets; `lineUnit` is the identity line's, `*` where the unit is picked. */
export function findUnit(grids: readonly Grid[], places: DefinedPlaces, lineUnit: string): StatedUnit {
  // A unit's own form has nothing to pick from; whatever is pasted into it under that label picks nobody else.
  const picked = find(grids, places, UNIT_PICK_NAME, lineUnit === "*" ? LABELS.pick : []);
  const code = find(grids, places, UNIT_CODE_NAME, LABELS.code);
  const name = find(grids, places, UNIT_NAME_NAME, LABELS.name);
  const pickedName = picked && picked.text.includes(" — ") ? picked.text.split(" — ").slice(1).join(" — ").trim() : null;
  const printed = lineUnit === "*" ? "" : lineUnit;
  const stated = picked && picked.text !== "" ? codeOfUnitLabel(picked.text) : sameNumber(code?.text ?? "", printed);
  const spot = picked && picked.text !== "" ? picked : code && code.text !== "" ? code : picked ?? code ?? name;
  const unitCode = stated !== "" ? stated : printed;
  const unitName = pickedName ?? name?.text ?? "";
  return {
    code: unitCode === "" ? null : unitCode, name: unitName === "" ? null : unitName,
    ...(spot ? { sheet: spot.sheet, cell: spot.cell } : {}),
  };
}

/** Excel makes a number of `012`; the identity line kept its zeros. */
function sameNumber(code: string, printed: string): string {
  return /^\d+$/u.test(code) && /^\d+$/u.test(printed) && Number(code) === Number(printed) ? printed : code;
}

function find(grids: readonly Grid[], places: DefinedPlaces, name: string, labels: readonly string[]): Found | null {
  const named = places.among(name, grids);
  if (named) return found(named.sheet, named.sheet.at(named.place.row, named.place.column), named.place.row, named.place.column);
  for (const grid of labels.length > 0 ? grids : []) {
    const labelled = besideLabel(grid, labels);
    if (labelled) return found(grid, labelled.cell, labelled.row, labelled.column);
  }
  return null;
}

function found(grid: Grid, cell: Cell | null, row: number, column: number): Found {
  return { text: codeText(cell), sheet: grid.name, cell: addressOf(row, column) };
}

/** A code typed as a number under the format `000` keeps its zeros. */
function codeText(cell: Cell | null): string {
  if (cell?.value?.kind === "number" && cell.format && /^0+$/u.test(cell.format)) return String(cell.value.number).padStart(cell.format.length, "0");
  const text = textOf(cell);
  return cleanText(readOldFont(text, cell?.font)?.text ?? text);
}

/**
 * The cell under the heading `Trả lời` or just right of a label; or what follows the label in its own cell. Labels
 * stand where people look: a choice `Đơn vị` in the hidden catalogue of the form labels nothing.
 */
export function besideLabel(grid: Grid, labels: readonly string[]): LabelledCell | null {
  if (grid.sheet.state !== "visible") return null;
  const cell = firstLabelled(grid, labels);
  if (cell?.value?.kind !== "text") return null;
  const after = cleanText(cell.value.text.split(":").slice(1).join(":"));
  if (after !== "") return { grid, row: cell.row, column: cell.column, cell: { ...cell, value: { kind: "text", text: after } } };
  const answers = labelsOf(grid).get(foldText(formWords.infoColumns[2]))?.whole?.column ?? null;
  const next = (grid.rangeAt(cell.row, cell.column)?.right ?? cell.column) + 1;
  const column = answers !== null && answers >= next ? answers : next;
  return { grid, row: cell.row, column, cell: grid.at(cell.row, column) };
}

/** Of the cells that say one of these labels, the one that stands first. */
function firstLabelled(grid: Grid, labels: readonly string[]): Cell | null {
  const known = labelsOf(grid);
  const found = labels.flatMap((label) => known.get(foldText(label))?.first ?? []);
  return found.reduce<Cell | null>((first, cell) => (first === null || cell.row < first.row || (cell.row === first.row && cell.column < first.column) ? cell : first), null);
}

/** Where a label stands first: as a cell's whole text, its first line or what it says before a colon. */
interface LabelPlace {
  first?: Cell;
  /** As a cell's whole text, anywhere on the sheet: a heading. */
  whole?: Cell;
}

const LAST_LABEL_ROW = 80;
const labelsByGrid = new WeakMap<Grid, ReadonlyMap<string, LabelPlace>>();

/** Every label of a sheet, found once. */
function labelsOf(grid: Grid): ReadonlyMap<string, LabelPlace> {
  const known = labelsByGrid.get(grid);
  if (known) return known;
  const labels = new Map<string, LabelPlace>();
  const placeOf = (text: string): LabelPlace => {
    const folded = foldText(text);
    const place = labels.get(folded) ?? {};
    if (!labels.has(folded)) labels.set(folded, place);
    return place;
  };
  for (const cell of grid.sheet.cells) {
    const text = textOf(cell);
    if (text === "") continue;
    placeOf(text).whole ??= cell;
    if (cell.value?.kind !== "text" || cell.row > LAST_LABEL_ROW) continue;
    const [colon, line] = [text.indexOf(":"), text.indexOf("\n")];
    placeOf(text).first ??= cell;
    if (colon >= 0) placeOf(text.slice(0, colon)).first ??= cell;
    if (line >= 0) placeOf(text.slice(0, line)).first ??= cell;
  }
  labelsByGrid.set(grid, labels);
  return labels;
}
