/** Reads a plan file (tệp kế hoạch) and lays the officer's answers over what the plan leaves open. */
import { parseExact } from "./exact";
import { forbiddenKeys } from "./forbidden-keys";
import { planSchema, type Milestone, type OpenPoint, type Plan, type PlanAnswers } from "./plan";
import { soundPart } from "./sound-part";
import { checkPlan, type PlanFault, type PlanFaultKind } from "./plan-checks";

export type { PlanFault, PlanFaultKind } from "./plan-checks";

export type PlanOutcome = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly faults: readonly PlanFault[] };

/**
 * Checks that a value is a plan: first the shape of every field, then (once the shape is sound) what the
 * fields say of each other. All faults of a round come back at once, as facts and never as zod's prose.
 */
export function parsePlan(json: unknown): PlanOutcome {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return { ok: false, faults: [{ path: "", kind: "not-an-object", facts: {} }] };
  const forbidden = forbiddenKeys(json).map(({ path, key }): PlanFault => ({ path, kind: "forbidden-key", facts: { key } }));
  const parsed = planSchema.safeParse(json);
  if (!parsed.success) {
    const shape = parsed.error.issues.flatMap((issue) => shapeFaults(issue, json));
    return { ok: false, faults: oncePerPlace([...forbidden, ...shape, ...faultsOfRest(json, [...forbidden, ...shape])]) };
  }
  const faults = [...forbidden, ...checkPlan(parsed.data)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, plan: parsed.data };
}

/** What the entries without a fault say of one another; what could be for want of those with one is not said. */
function faultsOfRest(json: object, shape: readonly PlanFault[]): PlanFault[] {
  for (const which of ["nearest", "outermost"] as const) {
    const rest = soundPart(json, shape.map(({ path }) => path), which);
    if (!rest) return [];
    const parsed = planSchema.safeParse(rest.json);
    if (parsed.success) return checkPlan(parsed.data).filter(({ kind }) => !OF_OTHERS.has(kind)).map((fault) => ({ ...fault, path: rest.placeOf(fault.path) }));
  }
  return [];
}

/** Faults that may only mean that something else was taken out. */
const OF_OTHERS: ReadonlySet<PlanFaultKind> = new Set([
  "unknown-indicator", "unknown-group", "unknown-detail", "unknown-headcount", "open-point-of-nothing", "none-chosen", "chosen-without-alternatives", "alternatives-across-indicators", "empty-list",
]);

/** One cause, one fault: the first that is said of a place. */
function oncePerPlace(faults: readonly PlanFault[]): PlanFault[] {
  return [...new Map(faults.toReversed().map((fault) => [fault.path, fault])).values()].toReversed();
}

type Issue = NonNullable<ReturnType<typeof planSchema.safeParse>["error"]>["issues"][number];

function shapeFaults(issue: Issue, json: object): PlanFault[] {
  const path = issue.path.map(String).join(".");
  const value = valueAt(json, issue.path);
  const found = shown(value);
  const one = (kind: PlanFaultKind, facts: Record<string, string> = {}): PlanFault[] => [{ path, kind, facts }];
  if (value === undefined && issue.code !== "unrecognized_keys") return one("missing", { key: String(issue.path.at(-1) ?? "") });
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: path ? `${path}.${key}` : key, kind: "unknown-key", facts: { key } }));
    case "invalid_type":
      return one("wrong-type", { expected: issue.expected, found });
    case "invalid_value":
      return one("value-not-allowed", { found, allowed: issue.values.map(String).join(", ") });
    case "too_small":
    case "too_big":
      if (issue.origin === "string") return one("empty-text");
      return issue.origin === "array" ? one("empty-list") : one("not-a-number", { found });
    case "invalid_format":
    case "custom":
    case "invalid_union":
      return one(formatKind(issue, value), { found });
    default:
      return one("bad-format", { found });
  }
}

/** Which notation was meant. The union in a plan is a target's `by`: a day or a year. */
function formatKind(issue: Issue, value: unknown): PlanFaultKind {
  if (issue.code === "invalid_union") return typeof value === "string" ? "not-a-date" : "wrong-type";
  switch (issue.message) {
    case "YYYY-MM-DD": case "a day of the calendar": return "not-a-date";
    case "a decimal number written with a point": return "not-a-decimal";
    case "e.g. BT06 or BT03a": return "bad-code";
    case "lower-case letters, digits and hyphens": return "bad-id";
    default: return "bad-format";
  }
}

