import { parseDecisionFile, type DecisionFile } from "#domain/decision-file";
import { exact } from "#domain/exact";

const read = (json: unknown): DecisionFile => {
  const parsed = parseDecisionFile(json);
  if (!parsed.ok) throw new Error(parsed.paths.join(" "));
  return parsed.file;
};
const faults = (json: unknown): readonly string[] => {
  const parsed = parseDecisionFile(json);
  return parsed.ok ? [] : parsed.paths;
};

const choice = { action: "choose", unit: "A1", content: "c1", reason: "Bản sau đúng", on: "2025-06-10" };
const correction = { unit: "A1", indicator: "TD02", value: { kind: "parts", main: 38, base: "40" }, reason: "Trường báo nhầm" };

describe("a decision file", () => {
  test("may leave everything out", () => {
    expect(read({})).toEqual({ decisions: [], corrections: [], extensions: [], entered: [], documents: {} });
  });

  test("may be a bare list of decisions", () => {
    expect(read([choice])).toEqual(read({ decisions: [choice] }));
    expect(read([choice]).decisions).toEqual([choice]);
  });

  test.each([
    choice,
    { ...choice, by: "Chuyên viên" },
    { action: "acceptProvisionally", unit: "A1", content: "c1", reason: "Kịp báo cáo", on: "2025-06-10" },
    { action: "assignUnit", unit: "A1", content: "c1", reason: "Trường xác nhận", on: "2025-06-10" },
    { action: "reopen", unit: "A1", snapshot: "Chốt 1", reason: "Bổ sung", on: "2025-06-10" },
    { action: "useOfficeTotal", unit: "P1", reason: "Phòng đã rà soát", on: "2025-06-10" },
    { action: "useSchools", unit: "P1", indicator: "TD02", reason: "Theo trường", on: "2025-06-10" },
  ])("takes the decision $action", (decision) => {
    expect(read([decision]).decisions).toEqual([decision]);
  });

  test("numbers are exact, written as number or as decimal text; null is a blank", () => {
    const values = (value: unknown): unknown => read({ corrections: [{ ...correction, value }] }).corrections[0]?.value;
    expect(values({ kind: "parts", main: 38, base: "40" })).toEqual({ kind: "parts", main: exact(38), base: exact(40) });
    expect(values({ kind: "parts", main: "0.955", base: null })).toEqual({ kind: "parts", main: exact(191, 200), base: null });
    expect(values({ kind: "change", start: [3, 100], end: ["2", "90"] })).toEqual({ kind: "change", start: [exact(3), exact(100)], end: [exact(2), exact(90)] });
    expect(values({ kind: "notReported" })).toEqual({ kind: "notReported" });
  });

  test("takes extensions, reports typed in for a unit, and documents ticked off", () => {
    const json = {
      extensions: [{ unit: "A1", milestone: "tong-ket", until: "2025-06-20", document: "12/SGDĐT" }],
      entered: [{ unit: "A2", document: "Công văn 5", date: "2025-06-01", by: "Lan", values: [{ unit: "A2", indicator: "TD03", value: { kind: "yesNo", yes: true }, reason: "Bản giấy" }] }],
      documents: { "tong-ket|bao-cao|A1": "Số 5, 01/6/2025" },
    };
    expect(read(json)).toEqual({ decisions: [], corrections: [], ...json });
  });

  test.each([
    ["a word that is no action", [{ ...choice, action: "forget" }], "decisions.0.action"],
    ["a decision without its reason", [{ ...choice, reason: "" }], "decisions.0.reason"],
    ["a decision without its content", [{ action: "choose", unit: "A1", reason: "x", on: "2025-06-10" }], "decisions.0.content"],
    ["a day as text", [{ ...choice, on: "10/6/2025" }], "decisions.0.on"],
    ["a misspelt key", { decision: [choice] }, "(file)"],
    ["a comma in a number", { corrections: [{ ...correction, value: { kind: "parts", main: "95,5", base: null } }] }, "corrections.0.value.main"],
    ["a change with one side", { corrections: [{ ...correction, value: { kind: "change", start: [1, 2] } }] }, "corrections.0.value.end"],
    ["an extension without its end", { extensions: [{ unit: "A1", milestone: "m" }] }, "extensions.0.until"],
    ["a value deep in a typed report", { entered: [{ unit: "A1", document: "d", date: "2025-06-01", by: "b", values: [{ ...correction, value: { kind: "maybe" } }] }] }, "entered.0.values.0.value.kind"],
    ["text instead of a file", "choose", "(file)"],
    ["nothing", null, "(file)"],
  ])("names the place of %s", (_what, json, path) => {
    expect(faults(json)).toEqual([path]);
  });

  test("names every fault at once", () => {
    expect(faults([{ ...choice, unit: "" }, choice, { ...choice, on: "" }])).toEqual(["decisions.0.unit", "decisions.2.on"]);
  });
});

test("a day that is not on the calendar is a fault, named where it stands", () => {
  expect(faults({ decisions: [{ ...choice, on: "2025-02-30" }] })).toEqual(["decisions.0.on"]);
});
