/** Books as the commands need them: what they keep, and the report they come to on a day. */
import type { Report } from "#domain/report";
import { commandWords as words } from "#messages/commands-vi";
import { readBook, reportOf } from "#tasks/book-file";
import { readBytes } from "./files";
import type { Options } from "./options";
import { UsageError } from "./usage-error";

/** Of `--book`, as of `--as-of` under the tree of `--tree-date`; both are the book's own days where they are left out. */
export function reportOfBook(options: Options): Report {
  const path = options.required("book");
  const book = readBook(readBytes(path));
  if (!book.ok) throw new UsageError(words.notABook(path));
  if (options.text("form") !== undefined && options.stage() !== book.state.stage) throw new UsageError(words.otherBook(path, book.state.stage, options.stage()));
  return reportOf(book.state, { asOf: options.day("as-of") ?? book.asOf, treeDate: options.day("tree-date") ?? book.treeDate });
}

export type OpenedBook = Extract<ReturnType<typeof readBook>, { ok: true }>;

/** A book of this plan and stage; anything else is a mistake in the command. */
export function openBook(bytes: Uint8Array, path: string, planId: string, stage: string): OpenedBook {
  const book = readBook(bytes);
  if (!book.ok) throw new UsageError(words.notABook(path));
  if (book.state.plan.id !== planId || book.state.stage !== stage) {
    throw new UsageError(words.otherBook(path, `${book.state.plan.id} / ${book.state.stage}`, `${planId} / ${stage}`));
  }
  return book;
}
