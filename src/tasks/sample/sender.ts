/** One unit of a sample with what it means to say, and what can go wrong with it. */
import type { FormTemplate } from "#domain/form";
import { treeAt } from "#domain/tree";
import type { Unit } from "#domain/unit";
import type { TypedRow, TypedValue } from "#workbook/form/fill-form";
import { changeableSpot, numberSpot, shareSpot, spotsOf, type Spot } from "./spoil-cells";
import { figuresOf, headcountsOf, type SampleSetting } from "./true-figures";
import { typedCells, typedRows } from "./typed-cells";
import type { Trouble } from "./troubles";
import type { TrueFigures } from "./truth";

export interface Sender {
  readonly unit: Unit;
  /** Folder its files lie in: the office it reports to. */
  readonly folder: string;
  readonly figures: TrueFigures;
  readonly headcounts: Readonly<Record<string, number>>;
  readonly typed: ReadonlyMap<string, TypedValue>;
  readonly rows: readonly TypedRow[];
  readonly spots: readonly Spot[];
  /** The figure in which a second version of its form differs. */
  readonly changed: ReturnType<typeof changeableSpot>;
  readonly canHave: (trouble: Trouble) => boolean;
}

export function senderOf(unit: Unit, template: FormTemplate, setting: SampleSetting): Sender {
  const headcounts = headcountsOf(unit, setting);
  const figures = figuresOf(unit, headcounts, setting);
  const spots = spotsOf(setting.plan, figures);
  const changed = changeableSpot(spots);
  const tree = treeAt(setting.roster, setting.treeDate);
  return {
    unit, figures, headcounts, spots, changed,
    folder: tree.parentOf(unit.code) ?? unit.code,
    typed: typedCells(unit, figures, headcounts, template, setting),
    rows: typedRows(unit, template, setting),
    canHave: (trouble) => {
      // Offices keep out of trouble, at most they are slow: the demonstration should show schools.
      if (tree.roleOf(unit.code) !== "unit") return trouble === "late" && tree.roleOf(unit.code) === "intermediate";
      switch (trouble) {
        case "numeratorAbove":
        case "barePercent": return setting.stage !== "registration" && shareSpot(spots)?.spot.figure.kind !== undefined;
        case "dash": return numberSpot(spots) !== null;
        case "final": return changed !== null;
        case "blankCells":
        case "emptyForm": return spots.some(({ figure }) => figure.kind !== "notApplicable");
        case "closedUnit": return closedUnitOf(setting) !== undefined;
        default: return spots.length > 0;
      }
    },
  };
}

/** A unit of the roster that another one answers for by now. */
export function closedUnitOf({ roster, plan }: SampleSetting): Unit | undefined {
  return roster.units.find(({ code, closedOn }) => closedOn !== undefined && closedOn <= plan.period.from && roster.successors.some(({ from }) => from === code));
}
