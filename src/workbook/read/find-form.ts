/**
 * Which form a workbook is (nhận biểu): by the identity line printed on its sheets, else by the hidden sheet,
 * else by names or by codes under headings, so that a form pasted into another file is still known.
 */
import type { FigureScope, Form, FormTemplate } from "#domain/form";
import type { Plan, Stage } from "#domain/plan";
import { problem, type Problem } from "#domain/problem";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { formWords } from "#messages/form-vi";
import { definedPlaces, type DefinedPlaces } from "./defined-places";
import { findFigures, isConvincing, type FiguresSheet } from "./find-figures";
import { FORM_VERSION, META_SHEET, parseIdentityLine, type Identity } from "../form-layout";
import { foldText } from "./fold-text";
import { gridOf, textOf, type Grid } from "./sheet-grid";
import { soughtForm, type SoughtForm } from "./sought-form";

export interface ReadRequest {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly template: FormTemplate;
  readonly otherPlans?: readonly { readonly id: string; readonly title: string }[];
}

/** A workbook known as a form of the plan and stage asked for. */
export interface FoundForm {
  readonly form: Form;
  readonly sought: SoughtForm;
  readonly identity: Identity;
  /** The identity line of a sheet, where it prints one. */
  readonly lines: ReadonlyMap<string, Identity>;
  /** Sheets of this form or of no form; those of another plan or stage are left out. */
  readonly grids: readonly Grid[];
  readonly places: DefinedPlaces;
  readonly figures: readonly FiguresSheet[];
  readonly problems: readonly Problem[];
}

export type FormOutcome =
  | { readonly ok: true; readonly found: FoundForm }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] };

/** The hidden sheet's keys and values; `null` where it is lost. `kind` tells a form from a book. */
export function metaOf(snapshot: WorkbookSnapshot): Readonly<Record<string, string>> | null {
  const sheet = snapshot.sheets.find(({ name }) => name === META_SHEET);
  if (!sheet) return null;
  const grid = gridOf(sheet);
  const meta: Record<string, string> = {};
  for (const cell of sheet.cells) {
    if (cell.column === 0 && textOf(cell).trim() !== "") meta[textOf(cell).trim()] = textOf(grid.at(cell.row, 1)).trim();
  }
  return Object.keys(meta).length > 0 ? meta : null;
}

/** Recognises the workbook, or says why it is not the form asked for. */
export function findForm(snapshot: WorkbookSnapshot, request: ReadRequest, file: string): FormOutcome {
  const meta = metaOf(snapshot);
  if (meta && meta["kind"] !== undefined && meta["kind"] !== "form") return refuse(problem("not-a-form", { file }, {}));
  const sheets = snapshot.sheets.filter(({ name }) => name !== META_SHEET).map(gridOf);
  const lines = new Map(sheets.flatMap((grid): [string, Identity][] => {
    const line = lineOf(grid);
    return line ? [[grid.name, line]] : [];
  }));
  const stated = [...lines.values(), ...(lines.size === 0 ? identityOfMeta(meta) : [])];
  const identity = stated.find((one) => one.plan === request.plan.id && one.stage === request.stage);
  const places = definedPlaces(snapshot);
  if (!identity) return stated[0] ? refuse(wrongForm(stated[0], request, file)) : guess(sheets, places, request, file);

  const current = Number(FORM_VERSION);
  const problems: Problem[] = [];
  if (Number(identity.formVersion) > current) return refuse(problem("unknown-version", { file }, { found: identity.formVersion, current: FORM_VERSION }));
  if (Number(identity.planVersion) > Number(request.plan.version)) {
    return refuse(problem("unknown-version", { file }, { found: identity.planVersion, current: request.plan.version }));
  }
  if (Number(identity.formVersion) < current) problems.push(problem("older-version", { file }, { found: identity.formVersion, current: FORM_VERSION }));
  else if (Number(identity.planVersion) < Number(request.plan.version)) {
    problems.push(problem("older-version", { file }, { found: identity.planVersion, current: request.plan.version }));
  }
  if (!meta) problems.push(problem("hidden-sheet-lost", { file }, {}));
  const sought = soughtForm(request, identity.scope as FigureScope);
  const grids = sheets.filter(({ name }) => {
    const line = lines.get(name);
    return !line || (line.plan === identity.plan && line.stage === identity.stage);
  });
  return { ok: true, found: { form: sought.form, sought, identity, lines, grids, places, figures: figuresOf(grids, sought, places), problems } };
}

function refuse(found: Problem): FormOutcome {
  return { ok: false, problems: [found] };
}

function lineOf({ sheet }: Grid): Identity | null {
  for (const { value } of sheet.cells) {
    const line = value?.kind === "text" && value.text.includes("[STD") ? parseIdentityLine(value.text) : null;
    if (line) return line;
  }
  return null;
}

