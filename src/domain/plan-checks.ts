/**
 * What a plan file must hold beyond the shape of its fields (kiểm tra chéo trong kế hoạch): names that
 * point somewhere, targets that fit their measure, dates in order.
 *
 * Every fault found is returned, as facts; the sentences live in `messages`.
 */
import { compare, ONE, parseExact } from "./exact";
import type { Indicator, Plan, Target } from "./plan";

/** Everything that can be wrong with a plan (lỗi của tệp kế hoạch) or with an officer's answers to it. */
export type PlanFaultKind =
  // The shape of the file.
  | "not-an-object" | "missing" | "wrong-type" | "unknown-key" | "forbidden-key" | "value-not-allowed"
  | "empty-text" | "empty-list" | "bad-id" | "bad-code" | "bad-format" | "not-a-date" | "not-a-decimal" | "not-a-number"
  // Names.
  | "duplicate" | "unknown-indicator" | "unknown-group" | "unknown-detail" | "unknown-headcount" | "open-point-of-nothing"
  // Targets.
  | "several-chosen" | "none-chosen" | "chosen-without-alternatives" | "alternatives-across-indicators"
  | "share-without-base" | "share-above-one" | "of-not-yes-no" | "change-basis-needs-change" | "basis-does-not-fit" | "comparator-needs-change"
  // Dates.
  | "due-without-rule" | "period-reversed" | "phases-overlap"
  // The officer's answers.
  | "unknown-answer" | "answer-not-a-choice" | "answer-not-a-date" | "answer-not-a-number" | "answer-not-yes-no";

/** One fault: where (steps joined by points, lists counted from 0), which, and the facts for one sentence. */
export interface PlanFault {
  readonly path: string;
  readonly kind: PlanFaultKind;
  readonly facts: Readonly<Record<string, string>>;
}

/** All cross checks over a plan whose shape is sound; none when it is in order. */
export function checkPlan(plan: Plan): PlanFault[] {
  return [
    ...duplicates(plan), ...references(plan), ...openPoints(plan),
    ...plan.indicators.flatMap((indicator, at) => indicator.targets.flatMap((target, t) => fit(plan, indicator, target, `indicators.${at}.targets.${t}`))),
    ...alternatives(plan), ...dates(plan),
  ];
}

function duplicates(plan: Plan): PlanFault[] {
  const { awards } = plan;
  const lists: readonly (readonly [string, string, readonly string[]])[] = [
    ["indicators", "code", plan.indicators.map(({ code }) => code)],
    ...Object.entries({
      themes: plan.themes, movements: plan.movements, subjects: plan.subjects, workCategories: plan.workCategories, groups: plan.groups,
      headcounts: plan.headcounts, rules: plan.rules, registrationColumns: plan.registrationColumns, milestones: plan.milestones,
      phases: plan.phases, events: plan.events, steps: plan.steps, roles: plan.roles, open: plan.open, remarks: plan.remarks,
      "awards.forms": awards.forms, "awards.criteria": awards.criteria, "awards.attention": awards.attention, "awards.timing": awards.timing,
    }).map(([path, items]) => [path, "id", items.map(({ id }) => id)] as const),
    ...plan.indicators.flatMap(({ targets, details = [] }, at) => [
      [`indicators.${at}.targets`, "id", targets.map(({ id }) => id)] as const,
      [`indicators.${at}.details`, "id", details.map(({ id }) => id)] as const,
    ]),
    ...plan.milestones.map(({ deliverables }, at) => [`milestones.${at}.deliverables`, "id", deliverables.map(({ id }) => id)] as const),
  ];
  return lists.flatMap(([path, key, ids]) =>
    ids.flatMap((id, at) => (ids.indexOf(id) < at ? [fault(`${path}.${at}.${key}`, "duplicate", { found: id })] : [])));
}

function references(plan: Plan): PlanFault[] {
  const codes = new Set(plan.indicators.map(({ code }) => code));
  const groups = new Set(plan.groups.map(({ id }) => id));
  const headcounts = new Set(plan.headcounts.map(({ id }) => id));
  const unknown = (known: ReadonlySet<string>, found: string | undefined, kind: PlanFaultKind, path: string) =>
    found === undefined || known.has(found) ? [] : [fault(path, kind, { found })];
  return [
    ...plan.indicators.flatMap(({ group, denominatorHeadcount, targets, details = [], perYear, ofYear }, at) => [
      ...unknown(new Set(details.map(({ id }) => id)), perYear?.detail, "unknown-detail", `indicators.${at}.perYear.detail`),
      ...unknown(codes, ofYear?.indicator, "unknown-indicator", `indicators.${at}.ofYear.indicator`),
      ...unknown(groups, group, "unknown-group", `indicators.${at}.group`),
      ...unknown(headcounts, denominatorHeadcount, "unknown-headcount", `indicators.${at}.denominatorHeadcount`),
      ...targets.flatMap(({ of }, t) => unknown(codes, of, "unknown-indicator", `indicators.${at}.targets.${t}.of`)),
    ]),
    ...plan.rules.flatMap(({ part, whole }, at) => [
      ...unknown(codes, part, "unknown-indicator", `rules.${at}.part`),
      ...unknown(codes, whole, "unknown-indicator", `rules.${at}.whole`),
    ]),
  ];
}

