import { aggregate } from "#domain/aggregate";
import { exact } from "#domain/exact";
import { problem } from "#domain/problem";
import type { BookState, KeptFile, Report } from "#domain/report";
import { treeAt } from "#domain/tree";
import { checkFiles, rosterOfUnits } from "#tasks/check-files";
import { explain } from "#tasks/explain";
import { takeIn, type ChosenFile } from "#tasks/intake";
import { makeForms } from "#tasks/make-forms";
import { fillForm } from "#workbook/form/fill-form";
import { writeBook } from "#workbook/book/write-book";
import { sampleCases, sampleReport, sampleState, template } from "../support/sample-reports";

jest.setTimeout(240_000);

const sample = sampleCases[0];
const OFFICE = "X01";
let state: BookState;
let own: readonly KeptFile[];
let others: readonly KeptFile[];

beforeAll(async () => {
  if (!sample) throw new Error("no sample");
  state = await sampleState(sample);
  const tree = treeAt(state.roster, sample.asOf);
  const below = new Set<string>([OFFICE, ...tree.unitsUnder(OFFICE)]);
  const isOwn = ({ reading }: KeptFile): boolean => reading.kind === "submissions" && reading.submissions.some(({ unit }) => below.has(unit.code ?? ""));
  own = state.files.filter(isOwn);
  others = state.files.filter((file) => !isOwn(file));
});

async function bookOfOffice(changes: Partial<BookState> = {}): Promise<KeptFile[]> {
  const bytes = await writeBook(sampleReport({ ...state, files: own, ...changes }, "2025-11-05"), template);
  const chosen: ChosenFile = { path: "so-X01.xlsx", bytes: () => Promise.resolve(bytes) };
  return takeIn([chosen], { plan: state.plan, stage: state.stage, template, otherPlans: [], receivedOn: "2025-10-20", receipts: new Map(), known: [] });
}

const reportOn = (files: readonly KeptFile[]): Report => aggregate({ ...state, files }, { asOf: "2025-11-05", treeDate: "2025-11-05" });
const figures = (report: Report): unknown => report.nodes.map(({ node, indicator, numerator, denominator, reported, expected, checks }) => ({ node, indicator, numerator, denominator, reported, expected, checks }));

describe("a Phòng's book taken in by the Sở", () => {
  test("gives the figures its schools' files gave, each traced to the school's own file, sheet and cell", async () => {
    const report = reportOn([...others, ...(await bookOfOffice())]);
    expect(figures(report)).toEqual(figures(reportOn(state.files)));
    const found = explain(report, OFFICE, "BT06");
    expect(found?.addsUp).toBe(true);
    expect(found?.sources.map(({ file, sheet, cell }) => [file, sheet?.includes(" › Chỉ tiêu"), cell])).toEqual(found?.sources.map(({ cell }) => ["so-X01.xlsx", true, cell]));
  });

  test("beside the schools' own files counts nothing twice", async () => {
    const report = reportOn([...state.files, ...(await bookOfOffice())]);
    expect(figures(report)).toEqual(figures(reportOn(state.files)));
    const ofBook = report.ledger.find(({ path }) => path === "so-X01.xlsx")?.submissions.map(({ unit }) => unit) ?? [];
    const counted = ofBook.map((unit) => report.ledger.flatMap(({ submissions }) => submissions).filter((one) => one.unit === unit && one.state.startsWith("accepted")).length);
    expect(counted).toEqual(ofBook.map(() => 1));
    expect(ofBook.length).toBeGreaterThan(2);
  });

  test("brings the Phòng's correction along; against the school's own file it waits for a decision", async () => {
    const tree = treeAt(state.roster, "2025-11-05");
    const school = reportOn(state.files).contributions.find(({ unit, indicator, figure }) => indicator === "BT06" && figure.state === "reported" && tree.parentOf(unit) === OFFICE)?.unit ?? "";
    const correction = { unit: school, indicator: "BT06", value: { kind: "parts" as const, main: exact(1), base: exact(9) }, reason: "Trường báo nhầm" };
    const book = await bookOfOffice({ corrections: [correction] });
    const alone = reportOn([...others, ...book]).nodes.find(({ node, indicator }) => node === school && indicator === "BT06");
    expect([alone?.numerator, alone?.denominator]).toEqual([exact(1), exact(9)]);
    const both = reportOn([...state.files, ...book]);
    expect(both.nodes.find(({ node, indicator }) => node === school && indicator === "BT06")?.reported).toBe(0);
    expect(both.ledger.filter(({ submissions }) => submissions.some(({ unit, state: outcome }) => unit === school && outcome === "awaitingDecision")).length).toBe(2);
  });
});

