/** `report`: the Word report of an office, from its book. */
import type { Report } from "#domain/report";
import { commandWords as words } from "#messages/commands-vi";
import { reportingOffices } from "#tasks/offices";
import { withoutNames } from "#tasks/without-names";
import { wordReport } from "#tasks/word-report/word-report";
import { loadReportTemplate, loadTemplate } from "./catalogue";
import { reportOfBook } from "./open-book";
import { writeKeepingTold } from "./write-files";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";

export async function reportCommand(args: readonly string[]): Promise<0> {
  const options = parseOptions(args, ["book", "node", "as-of", "tree-date", "out", "template"], ["no-names"]);
  const report = reportOfBook(options);
  await writeReport(options.flag("no-names") ? withoutNames(report, loadTemplate()) : report, options.required("out"), options.text("node"), options.text("template"));
  return 0;
}

/** Of the top where no office is named. */
export async function writeReport(report: Report, out: string, office?: string, template?: string): Promise<void> {
  const offices = reportingOffices(report);
  const node = office === undefined ? offices[0] : offices.find((code) => code === office);
  if (node === undefined) throw new UsageError(words.notAnOffice(office ?? "", offices));
  writeKeepingTold(out, await wordReport(report, loadReportTemplate(template), node));
  process.stderr.write(`${words.wrote(out)}\n`);
}
