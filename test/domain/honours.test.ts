/** Titles and awards of all units together: what is planted is found, and nothing else. */
import { checkHonours, QUOTA_CSTDCS } from "#domain/honours/check-honours";
import { honourOf } from "#domain/honours/honour-titles";
import { honourRows, honoursByUnit } from "#domain/honours/honour-rows";
import type { LedgerEntry } from "#domain/ledger-types";
import { exact } from "#domain/exact";
import type { Reading } from "#domain/submission";

type Row = Readonly<Record<string, string>>;
interface Lists { readonly collective?: readonly Row[]; readonly individual?: readonly Row[] }

const NAMES: Readonly<Record<string, string>> = { A: "Trường Tiểu học A", B: "Trường Tiểu học B", C: "Trường Mầm non C" };

function reading(column: string, raw: string, place: number): Reading {
  const value = column === "members" && raw !== "" ? { kind: "number", number: exact(Number(raw)) } as const : column === "birth" && /^\d{4}-/u.test(raw) ? { kind: "date", iso: raw } as const : { kind: "text", text: raw } as const;
  return { sheet: "Danh sách", cell: `B${9 + place}`, raw, value };
}

function entry(unit: string, { collective = [], individual = [] }: Lists, state = "accepted"): LedgerEntry {
  const rows = (some: readonly Row[]) => some.map((row, place) => ({ code: `K-${place + 1}`, cells: Object.fromEntries(Object.entries(row).map(([column, raw]) => [column, reading(column, raw, place)])) }));
  const submission = { scope: "own", lists: { nominationsCollective: rows(collective), nominationsIndividual: rows(individual) } };
  return { path: `${unit}.xlsx`, sha256: "", state, receivedOn: null, problems: [], submissions: [{ unit, state, content: unit, problems: [], submission }] } as unknown as LedgerEntry;
}

function found(units: Readonly<Record<string, Lists>>, answers: Readonly<Record<string, string>> = {}) {
  const rows = honoursByUnit(Object.entries(units).map(([unit, lists]) => entry(unit, lists)));
  return checkHonours(rows, { stage: "summary", answers, nameOf: (unit) => NAMES[unit] ?? unit }).map(({ code, at, facts }) => ({ code, unit: at.unit, facts }));
}

const LDTT = "Lao động tiên tiến";
const CSTDCS = "Chiến sĩ thi đua cơ sở";
const person = (name: string, more: Row = {}): Row => ({ name, award: LDTT, group: "Giáo viên", ...more });
const many = (count: number, more: Row = {}): Row[] => Array.from({ length: count }, (_, index) => person(`Người Mẫu ${index + 1}`, more));

describe("people", () => {
  const born = { birth: "1990-05-09" };

  test("the same person in two units is found", () => {
    expect(found({ A: { individual: [person("Lê Thị Hoa", born)] }, B: { individual: [person("Lê  Thị Hoa", born)] } })).toEqual([
      { code: "award-same-person", unit: "A", facts: { name: "Lê Thị Hoa", birth: "1990-05-09", count: "2", units: "Trường Tiểu học A; Trường Tiểu học B", awards: LDTT } },
    ]);
  });

  test("two people of one name are two people", () => {
    expect(found({ A: { individual: [person("Lê Thị Hoa", born)] }, B: { individual: [person("Lê Thị Hoa", { birth: "1985-01-02" })] } })).toEqual([]);
    expect(found({ A: { individual: [person("Lê Thị Lan", born)] }, B: { individual: [person("Lê Thị Lân", born)] } })).toEqual([]);
  });

  test("without a day of birth it is asked, not claimed", () => {
    expect(found({ A: { individual: [person("Lê Thị Hoa")] }, B: { individual: [person("Lê Thị Hoa", born)] } })).toEqual([
      { code: "award-same-name", unit: "A", facts: { name: "Lê Thị Hoa", count: "2", units: "Trường Tiểu học A; Trường Tiểu học B" } },
    ]);
  });

  test("of very many units of one name some are named and all are counted", () => {
    const units = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`U${String(index).padStart(4, "0")}`, { individual: [person("Lê Thị Hoa")] }]));
    const [said, ...others] = found(units);
    expect(others).toEqual([]);
    expect(said).toEqual({ code: "award-same-name", unit: "U0000", facts: { name: "Lê Thị Hoa", count: "3000", units: `${Object.keys(units).slice(0, 12).join("; ")}; …` } });
  });

  test("one person under two groups of staff", () => {
    expect(found({ A: { individual: [person("Lê Thị Hoa", born), person("Lê Thị Hoa", { group: "CBQL", award: "Giấy khen" })] } })).toEqual([
      { code: "award-two-groups", unit: "A", facts: { name: "Lê Thị Hoa", groups: "CBQL; Giáo viên" } },
    ]);
  });

  test("one achievement, two awards; awards for different sorts of achievement, and a title beside an award, are none of our business", () => {
    const twice = (first: string, second: string): Row[] => [person("Lê Thị Hoa", { award: "Giấy khen", type: first }), person("Lê Thị Hoa", { award: "Bằng khen của Bộ", type: second })];
    expect(found({ A: { individual: twice("Công trạng", "Công trạng") } }).map(({ code, facts }) => [code, facts])).toEqual([["award-several-forms", { name: "Lê Thị Hoa", awards: "Bằng khen của Bộ; Giấy khen" }]]);
    expect(found({ A: { individual: twice("Công trạng", "Đột xuất") } })).toEqual([]);
    expect(found({ A: { individual: [person("Lê Thị Hoa"), person("Lê Thị Hoa", { award: "Giấy khen" })] } })).toEqual([]);
  });

  test("what does not count is not looked at", () => {
    const rows = honourRows([entry("A", { individual: [person("Lê Thị Hoa", born)] }), entry("B", { individual: [person("Lê Thị Hoa", born)] }, "returned")]);
    expect(rows.map(({ unit }) => unit)).toEqual(["A"]);
  });
});

