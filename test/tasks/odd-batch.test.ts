import { aggregate } from "#domain/aggregate";
import type { LedgerState } from "#domain/ledger-types";
import type { Report } from "#domain/report";
import { severity, type ProblemCode } from "#domain/problem";
import { sentenceOf } from "#messages/problems";
import { hasErrors } from "#tasks/has-errors";
import { takeIn } from "#tasks/intake";
import * as odd from "../fixtures/odd-files";
import { filledForm, plan, request, roster } from "../fixtures/school-form";

jest.setTimeout(120_000);

type Build = () => Uint8Array | Promise<Uint8Array>;
interface Odd {
  readonly file: string;
  readonly build: Build;
  /** What the ledger makes of it beside the good files; several where an archive holds several. */
  readonly states: readonly LedgerState[];
  /** The problem that names the defect; none where the reader simply copes. */
  readonly problem?: ProblemCode;
}

/** Every defect under a file name a school might give it. */
const files: readonly Odd[] = [
  { file: "rong.xlsx", build: odd.empty, states: ["unreadable"], problem: "file-empty" },
  { file: "ban scan.pdf", build: odd.pdf, states: ["unreadable"], problem: "file-is-pdf" },
  { file: "anh.png", build: odd.png, states: ["unreadable"], problem: "file-is-picture" },
  { file: "anh.jpg", build: odd.jpeg, states: ["unreadable"], problem: "file-is-picture" },
  { file: "anh.heic", build: odd.heic, states: ["unreadable"], problem: "file-is-picture" },
  { file: "bai.rar", build: odd.rar, states: ["unreadable"], problem: "file-is-rar" },
  { file: "bai.7z", build: odd.sevenZip, states: ["unreadable"] },
  { file: "bao cao.docx", build: odd.docx, states: ["unreadable"], problem: "file-is-word" },
  { file: "bao cao.doc", build: odd.doc, states: ["unreadable"], problem: "file-is-word" },
  { file: "trinh chieu.pptx", build: odd.powerPoint, states: ["unreadable"], problem: "file-not-a-workbook" },
  { file: "xuat web.xls", build: odd.htmlAsXls, states: ["unreadable"], problem: "file-is-html" },
  { file: "so lieu.csv", build: odd.csv, states: ["unreadable"] },
  { file: "nhieu.xlsx", build: odd.noise, states: ["unreadable"] },
  { file: "~$bai.xlsx", build: odd.lockFile, states: ["unreadable"], problem: "file-is-lock" },
  { file: "cut.xlsx", build: odd.truncated, states: ["unreadable"], problem: "file-corrupt" },
  { file: "hong.xlsx", build: odd.corruptZip, states: ["unreadable"], problem: "file-corrupt" },
  { file: "cut.xls", build: odd.truncatedXls, states: ["unreadable"] },
  { file: "bom.xlsx", build: odd.bomb, states: ["unreadable"], problem: "file-too-large" },
  { file: "mat khau.xlsx", build: odd.passwordXlsx, states: ["unreadable"], problem: "file-encrypted" },
  { file: "mat khau.xls", build: odd.passwordXls, states: ["unreadable"], problem: "file-encrypted" },
  { file: "bang rieng.xlsx", build: odd.foreignWorkbook, states: ["notThisForm"], problem: "not-a-form" },
  { file: "ke hoach khac.xlsx", build: odd.wrongPlan, states: ["notThisForm"], problem: "other-plan" },
  { file: "dang ky.xlsx", build: odd.wrongStage, states: ["notThisForm"], problem: "other-stage" },
  { file: "la.xlsx", build: odd.unknownUnit, states: ["unknownUnit"], problem: "unit-unknown" },
  { file: "nham file.xlsx", build: odd.codeAndNameDisagree, states: ["returned"], problem: "unit-name-differs" },
  { file: "trong.xlsx", build: odd.emptyForm, states: ["returned"], problem: "form-empty" },
  { file: "am.xlsx", build: odd.negative, states: ["returned"], problem: "cell-negative" },
  { file: "le.xlsx", build: odd.fractionInCount, states: ["returned"], problem: "cell-fraction" },
  { file: "tren mau.xlsx", build: odd.numeratorAboveDenominator, states: ["returned"], problem: "numerator-above-denominator" },
  { file: "ngay trong o so.xlsx", build: odd.dateInCount, states: ["returned"], problem: "cell-not-a-number" },
  { file: "loi cong thuc.xlsx", build: odd.errorCell, states: ["returned"], problem: "cell-error" },
  { file: "chua tinh.xlsx", build: odd.formulaWithoutResult, states: ["returned"], problem: "cell-no-cached-value" },
  { file: "gan dat.xlsx", build: odd.wrongAnswer, states: ["returned"], problem: "cell-not-yes-no" },
  { file: "phan tram.xlsx", build: odd.percentInNumerator, states: ["returned"], problem: "ratio-without-base" },
  { file: "mat dong.xlsx", build: odd.missingRow, states: ["returned"], problem: "row-missing" },
  { file: "mat trang.xlsx", build: odd.missingSheet, states: ["returned"], problem: "sheet-missing" },
  { file: "mat cot.xlsx", build: odd.missingBaseColumn, states: ["returned"], problem: "column-missing" },
  { file: "hai dong.xlsx", build: odd.duplicatedRow(9), states: ["returned"], problem: "row-duplicated" },
  { file: "hai mau khac don vi.xlsx", build: odd.severalUnitsUnclear, states: ["unreadable"], problem: "several-units" },
  { file: "phong cu.xlsx", build: odd.oldFont, states: [], problem: "cell-old-font" },
  { file: "lien ket ngoai.xlsx", build: odd.externalLink, states: [], problem: "has-external-links" },
  { file: "macro.xlsm", build: odd.macros, states: [], problem: "has-macros" },
  { file: "dong la.xlsx", build: odd.rowOfNobody, states: [], problem: "rows-of-nobody" },
  { file: "ban moi.xlsx", build: odd.newerFormVersion, states: [], problem: "unknown-version" },
  { file: "dau cham.xlsx", build: odd.groupedText, states: [], problem: "cell-doubtful-reading" },
  { file: "gach ngang.xlsx", build: odd.dashes, states: [], problem: "cell-ambiguous" },
];

