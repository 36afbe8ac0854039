/**
 * Submissions by the thousand (bài nộp mẫu): one form of each kind of unit, filled once, then given every other
 * unit's code, name and figures in place. What stands in each file is written down without passing through our reader.
 */
import { strFromU8, strToU8, unzipSync } from "fflate";
import type { Plan, Stage } from "#domain/plan";
import type { Roster } from "#domain/unit";
import { senderOf } from "#tasks/sample/sender";
import type { TrueFigures } from "#tasks/sample/truth";
import { treeDateOf } from "#tasks/plan-answers";
import { fillForm } from "#workbook/form/fill-form";
import { partName } from "#workbook/form-layout";
import { formWorkbook } from "#workbook/form/write-form";
import { planOf, rosterOf, template } from "../support/sample-reports";
import benTre from "#templates/plans/ben-tre-2024-2025/1.json";
import provinceJson from "#templates/rosters/sample-province.json";
import { packed, zipOf, type PackedPart } from "./zip-parts";

export interface Corpus {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly roster: Roster;
  readonly treeDate: string;
  readonly files: number;
  /** The submission of one unit. */
  readonly file: (index: number) => { readonly path: string; readonly bytes: Uint8Array };
  /** What all files together say: indicator → sum of what was counted and of what it was counted among. */
  readonly sums: () => ReadonlyMap<string, readonly [part: number, whole: number]>;
}

/** A unit's place holder in code and name; every other unit's number takes its place. */
const HOLDER = "0000000";
const numberOf = (index: number): string => String(index + 1).padStart(HOLDER.length, "0");
const UNITS_PER_OFFICE = 40;

/** So many schools, all of whom submit. The same number gives the same files. */
export async function corpusOf(files: number): Promise<Corpus> {
  const plan = planOf(benTre);
  const stage: Stage = "summary";
  const kinds = rosterOf(provinceJson).kinds;
  const schools = kinds.filter(({ role }) => role === "unit");
  const roster = rosterOf({
    id: "bench", version: "1", name: "Danh mục đo tốc độ (dữ liệu mẫu)", kinds, successors: [],
    units: [
      { code: "SO", name: "Sở Giáo dục và Đào tạo Tỉnh Mẫu", kind: "so", parents: [] },
      ...Array.from({ length: Math.ceil(files / UNITS_PER_OFFICE) }, (_, index) => ({ code: `X${numberOf(index)}`, name: `Xã Mẫu ${numberOf(index)}`, kind: "xa", parents: [{ parent: "SO" }] })),
      ...Array.from({ length: files }, (_, index) => ({
        code: `T${numberOf(index)}`, name: `Trường Mẫu ${numberOf(index)}`, kind: schools[index % schools.length]?.id ?? "",
        parents: [{ parent: `X${numberOf(Math.floor(index / UNITS_PER_OFFICE))}` }],
      })),
    ],
  });
  const treeDate = treeDateOf(plan, stage);
  const moulds = await Promise.all(schools.slice(0, files).map(({ id }) => mouldOf(id, { plan, stage, roster, treeDate })));
  const mouldFor = (index: number): Mould => moulds[index % schools.length] ?? (() => { throw new Error("no mould"); })();
  return {
    plan, stage, roster, treeDate, files,
    file: (index) => ({ path: `X${numberOf(Math.floor(index / UNITS_PER_OFFICE))}/Báo cáo T${numberOf(index)}.xlsx`, bytes: cast(mouldFor(index), index) }),
    sums: () => {
      const sums = new Map<string, [number, number]>();
      for (let index = 0; index < files; index += 1) {
        for (const [code, figure] of Object.entries(mouldFor(index).figures)) {
          if (figure.kind !== "share" && figure.kind !== "count") continue;
          const sum = sums.get(code) ?? [0, 0];
          sum[0] += lowered(figure.kind === "share" ? figure.numerator : figure.value, index);
          sum[1] += figure.kind === "share" ? figure.denominator : 1;
          sums.set(code, sum);
        }
      }
      return sums;
    },
  };
}

/** Units of one kind differ by a little, always downwards, so that no rule of the plan is broken. */
const lowered = (value: number, index: number): number => Math.max(0, value - (index % 4));

