/**
 * The submissions of a whole sample office, in the state in which submissions really arrive (dữ liệu mẫu).
 * Same plan, roster and seed, same files, byte for byte.
 */
import type { FormTemplate } from "#domain/form";
import type { Plan, Stage } from "#domain/plan";
import { treeAt } from "#domain/tree";
import type { Roster } from "#domain/unit";
import { unitsWithForm } from "../make-forms";
import { treeDateOf } from "../plan-answers";
import { randomOf } from "./random";
import { sampleFiles, type SampleFile } from "./sample-files";
import { senderOf, type Sender } from "./sender";
import { shareOut, troubles, type Trouble } from "./troubles";
import type { FileTruth, SampleTruth, UnitTruth } from "./truth";

export interface SampleRequest {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly roster: Roster;
  readonly template: FormTemplate;
  readonly seed: number;
  /** The day whose tree the forms are issued under; else the stage's deadline. */
  readonly treeDate?: string;
}

export interface Sample {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly receipts: readonly { readonly path: string; readonly receivedOn: string }[];
  readonly truth: SampleTruth;
}

export async function makeSample(request: SampleRequest): Promise<Sample> {
  const { plan, stage, roster, template, seed, treeDate = treeDateOf(plan, stage) } = request;
  const setting = { plan, stage, roster, treeDate, seed };
  const tree = treeAt(roster, treeDate);
  const senders = new Map<string, Sender>(unitsWithForm(setting).flatMap((code) => {
    const unit = tree.unit(code);
    return unit ? [[code, senderOf(unit, template, setting)] as const] : [];
  }));
  const shared = shareOut(shuffled([...senders.keys()], seed), (trouble, code) => senders.get(code)?.canHave(trouble) ?? false);
  const files = await sampleFiles({ ...setting, template }, senders, shared);
  return {
    files: files.filter(({ bytes }) => bytes.length > 0).map(({ path, bytes }) => ({ path, bytes })),
    receipts: files.flatMap(({ path, receivedOn }) => (receivedOn === null ? [] : [{ path, receivedOn }])),
    truth: {
      plan: plan.id, stage, roster: roster.id, seed, treeDate, asOf: dayAfter(treeDate, 5),
      units: [...senders.values()].map((sender) => unitTruth(sender, shared.get(sender.unit.code), files)),
      files: files.flatMap(({ truth }) => truth),
    },
  };
}

function unitTruth({ unit, figures, headcounts, changed }: Sender, trouble: Trouble | undefined, files: readonly SampleFile[]): UnitTruth {
  const state = trouble ? troubles[trouble].state : "accepted";
  const counts = state === "accepted" || state === "awaitingDecision";
  const own = files.filter(({ truth }) => truth.some(({ sender, state: end }) => sender === unit.code && isIn(end)));
  const days = own.map(({ receivedOn }) => receivedOn).filter((day) => day !== null).sort();
  return { unit: unit.code, figures, headcounts, counts, except: trouble === "final" && changed ? [changed.spot.code] : [], receivedOn: days[0] ?? null };
}

function isIn(state: FileTruth["state"]): boolean {
  return state === "accepted" || state === "awaitingDecision" || state === "identicalCopy";
}

function shuffled(codes: readonly string[], seed: number): string[] {
  const place = new Map(codes.map((code) => [code, randomOf(seed, "order", code).part()]));
  return [...codes].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