describe("what a Phòng has settled stays settled at the Sở", () => {
  const DAYS = { asOf: "2025-11-05", treeDate: "2025-11-05" };
  /** The office's figures from its own book, and at the Sở from that book alone. */
  async function bothWays(changes: Partial<BookState>): Promise<{ here: Report; there: Report }> {
    const here = aggregate({ ...state, files: own, ...changes }, DAYS);
    return { here, there: reportOn(await bookOfOffice(changes)) };
  }
  const ofOffice = (report: Report): unknown => report.nodes.filter(({ node }) => treeAt(state.roster, "2025-11-05").pathTo(node).includes(OFFICE as never) || node === OFFICE)
    .map(({ node, indicator, numerator, denominator, value, reported, expected }) => ({ node, indicator, numerator, denominator, value, reported, expected }));
  const schools = (): readonly string[] => treeAt(state.roster, "2025-11-05").unitsUnder(OFFICE as never);
  const parts = (main: number, base: number) => ({ kind: "parts" as const, main: exact(main), base: exact(base) });
  const asked = (): { unit: string; indicator: string } => {
    const found = reportOn(state.files).contributions.find(({ unit, indicator, figure }) => indicator === "BT06" && figure.state === "reported" && schools().includes(unit));
    return { unit: found?.unit ?? "", indicator: "BT06" };
  };

  test("a figure typed in for a school that sent nothing, with a correction over it", async () => {
    const { unit, indicator } = asked();
    const without = own.filter(({ reading }) => reading.kind !== "submissions" || reading.submissions.every((one) => one.unit.code !== unit));
    const entered = [{ unit, document: "Fax 3", date: "2025-10-20", by: "Chuyên viên", values: [{ unit, indicator, value: parts(7, 9), reason: "" }] }];
    const { here, there } = await bothWays({ files: without, entered, corrections: [{ unit, indicator, value: parts(8, 9), reason: "Nghe nhầm" }] });
    expect(ofOffice(there)).toEqual(ofOffice(here));
    expect(there.contributions.find((one) => one.unit === unit && one.indicator === indicator)?.figure).toMatchObject({ state: "reported", numerator: exact(8) });
  });

  test("a correction for a school of which nothing else is known", async () => {
    const { unit, indicator } = asked();
    const without = own.filter(({ reading }) => reading.kind !== "submissions" || reading.submissions.every((one) => one.unit.code !== unit));
    const { here, there } = await bothWays({ files: without, corrections: [{ unit, indicator, value: parts(5, 6), reason: "Theo điện thoại" }] });
    expect(ofOffice(there)).toEqual(ofOffice(here));
    expect(there.ledger[0]?.submissions.find((one) => one.unit === unit)?.state).toMatch(/^accepted/u);
  });

  test("a returned file accepted on record; one returned and left is seen to be returned", async () => {
    const broken = own.map((file) => file.reading.kind !== "submissions" ? file : {
      ...file, reading: { ...file.reading, submissions: file.reading.submissions.map((one) => one.unit.code !== asked().unit ? one : { ...one, parts: { ...one.parts, "BT06.numerator": { sheet: "Chỉ tiêu", cell: "G16", raw: "chín", value: null } }, problems: [problem("cell-not-a-number", { sheet: "Chỉ tiêu", cell: "G16", indicator: "BT06" }, { indicator: "BT06", name: "", found: "chín" })] }) },
    });
    const left = await bothWays({ files: broken });
    expect(ofOffice(left.there)).toEqual(ofOffice(left.here));
    const returned = ({ coverage }: Report): (string | undefined)[] => coverage.flatMap(({ units }) => units.filter((one) => one.returned && one.unit === asked().unit).map(({ state: at }) => at));
    expect(returned(left.there)).toEqual(returned(left.here));
    expect(returned(left.there).length).toBeGreaterThan(0);
    const content = left.here.ledger.flatMap(({ submissions }) => submissions).find((one) => one.unit === asked().unit)?.content ?? "";
    const accepted = await bothWays({ files: broken, decisions: [{ action: "acceptProvisionally", unit: asked().unit, content, reason: "Kịp báo cáo", on: "2025-11-01" }] });
    expect(ofOffice(accepted.there)).toEqual(ofOffice(accepted.here));
    expect(ofOffice(accepted.there)).not.toEqual(ofOffice(left.there));
  });

  test("two differing contents still wait, and what agrees in them counts once", async () => {
    const { unit } = asked();
    const twin = own.flatMap((file) => file.reading.kind === "submissions" && file.reading.submissions.some((one) => one.unit.code === unit) ? [{
      ...file, path: "ban chinh thuc.xlsx", sha256: "f".repeat(64),
      reading: { ...file.reading, submissions: file.reading.submissions.map((one) => ({ ...one, parts: { ...one.parts, "BT06.numerator": { sheet: "Chỉ tiêu", cell: "G16", raw: "1", value: { kind: "number" as const, number: exact(1) } } } })) },
    }] : []);
    const { here, there } = await bothWays({ files: [...own, ...twin] });
    expect(ofOffice(there)).toEqual(ofOffice(here));
    expect(there.ledger.flatMap(({ submissions }) => submissions).filter((one) => one.unit === unit && one.state === "awaitingDecision")).toHaveLength(2);
  });

  test("a file the Phòng assigned to a school arrives as that school's", async () => {
    const { unit } = asked();
    const wrong = own.map((file) => file.reading.kind !== "submissions" ? file : { ...file, reading: { ...file.reading, submissions: file.reading.submissions.map((one) => (one.unit.code === unit ? { ...one, unit: { code: "ZZ", name: "Trường không rõ" } } : one)) } });
    const content = aggregate({ ...state, files: wrong }, DAYS).ledger.flatMap(({ submissions }) => submissions).find((one) => one.unit === null)?.content ?? "";
    const { here, there } = await bothWays({ files: wrong, decisions: [{ action: "assignUnit", unit, content, reason: "Trường xác nhận", on: "2025-11-01" }] });
    expect(ofOffice(there)).toEqual(ofOffice(here));
    expect(there.contributions.some((one) => one.unit === unit && one.figure.state === "reported")).toBe(true);
  });
});

