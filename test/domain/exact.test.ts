import fc from "fast-check";
import { add, compare, divide, exact, exactOfNumber, fromText, multiply, parseExact, reduce, subtract, sum, toDecimal, toNumber, toText } from "#domain/exact";

const anExact = fc.tuple(fc.bigInt(-10_000n, 10_000n), fc.bigInt(1n, 500n)).map(([n, d]) => exact(n, d));

describe("parseExact", () => {
  test.each([
    ["99.5", 995n, 10n], ["-0.3", -3n, 10n], ["1e-7", 1n, 10_000_000n], ["2e3", 2000n, 1n], ["007", 7n, 1n], ["0.995", 199n, 200n], ["+4", 4n, 1n],
  ])("reads %s", (text, n, d) => {
    expect(reduce(parseExact(text) ?? exact(-1))).toEqual(reduce({ n, d }));
  });

  test.each(["", "99,5", "1.", ".5", "1/3", "abc", "1 000", "NaN", "0x10", "１"])("does not read %p", (text) => {
    expect(parseExact(text)).toBeNull();
  });
});

describe("exactOfNumber", () => {
  test("a stored double stands for the decimal it shows, not for its binary neighbour", () => {
    expect(compare(exactOfNumber(0.1) ?? exact(0), exact(1, 10))).toBe(0);
    expect(compare(add(exactOfNumber(0.1) ?? exact(0), exactOfNumber(0.2) ?? exact(0)), exact(3, 10))).toBe(0);
  });

  test("infinity is no figure", () => { expect(exactOfNumber(Infinity)).toBeNull(); });
});

describe("comparing", () => {
  test("a share just below its target is below it, however close", () => {
    expect(compare(exact(74_999_999_999_999_999n, 100_000_000_000_000_000n), exact(3, 4))).toBeLessThan(0);
  });

  test("a base of zero is refused, and dividing by zero has no value", () => {
    expect(() => exact(1, 0)).toThrow(RangeError);
    expect(divide(exact(1), exact(0, 7))).toBeNull();
  });
});

describe("arithmetic", () => {
  test("adding and taking away come back to the start; multiplying and dividing too", () => {
    fc.assert(fc.property(anExact, anExact, (a, b) => {
      expect(compare(subtract(add(a, b), b), a)).toBe(0);
      const quotient = divide(multiply(a, b), b);
      expect(b.n === 0n ? quotient === null : quotient !== null && compare(quotient, a) === 0).toBe(true);
    }));
  });

  test("a sum is the same in any order", () => {
    fc.assert(fc.property(fc.array(anExact), (values) => {
      expect(compare(sum(values), sum([...values].reverse()))).toBe(0);
    }));
  });

  test("comparing agrees with the sign of the difference", () => {
    fc.assert(fc.property(anExact, anExact, (a, b) => {
      expect(Math.sign(compare(a, b))).toBe(Math.sign(Number(subtract(a, b).n)));
    }));
  });
});

describe("text", () => {
  test.each([[exact(191, 2), "95.5"], [exact(-3, 10), "-0.3"], [exact(1, 3), "1/3"], [exact(4, 2), "2"], [exact(-1, 8), "-0.125"], [exact(2, 6), "1/3"]])("%p is written %s", (value, text) => {
    expect(toText(value)).toBe(text);
  });

  test("what is written is read back without loss", () => {
    fc.assert(fc.property(anExact, (value) => { expect(compare(fromText(toText(value)) ?? exact(99_999), value)).toBe(0); }));
  });

  test("a decimal is cut, never rounded up", () => {
    expect(toDecimal(exact(2, 3), 2)).toBe("0.66");
    expect(toDecimal(exact(74_999, 100_000), 2)).toBe("0.74");
    expect(toDecimal(exact(-2, 3), 2)).toBe("-0.66");
  });

  test("the nearest double is exact where a double can be", () => {
    expect(toNumber(exact(191, 2))).toBe(95.5);
    expect(toNumber(exact(10n ** 40n, 2n * 10n ** 40n))).toBe(0.5);
  });
});
