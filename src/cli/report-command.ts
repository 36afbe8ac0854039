/** `report`: the Word report of an office, from its book. */
import { commandWords as words } from "#messages/commands-vi";
import { readBook, reportOf } from "#tasks/book-file";
import { reportingOffices } from "#tasks/offices";
import { wordReport } from "#tasks/word-report/word-report";
import { loadReportTemplate } from "./catalogue";
import { readBytes, writeKeepingTold } from "./files";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";

export async function reportCommand(args: readonly string[]): Promise<0> {
  const options = parseOptions(args, ["book", "node", "as-of", "tree-date", "out", "template"]);
  const path = options.required("book");
  const book = readBook(readBytes(path));
  if (!book.ok) throw new UsageError(words.notABook(path));
  const report = reportOf(book.state, { asOf: options.day("as-of") ?? book.asOf, treeDate: options.day("tree-date") ?? book.treeDate });
  const offices = reportingOffices(report);
  const wanted = options.text("node");
  const node = wanted === undefined ? offices[0] : offices.find((code) => code === wanted);
  if (node === undefined) throw new UsageError(words.notAnOffice(wanted ?? "", offices));
  const out = options.required("out");
  writeKeepingTold(out, await wordReport(report, loadReportTemplate(options.text("template")), node));
  process.stderr.write(`${words.wrote(out)}\n`);
  return 0;
}