describe("an office's bare total (biểu tổng hợp)", () => {
  async function totalOf(numerator: number, denominator: number): Promise<KeptFile[]> {
    const forms = makeForms({ plan: state.plan, stage: state.stage, template, roster: state.roster, treeDate: "2025-11-05", what: { unit: OFFICE, total: true } });
    const { value: form } = await forms.next();
    if (!form) throw new Error("no form");
    const bytes = await fillForm(form.bytes, { values: new Map<string, number>([["STD_BT06_numerator", numerator], ["STD_BT06_denominator", denominator]]) });
    const chosen: ChosenFile = { path: "tong hop X01.xlsx", bytes: () => Promise.resolve(bytes) };
    return takeIn([chosen], { plan: state.plan, stage: state.stage, template, otherPlans: [], receivedOn: "2025-10-20", receipts: new Map(), known: [] });
  }
  const figure = (report: Report): unknown => {
    const found = report.nodes.find(({ node, indicator }) => node === OFFICE && indicator === "BT06");
    return [found?.numerator, found?.denominator, found?.reported, found?.expected];
  };
  /** The other rows of the total form stay blank: accepted on record, the filled figure counts. */
  const accepting = (report: Report): BookState["decisions"] => report.ledger.flatMap(({ path, submissions }) => (path.startsWith("tong hop") ? submissions : []))
    .map(({ content }) => ({ action: "acceptProvisionally" as const, unit: OFFICE, content, reason: "Chỉ có số này", on: "2025-11-01" }));

  test("counts where no school's file does", async () => {
    const files = [...others, ...(await totalOf(70, 80))];
    const report = aggregate({ ...state, files, decisions: accepting(reportOn(files)) }, { asOf: "2025-11-05", treeDate: "2025-11-05" });
    expect(figure(report)).toEqual([exact(70), exact(80), 2, 2]);
  });

  test("beside the schools' files is named as different, and counts only by decision", async () => {
    const files = [...state.files, ...(await totalOf(70, 80))];
    const decisions = accepting(reportOn(files));
    const before = aggregate({ ...state, files, decisions }, { asOf: "2025-11-05", treeDate: "2025-11-05" });
    expect(figure(before)).toEqual(figure(reportOn(state.files)));
    expect(before.problems.filter(({ code }) => code === "office-total-differs").map(({ at }) => [at.unit, at.indicator])).toEqual([[OFFICE, "BT06"]]);
    const chosen = [...decisions, { action: "useOfficeTotal" as const, unit: OFFICE, indicator: "BT06", reason: "Phòng đã rà soát", on: "2025-11-02" }];
    expect(figure(aggregate({ ...state, files, decisions: chosen }, { asOf: "2025-11-05", treeDate: "2025-11-05" }))).toEqual([exact(70), exact(80), 2, 2]);
  });
});

test("a school checks its own form at home, without a roster: only its own rows are asked", () => {
  const good = own.find(({ path }) => path.includes("Mầm non"));
  if (!good) throw new Error("no nursery");
  const roster = rosterOfUnits([good], state.plan);
  expect(roster.units.map(({ kind }) => kind)).toEqual(["scope", "mam-non"]);
  const { files: _files, ...rest } = state;
  const [checked] = checkFiles([good], { ...rest, roster }, { asOf: "2025-11-05", treeDate: "2025-11-05" });
  expect(checked?.problems.map(({ code }) => code).filter((code) => code === "cell-blank" || code === "cell-does-not-apply")).toEqual([]);
});
