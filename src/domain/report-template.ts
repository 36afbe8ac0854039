/** The words of the Word report (mẫu báo cáo): sentences with places for facts, as data that an office may reword. */
import { z } from "zod";

const text = z.string().min(1);

/** Texts by name: every one of them, and no other. */
function texts<const Names extends readonly string[]>(names: Names) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, text])) as Record<Names[number], typeof text>);
}

/** `level`: as the forms call the level at which it decides awards itself. */
const officeSchema = z.strictObject({ sign: text, signer: text, level: text });

/** `templates/reports/report.json`. `{name}` in a text is a place for a fact. */
export const reportTemplateSchema = z.strictObject({
  id: text,
  version: z.string().regex(/^\d+$/),
  title: texts(["registration", "midterm", "summary"]),
  fileName: texts(["registration", "midterm", "summary"]),
  headings: texts(["organisation", "guidance", "coverage", "results", "registered", "units", "unitsRegistered", "awards", "models", "nominations", "titles", "shortcomings", "proposals"]),
  sentences: texts([
    "basedOn", "number", "date", "opening", "coverage", "coverageAll", "coverageNotDue", "coverageMixed", "states", "onTime", "late", "dateUnknown", "lateNames", "missingNames", "seeAnnex", "nobodyOwes",
    "resultsAll", "resultsNone", "resultsPartly", "result", "shareOf", "noFigure", "words", "target", "met", "notMet", "undecided", "undecidedRange", "rangeBoth", "rangeLow", "rangeHigh", "rangeNone", "reading", "readingNote", "lastYear", "rose", "fell", "same", "partly", "earlier", "registeredMet", "registeredNotMet", "perYear", "yearCount", "yearUnknown", "perYearAverage",
    "unitsAllMet", "unitsNotMet", "unitsOpen", "unitsNoTargets", "names", "models", "modelsNone", "byStep", "nominations", "nominationsNone", "titles", "byAward", "noAward",
    "shortcomings", "requests", "shortcoming", "cause", "shortcomingsNone", "closing", "draft", "draftNote", "frozenNote", "changedNote", "sample",
  ]),
  /** What is left for the officer to write. */
  open: texts(["guidance", "results", "shortcomings", "proposals"]),
  annexes: z.strictObject({
    title: text, attached: text, proposed: text, proposedTo: text, noLevel: text, results: text, registered: text, offices: text, notMet: text, coverage: text, models: text, nominations: text, titles: text, shortcomings: text,
    columns: texts(["no", "indicator", "figure", "registration", "midterm", "lastYear", "target", "verdict", "reported", "unit", "parent", "cause", "milestone", "state", "name", "content", "step", "summary", "votes", "nominee", "position", "award", "level", "kind", "sort", "remark", "reason", "remedy", "met", "notMet", "undecided", "filed"]),
  }),
  /** In a row's kind, small letters: it asks something of others, and is no shortcoming. */
  request: text,
  /** Signs of documents and who signs, by the level of the office. */
  office: z.strictObject({ so: officeSchema, phong: officeSchema, other: officeSchema }),
  /** Levels that decide awards (cấp khen), from the lowest up. */
  levels: z.array(text).min(2),
  recipients: z.array(text).min(1),
});

export type ReportTemplate = z.infer<typeof reportTemplateSchema>;

/** Sentences with a place the program has no fact for, as `sentences.result {plans}`; those that come along say which there are. */
export function unknownPlaces(own: unknown, shipped: unknown, path = ""): string[] {
  if (typeof own === "string") return placesIn(own).filter((place) => !placesIn(shipped).includes(place)).map((place) => `${path} ${place}`);
  if (typeof own !== "object" || own === null || Array.isArray(own)) return [];
  const others = new Map(Object.entries(shipped ?? {}));
  return Object.entries(own).flatMap(([name, one]) => unknownPlaces(one, others.get(name), path === "" ? name : `${path}.${name}`));
}

function placesIn(text: unknown): string[] {
  return typeof text === "string" ? text.match(/\{[^{}]*\}/gu) ?? [] : [];
}
