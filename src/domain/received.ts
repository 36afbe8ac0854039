/** Submissions as they come in (bài nộp đã nhận): whose they are, what they report, and what is wrong with them. */
import { checkUnit } from "./check-unit";
import { contentKey, isEmptyForm } from "./content-key";
import type { Decisions } from "./decisions";
import { expectedUnits } from "./duties";
import type { Contribution, Figure } from "./figure";
import { figuresOf } from "./figures";
import type { LedgerState } from "./ledger-types";
import { indexRoster, matchUnit, unitByCode, type RosterIndex, type UnitMatch } from "./match-unit";
import { coveredUnits, owedBy } from "./owed";
import type { Plan, Stage } from "./plan";
import { problem, severity, type Problem, type ProblemPlace } from "./problem";
import type { KeptFile } from "./report";
import type { Submission } from "./submission";
import type { Tree } from "./tree";
import type { UnitCode } from "./unit";

/** What judging needs to know beside the files. */
export interface Judging {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly tree: Tree;
  readonly asOf: string;
  readonly decisions: Decisions;
  /** Units that some milestone of the stage addresses. */
  readonly addressed: ReadonlySet<UnitCode>;
  readonly registered: ReadonlyMap<UnitCode, ReadonlyMap<string, Figure>>;
}

/** One submission of one file, before it is held against others of its unit. */
export interface Received {
  readonly file: KeptFile;
  /** Its place in its file. */
  readonly place: number;
  readonly submission: Submission;
  readonly content: string;
  readonly unit: UnitCode | null;
  readonly figures: ReadonlyMap<string, Contribution>;
  /** What is wrong with the file and with whose it is; said of every copy. */
  readonly fileProblems: readonly Problem[];
  /** What is wrong with what it says; said once. */
  readonly contentProblems: readonly Problem[];
  /** Settled already where it is nobody's, or nobody asked for it. */
  readonly state: Extract<LedgerState, "notThisForm" | "unknownUnit" | "notExpected"> | null;
}

/** Every submission of every file; a file without any is the ledger's to name. */
export function receiveAll(files: readonly KeptFile[], judging: Judging): Received[] {
  const index = indexRoster(judging.tree.roster);
  const owing = owingUnits(judging);
  const arrivals = files.flatMap((file) => (file.reading.kind === "submissions" ? file.reading.submissions : []).map((submission, place) => {
    const at = placeOnForm(file, submission);
    return { file, submission, place, content: contentKey(submission), match: matchUnit(submission.unit, index, at) };
  }));
  const unclear = new Set(arrivals.filter(({ match }) => !isSure(match)).map(({ content }) => content));
  return arrivals.map((arrival) => {
    // A decision is about the content nobody could place; a school whose own form says the same keeps its own.
    const mayAssign = unclear.has(arrival.content) ? !isSure(arrival.match) : true;
    const match = mayAssign ? assigned(arrival.content, judging.decisions, index) ?? arrival.match : arrival.match;
    return receive({ ...arrival, match }, judging, owing);
  });
}

interface Arrival {
  readonly file: KeptFile;
  readonly submission: Submission;
  readonly place: number;
  readonly content: string;
  readonly match: UnitMatch;
}

function receive({ match, ...arrival }: Arrival, judging: Judging, owing: ReadonlySet<UnitCode>): Received {
  const { file, submission } = arrival;
  const { unit } = match;
  const own = file.reading.problems.filter(({ at }) => at.unit === undefined || at.unit === unit);
  const base = { ...arrival, unit, figures: new Map<string, Contribution>(), contentProblems: [] };
  const stray = strayProblem(submission, judging, { file: file.path });
  if (stray) return { ...base, fileProblems: [...own, stray], state: "notThisForm" };
  const placed = [...own, ...match.problems];
  if (unit === null) return { ...base, fileProblems: placed, contentProblems: placedIn(submission, { file: file.path }), state: "unknownUnit" };
  if (!isAsked(unit, submission, judging, owing)) return { ...base, fileProblems: [...placed, ...unaskedProblems(unit, file, judging)], state: "notExpected" };
  return { ...base, fileProblems: placed, ...judgeContent(unit, arrival, judging), state: null };
}

/** One cause, one message: of an empty form nothing else is said. */
function judgeContent(unit: UnitCode, { file, submission }: Pick<Arrival, "file" | "submission">, judging: Judging): Pick<Received, "figures" | "contentProblems"> {
  const { plan, stage, tree, registered } = judging;
  const ofReading = placedIn(submission, { file: file.path, unit });
  if (isEmptyForm(submission)) {
    const rows = owedBy({ plan, stage, tree, unit, scope: submission.scope }).length;
    const others = ofReading.filter((found) => severity(found) === "error" && found.at.cell === undefined);
    return { figures: new Map(), contentProblems: [...others, problem("form-empty", { unit, file: file.path }, { rows })] };
  }
  const { figures, problems } = figuresOf(submission, { plan, stage, tree, unit, file: file.path });
  const promised = registered.get(unit);
  const checked = submission.scope === "total" ? [] : checkUnit({ plan, stage, tree, unit, figures, sides: submission.sides, ...(promised ? { registered: promised } : {}) });
  return { figures, contentProblems: [...ofReading, ...problems, ...checked] };
}

/** What the reader found, with the file and the unit it is about. */
function placedIn({ problems }: Submission, at: ProblemPlace): Problem[] {
  return problems.map((found) => ({ ...found, at: { ...at, ...found.at } }) as Problem);
}

function strayProblem({ plan: found, stage }: Submission, judging: Judging, at: ProblemPlace): Problem | null {
  if (found !== judging.plan.id) return problem("other-plan", at, { found, expected: judging.plan.id });
  return stage === judging.stage ? null : problem("other-stage", at, { found: stage, expected: judging.stage });
}

function isSure({ unit, problems }: UnitMatch): boolean {
  return unit !== null && problems.every((found) => severity(found) !== "error");
}

function assigned(content: string, decisions: Decisions, index: RosterIndex): UnitMatch | null {
  const code = decisions.assignedUnit(content);
  const unit = code === null ? null : unitByCode(code, index);
  return unit && { unit: unit.code, problems: [] };
}

/** Units that owe some figure at this stage; those whose successor answers for them by now do not. */
function owingUnits({ plan, stage, tree, asOf }: Judging): ReadonlySet<UnitCode> {
  return new Set([...expectedUnits(plan, stage, tree, asOf).values()].flat());
}

function isAsked(unit: UnitCode, { scope }: Submission, { plan, stage, tree, addressed }: Judging, owing: ReadonlySet<UnitCode>): boolean {
  if (scope === "own") return owing.has(unit) || addressed.has(unit);
  return tree.roleOf(unit) !== "unit" && [...coveredUnits({ plan, stage, tree, unit }).values()].some((units) => units.length > 0);
}

function unaskedProblems(unit: UnitCode, { path }: KeptFile, { tree, asOf }: Judging): Problem[] {
  const about = tree.unit(unit);
  const at = { unit, file: path };
  const closed = about?.closedOn !== undefined && about.closedOn <= asOf ? [problem("unit-closed", at, { code: unit, closedOn: about.closedOn })] : [];
  return closed.length > 0 ? closed : [problem("unit-not-expected", at, { code: unit, name: about?.name ?? unit })];
}

function placeOnForm({ path }: KeptFile, { unit }: Submission): ProblemPlace {
  return { file: path, ...(unit.sheet ? { sheet: unit.sheet } : {}), ...(unit.cell ? { cell: unit.cell } : {}) };
}
