/**
 * The hidden sheet behind a common form: the units to choose from, and the texts that differ from one kind of
 * unit to another. A personal form has it only for the choices of its drop-downs.
 */
import type { FormProfile } from "#domain/form-plan";
import type { Canvas } from "./form-canvas";
import { formWords as words, sheetNames } from "#messages/form-vi";
import { parentNameOf, type FormContext } from "./form-context";
import { unitLabel } from "../form-layout";
import { at, called, compared, lit, when, type Expr } from "./formula";

/** Texts by profile, and where the picked unit's facts are looked up. */
export interface Catalogue {
  /** Number of the picked unit's profile from 1, or empty text. On a personal form always 1. */
  readonly profile: Expr;
  /** Ranges of labels, codes, names, kinds, parents. */
  readonly ranges: { readonly labels: string; readonly codes: string; readonly names: string; readonly kinds: string; readonly parents: string } | null;
  /** Says where the unit is picked, as soon as that cell exists. */
  pickedAt(cell: Expr): void;
  /** One text for whoever fills the form: a constant where all profiles agree. */
  text(byProfile: readonly string[]): string | Expr;
  /** A range holding choices, for a drop-down. */
  choices(values: readonly string[]): string;
}

const FIRST = 2;

export function catalogueOf(context: FormContext, canvas: Canvas): Catalogue {
  const { unit, profiles } = context;
  const { sheet } = canvas;
  sheet.state = "hidden";
  const quoted = (range: string): string => `'${sheetNames.catalogue}'!${range}`;
  const textColumn = 9;
  const chosen = new Map<string, string>();
  const choices = (values: readonly string[]): string => {
    const key = values.join("\n");
    const known = chosen.get(key);
    if (known) return known;
    const column = textColumn + profiles.length + 1 + chosen.size;
    values.forEach((value, index) => { sheet.getCell(index + FIRST, column).value = value; });
    const letter = sheet.getColumn(column).letter;
    const range = quoted(`$${letter}$${FIRST}:$${letter}$${values.length + FIRST - 1}`);
    chosen.set(key, range);
    return range;
  };
  if (unit) return { profile: lit(1), ranges: null, pickedAt: () => undefined, text: ([only = ""]) => only, choices };

  const count = writeUnits(context, canvas);
  const range = (letter: string): string => quoted(`$${letter}$${FIRST}:$${letter}$${count + FIRST - 1}`);
  const profileCell = at(quoted("$H$1"), "");
  let textRow = FIRST - 1;
  const texts = new Map<string, Expr>();
  return {
    profile: profileCell,
    ranges: { labels: range("A"), codes: range("B"), names: range("C"), kinds: range("D"), parents: range("E") },
    pickedAt: (cell) => {
      sheet.getCell("H1").value = { formula: `IF(${cell.text}="","",IFERROR(INDEX(${range("F")},MATCH(${cell.text},${range("A")},0)),""))`, result: "" };
    },
    text: (byProfile) => {
      const [first = ""] = byProfile;
      if (byProfile.every((one) => one === first)) return first;
      const key = byProfile.join("\u0000");
      const known = texts.get(key);
      if (known) return known;
      textRow += 1;
      byProfile.forEach((one, index) => { sheet.getCell(textRow, textColumn + index).value = one; });
      const last = sheet.getColumn(textColumn + byProfile.length - 1).letter;
      const row = quoted(`$${sheet.getColumn(textColumn).letter}$${textRow}:$${last}$${textRow}`);
      const expr = called(`INDEX(${row},1,IF(${profileCell.text}="",1,${profileCell.text}))`, first);
      texts.set(key, expr);
      return expr;
    },
    choices,
  };
}

function writeUnits(context: FormContext, { sheet }: Canvas): number {
  const { tree, profiles } = context;
  const profileOf = new Map<string, number>(profiles.flatMap(({ units }, index) => units.map((code) => [code as string, index + 1] as const)));
  const kindNames = new Map(tree.roster.kinds.map(({ id, name }) => [id, name]));
  let row = FIRST;
  for (const code of tree.units) {
    const unit = tree.unit(code);
    const profile = profileOf.get(code);
    if (!unit || profile === undefined) continue;
    // Never blank: a formula that points to a blank cell says 0.
    sheet.getRow(row).values = [unitLabel(code, unit.name), code, unit.name, kindNames.get(unit.kind) ?? unit.kind, parentNameOf(context, code) || words.nobodyAbove, profile];
    sheet.getCell(row, 2).numFmt = "@";
    row += 1;
  }
  return Math.max(1, row - FIRST);
}

/** A fact of the picked unit, or `otherwise` while nobody is picked. */
export function lookUp(ranges: NonNullable<Catalogue["ranges"]>, picked: Expr, range: string, otherwise: string): Expr {
  return called(`IF(${picked.text}="",${lit(otherwise).text},IFERROR(INDEX(${range},MATCH(${picked.text},${ranges.labels},0)),${lit(otherwise).text}))`, otherwise);
}

/** A piece of a formula that depends on the profile; one piece where all agree. `otherwise` while nobody is picked. */
export function byProfile(profile: Expr, profiles: readonly FormProfile[], pieceOf: (profile: FormProfile) => Expr | null, otherwise: Expr): Expr {
  const pieces = profiles.map(pieceOf);
  const distinct = new Map<string, { expr: Expr; ids: number[] }>();
  pieces.forEach((expr, index) => {
    if (!expr) return;
    const known = distinct.get(expr.text);
    if (known) known.ids.push(index + 1);
    else distinct.set(expr.text, { expr, ids: [index + 1] });
  });
  const groups = [...distinct.values()];
  const [only] = groups;
  if (only && groups.length === 1 && only.ids.length === profiles.length) return only.expr;
  return groups.reduceRight<Expr>((rest, { expr, ids }) => when(isOneOf(profile, ids), expr, rest), otherwise);
}

/** The picked unit's profile is one of these. */
export function isOneOf(profile: Expr, ids: readonly number[]): Expr {
  const tests = ids.map((id) => compared(profile, "=", lit(id)));
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return called(`OR(${tests.map((test) => test.text).join(",")})`, tests.some((test) => test.value === true));
}
