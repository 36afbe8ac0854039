import fc from "fast-check";
import { add, compare, divide, equals, exact, exactOfNumber, fromText, multiply, parseExact, reduce, subtract, sum, toDecimal, toNumber, toText, type Exact } from "#domain/exact";

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

describe("comparing, against the plain rule", () => {
  const large = fc.tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 30n)).map(([n, d]) => exact(n, d));

  test("is cross multiplication, for numbers beyond any double", () => {
    fc.assert(fc.property(large, large, (a, b) => {
      const [left, right] = [a.n * b.d, b.n * a.d];
      expect(compare(a, b)).toBe(left < right ? -1 : left > right ? 1 : 0);
      expect(equals(a, b)).toBe(left === right);
    }));
  });

  test("turns round with its arguments, and does not see the terms a fraction is written in", () => {
    fc.assert(fc.property(large, large, fc.bigInt(1n, 10n ** 9n), (a, b, times) => {
      expect(compare(b, a) + compare(a, b)).toBe(0);
      expect(compare({ n: a.n * times, d: a.d * times }, b)).toBe(compare(a, b));
      expect(reduce({ n: a.n * times, d: a.d * times })).toEqual(reduce(a));
    }));
  });

  test("tells neighbours apart that one double stands for", () => {
    fc.assert(fc.property(fc.bigInt(10n ** 18n, 10n ** 20n), (d) => {
      fc.pre(Number(d - 1n) === Number(d));
      expect(compare(exact(d - 1n, d), exact(1))).toBe(-1);
    }));
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

  test("a decimal that was read is written as it stood, without needless zeros", () => {
    const decimal = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 1, max: 12 })).filter(([digits]) => digits % 10n !== 0n);
    fc.assert(fc.property(decimal, ([digits, places]) => {
      const size = (digits < 0n ? -digits : digits).toString().padStart(places + 1, "0");
      const text = `${digits < 0n ? "-" : ""}${size.slice(0, -places)}.${size.slice(-places)}`;
      expect(toText(parseExact(text) ?? exact(0))).toBe(text);
    }));
  });

  test.each(["", "1/0", "1/-2", "a/b", "1/2/3", "1,5"])("%p was not written by us", (text) => { expect(fromText(text)).toBeNull(); });

  test("no double is nearer than the one given", () => {
    const whole = fc.bigInt(1n, (1n << 53n) - 1n);
    fc.assert(fc.property(whole, whole, fc.boolean(), (n, d, isNegative) => {
      const value = exact(isNegative ? -n : n, d);
      const given = toNumber(value);
      const off = distance(binary(given), value);
      for (const neighbour of neighbours(given)) expect(compare(distance(binary(neighbour), value), off)).toBeGreaterThanOrEqual(0);
    }));
  });

  test("a double comes back as itself through the decimal it shows", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).filter((one) => one === 0 || Math.abs(one) > 1e-4), (value) => {
      expect(toNumber(exactOfNumber(value) ?? exact(0)) + 0).toBe(value + 0);
    }));
  });
});

/** What a double is to the last bit. */
function binary(value: number): Exact {
  let [scaled, d] = [value, 1n];
  while (!Number.isInteger(scaled)) { scaled *= 2; d *= 2n; }
  return exact(BigInt(scaled), d);
}

function neighbours(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  return [bits - 1n, bits + 1n].map((one) => { view.setBigUint64(0, one); return view.getFloat64(0); });
}

function distance(a: Exact, b: Exact): Exact {
  const off = subtract(a, b);
  return off.n < 0n ? { n: -off.n, d: off.d } : off;
}

describe("toNumber", () => {
  test("is the double nearest to a decimal, however small or long", () => {
    fc.assert(fc.property(fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.integer({ min: 0, max: 60 }), (digits, places) => {
      expect(toNumber({ n: digits, d: 10n ** BigInt(places) })).toBe(Number(`${digits}e-${places}`));
    }));
  });

  test("loses no more than the last bit of a fraction of giants", () => {
    fc.assert(fc.property(fc.bigInt(1n, 10n ** 30n), fc.bigInt(1n << 53n, 10n ** 40n), (n, d) => {
      const found = toNumber({ n, d });
      const back = exactOfNumber(found)!;
      const off = divide(subtract(back, exact(n, d)), exact(n, d))!;
      expect(Math.abs(toNumber(off))).toBeLessThan(2 ** -52);
    }));
  });

  test("is nearest where twenty digits lie between two doubles", () => {
    expect(toNumber({ n: 285217522008731076862n, d: 10n ** 23n })).toBe(0.002852175220087311);
    expect(toNumber({ n: 1n, d: 10n ** 320n })).toBe(1e-320);
    expect(toNumber({ n: 10n ** 308n, d: 3n })).toBe(3.3333333333333333e307);
  });
});
