/** The deadline that counts now (hạn nộp), and how the units stand to it. */
import type { Coverage, UnitCoverage } from "#domain/ledger-types";
import { daysAfter } from "#domain/milestones";
import type { Report } from "#domain/report";
import { unitStanding } from "#domain/unit-standing";
import type { CoverageCounts, DueView } from "./engine/views/coverage";

/** The milestone in question: the one asked for, else the next that is due, else the last. */
export function milestoneNow(report: Report, milestone?: string): Coverage | null {
  const asked = report.coverage.find((one) => one.milestone === milestone);
  if (asked) return asked;
  const addressed = report.coverage.filter(({ expected }) => expected > 0);
  const dated = addressed.map((one) => ({ one, due: dueOf(one) })).filter(({ due }) => due !== null).sort((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1));
  return dated.find(({ due }) => due !== null && due >= report.asOf)?.one ?? dated.at(-1)?.one ?? addressed[0] ?? report.coverage[0] ?? null;
}

function dueOf({ units }: Coverage): string | null {
  return units[0]?.due ?? null;
}

export function dueView(report: Report, coverage: Coverage | null): DueView {
  const milestone = report.plan.milestones.find(({ id }) => id === coverage?.milestone);
  const [first] = coverage?.units ?? [];
  const day = first?.due ?? null;
  const over = day === null ? 0 : daysAfter(report.asOf, day);
  return {
    milestone: coverage?.milestone ?? "", name: milestone?.name ?? "", day, from: first?.dueFrom ?? null,
    daysLeft: day === null ? null : over > 0 ? -over : daysAfter(day, report.asOf),
  };
}

/** Six counts that add up to the units expected: one whose submission was returned stands under `returned` alone. */
export function countsOf(units: readonly UnitCoverage[]): CoverageCounts {
  const counts = { expected: units.length, onTime: 0, late: 0, dateUnknown: 0, returned: 0, missing: 0, notDue: 0 };
  for (const unit of units) counts[unitStanding(unit)] += 1;
  return counts;
}
