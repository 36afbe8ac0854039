import { aggregate } from "#domain/aggregate";
import type { LedgerEntry, LedgerState } from "#domain/ledger-types";
import { severity, type Problem, type ProblemCode } from "#domain/problem";
import type { Report } from "#domain/report";
import { sentenceOf } from "#messages/problems";
import { hasErrors } from "#tasks/has-errors";
import { takeIn } from "#tasks/intake";
import * as odd from "../fixtures/odd-files";
import { filledForm, plan, request, roster } from "../fixtures/school-form";

jest.setTimeout(120_000);

interface Odd {
  /** A file name a school might give it. */
  readonly file: string;
  readonly build: () => Uint8Array | Promise<Uint8Array>;
  /** What the ledger makes of it, entry by entry where an archive holds several. */
  readonly states: readonly LedgerState[];
  /** Everything that is said about it; nothing where the reader simply copes. */
  readonly codes: readonly ProblemCode[];
}

const copes = (file: string, build: Odd["build"], state: LedgerState = "accepted"): Odd => ({ file, build, states: [state], codes: [] });
const says = (file: string, build: Odd["build"], state: LedgerState, ...codes: readonly ProblemCode[]): Odd => ({ file, build, states: [state], codes });

/** Every fixture of odd files; one cause gets one message. */
const files: readonly Odd[] = [
  // No workbook at all.
  says("rong.xlsx", odd.empty, "unreadable", "file-empty"),
  says("ban scan.pdf", odd.pdf, "unreadable", "file-is-pdf"),
  says("scan.xlsx", odd.pdf, "unreadable", "file-is-pdf"),
  says("anh.png", odd.png, "unreadable", "file-is-picture"),
  says("anh.jpg", odd.jpeg, "unreadable", "file-is-picture"),
  says("anh.heic", odd.heic, "unreadable", "file-is-picture"),
  says("bai.rar", odd.rar, "unreadable", "file-is-rar"),
  says("bai.7z", odd.sevenZip, "unreadable", "file-not-a-workbook"),
  says("bao cao.docx", odd.docx, "unreadable", "file-is-word"),
  says("bao cao.doc", odd.doc, "unreadable", "file-is-word"),
  says("trinh chieu.pptx", odd.powerPoint, "unreadable", "file-not-a-workbook"),
  says("xuat web.xls", odd.htmlAsXls, "unreadable", "file-is-html"),
  says("so lieu.csv", odd.csv, "unreadable", "file-not-a-workbook"),
  says("nhieu.xlsx", odd.noise, "unreadable", "file-not-a-workbook"),
  says("~$bai.xlsx", odd.lockFile, "unreadable", "file-is-lock"),
  // A workbook that cannot be opened.
  says("cut.xlsx", odd.truncated, "unreadable", "file-corrupt"),
  says("hong.xlsx", odd.corruptZip, "unreadable", "file-corrupt"),
  says("cut.xls", odd.truncatedXls, "unreadable", "file-corrupt"),
  says("bom.xlsx", odd.bomb, "unreadable", "file-too-large"),
  says("mat khau.xlsx", odd.passwordXlsx, "unreadable", "file-encrypted"),
  says("mat khau.xls", odd.passwordXls, "unreadable", "file-encrypted"),
  // A workbook, but not this form.
  says("bang rieng.xlsx", odd.foreignWorkbook, "notThisForm", "not-a-form"),
  says("so tong hop.xlsx", odd.book, "notThisForm", "not-a-form"),
  says("ke hoach khac.xlsx", odd.wrongPlan, "notThisForm", "other-plan"),
  says("dang ky.xlsx", odd.wrongStage, "notThisForm", "other-stage"),
  says("dang ky, mat dau.xlsx", odd.wrongStageWithoutIdentity, "notThisForm", "other-stage"),
  says("ban moi.xlsx", odd.newerFormVersion, "notThisForm", "unknown-version"),
  says("ke hoach moi.xlsx", odd.newerPlanVersion, "notThisForm", "unknown-version"),
  // Whose it is.
  says("la.xlsx", odd.unknownUnit, "unknownUnit", "unit-unknown"),
  says("nham file.xlsx", odd.codeAndNameDisagree, "returned", "unit-name-differs"),
  says("hai don vi.xlsx", odd.severalUnitsUnclear, "unreadable", "several-units"),
  says("trang truong khac.xlsx", odd.sheetOfAnotherUnit, "unreadable", "several-units"),
  copes("hai truong.xlsx", odd.severalUnits),
  copes("hai truong chung.xlsx", odd.severalUnitsWithFacts),
  // Cells.
  says("trong.xlsx", odd.emptyForm, "returned", "form-empty"),
  says("am.xlsx", odd.negative, "returned", "cell-negative"),
  says("le.xlsx", odd.fractionInCount, "returned", "cell-fraction"),
  says("tren mau.xlsx", odd.numeratorAboveDenominator, "returned", "numerator-above-denominator"),
  says("ngay trong o so.xlsx", odd.dateInCount, "returned", "cell-not-a-number"),
  says("loi cong thuc.xlsx", odd.errorCell, "returned", "cell-error"),
  says("chua tinh.xlsx", odd.formulaWithoutResult, "returned", "cell-no-cached-value"),
  says("gan dat.xlsx", odd.wrongAnswer, "returned", "cell-not-yes-no"),
  says("phan tram.xlsx", odd.percentInNumerator, "returned", "ratio-without-base"),
  says("cap so lech mau.xlsx", odd.pairAgainstBase, "returned", "cell-ambiguous"),
  says("gach ngang.xlsx", odd.dashes, "returned", "cell-ambiguous", "cell-ambiguous"),
  says("phong cu.xlsx", odd.oldFont, "acceptedWithWarnings", "cell-old-font"),
  says("dau cham.xlsx", odd.groupedText, "acceptedWithWarnings", "cell-doubtful-reading"),
  says("de cong thuc.xlsx", odd.alteredFormula(0.12), "acceptedWithWarnings", "formula-altered"),
  // Rows, columns, sheets.
  says("mat dong.xlsx", odd.missingRow, "returned", "row-missing"),
  says("mat trang.xlsx", odd.missingSheet, "returned", "sheet-missing"),
  says("mat thong tin.xlsx", odd.missingInfoSheet, "acceptedWithWarnings", "sheet-missing"),
  says("mat cot.xlsx", odd.missingBaseColumn, "returned", "column-missing"),
  says("hai dong.xlsx", odd.duplicatedRow(9), "returned", "row-duplicated"),
  copes("hai dong nhu nhau.xlsx", odd.duplicatedRow(null)),
  says("dong la.xlsx", odd.rowOfNobody, "acceptedWithWarnings", "rows-of-nobody"),
  says("lien ket ngoai.xlsx", odd.externalLink, "acceptedWithWarnings", "has-external-links"),
  says("macro.xlsm", odd.macros, "accepted", "has-macros"),
  says("mat sheet an.xlsx", odd.lostMetaSheet, "accepted", "hidden-sheet-lost"),
  says("mat dau.xlsx", odd.lostMetaAndIdentity, "accepted", "hidden-sheet-lost"),
  says("dan gia tri.xlsx", odd.pastedAsValues, "accepted", "hidden-sheet-lost"),
  says("dan gia tri, mat dau.xlsx", odd.pastedWithoutIdentity, "accepted", "hidden-sheet-lost"),
  // What the reader simply copes with.
  copes("bai.xlsx", odd.goodForm),
  copes("doi ten sheet.xlsx", odd.renamedSheets),
  copes("dao sheet.xlsx", odd.reorderedSheets),
  copes("chen dong.xlsx", odd.insertedRows),
  copes("chen dong, mat ten.xlsx", odd.insertedRowsWithoutNames),
  copes("chen cot.xlsx", odd.insertedColumn),
  copes("chen cot, mat ten.xlsx", odd.insertedColumnWithoutNames),
  copes("doi cot.xlsx", odd.swappedColumns),
  copes("sap lai dong.xlsx", odd.sortedRows),
  copes("gop tieu de.xlsx", odd.mergedHeadings),
  copes("gop o.xlsx", odd.mergedInput),
  copes("mat ten.xlsx", odd.lostNames),
  copes("mat cot ma.xlsx", odd.lostCodeColumn),
  copes("ban cu an.xlsx", odd.hiddenStaleCopy),
  copes("bieu chung.xlsx", odd.commonForm),
  copes("nfd.xlsx", odd.decomposedText),
  copes("dau cach.xlsx", odd.trailingBlanks),
  copes("so dang chu.xlsx", odd.textNumbers),
  copes("cap so.xlsx", odd.pairInNumerator),
  copes("cong thuc rieng.xlsx", odd.ownFormula),
  copes("chuoi rong.xlsx", odd.emptySharedString),
  copes("bai.xls", odd.xls),
  copes("bai.ods", odd.ods),
  copes("bai.xlsb", odd.xlsb),
  copes("bai.xml", odd.xml2003),
  // Archives: the archive itself stands in the ledger only with trouble of its own.
  { file: "ten cu.zip", build: odd.zipWithOldNames, states: ["accepted", "identicalCopy"], codes: [] },
  { file: "cum.zip", build: odd.zipOfForms, states: ["unreadable", "accepted", "identicalCopy", "unreadable"], codes: ["archive-too-deep", "file-is-picture"] },
];

