/** `former`: a former book's figures taken over: the registration's or the half-way book's, or last year's. */
import { commandWords as words } from "#messages/commands-vi";
import { bookBytes, readBook, reportOf } from "#tasks/book-file";
import { takeFormer } from "#tasks/take-former";
import { loadTemplate } from "./catalogue";
import { readBytes } from "./files";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";
import { refuseOpenElsewhere, writeWhole } from "./write-files";

/** 1 where something of the former book has no place in this one. */
export async function formerCommand(args: readonly string[]): Promise<0 | 1> {
  const options = parseOptions(args, ["book", "from"]);
  const [path, from] = [options.required("book"), options.required("from")];
  refuseOpenElsewhere(path);
  const bytes = readBytes(path);
  const [book, former] = [readBook(bytes), readBook(readBytes(from))];
  if (!book.ok) throw new UsageError(words.notABook(path));
  if (!former.ok) throw new UsageError(words.notABook(from));
  const found = takeFormer(former, reportOf(book.state, book));
  if (!found) throw new UsageError(words.notFormer(from));
  writeWhole(path, await bookBytes(reportOf(found.state, book), bytes, loadTemplate(), book.choices));
  for (const told of found.told) process.stdout.write(`${told}\n`);
  process.stderr.write(`${words.tookFormer(found.label, path)}\n`);
  return found.told.length > 0 ? 1 : 0;
}
