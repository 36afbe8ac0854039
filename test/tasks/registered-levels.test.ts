/** Forms of a later stage that carry what the unit registered: from the registration's own book, and from one that took it over. */
import { earlierStageOf, withEarlierStage } from "#domain/earlier-stages";
import type { Report } from "#domain/report";
import type { UnitCode } from "#domain/unit";
import { makeForms } from "#tasks/make-forms";
import { registeredLevels } from "#tasks/registered-levels";
import { infoName, sideName } from "#workbook/form-layout";
import { named, open } from "../support/form-samples";
import { sampleCases, sampleReport, sampleState, template } from "../support/sample-reports";

const registration = sampleCases.find(({ name }) => name === "Bến Tre, đăng ký");
if (!registration) throw new Error("no sample of a registration");

let report: Report;
beforeAll(async () => {
  report = sampleReport(await sampleState(registration, 4), registration.asOf);
}, 120_000);

const unitIn = (state: string): UnitCode => {
  const found = report.ledger.flatMap(({ submissions }) => submissions).find((one) => one.unit !== null && one.state === state && one.submission.scope === "own" && Object.keys(one.submission.parts).length > 4);
  if (!found?.unit) throw new Error(`nobody is ${state}`);
  return found.unit;
};

async function formOf(unit: UnitCode, from: Report | null) {
  const { plan, state: { roster } } = report;
  for await (const { bytes } of makeForms({ plan, stage: "summary", template, roster, treeDate: report.treeDate, what: { unit }, registered: from ? registeredLevels(from) : undefined })) {
    const workbook = await open(bytes);
    const said = (name: string): unknown => {
      try {
        return named(workbook, name).value;
      } catch {
        return undefined;
      }
    };
    return { levels: plan.indicators.map(({ code }) => said(sideName(code, "registered"))), info: template.info.map(({ id }) => said(infoName(id))) };
  }
  throw new Error("no form");
}

test("levels, and facts about the unit, stand on its form; what was said of the other report alone does not", async () => {
  const unit = unitIn("accepted");
  const { levels, info } = await formOf(unit, report);
  const own = registeredLevels(report)?.get(unit);
  const filled = levels.filter((level) => typeof level === "string");
  expect(filled.length).toBeGreaterThan(3);
  for (const level of filled) expect(level).toMatch(/^(\d+(,\d+)? %|\d+|Đạt|Chưa đạt|Không có đối tượng)$/u);
  const texts = template.info.map(({ id, ofReport }) => {
    const said = own?.info[id]?.value;
    return said?.kind === "text" && !ofReport ? said.text : null;
  });
  expect(texts.filter((text) => text !== null).length).toBeGreaterThan(1);
  expect(info.map((text) => text ?? null)).toEqual(texts);
}, 60_000);

test("a later book that took the registration over gives the same levels, and no names", async () => {
  const unit = unitIn("accepted");
  const later = { ...report.state, stage: "summary" as const, files: [] };
  const taken = earlierStageOf(report, later);
  if (!taken) throw new Error("not taken");
  const summary = sampleReport(withEarlierStage(later, taken), "2025-11-05");
  const [before, after] = [await formOf(unit, report), await formOf(unit, summary)];
  expect(after.levels).toEqual(before.levels);
  expect(after.info.filter(Boolean)).toEqual([]);
}, 60_000);

test("who was returned, or is not known, gets a form without levels", async () => {
  const nothing = await formOf(unitIn("accepted"), null);
  expect(nothing.levels.filter(Boolean)).toEqual([]);
  expect((await formOf(unitIn("returned"), report)).levels.filter(Boolean)).toEqual([]);
}, 60_000);

test("a registration's own form carries no earlier level", async () => {
  const { plan, state: { roster } } = report;
  const unit = unitIn("accepted");
  const [bare, told] = await Promise.all([undefined, registeredLevels(report)].map(async (registered) => {
    for await (const { bytes } of makeForms({ plan, stage: "registration", template, roster, treeDate: report.treeDate, what: { unit }, registered })) return Buffer.from(bytes).toString("base64");
    return "";
  }));
  expect(told).toBe(bare);
}, 60_000);
