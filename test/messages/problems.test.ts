import { problem, severityOf, type Problem, type ProblemCode } from "#domain/problem";
import { sentenceOf, severityWord } from "#messages/problems";
import { sentencesEn } from "#messages/problems-en";
import { sentencesVi } from "#messages/problems-vi";
import { ledgerStateNames, coverageStateName } from "#messages/words-vi";

const codes = Object.keys(severityOf) as ProblemCode[];

/** Any fact asked for has a value of its own, so that a sentence that forgets one shows. */
const anyFacts = (used: string[], what = "text"): Problem["facts"] =>
  new Proxy(
    {},
    {
      get: (_, key) => {
        used.push(String(key));
        if (key === "what") return what;
        return ["size", "limit", "rows", "row", "length"].includes(String(key))
          ? 12
          : key === "reading"
            ? true
            : `${String(key)}-fact`;
      },
    },
  ) as Problem["facts"];

/** Codes of which one fact says what kind it is, with every kind. */
const kinds: Partial<Record<ProblemCode, readonly string[]>> = {
  "file-beyond-limit": ["cells", "rows", "columns", "text", "formula", "repeats", "entries"],
  "file-unsafe": ["documentType", "overlap", "partTwice"],
};

const written = (code: ProblemCode, language: "vi" | "en", kind = kinds[code]?.[0]): string =>
  sentenceOf(
    { code, at: { sheet: "Kết quả", cell: "G14" }, facts: anyFacts([], kind) } as unknown as Problem,
    language,
  );

describe("sentenceOf", () => {
  test.each(Object.entries(kinds))("%s says something else for each kind", (code, all) => {
    for (const language of ["vi", "en"] as const) {
      const sentences = all.map((kind) => written(code as ProblemCode, language, kind));
      expect(new Set(sentences).size).toBe(all.length);
      expect(sentences.join()).not.toMatch(/undefined|null/);
    }
  });

  test("both languages have every code of the catalogue and no other", () => {
    expect(Object.keys(sentencesVi).sort()).toEqual([...codes].sort());
    expect(Object.keys(sentencesEn).sort()).toEqual([...codes].sort());
  });

  test.each(codes)("%s says something whole in Vietnamese and in English", (code) => {
    for (const language of ["vi", "en"] as const) {
      expect(written(code, language)).toMatch(/^.{20,}[.?)]$/u);
      expect(written(code, language)).not.toMatch(/undefined|null|\[object|NaN| {2}/);
    }
    expect(written(code, "vi")).not.toBe(written(code, "en"));
  });

  test.each(codes)("%s uses the same facts in both languages", (code) => {
    const [vi, en] = ([sentencesVi, sentencesEn] as const).map((sentences) => {
      const used: string[] = [];
      (sentences[code] as (facts: Problem["facts"], at: Problem["at"]) => string)(
        anyFacts(used),
        {},
      );
      return [...new Set(used)].sort();
    });
    expect(vi).toEqual(en);
  });

  test("a few, as an officer reads them", () => {
    const named = { indicator: "BT06", name: "Nhóm, lớp học 2 buổi/ngày" };
    expect(
      [
        problem(
          "numerator-above-denominator",
          {},
          { ...named, numerator: "41", denominator: "38", over: "3", cells: "G14, H14" },
        ),
        problem("cell-blank", { cell: "G14" }, { ...named, label: "numerator" }),
        problem(
          "cell-ambiguous",
          { cell: "G9" },
          { ...named, found: "1.234", readings: "1234 / 1.234" },
        ),
        problem(
          "cell-doubtful-reading",
          { cell: "G9" },
          { ...named, found: "1.234", read: "1234" },
        ),
        problem(
          "target-missed",
          {},
          {
            ...named,
            actual: "99.28%",
            comparator: ">=",
            target: "99.5%",
            cause: "",
            section: "II.2.2",
            quote: "có 99,5% nhóm, lớp",
            reading: false,
          },
        ),
      ]
        .map((found) => sentenceOf(found))
        .join("\n"),
    ).toMatchInlineSnapshot(`
      "Số đạt lớn hơn tổng số. Dòng BT06 “Nhóm, lớp học 2 buổi/ngày”: số đạt 41, tổng số 38 (ô G14, H14), vượt 3. Kiểm tra xem hai số có bị gõ đổi chỗ không rồi sửa lại.
      Ô còn trống, chưa được tính. Ô G14 “Số đạt” của dòng BT06 “Nhóm, lớp học 2 buổi/ngày” chưa có số. Nếu không có ai, gõ 0; nếu không có đối tượng này, chọn “Không có đối tượng”. Ô trống không được coi là 0.
      Chưa rõ số này là bao nhiêu. Dòng BT06 “Nhóm, lớp học 2 buổi/ngày” (ô G9) ghi “1.234”: là 1234 hay 1,234? Gõ lại cho rõ; trước khi rõ, số này chưa được cộng vào đâu cả.
      Dòng BT06 “Nhóm, lớp học 2 buổi/ngày” (ô G9) ghi “1.234”, được hiểu là 1234. Nếu không đúng, sửa lại ô này.
      Dòng BT06 “Nhóm, lớp học 2 buổi/ngày”: 99,28 %, mức kế hoạch ít nhất 99,5 %: chưa đạt. Căn cứ mục II.2.2: “có 99,5% nhóm, lớp”."
    `);
  });

  test.each([
    { actual: "0.25", comparator: "reduceBy", said: "giảm 0,25 điểm %, mức kế hoạch giảm ít nhất 0,3 điểm %" },
    { actual: "-0.1", comparator: "reduceBy", said: "tăng 0,1 điểm %, mức kế hoạch giảm ít nhất 0,3 điểm %" },
    { actual: "-0.1", comparator: "increaseBy", said: "giảm 0,1 điểm %, mức kế hoạch tăng ít nhất 0,3 điểm %" },
  ])("a change of $actual ($comparator) is told as it went", ({ actual, comparator, said }) => {
    const facts = { indicator: "BT07", name: "Suy dinh dưỡng", actual, comparator, target: "0.3", cause: "", section: "", quote: "", reading: false };
    expect(sentenceOf(problem("target-missed", {}, facts))).toContain(said);
  });

  test("a clause is quoted as a reading where it is one, and left out where the plan is silent", () => {
    const facts = {
      indicator: "BT10",
      name: "Trường chuẩn",
      actual: "331",
      comparator: ">=",
      target: "344",
      shortBy: "13",
    };
    const said = (section: string, quote: string): string =>
      sentenceOf(
        problem("total-registered-below-plan", {}, { ...facts, section, quote, reading: true }),
      );
    expect(said("II.2.2", "344 trường")).toContain(
      "Căn cứ mục II.2.2: “344 trường” (mức này là cách hiểu",
    );
    expect(said("", "")).not.toContain("Căn cứ");
  });
});

test("names of states", () => {
  expect(severityWord("warning")).toBe("Cảnh báo");
  expect(severityWord("warning", "en")).toBe("Warning");
  expect(new Set(Object.values(ledgerStateNames)).size).toBe(10);
  expect(coverageStateName("late", 3)).toBe("Muộn 3 ngày");
  expect(coverageStateName("missing")).toBe("Chưa nộp");
});
