/** Plans and rosters damaged as JSON: read with all their faults named, or sound enough for a whole report. */
import { aggregate } from "#domain/aggregate";
import { parsePlan } from "#domain/plan-parse";
import { parseRoster } from "#domain/roster-parse";
import { randomOf, type Random } from "#tasks/sample/random";
import { inputSeeds } from "./seeds";
import { planOf, rosterOf } from "../support/sample-reports";

const ODD_VALUES: readonly [unknown, ...unknown[]] = [
  null, true, false, 0, -1, 1.5, 1e308, "", " ", "x", "__proto__", "constructor", "2025-02-30", "0001-01-01", "A".repeat(5000), "\u0000", "=1+1", [], {}, [[]], [null], { a: 1 },
  JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
];

/** Reads so many damaged inputs; `onEscape` hears of each that is not met as it should. */
export function fuzzInputs(seed: string, count: number, onEscape: (about: string) => void): { whole: number; faulty: number } {
  const sums = { whole: 0, faulty: 0 };
  const [plan, roster] = [planOf(inputSeeds[0]?.json), rosterOf(inputSeeds[2]?.json)];
  for (let number = 0; number < count; number += 1) {
    const random = randomOf("inputs", seed, number);
    const of = inputSeeds[random.between(0, inputSeeds.length - 1)];
    if (!of) break;
    const json = structuredClone(of.json);
    for (let times = random.between(1, 4); times > 0; times -= 1) damageJson(json, random);
    try {
      const parsed = of.kind === "plan" ? parsePlan(json) : parseRoster(json);
      if (!parsed.ok) {
        sums.faulty += 1;
        if (parsed.faults.length === 0) onEscape(`#${number}: refused without a fault`);
      } else {
        sums.whole += 1;
        const state = "plan" in parsed ? { plan: parsed.plan, roster } : { plan, roster: parsed.roster };
        aggregate({ ...state, answers: {}, stage: "summary", files: [], decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {} }, { asOf: "2025-06-30", treeDate: "2025-06-30" });
      }
    } catch (error) {
      onEscape(`#${number} (${of.kind}): ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    }
    if (({} as { polluted?: boolean }).polluted) onEscape(`#${number}: reached into JavaScript's own objects`);
  }
  return sums;
}

type Holder = Record<string, unknown> | unknown[];

function damageJson(json: unknown, random: Random): void {
  let holder = json as Holder;
  for (;;) {
    const keys = Object.keys(holder);
    const key = keys[random.between(0, keys.length - 1)];
    if (key === undefined) return;
    const value = (holder as Record<string, unknown>)[key];
    if (typeof value === "object" && value !== null && Object.keys(value).length > 0 && random.chance(0.9)) {
      holder = value as Holder;
      continue;
    }
    const others = keys.map((one) => (holder as Record<string, unknown>)[one]);
    switch (random.between(0, 4)) {
      case 0: if (Array.isArray(holder)) holder.splice(Number(key), 1); else delete holder[key]; return;
      case 1: if (Array.isArray(holder)) holder.push(structuredClone(value)); else holder[`${key}x`] = value; return;
      case 2: set(holder, key, structuredClone(others[random.between(0, others.length - 1)])); return;
      case 3: set(holder, key, typeof value === "string" ? `${value}${value}` : value); return;
      default: set(holder, key, structuredClone(random.oneOf(ODD_VALUES))); return;
    }
  }
}

function set(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}
