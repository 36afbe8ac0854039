/**
 * What earlier stages of the same plan came to (đăng ký, sơ kết), kept in the later book: every unit's figure with the
 * cell it stood in, so that what was promised, the half-way figure and the result can be read in one line.
 */
import { fromText, toText, type Exact } from "./exact";
import type { Contribution, Figure, NodeFigure, Origin, Share } from "./figure";
import type { Plan, Stage } from "./plan";
import type { BookState, EarlierStage, Report } from "./report";
import { rollUp } from "./roll-up";
import { treeAt } from "./tree";
import type { UnitCode } from "./unit";

const ORDER: readonly Stage[] = ["registration", "midterm", "summary"];

/** `null`: a book of another plan, of the same stage or of a later one. */
export function earlierStageOf(before: Report, now: Pick<BookState, "plan" | "stage">): EarlierStage | null {
  const { plan, stage } = before.state;
  if (plan.id !== now.plan.id || ORDER.indexOf(stage) >= ORDER.indexOf(now.stage)) return null;
  const kept = before.contributions.flatMap((contribution): [string, string][] => {
    const figure = figureText(contribution.figure);
    return figure === null ? [] : [[keyOf(contribution), [figure, contribution.origin, ...sourceTexts(contribution)].join("\t")]];
  });
  const covers = before.contributions.flatMap((contribution): [string, readonly string[]][] => (contribution.covers ? [[keyOf(contribution), contribution.covers]] : []));
  return { stage, asOf: before.asOf, figures: Object.fromEntries(kept), ...(covers.length > 0 ? { covers: Object.fromEntries(covers) } : {}) };
}

/** Taken again it replaces what was taken before; in the order of the stages. */
export function withEarlierStage(state: BookState, taken: EarlierStage): BookState {
  const earlier = [...(state.earlier ?? []).filter(({ stage }) => stage !== taken.stage), taken];
  return { ...state, earlier: earlier.sort((a, b) => ORDER.indexOf(a.stage) - ORDER.indexOf(b.stage)) };
}

/** What was registered, to hold results against; `undefined` while no book of the registration was taken over. */
export function registeredIn({ earlier }: Pick<BookState, "earlier">): readonly Contribution[] | undefined {
  const registration = earlier?.find(({ stage }) => stage === "registration");
  return registration && contributionsOf(registration);
}

/** Each unit's own figures by indicator; an office's total is said of others. */
export function ownFigures(contributions: readonly Contribution[]): ReadonlyMap<UnitCode, ReadonlyMap<string, Figure>> {
  const units = new Map<UnitCode, Map<string, Figure>>();
  for (const { unit, indicator, figure, origin } of contributions) {
    if (origin === "officeTotal") continue;
    const own = units.get(unit) ?? new Map<string, Figure>();
    units.set(unit, own.set(indicator, figure));
  }
  return units;
}

const known = new WeakMap<EarlierStage, readonly Contribution[]>();

export function contributionsOf(taken: EarlierStage): readonly Contribution[] {
  const made = known.get(taken) ?? Object.entries(taken.figures).flatMap(([key, text]) => {
    const contribution = contributionIn(key, text, taken.covers?.[key]);
    return contribution ? [contribution] : [];
  });
  known.set(taken, made);
  return made;
}

export interface StageFigures {
  readonly stage: Stage;
  readonly asOf: string;
  /** A unit's own figure, or an office's under the tree the report is of. */
  readonly figureAt: (node: string, indicator: string) => NodeFigure | undefined;
}

/** Each earlier stage added up under today's tree. */
export function stageFigures({ state, plan, treeDate }: Pick<Report, "state" | "plan" | "treeDate">): StageFigures[] {
  const tree = treeAt(state.roster, treeDate);
  return (state.earlier ?? []).map((taken) => {
    const { stage, asOf } = taken;
    const nodes = new Map(rollUp({ plan: askedThen(plan, stage), stage, tree, contributions: contributionsOf(taken), asOf }).map((figure) => [`${figure.node}|${figure.indicator}`, figure]));
    return { stage, asOf, figureAt: (node, indicator) => nodes.get(`${node}|${indicator}`) };
  });
}

/** Words are not compared, and targets were held against that stage in its own book. */
function askedThen(plan: Plan, stage: Stage): Plan {
  return { ...plan, indicators: plan.indicators.filter(({ stages, measure }) => stages.includes(stage) && measure !== "text").map((indicator) => ({ ...indicator, targets: [] })) };
}

/** An office's total is not the same as the office's own figure. */
const keyOf = ({ origin, unit, indicator }: Contribution): string => `${origin === "officeTotal" ? "+" : ""}${unit}|${indicator}`;

const plain = (text: string): string => text.replace(/\s+/gu, " ");
const sourceTexts = ({ source }: Contribution): string[] => (source ? [source.file, source.sheet, source.cell, source.raw].map(plain) : []);
const shareText = ({ numerator, denominator }: Share): string => `${toText(numerator)}:${toText(denominator)}`;

/** `null`: nothing that could be compared. */
function figureText(figure: Figure): string | null {
  if (figure.state === "notReported") return null;
  if (figure.state === "notApplicable") return "-";
  switch (figure.measure) {
    case "count": return `count ${toText(figure.value)}`;
    case "ratio": return `ratio ${shareText(figure)}`;
    case "yesNo": return figure.yes ? "yes" : "no";
    case "change": return `change ${shareText(figure.start)} ${shareText(figure.end)}`;
    case "text": return null;
  }
}

function figureOf(text: string): Figure | null {
  const [kind = "", ...parts] = text.split(" ");
  switch (kind) {
    case "-": return { state: "notApplicable" };
    case "yes": case "no": return { state: "reported", measure: "yesNo", yes: kind === "yes" };
    case "count": {
      const value = fromText(parts[0] ?? "");
      return value && { state: "reported", measure: "count", value };
    }
    case "ratio": {
      const share = shareOf(parts[0]);
      return share && { state: "reported", measure: "ratio", ...share };
    }
    case "change": {
      const [start, end] = [shareOf(parts[0]), shareOf(parts[1])];
      return start && end && { state: "reported", measure: "change", start, end };
    }
    default: return null;
  }
}

function shareOf(text = ""): Share | null {
  const [numerator, denominator] = text.split(":").map((part): Exact | null => fromText(part));
  return numerator && denominator ? { numerator, denominator } : null;
}

function contributionIn(key: string, text: string, covers: readonly string[] | undefined): Contribution | null {
  const [unit = "", indicator = ""] = key.replace(/^\+/u, "").split("|");
  const [said = "", origin = "file", file, sheet = "", cell = "", raw = ""] = text.split("\t");
  const figure = figureOf(said);
  if (!figure) return null;
  return {
    unit: unit as UnitCode, indicator, origin: origin as Origin, figure,
    ...(file === undefined ? {} : { source: { file, sheet, cell, raw } }), ...(covers ? { covers: covers as readonly UnitCode[] } : {}),
  };
}
