/** The head of every screen and the tab `Hôm nay`. */
import type { PlanAnswers, Stage } from "#domain/plan";
import type { Severity } from "#domain/problem";
import type { CoverageCounts, DueView } from "./coverage";
import type { IntakeSummary } from "./receiving";
import type { Attention, Standing } from "./report";

export interface Overview {
  readonly plan: string;
  readonly planTitle: string;
  readonly shortTitle: string;
  readonly stage: Stage;
  readonly office: string;
  readonly scope: string;
  readonly isSample: boolean;
  readonly asOf: string;
  readonly treeDate: string;
  readonly due: DueView;
  readonly counts: CoverageCounts;
  readonly missingNames: readonly string[];
  readonly returnedNames: readonly string[];
  readonly attention: readonly Attention[];
  readonly verdicts: { readonly met: number; readonly notMet: number; readonly undecided: number };
  readonly lastIntake: IntakeSummary | null;
  readonly toDecide: number;
  /** Units that could be given a return slip. */
  readonly returnedUnits: number;
  readonly datesUnknown: number;
  readonly openRequired: number;
  /** What the officer answered to the plan's open points. */
  readonly answers: PlanAnswers;
  readonly problems: Readonly<Record<Severity, number>>;
  readonly standing: Standing;
  readonly units: number;
  readonly files: number;
  /** Grows with every change: a screen showing an older one asks again. */
  readonly revision: number;
}
