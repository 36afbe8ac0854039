/** Builders for tests: each states only what matters to it. One small plan with every measure, one small province. */
import { exact, parseExact, type Exact } from "#domain/exact";
import type { PartId } from "#domain/form";
import { planSchema, type Indicator, type Measure, type Plan, type Stage, type Target } from "#domain/plan";
import type { Problem } from "#domain/problem";
import type { BookState, KeptFile } from "#domain/report";
import type { FileReading, PartKey, ReadValue, Reading, Submission } from "#domain/submission";
import { rosterSchema, type Roster, type UnitCode } from "#domain/unit";
import type { z } from "zod";

/** A unit's code, as the schemas mint them. */
export const unitCode = (code: string): UnitCode => code as UnitCode;

type IndicatorInput = z.input<typeof planSchema>["indicators"][number];
type PlanInput = z.input<typeof planSchema>;
type RosterInput = z.input<typeof rosterSchema>;

/** An indicator asked of every school kind at every stage, required. */
export function anIndicator(code: string, measure: Measure, more: Partial<IndicatorInput> = {}): IndicatorInput {
  return {
    code, measure, name: `Chỉ tiêu ${code}`, group: "chung", unit: measure === "ratio" ? "%" : "trường",
    collectedFrom: ["mam-non", "tieu-hoc", "thpt"], stages: ["registration", "midterm", "summary"], overTime: "last",
    required: true, mayNotApply: true, targets: [], ...more,
  };
}

/** A target that binds each unit, of 95 % at least. */
export function aTarget(more: Partial<Target> = {}): Target {
  return { id: "t-unit", role: "unit", basis: "share", comparator: ">=", value: "0.95", source: { section: "II.1", quote: "ít nhất 95%" }, ...more };
}

/** TD01 count, TD02 ratio (base: head count `hoc-sinh`), TD03 yes/no, TD04 change, TD05 words (not required), TD06 yes/no part of TD03. */
export function aPlan(more: Partial<PlanInput> = {}): Plan {
  return planSchema.parse({
    id: "ke-hoach-thu", version: "1", title: "Kế hoạch thử", shortTitle: "Thử",
    issuer: { name: "Sở GDĐT", level: "so" }, scope: { name: "Tỉnh" },
    period: { from: "2024-09-01", to: "2025-08-31", label: "Năm học 2024-2025", kind: "schoolYear" },
    basedOn: [], themes: [], movements: [], subjects: [], workCategories: [], groups: [{ id: "chung", name: "Chung" }],
    headcounts: [{ id: "hoc-sinh", name: "Học sinh", definition: "Có mặt ngày 15/9", unit: "người", kinds: ["mam-non", "tieu-hoc", "thpt"] }],
    indicators: [
      anIndicator("TD01", "count"),
      anIndicator("TD02", "ratio", { denominatorHeadcount: "hoc-sinh", targets: [aTarget(), aTarget({ id: "t-scope", role: "scope" })] }),
      anIndicator("TD03", "yesNo", { targets: [aTarget({ id: "t-scope", role: "scope", basis: "count", value: "4" })] }),
      anIndicator("TD04", "change", { targets: [aTarget({ basis: "change", comparator: "reduceBy", value: "0.3" })] }),
      anIndicator("TD05", "text", { required: false }),
      anIndicator("TD06", "yesNo"),
    ],
    rules: [{ id: "td06-td03", kind: "partOfWhole", part: "TD06", whole: "TD03", severity: "error", sentence: "TD06 nằm trong TD03." }],
    registrationColumns: [], ownTargets: { asked: false, from: [] },
    milestones: [
      { id: "tong-ket", name: "Tổng kết", stage: "summary", due: "2025-06-01", rule: "before", from: [{ roles: ["unit"] }], deliverables: [form] },
      { id: "dang-ky", name: "Đăng ký", stage: "registration", due: "2024-10-15", rule: "by", from: [{ roles: ["unit"] }], deliverables: [form] },
    ],
    phases: [], events: [], awards: { forms: [], criteria: [], attention: [], timing: [] }, steps: [], roles: [], open: [], remarks: [],
    ...more,
  });
}

const form = { id: "form", kind: "form" as const, name: "Biểu", required: true };

export function indicatorOf(plan: Plan, code: string): Indicator {
  const found = plan.indicators.find((indicator) => indicator.code === code);
  if (!found) throw new Error(`No indicator ${code} in this plan.`);
  return found;
}

/** Sở SO; Phòng P1 with A1, A2, A3 and P2 with B1, B2; THPT T1 directly under the Sở. */
export function aRoster(more: Partial<RosterInput> = {}): Roster {
  const school = (code: string, name: string, kind: string, parent: string) => ({ code, name, kind, parents: [{ parent }] });
  return rosterSchema.parse({
    id: "tinh-thu", version: "1", name: "Tỉnh thử",
    kinds: [
      { id: "mam-non", name: "Mầm non", role: "unit" }, { id: "tieu-hoc", name: "Tiểu học", role: "unit" }, { id: "thpt", name: "THPT", role: "unit" },
      { id: "phong", name: "Phòng GDĐT", role: "intermediate" }, { id: "so", name: "Sở GDĐT", role: "scope" },
    ],
    units: [
      { code: "SO", name: "Sở Giáo dục và Đào tạo", kind: "so", parents: [] },
      school("P1", "Phòng GDĐT huyện Châu Thành", "phong", "SO"),
      school("P2", "Phòng GDĐT huyện Ba Tri", "phong", "SO"),
      school("A1", "Trường Mầm non Hoa Sen", "mam-non", "P1"),
      school("A2", "Trường Tiểu học Kim Đồng", "tieu-hoc", "P1"),
      school("A3", "Trường Tiểu học Hòa Bình", "tieu-hoc", "P1"),
      school("B1", "Trường Mầm non Hướng Dương", "mam-non", "P2"),
      school("B2", "Trường Tiểu học Lý Thường Kiệt", "tieu-hoc", "P2"),
      school("T1", "Trường THPT Chuyên Bến Tre", "thpt", "SO"),
    ],
    successors: [],
    ...more,
  });
}

