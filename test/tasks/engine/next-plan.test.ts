import { planToSheet } from "#tasks/plan-sheet";
import { anEngine } from "../../support/engine";

const OF = "ben-tre-2024-2025";

async function made() {
  const engine = anEngine();
  const answer = await engine.nextPlan(OF, { "choice.bt13": "t-of-all", number: "12/KH" }, 2);
  if (!answer.ok) throw new Error(answer.faults.join());
  return { engine, ...answer.value };
}

test("next year's plan stands among the plans, with the answers that hold and what to look at", async () => {
  const { engine, card, answers } = await made();
  expect(card).toMatchObject({ id: "ben-tre-2026-2027", shortTitle: "Đồng Khởi mới 2026-2027", yearsToNext: 2 });
  expect(answers).toEqual({ "choice.bt13": "t-of-all" });
  expect((await engine.plans()).map(({ id }) => id)).toEqual(expect.arrayContaining([OF, card.id]));
  expect((await engine.planReview(card.id)).map(({ kind }) => kind)).toEqual(["period", "due", "level", "words", "undated", "document", "dropped"]);
  expect(await engine.planReview(OF)).toEqual([]);
});

test("what to look at is said in the language spoken", async () => {
  const { engine, card } = await made();
  await engine.speak("en");
  const groups = await engine.planReview(card.id);
  expect(groups.map(({ title }) => title)).toContain("Deadlines moved");
});

test("a plan made before is not made anew over what the officer has mended", async () => {
  const { engine, card } = await made();
  const again = await engine.nextPlan(OF, {}, 2);
  expect(again).toEqual({ ok: false, faults: [expect.stringContaining(card.shortTitle)] });
  expect((await engine.nextPlan(OF, {}, 1)).ok).toBe(true);
});

test("mended as a plan sheet and added again, it takes its own place and nothing is left to look at", async () => {
  const { engine, card } = await made();
  const plan = await engine.plan(card.id);
  const mended = await planToSheet({ ...plan, number: "05/KH-SGDĐT" });
  expect(await engine.addPlan({ path: "ke-hoach.xlsx", body: mended })).toMatchObject({ ok: true, value: { id: card.id } });
  expect((await engine.plan(card.id)).number).toBe("05/KH-SGDĐT");
  expect(await engine.planReview(card.id)).toEqual([]);
  expect((await engine.plans()).filter(({ id }) => id === card.id)).toHaveLength(1);
});

test("a book is started from it, and a common form", async () => {
  const { engine, card, answers } = await made();
  const { lines } = await engine.proposeRoster({ text: "Trường Tiểu học A (mẫu)\nTrường THCS B (mẫu)" }, "Sở GDĐT (mẫu)");
  const started = await engine.startBook({ plan: card.id, stage: "registration", roster: lines, office: "Sở GDĐT (mẫu)", answers, today: "2026-01-05" });
  expect(started).toMatchObject({ ok: true, value: { plan: card.id } });
  expect(await engine.commonForm("registration")).toMatchObject({ ok: true });
});
