import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { renderToStaticMarkup } from "react-dom/server";
import { type Milestone, type Plan, planSchema, type Target } from "#domain/plan";
import { dueWords, targetWords } from "#messages/pane-vi";
import { PlanScreen } from "../../../src/taskpane/prepare/PlanScreen";
import { targetLines } from "../../../src/taskpane/prepare/target-lines";

const folder = path.resolve(__dirname, "../../../templates/plans");
const plans: Plan[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json"))
  .map((name) => planSchema.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8"))));

const shown = (plan: Plan): string =>
  renderToStaticMarkup(
    <FluentProvider theme={webLightTheme}>
      <PlanScreen plan={plan} />
    </FluentProvider>,
  );

describe("the pane", () => {
  test.each(plans.map((plan) => ({ id: plan.id, plan })))("shows the plan $id with every indicator and clause", ({ plan }) => {
    const page = shown(plan);
    expect(page).toContain(plan.title);
    for (const { code, source } of plan.indicators) {
      expect(page).toContain(`>${code}</th>`);
      if (source) expect(page).toContain(source.section);
    }
  });
});

describe("targetWords", () => {
  const target = (changes: Partial<Target>): Target => ({ id: "t", role: "scope", basis: "share", comparator: ">=", value: "0.995", ...changes });
  test.each<{ words: string; of: Target }>([
    { words: "ít nhất 99,5 %", of: target({}) },
    { words: "trên 75 %", of: target({ comparator: ">", value: "0.75" }) },
    { words: "100 %", of: target({ comparator: "=", value: "1" }) },
    { words: "ít nhất 1.344 trường", of: target({ basis: "count", value: "1344" }) },
    { words: "giảm ít nhất 0,3 điểm %", of: target({ basis: "change", comparator: "reduceBy", value: "0.3" }) },
    { words: "Không tăng", of: target({ basis: "change", comparator: "reduceBy", value: "0", label: "Không tăng" }) },
  ])("says $words", ({ words, of }) => {
    expect(targetWords(of, "trường")).toBe(words);
  });
});

describe("targetLines", () => {
  test("lose no target: each is in force or another reading", () => {
    for (const plan of plans) {
      for (const indicator of plan.indicators) {
        const lines = targetLines(indicator, plan.scope.name);
        expect(lines.reduce((count, { binds }) => count + binds.length, 0)).toBe(indicator.targets.length);
      }
    }

  });
});

describe("dueWords", () => {
  const milestone = (changes: Partial<Milestone>): Milestone => ({ id: "m", name: "m", stage: "summary", from: [], deliverables: [], ...changes });
  test.each<{ case: string; of: Milestone; words: string }>([
    { case: "before a day: the day before it", of: milestone({ due: "2024-05-01", rule: "before" }), words: "Chậm nhất thứ Ba 30/04/2024" },
    { case: "by a day: that day", of: milestone({ due: "2025-10-31", rule: "by" }), words: "Chậm nhất thứ Sáu 31/10/2025" },
    { case: "before 1 March of a leap year", of: milestone({ due: "2024-03-01", rule: "before" }), words: "Chậm nhất thứ Năm 29/02/2024" },
    { case: "no day", of: milestone({}), words: "" },
  ])("when due $case", ({ of, words }) => {
    expect(dueWords(of)).toBe(words);
  });
});
