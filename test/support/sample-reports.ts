import { aggregate } from "#domain/aggregate";
import { parsePlan } from "#domain/plan-parse";
import type { Plan, Stage } from "#domain/plan";
import type { BookState, Report } from "#domain/report";
import { parseRoster } from "#domain/roster-parse";
import type { Roster } from "#domain/unit";
import { parseFormTemplate } from "#tasks/form-template";
import { takeIn } from "#tasks/intake";
import { makeSample } from "#tasks/sample/make-sample";
import templateJson from "#templates/forms/form.json";
import benTre from "#templates/plans/ben-tre-2024-2025/1.json";
import dakNong from "#templates/plans/dak-nong-2020-2025/1.json";
import doiMoi from "#templates/plans/doi-moi-sang-tao-2020-2025/1.json";
import namDinh from "#templates/plans/nam-dinh-2024-2025/1.json";
import quangNinh from "#templates/plans/quang-ninh-huyen-2024/1.json";
import districtJson from "#templates/rosters/sample-district.json";
import provinceJson from "#templates/rosters/sample-province.json";

export const template = parseFormTemplate(templateJson);

export interface SampleCase {
  readonly name: string;
  readonly json: unknown;
  readonly stage: Stage;
  readonly roster: unknown;
  readonly asOf: string;
}

/** One case for each plan, and Bến Tre at both ends of its year. */
export const sampleCases: readonly SampleCase[] = [
  { name: "Bến Tre, tổng kết", json: benTre, stage: "summary", roster: provinceJson, asOf: "2025-11-05" },
  { name: "Bến Tre, đăng ký", json: benTre, stage: "registration", roster: provinceJson, asOf: "2024-05-06" },
  { name: "Nam Định, đăng ký", json: namDinh, stage: "registration", roster: provinceJson, asOf: "2024-10-25" },
  { name: "Đắk Nông, tổng kết", json: dakNong, stage: "summary", roster: provinceJson, asOf: "2025-12-31" },
  { name: "Đổi mới sáng tạo, sơ kết", json: doiMoi, stage: "midterm", roster: provinceJson, asOf: "2023-12-01" },
  { name: "Quảng Ninh, tổng kết", json: quangNinh, stage: "summary", roster: districtJson, asOf: "2024-12-31" },
];

export function planOf(json: unknown): Plan {
  const parsed = parsePlan(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.plan;
}

export function rosterOf(json: unknown): Roster {
  const parsed = parseRoster(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.roster;
}

/** The real intake of the sample's real files; `every` keeps one sender in so many, to be quick. */
export async function sampleState({ json, stage, roster: rosterJson }: SampleCase, every = 1): Promise<BookState> {
  const plan = planOf(json);
  const roster = rosterOf(rosterJson);
  const sample = await makeSample({ plan, stage, roster, template, seed: 1 });
  const chosen = sample.files.filter((_, index) => index % every === 0);
  const files = await takeIn(chosen.map(({ path, bytes }) => ({ path, bytes: () => Promise.resolve(bytes) })), {
    plan, stage, template, otherPlans: [], receivedOn: null, receipts: new Map(sample.receipts.map(({ path, receivedOn }) => [path, receivedOn])), known: [],
  });
  return {
    plan, answers: {}, roster, stage, files, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {},
  };
}

export function sampleReport(state: BookState, asOf: string): Report {
  return aggregate(state, { asOf, treeDate: asOf });
}