interface Mould {
  readonly figures: TrueFigures;
  /** Parts in which a unit's number or a figure stands. */
  readonly varied: readonly { readonly path: string; readonly pieces: readonly (string | Place)[] }[];
  readonly fixed: readonly PackedPart[];
}
type Place = { readonly is: "number" } | { readonly is: "figure"; readonly value: number };

async function mouldOf(kind: string, setting: Pick<Corpus, "plan" | "stage" | "roster" | "treeDate">): Promise<Mould> {
  const unit = { code: `T${HOLDER}`, name: `Trường Mẫu ${HOLDER}`, kind, parents: [{ parent: `X${numberOf(0)}` }] };
  const roster = { ...setting.roster, units: [...setting.roster.units.slice(0, 2), unit] } as Roster;
  const sender = senderOf(unit as Roster["units"][number], template, { ...setting, roster, seed: 1 });
  const bytes = await fillForm(formWorkbook({ ...setting, roster, template, kind: { unit: sender.unit.code } }), { values: sender.typed, rows: sender.rows });
  const parts = Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path, content, text: /sheet\d+\.xml$|sharedStrings\.xml$/.test(path) ? strFromU8(content) : "" }));
  const names = strFromU8(parts.find(({ path }) => path === "xl/workbook.xml")?.content ?? new Uint8Array());
  const figureCells = Object.entries(sender.figures).flatMap(([code, figure]) => {
    if (figure.kind !== "share" && figure.kind !== "count") return [];
    const name = partName(code, figure.kind === "share" ? "numerator" : "value");
    const cell = new RegExp(`name="${name}"[^>]*>[^<]*\\$([A-Z]+)\\$(\\d+)<`).exec(names);
    return [{ cell: `${cell?.[1]}${cell?.[2]}`, value: figure.kind === "share" ? figure.numerator : figure.value }];
  });
  const cellsOf = new Map(figureCells.map(({ cell, value }) => [cell, value]));
  let found = 0;
  const varied = parts.filter(({ text }) => text.includes(HOLDER) || text.includes("<sheetData")).map(({ path, text }) => {
    const isFigures = figureCells.length > 0 && figureCells.every(({ cell, value }) => text.includes(`<c r="${cell}"`) && new RegExp(`<c r="${cell}"[^>]*><v>${value}</v>`).test(text));
    const pieces: (string | Place)[] = [];
    let last = 0;
    for (const match of text.matchAll(new RegExp(`${HOLDER}|<c r="([A-Z]+\\d+)"[^>]*><v>(\\d+)</v>`, "g"))) {
      const value = isFigures ? cellsOf.get(match[1] ?? "") : undefined;
      if (match[0] !== HOLDER && value === undefined) continue;
      const start = match[0] === HOLDER ? match.index : match.index + match[0].length - "</v>".length - (match[2] ?? "").length;
      pieces.push(text.slice(last, start), value === undefined ? { is: "number" } : { is: "figure", value });
      if (value !== undefined) found += 1;
      last = value === undefined ? start + HOLDER.length : start + (match[2] ?? "").length;
    }
    return { path, pieces: [...pieces, text.slice(last)] };
  });
  if (found !== figureCells.length) throw new Error(`${kind}: ${found} of ${figureCells.length} figures found in the mould`);
  const fixed = [...parts.filter(({ path }) => !varied.some((one) => one.path === path)), ...varied.filter(({ pieces }) => pieces.length === 1).map(({ path, pieces }) => ({ path, content: strToU8(pieces.filter((piece) => typeof piece === "string").join("")) }))];
  return { figures: sender.figures, varied: varied.filter(({ pieces }) => pieces.length > 1), fixed: fixed.map(({ path, content }) => packed(path, content)) };
}

function cast({ varied, fixed }: Mould, index: number): Uint8Array {
  const number = numberOf(index);
  const own = varied.map(({ path, pieces }) =>
    packed(path, strToU8(pieces.map((piece) => (typeof piece === "string" ? piece : piece.is === "number" ? number : String(lowered(piece.value, index)))).join(""))));
  return zipOf([...fixed, ...own]);
}
