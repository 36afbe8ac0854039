/**
 * The whole job (cả việc): a province's files in memory to a written book, against the same job built on exceljs alone;
 * then going on with that book. Each side does what an officer would wait for.
 */
import ExcelJS from "exceljs";
import type { Report } from "#domain/report";
import { EMPTY_DECISIONS } from "#domain/decision-file";
import { runAggregate } from "#tasks/aggregate-job";
import { bookBytes, readBook, reportOf } from "#tasks/book-file";
import { explain } from "#tasks/explain";
import type { ChosenFile } from "#tasks/intake";
import { readerHere, type StartReaders } from "#tasks/reading/reader-pool";
import { bookOf } from "#workbook/book/write-book";
import { asCells } from "#workbook/light-rows";
import { useNodeZip } from "../../src/cli/node-zip";
import { startNodeReaders } from "../../src/cli/node-readers";
import { template } from "../support/sample-reports";
import { corpusOf, type Corpus } from "./corpus";
import { measured, type Measured } from "./measure";

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
      const theirs = await exceljsJob(files, first.report);
      note("exceljs alone: files loaded", theirs.intake);
      note("exceljs alone: the same book written", theirs.book);
      note("exceljs alone: all of it", theirs.intake + theirs.book);
    }

    // Going on with the book: ten files more, all of them given again.
    let begun = performance.now();
    const book = readBook(first.book);
    note("going on: the book read", since(begun));
    if (!book.ok) throw new Error("the book is not one");
    opened = 0;
    const more = await ourJob(all, corpus, { bytes: first.book, ...book }, counting);
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

/** Every file loaded by the library, every value looked at; then the same book, each cell an object of the library, written by it. */
async function exceljsJob(files: readonly ChosenFile[], report: Report): Promise<Omit<Lap, "figures">> {
  let begun = performance.now();
  let values = 0;
  for (const { bytes } of files) {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await bytes()) as unknown as ArrayBuffer);
    workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => { if (cell.value !== null) values += 1; })));
  }
  if (values === 0) throw new Error("nothing was read");
  const intake = since(begun);
  begun = performance.now();
  const workbook = bookOf(report, template);
  workbook.worksheets.forEach(asCells);
  await workbook.xlsx.writeBuffer();
  return { intake, book: since(begun) };
}
