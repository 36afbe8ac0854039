/**
 * The whole job (cả việc): a province's files in memory to a written book, against the same job built on exceljs alone;
 * then going on with that book. Each side does what an officer would wait for.
 */
import ExcelJS from "exceljs";
import { aggregate } from "#domain/aggregate";
import { toText } from "#domain/exact";
import type { BookState, KeptFile, Report } from "#domain/report";
import type { Cell, CellValue, WorkbookSnapshot } from "#domain/snapshot";
import { EMPTY_DECISIONS } from "#domain/decision-file";
import { runAggregate } from "#tasks/aggregate-job";
import { bookBytes, readBook, reportOf } from "#tasks/book-file";
import { explain } from "#tasks/explain";
import type { ChosenFile } from "#tasks/intake";
import { readerHere, type StartReaders } from "#tasks/reading/reader-pool";
import { bookOf } from "#workbook/book/write-book";
import { asCells } from "#workbook/light-rows";
import { readWorkbook } from "#workbook/read/read-file";
import { useNodeZip } from "../../src/cli/node-zip";
import { startNodeReaders } from "../../src/cli/node-readers";
import { template } from "../support/sample-reports";
import { corpusOf, type Corpus } from "./corpus";
import { cleanUp, measured, type Measured } from "./measure";

interface Lap {
  readonly intake: number;
  readonly figures: number;
  readonly book: number;
}

const since = (begun: number): number => performance.now() - begun;
const ADDED = 10;

export async function wholeJobBench(runs: number, units: number, peers = true): Promise<Measured[]> {
  useNodeZip();
  const corpus = await corpusOf(units + ADDED);
  const all = Array.from({ length: units + ADDED }, (_, index): ChosenFile => {
    const { path, bytes } = corpus.file(index);
    return { path, bytes: () => Promise.resolve(bytes) };
  });
  let opened = 0;
  const counting: StartReaders = (job, files) => {
    const readers = startNodeReaders(job, files) ?? readerHere(job);
    return { ...readers, read: (path, bytes, hash) => { opened += 1; return readers.read(path, bytes, hash); } };
  };
  const files = all.slice(0, units);
  const times = new Map<string, number[]>();
  const note = (name: string, time: number): void => void times.set(name, [...(times.get(name) ?? []), time]);
  for (let run = 0; run < runs; run += 1) {
    const first = await ourJob(files, corpus, null, counting);
    note("ours: files to figures", first.lap.intake + first.lap.figures);
    note("ours: the book written", first.lap.book);
    note("ours: all of it", first.lap.intake + first.lap.figures + first.lap.book);
    if (peers) {
      const theirs = await exceljsJob(files, corpus);
      expectSameFigures(first.report, theirs.report);
      note("exceljs alone: files to figures", theirs.intake + theirs.figures);
      note("exceljs alone: the same book written", theirs.book);
      note("exceljs alone: all of it", theirs.intake + theirs.figures + theirs.book);
    }

    // Going on with the book: ten files more, all of them given again.
    let begun = performance.now();
    const book = readBook(first.book);
    note("going on: the book read", since(begun));
    if (!book.ok) throw new Error("the book is not one");
    opened = 0;
    const more = await ourJob(all, corpus, { ...book, bytes: first.book }, counting);
    note("going on: ten files added to the others", more.lap.intake);
    note("going on: everything judged and added again", more.lap.figures);
    note("going on: the book rewritten", more.lap.book);
    if (opened !== ADDED) throw new Error(`${opened} files were opened, not the ${ADDED} new ones`);

    const report = reportOf(book.state, { asOf: corpus.treeDate, treeDate: corpus.treeDate });
    begun = performance.now();
    for (const { code } of corpus.plan.indicators) explain(report, corpus.roster.units[0]?.code ?? "", code);
    note("explaining one figure of the top", since(begun) / corpus.plan.indicators.length);
  }
  const ratio = (title: string, of: string, to: string): Measured[] => (times.has(of) && times.has(to)
    ? [measured(title, "ratio", (times.get(of) ?? []).map((time, run) => time / (times.get(to)?.[run] ?? Number.NaN)))] : []);
  return [
    ...[...times].map(([name, values]) => measured(name, "ms", values)),
    ...ratio("exceljs alone ÷ ours (at least 5)", "exceljs alone: all of it", "ours: all of it"),
    ...ratio("the intake of ten files more ÷ the full intake (at most 0.1)", "going on: ten files added to the others", "ours: files to figures"),
  ];
}