function valueAt(json: object, path: readonly PropertyKey[]): unknown {
  let value: unknown = json;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value) ?? "";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The plan as the office uses it. `dueFrom` says of each dated milestone whose date it is. */
export interface AppliedPlan {
  readonly plan: Plan;
  readonly dueFrom: Readonly<Record<string, "plan" | "office">>;
  readonly faults: readonly PlanFault[];
}

/**
 * Lays an officer's answers (câu trả lời cho chỗ kế hoạch chưa quy định) over the plan, which stays unchanged.
 *
 * A blank answer is no answer. An answer that does not fit is a fault and changes nothing; the others
 * still apply. A date given here is the office's own and is never shown as the plan's.
 */
export function applyAnswers(plan: Plan, answers: PlanAnswers): AppliedPlan {
  const faults: PlanFault[] = [];
  let applied = plan;
  const office = new Set<string>();
  for (const [id, given] of Object.entries(answers)) {
    const answer = given.trim();
    const point = plan.open.find((open) => open.id === id) ?? ALWAYS_OPEN.find((open) => open.id === id);
    const kind = point ? misfit(point, answer) : "unknown-answer";
    if (answer !== "" && kind) faults.push({ path: `answers.${id}`, kind, facts: { id, found: shown(answer), allowed: (point?.choices ?? []).map((choice) => choice.id).join(", ") } });
    else if (answer !== "") {
      applied = apply(applied, id, answer);
      if (id.startsWith("due.")) office.add(id.slice(4));
    }
  }
  const dated = applied.milestones.filter(({ due }) => due !== undefined);
  return { plan: applied, faults, dueFrom: Object.fromEntries(dated.map(({ id }) => [id, office.has(id) ? "office" : "plan"])) };
}

/** A plan's number and date may be supplied even where the file forgot to ask. */
const ALWAYS_OPEN: readonly Pick<OpenPoint, "id" | "answer" | "choices">[] = [{ id: "number", answer: "text" }, { id: "issuedOn", answer: "date" }];

function misfit({ answer, choices }: Pick<OpenPoint, "answer" | "choices">, given: string): PlanFaultKind | null {
  switch (answer) {
    case "date": return planSchema.shape.issuedOn.safeParse(given).success ? null : "answer-not-a-date";
    case "number": return parseExact(given) ? null : "answer-not-a-number";
    case "yesNo": return given === "yes" || given === "no" ? null : "answer-not-yes-no";
    case "choice": return choices?.some((choice) => choice.id === given) ? null : "answer-not-a-choice";
    case "text": return null;
  }
}

function apply(plan: Plan, id: string, answer: string): Plan {
  const name = id.slice(id.indexOf(".") + 1);
  if (id === "number") return { ...plan, number: answer };
  if (id === "issuedOn") return { ...plan, issuedOn: answer };
  if (id === "issuer.name") return { ...plan, issuer: { ...plan.issuer, name: answer } };
  if (id.startsWith("due.")) return { ...plan, milestones: plan.milestones.map((one): Milestone => (one.id === name ? { ...one, due: answer, rule: "by" } : one)) };
  if (id.startsWith("choice.")) return choose(plan, name, answer);
  return id.startsWith("collect.") && answer === "yes" ? collect(plan, name) : plan;
}

function choose(plan: Plan, group: string, chosen: string): Plan {
  return { ...plan, indicators: plan.indicators.map((indicator) => ({
    ...indicator, targets: indicator.targets.map((target) => (target.alternatives === group ? { ...target, chosen: target.id === chosen } : target)),
  })) };
}

function collect(plan: Plan, code: string): Plan {
  return { ...plan, indicators: plan.indicators.map((indicator) => {
    const { couldBeCollectedFrom, ...rest } = indicator;
    return indicator.code === code && couldBeCollectedFrom ? { ...rest, collectedFrom: [...new Set([...rest.collectedFrom, ...couldBeCollectedFrom])] } : indicator;
  }) };
}
