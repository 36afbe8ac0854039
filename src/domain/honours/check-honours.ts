/**
 * Titles and awards against what the law lets data check (tiêu chuẩn danh hiệu): a row that misses a standard gets a
 * question with article and figure, and stays in the list. What the lists do not tell is not checked.
 */
import { compare, exact, multiply, parseExact, toText, type Exact } from "../exact";
import type { PlanAnswers, Stage } from "../plan";
import { foldName } from "../name-folding";
import { problem, type Problem } from "../problem";
import type { UnitCode } from "../unit";
import type { HonourRow, UnitHonours } from "./honour-rows";
import { isAtLeast, type IndividualTitle } from "./honour-titles";
import { mentionOf, samePeople, type Mention } from "./same-people";

const HUNDRED = exact(100);

/** The officer's own share of CSTĐCS among those with LĐTT, in percent. The law sets none: unset is not checked. */
export const QUOTA_CSTDCS = "quota-cstdcs";

/** Law on Emulation and Commendation 06/2022/QH15, articles 27 and 28: at least so many in a hundred members. */
const LEAST_SHARE = 70;
/** Articles 22 and 21: so many times in succession. */
const SUCCESSION: Partial<Record<IndividualTitle, { readonly times: number; readonly of: IndividualTitle; readonly article: number }>> = {
  CSTDBT: { times: 3, of: "CSTDCS", article: 22 },
  CSTDTQ: { times: 2, of: "CSTDBT", article: 21 },
};

interface HonourCheck {
  readonly stage: Stage;
  readonly answers: PlanAnswers;
  readonly nameOf: (unit: string) => string;
}

/** `units`: the rows of one unit after the other; looked at as they come, so that a country's lists are never all there. */
export function checkHonours(units: Iterable<UnitHonours>, { stage, answers, nameOf }: HonourCheck): Problem[] {
  const quota = quotaIn(answers);
  const mentions: Mention[] = [];
  const found: Problem[] = [];
  for (const { unit, rows } of units) {
    for (const row of rows) {
      mentions.push(mentionOf(row));
      found.push(...ofCollective(row, rows, nameOf(unit)), ...(stage === "registration" ? [] : ofPerson(row)));
    }
    if (quota !== null) found.push(...overQuota(unit, rows, quota));
  }
  return [...samePeople(mentions, nameOf), ...found];
}

/** People with this title or one above it. */
export function holders(rows: readonly HonourRow[], least: IndividualTitle): number {
  return new Set(rows.flatMap(({ honour, name, birth }) => (honour.kind === "individual" && isAtLeast(honour.title, least) ? [`${name.toLowerCase()}|${birth}`] : []))).size;
}

/** A unit as a whole, whose people are all in its lists; of a team within it nobody knows who belongs to it. */
function ofCollective(row: HonourRow, own: readonly HonourRow[], unitName: string): Problem[] {
  const { honour, at, unit, name, members } = row;
  if (honour.kind !== "collective" || foldName(name) !== foldName(unitName)) return [];
  const article = honour.title === "TTLDXS" ? "27" : "28";
  const place = { ...at, unit };
  const advanced = holders(own, "LDTT");
  const found: Problem[] = [];
  if (members !== null && members > 0 && advanced * 100 < LEAST_SHARE * members) {
    found.push(problem("award-share", place, { title: honour.title, article, count: String(advanced), members: String(members), percent: percent(advanced, members), least: String(LEAST_SHARE) }));
  }
  if (honour.title === "TTLDXS" && holders(own, "CSTDCS") === 0) found.push(problem("award-no-cstdcs", place, { title: honour.title, article }));
  return found;
}

function ofPerson(row: HonourRow): Problem[] {
  const { honour, at, unit, name, cell } = row;
  if (honour.kind !== "individual") return [];
  const place = { ...at, unit };
  if (honour.title === "CSTDCS" && cell("initiative") === "") return [problem("award-initiative", place, { name, title: honour.title, article: "23" })];
  const needed = SUCCESSION[honour.title];
  if (!needed || inSuccession(cell("past")) >= needed.times) return [];
  return [problem("award-succession", place, { name, title: honour.title, article: String(needed.article), times: String(needed.times), of: needed.of })];
}

/** The longest run of years that the earlier decisions name. */
function inSuccession(past: string): number {
  const years = [...new Set([...past.matchAll(/(?<!\d)(20\d\d)(?!\d)/gu)].map(([year]) => Number(year)))].sort((a, b) => a - b);
  let [run, longest] = [0, 0];
  years.forEach((year, index) => {
    run = years[index - 1] === year - 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

function quotaIn(answers: PlanAnswers): Exact | null {
  const said = answers[QUOTA_CSTDCS]?.replace(",", ".").replace(/\s*%$/u, "").trim() ?? "";
  const quota = /^\d+(\.\d+)?$/u.test(said) ? parseExact(said) : null;
  return quota && compare(quota, HUNDRED) <= 0 ? quota : null;
}

function overQuota(unit: UnitCode, own: readonly HonourRow[], quota: Exact): Problem[] {
  const [count, base] = [holders(own, "CSTDCS"), holders(own, "LDTT")];
  const [first] = own.filter(({ honour }) => honour.kind === "individual" && isAtLeast(honour.title, "CSTDCS"));
  if (!first || compare(exact(count * 100), multiply(quota, exact(base))) <= 0) return [];
  return [problem("award-quota", { ...first.at, unit }, { count: String(count), base: String(base), percent: percent(count, base, "up"), most: toText(quota) })];
}

/** Two decimals, on its own side: what is short never shows as enough, what is over never as just reached. */
function percent(part: number, whole: number, side: "down" | "up" = "down"): string {
  const hundredths = side === "up" ? Math.ceil((part * 10_000) / whole) : Math.floor((part * 10_000) / whole);
  return (hundredths / 100).toFixed(2);
}