async function ourJob(files: readonly ChosenFile[], { plan, stage, roster, treeDate }: Corpus, before: ({ readonly bytes: Uint8Array } & Extract<ReturnType<typeof readBook>, { ok: true }>) | null, startReaders: StartReaders) {
  cleanUp();
  const begun = performance.now();
  let read = begun;
  const report = await runAggregate(files, {
    plan, answeredPlan: plan, answers: {}, stage, roster, template, otherPlans: [], asOf: treeDate, treeDate, receivedOn: treeDate, receipts: new Map(),
    decisions: EMPTY_DECISIONS, before: before?.state ?? null, registered: null, freeze: null, startReaders,
    onProgress: (done, total) => { if (done === total) read = performance.now(); },
  });
  const counted = performance.now();
  const book = await bookBytes(report, before?.bytes ?? null, template, before?.choices);
  return { report, book, lap: { intake: read - begun, figures: counted - read, book: since(counted) } satisfies Lap };
}

/**
 * Every file loaded by the library and recognised, judged and added up as ours are, from what the library says stands in
 * the cells; then the same book, each cell an object of the library, written by it.
 */
async function exceljsJob(files: readonly ChosenFile[], { plan, stage, roster, treeDate }: Corpus): Promise<Lap & { readonly report: Report }> {
  cleanUp();
  let begun = performance.now();
  const kept: KeptFile[] = [];
  for (const { path, bytes } of files) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytes()) as unknown as ArrayBuffer);
    kept.push({ path, sha256: path, receivedOn: treeDate, reading: readWorkbook(snapshotOf(workbook), path, { plan, stage, template }) });
  }
  const intake = since(begun);
  begun = performance.now();
  const state: BookState = {
    plan, answers: {}, roster, stage, files: kept, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {},
  };
  const report = aggregate(state, { asOf: treeDate, treeDate });
  const figures = since(begun);
  begun = performance.now();
  const workbook = bookOf(report, template);
  workbook.worksheets.forEach(asCells);
  await workbook.xlsx.writeBuffer();
  return { intake, figures, book: since(begun), report };
}

function snapshotOf(workbook: ExcelJS.Workbook): WorkbookSnapshot {
  return {
    hasMacros: false, hasExternalLinks: false,
    names: workbook.definedNames.model.map(({ name, ranges }) => ({ name, refersTo: ranges[0] ?? "" })),
    sheets: workbook.worksheets.map((sheet) => {
      const cells: Cell[] = [];
      sheet.eachRow((row, number) => row.eachCell((cell, column) => {
        if (cell.isMerged && cell.master !== cell) return;
        const stored = cell.formula ? cell.result : cell.value;
        const value: CellValue | null = typeof stored === "number" ? { kind: "number", number: stored } : typeof stored === "string" ? { kind: "text", text: stored }
          : typeof stored === "boolean" ? { kind: "boolean", boolean: stored } : stored instanceof Date ? { kind: "date", iso: stored.toISOString().slice(0, 10) }
            : stored && typeof stored === "object" && "richText" in stored ? { kind: "text", text: stored.richText.map(({ text }) => text).join("") } : null;
        if (value === null && !cell.formula) return;
        cells.push({ row: number - 1, column: column - 1, value, ...(cell.formula ? { formula: cell.formula } : {}), ...(cell.numFmt && cell.numFmt !== "General" ? { format: cell.numFmt } : {}) });
      }));
      return { name: sheet.name, state: sheet.state, cells, merges: [] };
    }),
  };
}

/** Two ways to the same figures. */
function expectSameFigures(ours: Report, theirs: Report): void {
  const said = ({ nodes }: Report): string => nodes.map(({ node, indicator, numerator, denominator }) => [node, indicator, numerator && toText(numerator), denominator && toText(denominator)].join(" ")).join("\n");
  if (said(ours) !== said(theirs)) throw new Error("the two jobs come to different figures");
}
