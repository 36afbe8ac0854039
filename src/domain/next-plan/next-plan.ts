/**
 * Next year's plan from this year's (nhân bản cho năm sau): what is asked stays, days and years move on, and everything an
 * officer has to look at again is listed. Nobody has issued the copy yet: it quotes no clause, and all it asks is a reading.
 */
import { isChosen } from "../duties";
import { lastValidDay } from "../form-plan";
import type { Indicator, OpenPoint, Plan, PlanAnswers, Source, Target } from "../plan";
import { moveYears, namesYear, type YearWindow } from "./year-words";

/** Where in a plan: one of its lists, or its single facts. The plan sheet has a table of each. */
export type PlanPart =
  | "facts" | "indicators" | "targets" | "milestones" | "groups" | "headcounts" | "open" | "registrationColumns" | "movements" | "themes" | "workCategories"
  | "subjects" | "basedOn" | "phases" | "events" | "steps" | "roles" | "awardForms" | "awardCriteria" | "awardAttention" | "awardTiming" | "remarks";

/** What the copy leaves for the officer to look at (cần xem lại), and where it is mended. Days are ISO. */
export type PlanReview = { readonly part: PlanPart } & (
  | { readonly kind: "period"; readonly before: Plan["period"]; readonly after: Plan["period"] }
  /** The last day that still counts, before and after. */
  | { readonly kind: "due"; readonly name: string; readonly before: string; readonly after: string }
  /** An indicator with the levels in use: of several readings the one chosen. */
  | { readonly kind: "level"; readonly indicator: Indicator; readonly targets: readonly Target[] }
  | { readonly kind: "words"; readonly before: string; readonly after: string }
  /** Words that name a year and were left as they are. */
  | { readonly kind: "undated"; readonly text: string }
  | { readonly kind: "document"; readonly title: string; readonly number?: string | undefined }
  | { readonly kind: "dropped"; readonly what: "number" | "issuedOn" | "signedBy" | "event" | "remark"; readonly text: string });

export interface NextPlan {
  readonly plan: Plan;
  /** This year's choices, for next year too; days moved on. What is asked anew (số, ngày ban hành) has no answer. */
  readonly answers: PlanAnswers;
  readonly review: readonly PlanReview[];
}

/** What is said in the copy itself. */
export interface NextPlanWords {
  /** Where a demand comes from: the former plan's clause. */
  readonly note: (plan: Plan, source: Source) => string;
  readonly askNumber: string;
  readonly askIssuedOn: string;
}

/** How far the next plan of this kind lies: a school year by one, a term of 2020–2025 by five. */
export function yearsToNext({ period: { from, to } }: Plan): number {
  const span = yearOf(to) - yearOf(from);
  // Terms (2020–2025, 2020–2030) overlap in the year of the congress; other spans follow one another.
  return span > 0 && span % 5 === 0 ? span : Math.max(1, Math.round((span * 12 + monthOf(to) - monthOf(from) + 1) / 12));
}

export function nextPlan(former: Plan, answers: PlanAnswers, words: NextPlanWords, years = yearsToNext(former)): NextPlan {
  const mover = moverOf(former, years);
  const { $schema: _schema, number: _number, issuedOn: _issuedOn, ...copy } = withoutClauses(former, (source) => words.note(former, source));
  const { signedBy: _signedBy, ...issuer } = copy.issuer;
  const period = { ...mover.wordsIn(copy.period, "facts"), from: mover.day(copy.period.from), to: mover.day(copy.period.to) };
  const plan: Plan = {
    ...copy, issuer, period, id: mover.id, version: "1", title: mover.words(copy.title, "facts"), shortTitle: mover.words(copy.shortTitle, "facts"),
    movements: mover.wordsIn(copy.movements, "movements"), groups: mover.wordsIn(copy.groups, "groups"), headcounts: mover.wordsIn(copy.headcounts, "headcounts"),
    registrationColumns: mover.wordsIn(copy.registrationColumns, "registrationColumns"),
    indicators: mover.wordsIn(copy.indicators, "indicators").map((indicator) => ({
      ...indicator, continues: `${former.id}/${indicator.code}`,
      ...(indicator.ofYear ? { ofYear: { ...indicator.ofYear, year: indicator.ofYear.year + years } } : {}),
      targets: indicator.targets.map((target) => (target.by === undefined ? target : { ...target, by: mover.day(target.by) })),
    })),
    milestones: mover.wordsIn(copy.milestones, "milestones").map((milestone) => (milestone.due === undefined ? milestone : { ...milestone, due: mover.day(milestone.due) })),
    phases: mover.wordsIn(copy.phases, "phases").map((phase) => ({ ...phase, time: { ...phase.time, ...mover.span(phase.time) } })),
    awards: { ...copy.awards, timing: mover.wordsIn(copy.awards.timing, "awardTiming") },
    open: asked(mover.wordsIn(copy.open, "open"), words), events: [], remarks: [],
  };
  const kept = answersFor(answers, mover.day);
  return { plan, answers: kept, review: [...changesOf(former, plan, answers, kept), ...mover.told(), ...leftOf(former, plan, mover.window)] };
}