function identityOfMeta(meta: Readonly<Record<string, string>> | null): Identity[] {
  const { formVersion = FORM_VERSION, plan, planVersion = "1", stage, scope = "own", unit = "*" } = meta ?? {};
  if (plan === undefined || stage === undefined) return [];
  return [{ formVersion, plan, planVersion, stage, scope: scope === "total" ? "total" : "own", unit: unit === "" ? "*" : unit }];
}

function wrongForm(found: Identity, { plan, stage, otherPlans = [] }: ReadRequest, file: string): Problem {
  if (found.plan === plan.id) return problem("other-stage", { file }, { found: found.stage, expected: stage });
  const title = otherPlans.find(({ id }) => id === found.plan)?.title ?? found.plan;
  return problem("other-plan", { file }, { found: title, expected: plan.title });
}

/** Sheets that list the form's rows, under headings or under our names. A hidden copy never speaks beside a visible sheet. */
function figuresOf(grids: readonly Grid[], sought: SoughtForm, places: DefinedPlaces): FiguresSheet[] {
  const { form, nameOf } = sought;
  const named = new Set(form.rows.flatMap((row) => places.all(nameOf(row, "main") ?? "").map(({ sheet }) => sheet)));
  const found = grids.flatMap((grid) => findFigures(grid, sought) ?? (named.has(grid.name) ? namedOnly(grid) : []))
    .filter((figures) => named.has(figures.grid.name) || figures.columns.has("main") || isMostlyCodes(figures, form));
  const visible = found.filter(({ grid }) => grid.sheet.state === "visible");
  return visible.length > 0 ? visible : found;
}

/** A sheet that lost its code column: names alone say what stands where. */
function namedOnly(grid: Grid): FiguresSheet {
  return { grid, codeColumn: -1, rows: new Map(), codeAt: new Map(), strangers: [], columns: new Map() };
}

function isMostlyCodes({ rows }: FiguresSheet, form: Form): boolean {
  return rows.size >= Math.max(2, 0.6 * form.rows.length);
}

/** Neither line nor hidden sheet: the codes under the headings must speak for themselves, and no title against them. */
function guess(sheets: readonly Grid[], places: DefinedPlaces, request: ReadRequest, file: string): FormOutcome {
  const { plan, stage } = request;
  const scope: FigureScope = "own";
  const sought = soughtForm(request, scope);
  const { form } = sought;
  const titled = stageInTitles(sheets);
  if (titled !== null && titled !== stage && stagesWithCodes(sheets, request, titled)) return refuse(problem("other-stage", { file }, { found: titled, expected: stage }));
  const named = form.rows.filter((row) => places.all(sought.nameOf(row, "main") ?? "").length > 0).length;
  const figures = figuresOf(sheets, sought, places);
  const convincing = figures.filter((one) => isConvincing(one, form));
  const other = otherStageByHeadings(sheets, request);
  if (convincing.length === 0 && other) return refuse(problem("other-stage", { file }, { found: other, expected: stage }));
  if (convincing.length === 0 && (form.rows.length === 0 || named < 0.6 * form.rows.length)) return refuse(problem("not-a-form", { file }, {}));
  const identity: Identity = { formVersion: FORM_VERSION, plan: plan.id, planVersion: plan.version, stage, scope, unit: "*" };
  const kept = convincing.length > 0 ? convincing : figures;
  return { ok: true, found: { form, sought, identity, lines: new Map(), grids: sheets, places, figures: kept, problems: [problem("hidden-sheet-lost", { file }, {})] } };
}

const STAGES: readonly Stage[] = ["registration", "midterm", "summary"];

/** The stage whose title a sheet prints. */
function stageInTitles(sheets: readonly Grid[]): Stage | null {
  for (const grid of sheets) {
    for (const cell of grid.sheet.cells) {
      if (cell.row > 30) break;
      const text = foldText(textOf(cell));
      const stage = text === "" ? undefined : STAGES.find((one) => text.includes(foldText(formWords.figuresTitle(one, "own"))));
      if (stage) return stage;
    }
  }
  return null;
}

function stagesWithCodes(sheets: readonly Grid[], request: ReadRequest, stage: Stage): boolean {
  const sought = soughtForm({ ...request, stage }, "own");
  return sheets.some((grid) => {
    const figures = findFigures(grid, sought);
    return figures !== null && isConvincing(figures, sought.form);
  });
}

/** Another stage whose headings fit, where those of the stage asked for do not. */
function otherStageByHeadings(sheets: readonly Grid[], request: ReadRequest): Stage | null {
  const others: readonly Stage[] = request.stage === "registration" ? ["summary"] : ["registration"];
  return others.find((stage) => stagesWithCodes(sheets, request, stage)) ?? null;
}
