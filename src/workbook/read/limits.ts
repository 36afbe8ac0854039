/**
 * Limits of what is taken from strangers (giới hạn khi nhận file), all in one place and told in `docs/security.md`. A
 * school's form is some tens of kilobytes with a few hundred cells: nothing honest comes near any of them.
 */
import { problem, type Problem, type ProblemFacts, type ProblemPlace } from "#domain/problem";

const MEGABYTE = 1024 * 1024;

/** Bytes of one file as it is given. */
export const MAX_FILE = 50 * MEGABYTE;
/** Bytes one archive or workbook may unpack to, archives inside it counted in. */
export const MAX_EXPANDED = 200 * MEGABYTE;
/** Bytes of XML, records or old formats handed to the general reader library, which needs many times as much memory. */
export const MAX_GENERAL = 32 * MEGABYTE;
/** How many times its packed size an entry may be, once it is large enough to matter. */
export const MAX_RATIO = 600;
export const RATIO_MATTERS_FROM = 8 * MEGABYTE;
/** Entries of one archive or workbook. */
export const MAX_ENTRIES = 20_000;
/** Archives opened inside an archive: one level. */
export const MAX_ARCHIVE_DEPTH = 1;
/** Filled cells of one workbook: what the largest book of an office holds, several times over. */
export const MAX_CELLS = 5_000_000;
/** Rows and columns of a sheet, letters of a text and of a formula: what Excel itself allows. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const MAX_TEXT = 32_767;
export const MAX_FORMULA = 8_192;
/** Times one filled cell or row may be said to repeat, in formats that have such a saying. */
export const MAX_REPEATED = 2_000;

/** Seconds for one file, or one file of an archive: a school's form takes a hundredth of one, what takes this long will not end. */
export const MAX_SECONDS = 30;

/** A file that is not read on, with the reason: a problem of that file wherever files are opened, and seen nowhere else. */
export class Refused extends Error {
  readonly found: (file: string) => Problem;

  constructor(found: (file: string) => Problem) {
    super("refused");
    this.found = found;
  }
}

/** Stops the reading of a file that goes beyond a limit. */
export function beyond(what: ProblemFacts["file-beyond-limit"]["what"], limit: number, at: Pick<ProblemPlace, "sheet" | "cell"> = {}): never {
  throw new Refused((file) => problem("file-beyond-limit", { file, ...at }, { what, limit }));
}

/** Stops the reading of a file made in a way that no spreadsheet program makes files. */
export function unsafe(what: ProblemFacts["file-unsafe"]["what"]): never {
  throw new Refused((file) => problem("file-unsafe", { file }, { what }));
}
