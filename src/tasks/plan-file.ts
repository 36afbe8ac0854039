/** A plan from a file an officer has: JSON, or a plan sheet in Excel. Every fault at once, each with its place. */
import { parsePlan, type PlanFault } from "#domain/plan-parse";
import type { Plan } from "#domain/plan";
import { planFaultSentence } from "#messages/faults-vi";
import { readPlanSheet, type PlanFromSheet } from "#workbook/plan-sheet/read-plan-sheet";
import { readSnapshot } from "#workbook/read/read-snapshot";

export interface FaultLine {
  /** Path in the plan, or sheet and cell. */
  readonly place: string;
  readonly sentence: string;
}

export type PlanFile =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly faults: readonly FaultLine[] };

export function planFromFile(bytes: Uint8Array, path: string): PlanFile {
  const opening = new TextDecoder().decode(bytes.subarray(0, 64)).replace(/^\uFEFF/, "").trimStart();
  return opening.startsWith("{") ? planFromJson(bytes) : planFromWorkbook(bytes, path);
}

function planFromJson(bytes: Uint8Array): PlanFile {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ""));
  } catch (error) {
    return { ok: false, faults: [{ place: "JSON", sentence: error instanceof Error ? error.message : String(error) }] };
  }
  const parsed = parsePlan(json);
  return parsed.ok ? { ok: true, plan: parsed.plan } : { ok: false, faults: parsed.faults.map((fault) => line(fault)) };
}

function planFromWorkbook(bytes: Uint8Array, path: string): PlanFile {
  const read = readSnapshot(bytes, path);
  const sheet = read.ok ? readPlanSheet(read.snapshot) : null;
  if (!sheet) return { ok: false, faults: [{ place: path, sentence: planFaultSentence({ path: "", kind: "not-an-object", facts: {} }) }] };
  const parsed = parsePlan(sheet.json);
  return parsed.ok ? { ok: true, plan: parsed.plan } : { ok: false, faults: parsed.faults.map((fault) => line(fault, sheet)) };
}

function line(fault: PlanFault, sheet?: PlanFromSheet): FaultLine {
  return { place: (sheet && placeOf(fault.path, sheet)) ?? fault.path, sentence: planFaultSentence(fault) };
}

/** The cell of the fault, or of the nearest thing around it that has one. */
function placeOf(path: string, sheet: PlanFromSheet): string | undefined {
  for (let steps = path.split("."); steps.length > 0; steps = steps.slice(0, -1)) {
    const prefix = steps.join(".");
    const found = sheet.places.get(prefix) ?? [...sheet.places].find(([key]) => key.startsWith(`${prefix}.`))?.[1];
    if (found) return `${found.sheet}!${found.cell}`;
  }
  return undefined;
}
