/** A former book's figures taken over into this year's (lấy số năm trước), with what could not be placed said. */
import { lastYearOf } from "#domain/last-year";
import type { BookState, LastYear, Report } from "#domain/report";
import { engineWords } from "#messages/engine-words";
import { reportOf } from "./book-file";

export interface TakenYear {
  readonly lastYear: LastYear;
  readonly told: readonly string[];
}

/** `null`: a book of another stage. */
export function takeLastYear(former: { readonly state: BookState; readonly asOf: string; readonly treeDate: string }, now: Report): TakenYear | null {
  const found = lastYearOf(reportOf(former.state, former), now);
  if (!found) return null;
  const words = engineWords.vi;
  return {
    lastYear: found.lastYear,
    told: [
      ...(found.unmatched.length > 0 ? [words.yearUnmatched(found.unmatched)] : []),
      ...(found.unlisted.length > 0 ? [words.yearUnlisted(found.unlisted.map((code) => former.state.roster.units.find((unit) => unit.code === code)?.name ?? code))] : []),
    ],
  };
}
