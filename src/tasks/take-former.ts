/**
 * A former book's figures taken over (lấy số từ sổ trước): of an earlier stage of the same plan, to stand beside the
 * result and be held against it; or of the year before, to tell what rose and fell. What could not be placed is said.
 */
import { contactsOf, withContacts } from "#domain/contacts";
import { contributionsOf, earlierStageOf, withEarlierStage } from "#domain/earlier-stages";
import { lastYearOf } from "#domain/last-year";
import type { BookState, EarlierStage, Report } from "#domain/report";
import type { Roster } from "#domain/unit";
import { engineWords, type EngineWords } from "#messages/engine-words";
import { reportOf } from "./book-file";

export interface FormerBook {
  readonly state: BookState;
  readonly asOf: string;
  readonly treeDate: string;
}

export interface TakenFormer {
  /** This year's book with them. */
  readonly state: BookState;
  /** What was taken: `đăng ký`, `năm học 2023-2024`. */
  readonly label: string;
  readonly told: readonly string[];
}

/** `null`: neither of an earlier stage nor of last year's same stage. */
export function takeFormer(former: FormerBook, now: Report, words: EngineWords = engineWords.vi): TakenFormer | null {
  const before = reportOf(former.state, former);
  const earlier = earlierStageOf(before, now.state);
  const unlistedIn = (codes: readonly string[]): string[] =>
    (codes.length > 0 ? [words.yearUnlisted(codes.map((code) => former.state.roster.units.find((unit) => unit.code === code)?.name ?? code))] : []);
  const roster = contactsFrom(before, now);
  if (earlier) return { state: { ...withEarlierStage(now.state, earlier), roster }, label: words.stage(earlier.stage), told: unlistedIn(unlisted(earlier, now)) };
  const found = lastYearOf(before, now);
  if (!found) return null;
  return {
    state: { ...now.state, lastYear: found.lastYear, roster }, label: found.lastYear.label,
    told: [
      ...(former.asOf >= now.asOf ? [words.notEarlier(former.asOf)] : []),
      ...(found.unmatched.length > 0 ? [words.yearUnmatched(found.unmatched)] : []), ...unlistedIn(found.unlisted),
    ],
  };
}

/** Whom to call in units that this book knows nobody of yet, as their forms told the former one. */
function contactsFrom(before: Report, now: Report): Roster {
  const here = contactsOf(now);
  return withContacts(now.state.roster, new Map([...contactsOf(before)].filter(([unit]) => !here.has(unit))));
}

/** The registration of the same plan, for results to be held against; `null` where the book is none. */
export function takeRegistration(former: FormerBook, now: Pick<BookState, "plan" | "stage">): EarlierStage | null {
  return former.state.stage === "registration" ? earlierStageOf(reportOf(former.state, former), now) : null;
}

function unlisted(earlier: EarlierStage, { state: { roster } }: Report): string[] {
  const listed = new Set<string>(roster.units.map(({ code }) => code));
  return [...new Set(contributionsOf(earlier).map(({ unit }) => unit))].filter((unit) => !listed.has(unit));
}