type Given = readonly (readonly [string, Uint8Array])[];

async function reportOn(given: Given): Promise<Report> {
  const chosen = given.map(([path, bytes]) => ({ path, bytes: () => Promise.resolve(bytes) }));
  const kept = await takeIn(chosen, { ...request, receivedOn: "2025-05-01", receipts: new Map(), known: [] });
  return aggregate({
    plan, answers: {}, roster, stage: request.stage, files: kept, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {},
  }, { asOf: "2025-06-30", treeDate: "2025-06-30" });
}

/** Everything said about a file; a submission's problems stand at its file too and count once. */
function saidOf({ problems, submissions }: LedgerEntry): Problem[] {
  return [...new Set([...problems, ...submissions.flatMap((one) => one.problems)])];
}

/** A person can act on it: what to do, or that nothing needs doing. */
const REMEDY = /đề nghị|kiểm tra|gõ |sửa|xóa|giữ lại|khôi phục|chuyển sang|cập nhật|giải nén|mở |tải lại|chọn|lưu lại|không cần làm gì|vẫn được đọc|được tính lại|xem đơn vị|xác định/iu;

function expectToHelp(found: Problem): void {
  const sentence = sentenceOf(found);
  expect([found.code, sentence]).toEqual([found.code, expect.stringMatching(/^\p{Lu}[^{}]{15,}[.?”)]$/u)]);
  expect(sentence).toMatch(REMEDY);
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
  if (found.at.indicator) expect(sentence).toContain(found.at.indicator);
  if (found.at.cell) expect(sentence).toContain(found.at.cell);
}

