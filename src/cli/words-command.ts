/** `words`: what the office wrote in a Word report, taken back into its book. */
import { commandWords as words } from "#messages/commands-vi";
import { bookBytes, readBook, reportOf } from "#tasks/book-file";
import { reportingOffices } from "#tasks/offices";
import { takeWords } from "#tasks/word-report/own-words";
import { wordReport } from "#tasks/word-report/word-report";
import { loadReportTemplate, loadTemplate } from "./catalogue";
import { readBytes } from "./files";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";
import { refuseOpenElsewhere, writeWhole } from "./write-files";

/** 1 where something else was changed in the report, which is only told. */
export async function wordsCommand(args: readonly string[]): Promise<0 | 1> {
  const options = parseOptions(args, ["book", "from", "template"]);
  const [path, from] = [options.required("book"), options.required("from")];
  refuseOpenElsewhere(path);
  const bytes = readBytes(path);
  const book = readBook(bytes);
  if (!book.ok) throw new UsageError(words.notABook(path));
  const template = loadReportTemplate(options.text("template"));
  const report = reportOf(book.state, book);
  const taken = await takeWords(readBytes(from), report, template, async (node) => {
    const office = reportingOffices(report).find((code) => code === node);
    return office ? wordReport(report, template, office) : null;
  });
  if (!taken) throw new UsageError(words.notAReport(from));
  if (taken.taken.length > 0) writeWhole(path, await bookBytes(reportOf({ ...book.state, ownWords: taken.ownWords }, book), bytes, loadTemplate(), book.choices));
  for (const edit of taken.edits) process.stdout.write(`${edit}\n`);
  process.stderr.write(`${words.tookWords(taken.taken.length, path)}\n`);
  return taken.edits.length > 0 ? 1 : 0;
}
