import { compare, equals, exact, isEndless, multiply } from "#domain/exact";
import type { NodeFigure } from "#domain/figure";
import { meets } from "#domain/meets";
import { showAgainst, showBoth } from "#domain/show-against";
import { figureFormat } from "#workbook/book/figure-format";
import fc from "fast-check";
import { decimal } from "../support/builders";

describe("showAgainst", () => {
  test.each([
    { value: "0.74999999", target: "0.75", basis: "share" as const, shown: "74.999999%" },
    { value: "0.75", target: "0.75", basis: "share" as const, shown: "75%" },
    { value: "0.954999", target: "0.75", basis: "share" as const, shown: "95.5%" },
    { value: "331", target: "344", basis: "count" as const, shown: "331" },
    { value: "0.2996", target: "0.3", basis: "change" as const, shown: "0.2996" },
    { value: "-0.1", target: "0.3", basis: "change" as const, shown: "-0.1" },
  ])("writes $value against $target ($basis) as $shown", ({ value, target, basis, shown }) => {
    expect(showAgainst(decimal(value), decimal(target), basis)).toBe(shown);
  });

  test("what is shown stands on the same side of the target as the value", () => {
    const fraction = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }));
    fc.assert(fc.property(fraction, fraction, ([a, b], [c, d]) => {
      const [value, target] = [exact(a, b), exact(c, d)];
      fc.pre(!(equals(value, target) && isEndless(value)));
      const shown = decimal(showAgainst(value, target, "share").replace("%", ""));
      const percent = multiply(target, exact(100));
      expect(meets(shown, ">=", percent)).toBe(meets(value, ">=", target));
      expect(meets(shown, ">", percent)).toBe(meets(value, ">", target));
    }));
  });

  test("a value equal to a target no decimal writes whole is rounded like any other", () => {
    expect(showAgainst(exact(5, 9), exact(10, 18), "share")).toBe("55.56%");
    expect(showAgainst(exact(999999995, 9), exact(999999995, 9), "share")).toBe("11111111055.56%");
  });

  test.each([
    { one: exact(1114, 1000), other: exact(1109, 1000), basis: "count" as const, shown: ["1.114", "1.109"] },
    { one: exact(5, 9), other: exact(2, 3), basis: "share" as const, shown: ["55.56%", "66.67%"] },
    { one: exact(666666, 1000000), other: exact(2, 3), basis: "share" as const, shown: ["66.6666%", "66.6667%"] },
    { one: exact(2, 3), other: exact(2, 3), basis: "share" as const, shown: ["66.67%", "66.67%"] },
  ])("two values are written with digits enough for both: $shown", ({ one, other, basis, shown }) => {
    expect(showBoth(one, other, basis)).toEqual(shown);
  });

  test("two shown values stand to each other as the values do", () => {
    const fraction = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n }));
    fc.assert(fc.property(fraction, fraction, fc.boolean(), ([a, b], [c, d], same) => {
      const [one, other] = [exact(a, b), same ? exact(a, b) : exact(c, d)];
      const [first, second] = showBoth(one, other, "share").map((text) => decimal(text.replace("%", "")));
      expect(compare(first ?? one, second ?? other)).toBe(compare(one, other));
    }));
  });
});

test("a share equal to what was registered asks for no twelve digits in the book", () => {
  const five = exact(5, 9);
  const check = { target: "registered", against: "registered", basis: "share", comparator: ">=", actual: five, targetValue: five } as const;
  expect(figureFormat("ratio", { value: five, checks: [check] } as unknown as NodeFigure)).toBe("0.00%");
});