describe("an odd or broken file, taken in alone", () => {
  test.each(files)("$file ends as $states and is told $codes", async ({ file, build, states, codes }) => {
    const alone = await reportOn([[file, await build()]]);
    expect(alone.ledger.map(({ state }) => state)).toEqual(states);
    const found = alone.ledger.flatMap(saidOf);
    expect(found.map(({ code }) => code)).toEqual(codes);
    found.forEach(expectToHelp);
    for (const one of found) expect(one.at.file ?? "").toContain(file);
    expect(hasErrors(alone)).toBe(found.some((one) => severity(one) === "error"));
  });

  test("is at least one of forty kinds, and no fixture is left out", () => {
    const given = new Set(files.map(({ build }) => build));
    const fixtures = Object.entries(odd).filter(([, build]) => build !== odd.duplicatedRow && build !== odd.alteredFormula);
    expect(fixtures.filter(([, build]) => !given.has(build as Odd["build"])).map(([name]) => name)).toEqual([]);
    expect(new Set(files.flatMap(({ codes }) => codes)).size).toBeGreaterThanOrEqual(30);
    expect(files.filter(({ codes }) => codes.length > 0).length).toBeGreaterThanOrEqual(40);
  });
});

describe("all odd files in one batch with good ones", () => {
  const GOOD = ["A3", "B2", "T1"];
  let good: Given;
  let oddOnes: Given;
  let clean: Report;
  let mixed: Report;
  beforeAll(async () => {
    good = await Promise.all(GOOD.map(async (unit) => [`${unit}.xlsx`, await filledForm({}, { unit })] as const));
    oddOnes = await Promise.all(files.map(async ({ file, build }) => [file, await build()] as const));
    clean = await reportOn(good);
    mixed = await reportOn([...oddOnes.slice(0, 30), ...good, ...oddOnes.slice(30)]);
  });

  const figuresOf = (report: Report, units: readonly string[]): unknown => report.nodes.filter(({ node }) => units.includes(node));

  test("leave the good files' figures, states and coverage what they are without them", () => {
    expect(figuresOf(mixed, GOOD)).toEqual(figuresOf(clean, GOOD));
    const statesOf = (report: Report): unknown => report.ledger.filter(({ path }) => GOOD.includes(path.slice(0, 2))).map(({ path, state }) => [path, state]);
    expect(statesOf(mixed)).toEqual(statesOf(clean));
    expect(statesOf(clean)).toEqual(GOOD.map((unit) => [`${unit}.xlsx`, "accepted"]));
    const owed = (report: Report): unknown => report.coverage.map(({ units }) => units.filter(({ unit }) => GOOD.includes(unit)));
    expect(owed(mixed)).toEqual(owed(clean));
  });

  test("broken files and other forms change nothing in any node", async () => {
    const harmless = oddOnes.filter(([path]) => files.some(({ file, states }) => file === path && states.length === 1 && ["unreadable", "notThisForm", "unknownUnit"].includes(states[0] ?? "")));
    expect(harmless.length).toBeGreaterThan(25);
    const beside = await reportOn([...harmless, ...good]);
    expect(beside.nodes).toEqual(clean.nodes);
    expect(beside.coverage).toEqual(clean.coverage);
  });

  test("every file, and every member of an archive, ends in exactly one state", () => {
    const expected = [...good.map(([path]) => path), ...files.flatMap(({ file, states }) => states.map(() => file))];
    expect(mixed.ledger.map(({ path }) => path.split(" › ")[0]).sort()).toEqual(expected.sort());
    const counts = new Map<LedgerState, number>();
    for (const { state } of mixed.ledger) counts.set(state, (counts.get(state) ?? 0) + 1);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(expected.length);
    expect(counts.get("notThisForm")).toBe(files.filter(({ states }) => states[0] === "notThisForm").length);
    expect(counts.get("unreadable")).toBe(files.flatMap(({ states }) => states).filter((state) => state === "unreadable").length);
    expect(counts.get("unknownUnit")).toBe(1);
  });

  test("what is wrong with a file is said in the batch as it is alone; a mere copy of another file says nothing more of its cells", () => {
    for (const { file, codes } of files) {
      const entries = mixed.ledger.filter(({ path }) => path.split(" › ")[0] === file);
      if (entries.some(({ state }) => state === "identicalCopy")) continue;
      const found = entries.flatMap(saidOf).map(({ code }) => code);
      expect([file, found]).toEqual([file, expect.arrayContaining([...codes])]);
    }
    mixed.problems.forEach((found) => { expect(sentenceOf(found)).not.toMatch(/undefined|null|NaN|\[object/); });
  });

  test("the many differing forms of one unit leave exactly its differing figures out", () => {
    const awaiting = mixed.ledger.filter(({ state }) => state === "awaitingDecision");
    expect(awaiting.length).toBeGreaterThan(2);
    const told = mixed.problems.filter(({ code }) => code === "submissions-differ");
    expect(told.length).toBeGreaterThan(0);
    const reportedOf = (indicator: string): unknown => mixed.nodes.find((figure) => figure.node === "A1" && figure.indicator === indicator)?.reported;
    expect([reportedOf("TD01"), reportedOf("TD05")]).toEqual([0, 1]);
  });
});