/** An open point that acts on the plan (`collect.`, `choice.`, `due.`) must find what it acts on. */
function openPoints(plan: Plan): PlanFault[] {
  return plan.open.flatMap(({ id, choices = [] }, at) => {
    const name = id.slice(id.indexOf(".") + 1);
    const nothing = fault(`open.${at}.id`, "open-point-of-nothing", { found: id });
    if (id.startsWith("collect.")) return plan.indicators.some(({ code }) => code === name) ? [] : [nothing];
    if (id.startsWith("due.")) return plan.milestones.some((milestone) => milestone.id === name) ? [] : [nothing];
    if (!id.startsWith("choice.")) return [];
    const readings = targetsOf(plan).filter(({ target }) => target.alternatives === name).map(({ target }) => target.id);
    if (readings.length === 0) return [nothing];
    return choices.flatMap((choice, c) =>
      choice.id === "none" || readings.includes(choice.id) ? [] : [fault(`open.${at}.choices.${c}.id`, "open-point-of-nothing", { found: choice.id })]);
  });
}

/** Whether a target can be judged on this measure at all. */
function fit(plan: Plan, { code, measure }: Indicator, target: Target, path: string): PlanFault[] {
  const { basis, comparator, of } = target;
  const facts = { code, target: target.id, measure, basis, comparator };
  const value = parseExact(target.value);
  const base = of === undefined ? undefined : plan.indicators.find((indicator) => indicator.code === of);
  const faults: PlanFault[] = [];
  if (basis === "share" && measure === "count") faults.push(fault(`${path}.basis`, "share-without-base", facts));
  else if (basis === "change" && measure !== "change") faults.push(fault(`${path}.basis`, "change-basis-needs-change", facts));
  else if (measure === "text" || (measure === "change" && basis !== "change")) faults.push(fault(`${path}.basis`, "basis-does-not-fit", facts));
  if (basis === "share" && value && compare(value, ONE) > 0) faults.push(fault(`${path}.value`, "share-above-one", { ...facts, found: target.value }));
  if (basis !== "change" && (comparator === "reduceBy" || comparator === "increaseBy")) faults.push(fault(`${path}.comparator`, "comparator-needs-change", facts));
  if (of !== undefined && (measure !== "yesNo" || basis !== "share" || (base && base.measure !== "yesNo"))) faults.push(fault(`${path}.of`, "of-not-yes-no", { ...facts, found: of }));
  return faults;
}

/** Of the readings of one clause at most one is chosen; none only where the officer may choose "none". */
function alternatives(plan: Plan): PlanFault[] {
  const all = targetsOf(plan);
  const alone = all.filter(({ target }) => target.alternatives === undefined && target.chosen !== undefined)
    .map(({ path, code, target }) => fault(`${path}.chosen`, "chosen-without-alternatives", { code, target: target.id }));
  const groups = new Map<string, typeof all>();
  for (const one of all) {
    const group = one.target.alternatives;
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...alone, ...[...groups].flatMap(([group, members]) => {
    const first = members[0];
    if (!first) return [];
    const facts = { group, code: first.code };
    const chosen = members.filter(({ target }) => target.chosen === true);
    const mayBeNone = plan.open.some(({ id, choices }) => id === `choice.${group}` && choices?.some((choice) => choice.id === "none"));
    const elsewhere = members.find(({ code }) => code !== first.code);
    return [
      ...(elsewhere ? [fault(`${elsewhere.path}.alternatives`, "alternatives-across-indicators", { ...facts, other: elsewhere.code })] : []),
      ...chosen.slice(1).map(({ path, target }) => fault(`${path}.chosen`, "several-chosen", { ...facts, target: target.id })),
      ...(chosen.length === 0 && !mayBeNone ? [fault(`${first.path}.chosen`, "none-chosen", facts)] : []),
    ];
  })];
}

function dates(plan: Plan): PlanFault[] {
  const reversed = (path: string, { from, to }: { from?: string | undefined; to?: string | undefined }) =>
    from !== undefined && to !== undefined && from > to ? [fault(`${path}.from`, "period-reversed", { from, to })] : [];
  return [
    ...reversed("period", plan.period),
    ...plan.phases.flatMap(({ time }, at) => reversed(`phases.${at}.time`, time)),
    ...plan.events.flatMap(({ time }, at) => reversed(`events.${at}.time`, time)),
    ...plan.milestones.flatMap(({ id, due, rule }, at) => (due !== undefined && rule === undefined ? [fault(`milestones.${at}.rule`, "due-without-rule", { milestone: id, due })] : [])),
    ...plan.phases.slice(1).flatMap(({ id, time }, at) => {
      const before = plan.phases[at];
      return before?.time.to !== undefined && time.from !== undefined && time.from <= before.time.to
        ? [fault(`phases.${at + 1}.time.from`, "phases-overlap", { phase: id, from: time.from, other: before.id, to: before.time.to })] : [];
    }),
  ];
}

function targetsOf(plan: Plan): { readonly path: string; readonly code: string; readonly target: Target }[] {
  return plan.indicators.flatMap(({ code, targets }, at) => targets.map((target, t) => ({ path: `indicators.${at}.targets.${t}`, code, target })));
}

function fault(path: string, kind: PlanFaultKind, facts: Readonly<Record<string, string>>): PlanFault {
  return { path, kind, facts };
}
