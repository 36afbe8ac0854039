/** `last-year`: the former book's figures taken over, to stand beside this year's. */
import { commandWords as words } from "#messages/commands-vi";
import { bookBytes, readBook, reportOf } from "#tasks/book-file";
import { takeLastYear } from "#tasks/take-last-year";
import { loadTemplate } from "./catalogue";
import { readBytes } from "./files";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";
import { refuseOpenElsewhere, writeWhole } from "./write-files";

/** 1 where something of last year has no place in this year's book. */
export async function lastYearCommand(args: readonly string[]): Promise<0 | 1> {
  const options = parseOptions(args, ["book", "from"]);
  const [path, from] = [options.required("book"), options.required("from")];
  refuseOpenElsewhere(path);
  const bytes = readBytes(path);
  const [book, former] = [readBook(bytes), readBook(readBytes(from))];
  if (!book.ok) throw new UsageError(words.notABook(path));
  if (!former.ok) throw new UsageError(words.notABook(from));
  const found = takeLastYear(former, reportOf(book.state, book));
  if (!found) throw new UsageError(words.otherBook(from, former.state.stage, book.state.stage));
  writeWhole(path, await bookBytes(reportOf({ ...book.state, lastYear: found.lastYear }, book), bytes, loadTemplate(), book.choices));
  for (const told of found.told) process.stdout.write(`${told}\n`);
  process.stderr.write(`${words.tookLastYear(found.lastYear.label, path)}\n`);
  return found.told.length > 0 ? 1 : 0;
}
