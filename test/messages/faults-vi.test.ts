import { parsePlan } from "#domain/plan-parse";
import { parseRoster } from "#domain/roster-parse";
import { planFaultSentence, rosterFaultSentence } from "#messages/faults-vi";
import benTre from "#templates/plans/ben-tre-2024-2025/1.json";
import district from "#templates/rosters/sample-district.json";
import province from "#templates/rosters/sample-province.json";

type Json = Record<string, unknown>;
const sentencesOfPlan = (change: Json): string[] => {
  const parsed = parsePlan({ ...(benTre as Json), ...change });
  return parsed.ok ? [] : parsed.faults.map(planFaultSentence);
};
const sentencesOfRoster = (units: Json[]): string[] => {
  const parsed = parseRoster({ ...(province as Json), units, successors: [] });
  return parsed.ok ? [] : parsed.faults.map(rosterFaultSentence);
};

describe("planFaultSentence", () => {
  test.each<{ case: string; change: Json; said: RegExp }>([
    { case: "a key is missing", change: { title: undefined }, said: /Thiếu mục “title”/ },
    { case: "a key is unknown", change: { tittle: "x" }, said: /Không có mục “tittle”/ },
    { case: "a type is wrong", change: { title: 5 }, said: /Đang ghi “5”, mục này phải là chữ/ },
    { case: "a code is badly written", change: { indicators: [{ ...benTre.indicators[0], code: "bt-1" }] }, said: /“bt-1” phải gồm 2–4 chữ hoa/ },
    { case: "a period runs backwards", change: { period: { ...benTre.period, from: "2026-01-01" } }, said: /Ngày bắt đầu 01\/01\/2026 sau ngày kết thúc 31\/12\/2025/ },
  ])("when $case", ({ change, said }) => {
    expect(sentencesOfPlan(change)).toContainEqual(expect.stringMatching(said));
  });
});

describe("rosterFaultSentence", () => {
  const office: Json = { code: "SO", name: "Sở", kind: "so", parents: [] };
  test.each<{ case: string; units: Json[]; said: RegExp }>([
    { case: "a code is used twice", units: [office, { ...office, parents: [{ parent: "SO" }] }], said: /Mã đơn vị “SO” đã dùng/ },
    { case: "a parent is unknown", units: [office, { code: "A", name: "A", kind: "thpt", parents: [{ parent: "P99" }] }], said: /cấp trên là “P99”, không có trong danh mục/ },
    { case: "there are two tops", units: [office, { ...office, code: "S2" }], said: /hai đơn vị đứng đầu \(SO và S2\)/ },
  ])("when $case", ({ units, said }) => {
    expect(sentencesOfRoster(units)).toContainEqual(expect.stringMatching(said));
  });
});

test.each([{ roster: province }, { roster: district }])("the sample roster $roster.id is in order", ({ roster }) => {
  expect(parseRoster(roster)).toMatchObject({ ok: true });
});
