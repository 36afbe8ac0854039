/** `handover`: a book divided among the offices that follow, or several put together. */
import { join } from "node:path";
import { commandWords as words } from "#messages/commands-vi";
import { engineWords } from "#messages/engine-words";
import { bookBytes, readBook, reportOf } from "#tasks/book-file";
import { mergeBooks, splitBook, unlistedUnits } from "#tasks/handover";
import { safeName } from "#tasks/safe-name";
import { loadRoster, loadTemplate } from "./catalogue";
import { readBytes } from "./files";
import { parseOptions, type Options } from "./options";
import { UsageError } from "./usage-error";
import { refuseOpenElsewhere, writeKeepingTold } from "./write-files";

export async function handoverCommand(args: readonly string[]): Promise<0> {
  const options = parseOptions(args, ["book", "roster", "tree-date", "as-of", "out"], ["merge"]);
  await (options.flag("merge") ? merge(options) : split(options));
  return 0;
}

function bookAt(path: string): Extract<ReturnType<typeof readBook>, { ok: true }> {
  refuseOpenElsewhere(path);
  const book = readBook(readBytes(path));
  if (!book.ok) throw new UsageError(words.notABook(path));
  return book;
}

async function split(options: Options): Promise<void> {
  const book = bookAt(options.required("book"));
  const out = options.required("out");
  // Along an office's own new list of units, where there is one.
  const state = options.text("roster") === undefined ? book.state : { ...book.state, roster: loadRoster(options.required("roster")) };
  const days = { asOf: options.day("as-of") ?? book.asOf, treeDate: options.day("tree-date") ?? book.treeDate };
  const lost = unlistedUnits(reportOf(book.state, book), state.roster);
  if (lost.length > 0) throw new UsageError(words.unlisted(lost));
  for (const { office, name, state: part } of splitBook(state, days)) {
    const path = join(out, `${safeName(engineWords.vi.handoverName(name, office, state.plan.shortTitle), 120)}.xlsx`);
    writeKeepingTold(path, await bookBytes(reportOf(part, days), null, loadTemplate()));
    process.stdout.write(`${words.part(name, part.files.length, path)}\n`);
  }
}

async function merge(options: Options): Promise<void> {
  const books = options.paths.map(bookAt);
  const out = options.required("out");
  const roster = loadRoster(options.required("roster"));
  const merged = mergeBooks(books.map(({ state }) => state), roster);
  if (!merged) throw new UsageError(words.cannotMerge);
  const lost = books.flatMap((book) => unlistedUnits(reportOf(book.state, book), roster));
  if (lost.length > 0) throw new UsageError(words.unlisted([...new Set(lost)]));
  const latest = (of: (book: (typeof books)[number]) => string): string => books.map(of).sort().at(-1) ?? "";
  const days = { asOf: options.day("as-of") ?? latest(({ asOf }) => asOf), treeDate: options.day("tree-date") ?? latest(({ treeDate }) => treeDate) };
  writeKeepingTold(out, await bookBytes(reportOf(merged, days), null, loadTemplate()));
  process.stderr.write(`${words.merged(books.length, out)}\n`);
}
