/** `aggregate`: files in, one book out, with who is missing and what is wrong. */
import { join, resolve } from "node:path";
import { parseDecisionFile, type DecisionFile } from "#tasks/decisions";
import type { Plan, Stage } from "#domain/plan";
import type { LedgerState } from "#domain/ledger-types";
import type { EarlierStage, Report } from "#domain/report";
import { commandWords as words } from "#messages/commands-vi";
import { runAggregate } from "#tasks/aggregate-job";
import { bookBytes, bookLimit, writeNodeBook } from "#tasks/book-file";
import { takeRegistration } from "#tasks/take-former";
import { hasErrors } from "#tasks/has-errors";
import { planWithAnswers } from "#tasks/plan-answers";
import { figuresJsonPieces, reportJsonPieces } from "#tasks/report-json";
import { withoutNames } from "#tasks/without-names";
import { sentenceOf } from "#tasks/words";
import { nodeFileName, officesOf } from "#tasks/offices";
import { allPlans, loadAnswers, loadJson, loadPlan, loadReceipts, loadRoster, loadTemplate } from "./catalogue";
import { chosenFiles, readBytes } from "./files";
import { startNodeReaders } from "./node-readers";
import { openBook } from "./open-book";
import { parseOptions, type Options } from "./options";
import { writeReport } from "./report-command";
import { UsageError } from "./usage-error";
import { refuseOpenElsewhere, writeKeepingTold, writePiecesKeeping, writeWhole } from "./write-files";

const NAMES = [
  "plan", "form", "roster", "as-of", "tree-date", "received-on", "receipts", "decisions", "answers", "registered",
  "freeze", "by", "out", "book", "node-files", "word", "json",
];

export async function aggregateCommand(args: readonly string[]): Promise<0 | 1> {
  const options = parseOptions(args, NAMES, ["no-names"]);
  const stage = options.stage();
  const plan = loadPlan(options.required("plan"));
  const roster = loadRoster(options.required("roster"));
  const json = options.text("json");
  // Figures alone, as JSON: for what fits no book.
  const out = json === undefined ? options.required("out") : options.text("out");
  if (out === undefined && (options.text("node-files") ?? options.text("word") ?? options.text("freeze")) !== undefined) throw new UsageError(words.missing("--out"));
  const asOf = options.day("as-of") ?? new Date().toISOString().slice(0, 10);
  const existing = options.text("book");
  for (const book of [out, existing]) if (book !== undefined) refuseOpenElsewhere(book);
  const existingBytes = existing === undefined ? null : readBytes(existing);
  const opened = existingBytes && existing !== undefined ? openBook(existingBytes, existing, plan.id, stage) : null;
  const before = opened?.state ?? null;
  const answers = { ...before?.answers, ...loadAnswers(options.text("answers")) };
  const answered = planWithAnswers(plan, answers);
  if (!answered.ok) throw new UsageError(words.answerFaults(options.text("answers") ?? existing ?? "", answered.faults));

  const chosen = chosenFiles(options.paths);
  if (chosen.length === 0 && !before) throw new UsageError(words.noInput);
  const template = loadTemplate();
  const registered = registeredOf(options, plan, stage);
  const freezeName = options.text("freeze");
  const judged = await runAggregate(chosen, {
    plan, answeredPlan: answered.plan, answers, stage, roster, template,
    otherPlans: allPlans().filter(({ id }) => id !== plan.id),
    asOf, treeDate: options.day("tree-date") ?? asOf,
    receivedOn: options.day("received-on") ?? null,
    receipts: loadReceipts(options.text("receipts")),
    decisions: decisionsOf(options),
    before,
    registered,
    freeze: freezeName === undefined ? null : { name: freezeName, by: options.text("by") ?? "" },
    startReaders: startNodeReaders,
    officesOnly: out === undefined,
    onProgress: (done, total) => process.stderr.write(done === total || done % 25 === 0 ? `${words.reading(done, total)}\n` : ""),
  });

  // What was found wrong in the book itself stands first: a figure somebody typed over is nobody's figure.
  const report: Report = { ...judged, problems: [...(opened?.problems ?? []), ...judged.problems] };
  const leaving = options.flag("no-names") ? withoutNames(report, template) : report;
  if (out !== undefined) {
    const tooLarge = bookLimit(report);
    if (tooLarge) throw new UsageError(sentenceOf(tooLarge));
    process.stderr.write(`${words.writing}\n`);
    writeBookFile(out, await bookBytes(report, opened ? existingBytes : null, template, opened?.choices), existing);
  }
  if (json !== undefined) writePiecesKeeping(json, out === undefined ? figuresJsonPieces(leaving) : reportJsonPieces(leaving), isReportJson);
  const nodeFolder = options.text("node-files");
  if (nodeFolder !== undefined) {
    for (const node of officesOf(leaving)) writeKeepingTold(join(nodeFolder, nodeFileName(leaving, node)), await writeNodeBook(leaving, node));
  }
  const word = options.text("word");
  if (word !== undefined) await writeReport(leaving, word);
  process.stdout.write(receipt(report));
  return hasErrors(report) ? 1 : 0;
}

/** A report written before is replaced by the next. */
function isReportJson(start: string): boolean {
  return /^\s*\{\s*"format":\s*1\b/.test(start);
}

/** Going on with a book replaces it; any other file of that name is kept. */
function writeBookFile(out: string, bytes: Uint8Array, continued: string | undefined): void {
  if (continued !== undefined && resolve(continued) === resolve(out)) return writeWhole(out, bytes);
  writeKeepingTold(out, bytes);
}

function registeredOf(options: Options, plan: Plan, stage: Stage): EarlierStage | null {
  const path = options.text("registered");
  if (path === undefined) return null;
  const book = openBook(readBytes(path), path, plan.id, "registration");
  return takeRegistration(book, { plan, stage });
}

function decisionsOf(options: Options): DecisionFile {
  const path = options.text("decisions");
  const parsed = parseDecisionFile(path === undefined ? {} : loadJson(path));
  if (!parsed.ok) throw new UsageError(words.decisionsFault(path ?? "", parsed.paths));
  return parsed.file;
}

function receipt(report: Report): string {
  const counts: Partial<Record<LedgerState, number>> = {};
  for (const { state } of report.ledger) counts[state] = (counts[state] ?? 0) + 1;
  const coverage = report.coverage.map((line) => words.coverage(
    report.plan.milestones.find(({ id }) => id === line.milestone)?.name ?? line.milestone, line, line.units.some(({ due }) => due !== null),
  ));
  return `${[words.receipt(report.ledger.length, counts), ...coverage].join("\n")}\n`;
}