interface Mover {
  readonly id: string;
  readonly window: YearWindow;
  readonly words: (text: string, part: PlanPart) => string;
  /** Every text of an entry (names, labels, questions), not its ids and codes. */
  readonly wordsIn: <Entry>(entry: Entry, part: PlanPart) => Entry;
  readonly day: (day: string) => string;
  readonly span: (time: { from?: string | undefined; to?: string | undefined }) => { from?: string; to?: string };
  readonly told: () => PlanReview[];
}

const TEXTS: ReadonlySet<string> = new Set(["name", "shortName", "label", "question", "numeratorLabel", "denominatorLabel", "definition", "words", "fileName"]);

function moverOf({ id, period }: Plan, years: number): Mover {
  const window = { from: yearOf(period.from) - 1, to: yearOf(period.to) + 1 };
  // The same words in several places of one part are one thing to look at.
  const told = new Map<string, PlanReview>();
  const words = (text: string, part: PlanPart): string => {
    const found = moveYears(text, years, window);
    if (found.text !== text) told.set(`words ${part} ${text}`, { kind: "words", part, before: text, after: found.text });
    if (found.keepsYear) told.set(`undated ${part} ${text}`, { kind: "undated", part, text });
    return found.text;
  };
  const textsIn = (value: unknown, part: PlanPart, isText = false): unknown => {
    if (typeof value === "string") return isText ? words(value, part) : value;
    if (Array.isArray(value)) return value.map((one) => textsIn(one, part));
    if (typeof value !== "object" || value === null) return value;
    // A question is a record of kinds and texts.
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, textsIn(inner, part, isText || TEXTS.has(key))]));
  };
  const day = (iso: string): string => dayAfter(iso, years);
  const withYear = moveYears(id, years, window).text;
  return {
    id: withYear === id ? `${id}-${yearOf(period.from) + years}` : withYear,
    window, words, day, wordsIn: (entry, part) => textsIn(entry, part) as typeof entry,
    span: ({ from, to }) => ({ ...(from === undefined ? {} : { from: day(from) }), ...(to === undefined ? {} : { to: day(to) }) }),
    told: () => [...told.values()],
  };
}

/** The clauses are the former plan's: they become notes, and what rests on them a reading. */
function withoutClauses<Entry>(value: Entry, noteOf: (source: Source) => string): Entry {
  if (Array.isArray(value)) return value.map((one: unknown) => withoutClauses(one, noteOf)) as Entry;
  if (typeof value !== "object" || value === null) return value;
  const { source, ...rest } = value as { source?: Source; note?: string };
  const copy = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, withoutClauses(part as unknown, noteOf)]));
  if (!source) return copy as Entry;
  return { ...copy, reading: true, note: [rest.note, noteOf(source)].filter((part) => part !== undefined).join(" ") } as Entry;
}

