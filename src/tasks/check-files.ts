/** Checking files without taking them in (kiểm tra trước khi nhận): what would be said of each, and could it be submitted. */
import { aggregate } from "#domain/aggregate";
import { stagesOf } from "#domain/form";
import type { LedgerEntry } from "#domain/ledger-types";
import type { Plan, Stage } from "#domain/plan";
import type { Problem } from "#domain/problem";
import type { BookState, KeptFile, Report } from "#domain/report";
import type { Reading, Submission } from "#domain/submission";
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
  const named = files.flatMap(({ reading }) => (reading.kind === "submissions" ? reading.submissions : []));
  const units = new Map<string, { code: UnitCode; name: string; kind: string }>();
  for (const submission of named) {
    const { unit } = submission;
    if (unit.code === null) continue;
    units.set(unit.code, { code: unit.code as UnitCode, name: unit.name ?? unit.code, kind: kindOf(submission, plan) });
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

/** The kind of unit whose questions the form holds: the one that differs least from the rows found (on a common form, the rows filled). */
function kindOf({ parts, stage }: Submission, plan: Plan): string {
  const asked = plan.indicators.filter(({ stages }) => stages.includes(stage));
  const rowsOf = (counts: (reading: Reading) => boolean): Set<string> =>
    new Set(Object.entries(parts).flatMap(([key, reading]) => (reading && counts(reading) ? [key.slice(0, key.indexOf("."))] : [])));
  const present = rowsOf(() => true);
  const isCommon = asked.every(({ code, collectedFrom }) => collectedFrom.length === 0 || present.has(code));
  const found = isCommon ? rowsOf(({ raw }) => raw.trim() !== "") : present;
  const kinds = [...new Set(asked.flatMap(({ collectedFrom }) => collectedFrom))];
  const distance = (kind: string): number => asked.filter(({ code, collectedFrom }) => collectedFrom.includes(kind) !== found.has(code)).length;
  return kinds.reduce((best, kind) => (distance(kind) < distance(best) ? kind : best), kinds[0] ?? "unit");
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