describe("the law's standards", () => {
  const whole = (award: string, members: string): Row => ({ name: "Trường Tiểu học A", award, members });

  test("70 % LĐTT for a collective: 7 of 10 is enough, 69 of 100 is not", () => {
    expect(found({ A: { collective: [whole("Tập thể lao động tiên tiến", "10")], individual: many(7) } })).toEqual([]);
    expect(found({ A: { collective: [whole("Tập thể lao động tiên tiến", "100")], individual: many(69) } }).map(({ code, facts }) => [code, facts])).toEqual([
      ["award-share", { title: "TTLDTT", article: "28", count: "69", members: "100", percent: "69.00", least: "70" }],
    ]);
  });

  test("a CSTĐCS is a LĐTT too, and is what a TTLĐXS needs", () => {
    const people = [...many(6), person("Trần Mẫu", { award: CSTDCS, initiative: "Sáng kiến mẫu" })];
    expect(found({ A: { collective: [whole("Tập thể lao động xuất sắc", "10")], individual: people } })).toEqual([]);
    expect(found({ A: { collective: [whole("Tập thể lao động xuất sắc", "10")], individual: many(8) } }).map(({ code, facts }) => [code, facts])).toEqual([["award-no-cstdcs", { title: "TTLDXS", article: "27" }]]);
  });

  test("of a team within the unit, or without the number of members, the share is not known and not guessed", () => {
    expect(found({ A: { collective: [{ name: "Tổ Toán", award: "Tập thể lao động tiên tiến", members: "10" }], individual: many(1) } })).toEqual([]);
    expect(found({ A: { collective: [whole("Tập thể lao động tiên tiến", "")], individual: many(1) } })).toEqual([]);
  });

  test("an initiative, and titles in succession", () => {
    expect(found({ A: { individual: [person("Một", { award: CSTDCS })] } }).map(({ code }) => code)).toEqual(["award-initiative"]);
    const higher = (past: string): Row => person("Hai", { award: "Chiến sĩ thi đua cấp Bộ, tỉnh", past });
    expect(found({ A: { individual: [higher("QĐ 12/2022, QĐ 15/2023, QĐ 9/2024")] } })).toEqual([]);
    expect(found({ A: { individual: [higher("2021, 2023, 2024")] } }).map(({ facts }) => facts)).toEqual([{ name: "Hai", title: "CSTDBT", article: "22", times: "3", of: "CSTDCS" }]);
  });
});

describe("a quota of the office's own", () => {
  const people = [...many(8), person("Một", { award: CSTDCS, initiative: "a" }), person("Hai", { award: CSTDCS, initiative: "b" })];

  test("is not checked until somebody has set it", () => {
    expect(found({ A: { individual: people } })).toEqual([]);
  });

  test("exceeded, it is named with its figures; just reached, it is not", () => {
    expect(found({ A: { individual: people } }, { [QUOTA_CSTDCS]: "15" }).map(({ code, facts }) => [code, facts])).toEqual([["award-quota", { count: "2", base: "10", percent: "20.00", most: "15" }]]);
    expect(found({ A: { individual: people } }, { [QUOTA_CSTDCS]: "20 %" })).toEqual([]);
    // 23 of 2,000 are just 1.15 %, which binary arithmetic would call a little more.
    const many115 = [...many(1977), ...Array.from({ length: 23 }, (_, index) => person(`Chiến sĩ ${index}`, { award: CSTDCS, initiative: "a" }))];
    expect(found({ A: { individual: many115 } }, { [QUOTA_CSTDCS]: "1,15" })).toEqual([]);
    expect(found({ A: { individual: many115 } }, { [QUOTA_CSTDCS]: "1,1499" }).map(({ facts }) => facts)).toEqual([{ count: "23", base: "2000", percent: "1.15", most: "1.1499" }]);
  });
});

test.each([
  ["CSTĐCS", "CSTDCS"], ["Chiến sỹ thi đua cơ sở", "CSTDCS"], ["CSTĐ cấp tỉnh", "CSTDBT"], ["Chiến sĩ thi đua toàn quốc", "CSTDTQ"], ["lđtt", "LDTT"],
  ["Tập thể Lao động tiên tiến", "TTLDTT"], ["TT LĐXS", "TTLDXS"], ["Bằng khen của UBND tỉnh", "award"], ["GK", "award"], ["Kỷ niệm chương", "other"], ["Gkhen", "other"],
])("%s is %s", (text, expected) => {
  const honour = honourOf(text);
  expect("title" in honour ? honour.title : honour.kind).toBe(expected);
});
