/** Checking files without taking them in (kiểm tra trước khi nhận): what would be said of each, and could it be submitted. */
import { aggregate } from "#domain/aggregate";
import { stagesOf } from "#domain/form";
import type { LedgerEntry } from "#domain/ledger-types";
import type { Plan, Stage } from "#domain/plan";
import type { Problem } from "#domain/problem";
import type { BookState, KeptFile, Report } from "#domain/report";
import type { Roster, UnitCode } from "#domain/unit";
import { takeIn, type ChosenFile, type IntakeRequest } from "./intake";

export interface CheckedFile {
  readonly entry: LedgerEntry;
  /** Problems of the file and of its figures against the plan. */
  readonly problems: readonly Problem[];
}

/** Judges each file on its own, so that two files given together do not become each other's duplicates. */
export function checkFiles(files: readonly KeptFile[], state: Omit<BookState, "files">, days: { asOf: string; treeDate: string }): CheckedFile[] {
  return files.flatMap((file) => {
    const report: Report = aggregate({ ...state, files: [file] }, days);
    return report.ledger.map((entry) => ({
      entry,
      problems: [...entry.problems, ...report.problems.filter((found) => found.at.file === entry.path && !entry.problems.includes(found))],
    }));
  });
}

/** Without a roster, the units the files themselves name: a school checks its own form at home. */
export function rosterOfUnits(files: readonly KeptFile[], plan: Plan): Roster {
  const named = files.flatMap(({ reading }) => (reading.kind === "submissions" ? reading.submissions.map(({ unit, info }) => ({ unit, info })) : []));
  const units = new Map<string, { code: UnitCode; name: string; kind: string }>();
  for (const { unit, info } of named) {
    if (unit.code === null) continue;
    const kind = info["unitKind"]?.raw ?? "";
    units.set(unit.code, { code: unit.code as UnitCode, name: unit.name ?? unit.code, kind: kindOf(kind, plan) });
  }
  const root = "__scope" as UnitCode;
  const kinds = [...new Set([...units.values()].map(({ kind }) => kind))];
  return {
    id: "files", version: "1", name: plan.scope.name, successors: [],
    kinds: [{ id: "scope", name: plan.scope.name, role: "scope" }, ...kinds.map((id) => ({ id, name: id, role: "unit" as const }))],
    units: [
      { code: root, name: plan.issuer.name, kind: "scope", parents: [] },
      ...[...units.values()].map((unit) => ({ ...unit, parents: [{ parent: root }] })),
    ],
  };
}

/** The kind the form shows, if the plan knows it; else one that answers every question the form holds. */
function kindOf(shown: string, plan: Plan): string {
  const known = new Set(plan.indicators.flatMap(({ collectedFrom }) => collectedFrom));
  return known.has(shown) ? shown : [...known][0] ?? "unit";
}

/** The stage the files say they are, by asking each stage in turn; the plan's last stage where none answers. */
export async function stageOfFiles(chosen: readonly ChosenFile[], intake: Omit<IntakeRequest, "stage">): Promise<Stage> {
  const stages = stagesOf(intake.plan);
  for (const stage of stages) {
    const [first] = await takeIn(chosen.slice(0, 1), { ...intake, stage });
    if (first?.reading.kind === "submissions") return stage;
  }
  return stages.at(-1) ?? "summary";
}