export const notApplicable: ReadValue = { kind: "notApplicable" };
export const bareShare = (share: string): ReadValue => ({ kind: "bareShare", share: decimal(share) });

/** A plan file's decimal, exactly. */
export function decimal(text: string): Exact {
  const parsed = parseExact(text);
  if (!parsed) throw new Error(`Not a decimal: ${text}`);
  return parsed;
}

export type CellInput = number | string | boolean | null | ReadValue;

/** A cell: numbers and decimals as numbers, booleans as đạt / chưa đạt, other words as text, `null` as a blank. */
export function aReading(input: CellInput, cell = "G10", sheet = "Kết quả"): Reading {
  const place = { sheet, cell };
  if (input === null) return { ...place, raw: "", value: null };
  if (typeof input === "object") return { ...place, raw: input.kind, value: input };
  if (typeof input === "boolean") return { ...place, raw: input ? "Đạt" : "Chưa đạt", value: { kind: "yesNo", yes: input } };
  const number = typeof input === "number" ? exact(input) : parseExact(input);
  return { ...place, raw: String(input), value: number ? { kind: "number", number } : { kind: "text", text: String(input) } };
}

/** A cell the reader could make nothing of. */
export function anUnreadCell(raw: string, cell = "G10", sheet = "Kết quả"): Reading {
  return { sheet, cell, raw, value: null };
}

type PartInputs = Readonly<Partial<Record<PartId, CellInput | Reading>>>;

export interface SubmissionInput {
  readonly unit?: string | null;
  readonly name?: string | null;
  readonly stage?: Stage;
  readonly scope?: Submission["scope"];
  readonly plan?: string;
  /** Indicator → part → cell. */
  readonly figures?: Readonly<Record<string, PartInputs>>;
  readonly headcounts?: Readonly<Record<string, CellInput>>;
  /** `<row>.<column>` → text. */
  readonly sides?: Readonly<Record<string, string>>;
  readonly lists?: Submission["lists"];
  readonly problems?: readonly Problem[];
}

/** A summary submission of unit A1 with exactly the cells given. */
export function aSubmission(input: SubmissionInput = {}): Submission {
  const parts: Partial<Record<PartKey, Reading>> = {};
  let row = 9;
  for (const [code, cells] of Object.entries(input.figures ?? {})) {
    row += 1;
    for (const [index, [part, cell]] of Object.entries(cells).entries()) {
      parts[`${code}.${part as PartId}`] = isReading(cell) ? cell : aReading(cell ?? null, `${String.fromCharCode(71 + index)}${row}`);
    }
  }
  const readings = (cells: Readonly<Record<string, CellInput>>, sheet: string): Record<string, Reading> =>
    Object.fromEntries(Object.entries(cells).map(([id, cell], index) => [id, aReading(cell, `C${index + 5}`, sheet)]));
  return {
    plan: input.plan ?? "ke-hoach-thu", planVersion: "1", stage: input.stage ?? "summary", scope: input.scope ?? "own", formVersion: "1",
    unit: { code: input.unit === undefined ? "A1" : input.unit, name: input.name ?? null },
    parts, sides: readings(input.sides ?? {}, "Kết quả"), headcounts: readings(input.headcounts ?? {}, "Thông tin đơn vị"),
    info: {}, lists: input.lists ?? {}, printedChecksum: null, problems: input.problems ?? [],
  };
}

function isReading(cell: CellInput | Reading | undefined): cell is Reading {
  return typeof cell === "object" && cell !== null && "raw" in cell;
}

/** Cells for every required indicator of `aPlan` at the summary, nothing wrong with any of them. */
export function goodFigures(more: Readonly<Record<string, PartInputs>> = {}): Readonly<Record<string, PartInputs>> {
  return {
    TD01: { value: 5 }, TD02: { numerator: 98, denominator: 100 }, TD03: { answer: true },
    TD04: { startNumerator: 50, startDenominator: 1000, endNumerator: 40, endDenominator: 1000 }, TD06: { answer: false }, ...more,
  };
}

/** A submission in which nothing is wrong. */
export function aGoodSubmission(input: SubmissionInput = {}): Submission {
  return aSubmission({ ...input, figures: goodFigures(input.figures) });
}

/** A file as taken in; its hash follows its path. */
export function aFile(path: string, reading: Submission | readonly Submission[] | FileReading, receivedOn: string | null = "2025-05-20"): KeptFile {
  if ("kind" in reading) return { path, sha256: `sha-${path}`, receivedOn, reading };
  const submissions = Array.isArray(reading) ? (reading as readonly Submission[]) : [reading as Submission];
  return { path, sha256: `sha-${path}`, receivedOn, reading: { kind: "submissions", submissions, problems: [] } };
}

/** A book at the summary with these files and nothing decided. */
export function aBook(more: Partial<BookState> = {}): BookState {
  return {
    plan: aPlan(), answers: {}, roster: aRoster(), stage: "summary", files: [], decisions: [], corrections: [], extensions: [], entered: [],
    snapshots: [], notes: {}, documents: {}, ...more,
  };
}

/** The codes of problems, in order: what most tests want to know. */
export function codesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ code }) => code);
}
