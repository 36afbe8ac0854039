import fc from "fast-check";
import { compare, exact, parseExact, type Exact } from "#domain/exact";
import { compareVi, exactNumber, exactPercent, exactPoints, formatDate, formatDay, formatSize, formatText, formatWhole, localiseFigures } from "#messages/format-vi";

const decimal = (text: string): Exact => parseExact(text) ?? exact(0);

describe("exactPercent", () => {
  test.each<{ case: string; share: Exact; against?: Exact; shown: string }>([
    { case: "a share that does not end", share: exact(412, 415), shown: "99,28 %" },
    { case: "a whole percentage", share: exact(1), shown: "100 %" },
    { case: "one decimal", share: exact(191, 200), shown: "95,5 %" },
    { case: "a value just below its target shows enough digits to stay below", share: exact(99499, 100000), against: decimal("0.995"), shown: "99,499 %" },
    { case: "74,9996 % is not written 75 %", share: exact(749996, 1000000), against: decimal("0.75"), shown: "74,9996 %" },
    { case: "one pupil in many failing is not 100 %", share: exact(999999, 1000000), against: exact(1), shown: "99,9999 %" },
    { case: "a value on its target shows no more than needed", share: exact(3, 4), against: decimal("0.75"), shown: "75 %" },
  ])("when $case", ({ share, against, shown }) => {
    expect(exactPercent(share, against)).toBe(shown);
  });

  test("what is shown stands on its own side of the target", () => {
    const share = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 })).map(([n, d]) => exact(Math.min(n, d), d));
    fc.assert(fc.property(share, share, (value, target) => {
      const shown = decimal(exactPercent(value, target).replace(" %", "").replace(/\./g, "").replace(",", "."));
      expect(Math.sign(compare(shown, exact(target.n * 100n, target.d)))).toBe(Math.sign(compare(value, target)));
    }));
  });
});

describe("exactNumber", () => {
  test.each([
    { value: exact(1250), shown: "1.250" },
    { value: exact(1234567), shown: "1.234.567" },
    { value: exact(-1250), shown: "-1.250" },
    { value: exact(2, 3), shown: "0,67" },
    { value: decimal("1234.5"), shown: "1.234,5" },
    { value: decimal("-0.05"), shown: "-0,05" },
  ])("writes $shown", ({ value, shown }) => {
    expect(exactNumber(value)).toBe(shown);
  });

  test("two thirds beside two thirds need no more digits than alone", () => {
    expect(exactPercent(exact(2, 3), exact(4, 6))).toBe("66,67 %");
    expect(exactPercent(exact(199999, 300000), exact(2, 3))).toBe("66,666 %");
  });
});

test("points are written as percentage points", () => {
  expect(exactPoints(decimal("0.3"))).toBe("0,3 điểm %");
  expect(exactPoints(decimal("-1.2"))).toBe("-1,2 điểm %");
});

test.each([
  ["412/415 = 99.28%", "412/415 = 99,28 %"],
  ["1234", "1.234"],
  ["0.3 điểm %", "0,3 điểm %"],
])("figures in a neutral text: %s becomes %s", (neutral, shown) => {
  expect(localiseFigures(neutral)).toBe(shown);
});

test.each([["95.5", "95,5"], ["1/3", "1/3"], ["1000", "1.000"]])("the text %s reads %s", (text, shown) => {
  expect(formatText(text)).toBe(shown);
});

test("days carry their weekday", () => {
  expect(formatDay("2025-10-17")).toBe("thứ Sáu 17/10/2025");
  expect(formatDay("2025-10-19")).toBe("Chủ nhật 19/10/2025");
  expect(formatDate("2025-10-17T08:30:00")).toBe("17/10/2025");
  expect(formatDate("không rõ")).toBe("không rõ");
});

test("whole numbers and sizes", () => {
  expect(formatWhole(1250)).toBe("1.250");
  expect(formatSize(300_000)).toBe("293 KB");
  expect(formatSize(13_002_342)).toBe("12,4 MB");
});

test("names sort in Vietnamese order, numbers inside them as numbers", () => {
  expect(["Đông", "Dừa", "Ân", "An", "Lớp 10", "Lớp 9"].sort(compareVi)).toEqual(["An", "Ân", "Dừa", "Đông", "Lớp 9", "Lớp 10"]);
});
