/** `report`: the Word report of an office and the workbook of its annexes, from its book. */
import type { Report } from "#domain/report";
import type { UnitCode } from "#domain/unit";
import { commandWords as words } from "#messages/commands-vi";
import { annexBook } from "#tasks/annex-book/annex-book";
import { reportingOffices } from "#tasks/offices";
import { withoutNames } from "#tasks/without-names";
import { wordReport } from "#tasks/word-report/word-report";
import { loadReportTemplate, loadTemplate } from "./catalogue";
import { reportOfBook } from "./open-book";
import { writeKeepingTold } from "./write-files";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";

export async function reportCommand(args: readonly string[]): Promise<0> {
  const options = parseOptions(args, ["book", "node", "as-of", "tree-date", "out", "annexes", "template"], ["no-names"]);
  const report = reportOfBook(options);
  const [node, template, annexes] = [options.text("node"), options.text("template"), options.text("annexes")];
  // Either paper may be had alone.
  const out = annexes === undefined ? options.required("out") : options.text("out");
  const leaving = options.flag("no-names") ? withoutNames(report, loadTemplate()) : report;
  if (out !== undefined) await writeReport(leaving, out, node, template);
  if (annexes !== undefined) {
    writeKeepingTold(annexes, await annexBook(leaving, loadReportTemplate(template), officeOf(leaving, node)));
    process.stderr.write(`${words.wrote(annexes)}\n`);
  }
  return 0;
}

/** Of the top where no office is named. */
export async function writeReport(report: Report, out: string, office?: string, template?: string): Promise<void> {
  writeKeepingTold(out, await wordReport(report, loadReportTemplate(template), officeOf(report, office)));
  process.stderr.write(`${words.wrote(out)}\n`);
}

function officeOf(report: Report, office: string | undefined): UnitCode {
  const offices = reportingOffices(report);
  const node = office === undefined ? offices[0] : offices.find((code) => code === office);
  if (node === undefined) throw new UsageError(words.notAnOffice(office ?? "", offices));
  return node;
}