const chosen = (path: string, bytes: Uint8Array): { path: string; bytes: () => Promise<Uint8Array> } => ({ path, bytes: () => Promise.resolve(bytes) });

async function report(given: readonly (readonly [string, Uint8Array])[]): Promise<Report> {
  const kept = await takeIn(given.map(([path, bytes]) => chosen(path, bytes)), { ...request, receivedOn: "2025-05-01", receipts: new Map(), known: new Map() });
  return aggregate({
    plan, answers: {}, roster, stage: request.stage, files: kept, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {},
  }, { asOf: "2025-06-30", treeDate: "2025-06-30" });
}

describe("odd and broken files, each taken in alone", () => {
  test.each(files)("$file", async ({ file, build, states, problem }) => {
    const alone = await report([[file, await build()]]);
    const found = alone.ledger.flatMap((entry) => [...entry.problems, ...entry.submissions.flatMap(({ problems }) => problems)]);
    if (problem) expect(found.map(({ code }) => code)).toContain(problem);
    if (states.length > 0) expect(alone.ledger.map(({ state }) => state)).toEqual(states);
    // An end for every file, and a sentence a person can act on wherever something is wrong.
    expect(alone.ledger.length).toBeGreaterThan(0);
    for (const one of found) expect([one.code, sentenceOf(one)]).toEqual([one.code, expect.stringMatching(/^[^{}]{15,}[.?”)]$/u)]);
    if (found.some((one) => severity(one) === "error")) expect(hasErrors(alone)).toBe(true);
    expect(found.map((one) => sentenceOf(one)).filter((sentence) => /undefined|null|NaN|\[object/.test(sentence))).toEqual([]);
  });
});

test("in one batch with good files every odd file has its end, and the good files' figures stay what they were", async () => {
  const good: readonly (readonly [string, Uint8Array])[] = [["A1.xlsx", await filledForm()], ["A3.xlsx", await filledForm({}, { unit: "A3" })]];
  const broken = await Promise.all(files.filter(({ states }) => states.some((state) => state === "unreadable" || state === "notThisForm"))
    .map(async ({ file, build }): Promise<readonly [string, Uint8Array]> => [file, await build()]));
  const [clean, mixed] = [await report(good), await report([...broken, ...good])];
  expect(mixed.nodes).toEqual(clean.nodes);
  expect(mixed.coverage).toEqual(clean.coverage);
  expect(mixed.ledger.map(({ path }) => path).sort()).toEqual([...broken, ...good].map(([path]) => path).sort());
});

test("there are at least forty kinds", () => {
  expect(new Set(files.map(({ build }) => build)).size).toBeGreaterThanOrEqual(40);
});