/** A new plan has a number and a day of its own, and they are always asked. */
function asked(open: readonly OpenPoint[], { askNumber, askIssuedOn }: NextPlanWords): OpenPoint[] {
  const always: readonly OpenPoint[] = [
    { id: "number", question: askNumber, answer: "text", required: true },
    { id: "issuedOn", question: askIssuedOn, answer: "date", required: true },
  ];
  return [...always.filter(({ id }) => !open.some((point) => point.id === id)), ...open];
}

function answersFor(answers: PlanAnswers, day: Mover["day"]): PlanAnswers {
  return Object.fromEntries(Object.entries(answers).flatMap(([id, answer]): [string, string][] => {
    if (id.startsWith("due.")) return isDay(answer) ? [[id, day(answer)]] : [];
    return id.startsWith("choice.") || id.startsWith("collect.") || id === "issuer.name" ? [[id, answer]] : [];
  }));
}

/** The period, every deadline (the office's own among them), every level. */
function changesOf(former: Plan, plan: Plan, before: PlanAnswers, after: PlanAnswers): PlanReview[] {
  const dues = former.milestones.flatMap((milestone, at): PlanReview[] => {
    const own = after[`due.${milestone.id}`];
    if (own !== undefined) return [{ kind: "due", part: "milestones", name: milestone.name, before: before[`due.${milestone.id}`] ?? "", after: own }];
    const [was, is] = [lastValidDay(milestone), lastValidDay(plan.milestones[at] ?? milestone)];
    return was === null || is === null ? [] : [{ kind: "due", part: "milestones", name: milestone.name, before: was, after: is }];
  });
  const levels = plan.indicators.flatMap((indicator): PlanReview[] => {
    const targets = indicator.targets.filter(isChosen);
    return targets.length === 0 ? [] : [{ kind: "level", part: "targets", indicator, targets }];
  });
  return [{ kind: "period", part: "facts", before: former.period, after: plan.period }, ...dues, ...levels];
}

/** What was left as it is and names a year, the documents the plan rests on, and what was not copied. */
function leftOf(former: Plan, plan: Plan, window: YearWindow): PlanReview[] {
  const { themes, workCategories, subjects, steps, roles, awards } = plan;
  const lists: Partial<Record<PlanPart, readonly object[]>> = {
    themes, workCategories, subjects, steps, roles, awardForms: awards.forms, awardCriteria: awards.criteria, awardAttention: awards.attention,
  };
  const undated = Object.entries(lists).flatMap(([part, entries]) => [...new Set(entries.flatMap(textsOf))].filter((text) => namesYear(text, window))
    .map((text): PlanReview => ({ kind: "undated", part: part as PlanPart, text })));
  const dropped = (part: PlanPart, what: Dropped["what"], text: string | undefined): PlanReview[] => (text === undefined ? [] : [{ kind: "dropped", part, what, text }]);
  return [
    ...undated,
    ...plan.basedOn.map(({ title, number }): PlanReview => ({ kind: "document", part: "basedOn", title, number })),
    ...dropped("facts", "number", former.number), ...dropped("facts", "issuedOn", former.issuedOn), ...dropped("facts", "signedBy", former.issuer.signedBy?.name),
    ...former.events.flatMap(({ name }) => dropped("events", "event", name)), ...former.remarks.flatMap(({ text }) => dropped("remarks", "remark", text)),
  ];
}

type Dropped = Extract<PlanReview, { kind: "dropped" }>;

/** What an entry says; its notes name last year's clauses anyway. */
function textsOf(entry: object): string[] {
  return Object.entries(entry).flatMap(([key, text]) => (key !== "id" && key !== "note" && typeof text === "string" ? [text] : []));
}

const yearOf = (iso: string): number => Number(iso.slice(0, 4));
const monthOf = (iso: string): number => Number(iso.slice(5, 7));
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** A day or a year, so many years on; 29 February becomes the 28th where there is none. */
function dayAfter(iso: string, years: number): string {
  const year = String(yearOf(iso) + years);
  if (!isDay(iso)) return year;
  const isLeap = new Date(Date.UTC(Number(year), 1, 29)).getUTCMonth() === 1;
  return iso.endsWith("-02-29") && !isLeap ? `${year}-02-28` : `${year}${iso.slice(4)}`;
}
