/** `export-up`: the book as it is sent to the office above, which takes it in like any file. */
import { commandWords as words } from "#messages/commands-vi";
import { bookBytes } from "#tasks/book-file";
import { exportedUp } from "#tasks/handover";
import { loadTemplate } from "./catalogue";
import { reportOfBook } from "./open-book";
import { parseOptions } from "./options";
import { writeKeepingTold } from "./write-files";

export async function exportUpCommand(args: readonly string[]): Promise<0> {
  const options = parseOptions(args, ["book", "as-of", "tree-date", "out"]);
  const out = options.required("out");
  const report = reportOfBook(options);
  writeKeepingTold(out, await bookBytes({ ...report, state: exportedUp(report.state) }, null, loadTemplate()));
  if (report.state.snapshots.length === 0) process.stderr.write(`${words.notFrozenYet}\n`);
  process.stderr.write(`${words.wrote(out)}\n`);
  return 0;
}
