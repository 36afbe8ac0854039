import { indexRoster, matchUnit } from "#domain/match-unit";
import fc from "fast-check";
import { aRoster, codesOf } from "../support/builders";

const roster = aRoster();
const school = (code: string, name: string) => ({ code, name, kind: "tieu-hoc", parents: [{ parent: "P1" }] });
const many = aRoster({ units: [
  ...roster.units,
  school("C1", "Trường Tiểu học Tân Phú 1"), school("C2", "Trường Tiểu học Tân Phú 2"),
  school("D1", "Trường TH&THCS An Thuỷ"), school("E1", "Trường Tiểu học An Bình"), school("E2", "Trường Tiểu học An Bình"),
] });
const index = indexRoster(many);
const codes = many.units.map(({ code }) => code);

describe("matchUnit", () => {
  test.each<{ case: string; code: string | null; name: string | null; unit: string | null; problems: string[] }>([
    { case: "the code is exact", code: "A1", name: null, unit: "A1", problems: [] },
    { case: "the code is in small letters with a space", code: " a 1", name: null, unit: "A1", problems: [] },
    { case: "code and name agree", code: "A1", name: "Trường Mầm non Hoa Sen", unit: "A1", problems: [] },
    { case: "the name is abbreviated", code: "A1", name: "MN HOA SEN", unit: "A1", problems: [] },
    { case: "the name has its commune after it", code: "A1", name: "Trường Mầm non Hoa Sen, xã An Thạnh", unit: "A1", problems: [] },
    { case: "the name has a slip of the pen", code: "T1", name: "Trường THPT Chuyên Bến Trẻ", unit: "T1", problems: [] },
    { case: "the name is another unit's", code: "A1", name: "Trường Tiểu học Kim Đồng", unit: "A1", problems: ["unit-name-differs"] },
    { case: "the name is nobody's and quite another", code: "A1", name: "Trường Tiểu học Võ Thị Sáu", unit: "A1", problems: ["unit-name-differs"] },
    { case: "the name differs by its number alone", code: "C1", name: "Tiểu học Tân Phú 2", unit: "C1", problems: ["unit-name-differs"] },
    { case: "there is no code and the name is unique", code: null, name: "Trường Tiểu học Kim Đồng", unit: "A2", problems: ["unit-found-by-name"] },
    { case: "the tone stands on another letter", code: null, name: "tiểu học hoà bình", unit: "A3", problems: ["unit-found-by-name"] },
    { case: "y is written for i", code: null, name: "TH Lí Thường Kiệt", unit: "B2", problems: ["unit-found-by-name"] },
    { case: "two kinds are joined by & or by và", code: null, name: "Trường Tiểu học và THCS An Thủy", unit: "D1", problems: ["unit-found-by-name"] },
    { case: "the name is decomposed, as from a Mac", code: null, name: "Trường Mầm non Hướng Dương".normalize("NFD"), unit: "B1", problems: ["unit-found-by-name"] },
    { case: "the name is typed without any marks", code: null, name: "TRUONG TIEU HOC KIM DONG", unit: "A2", problems: ["unit-found-by-name"] },
    { case: "the name has marks and they are others", code: null, name: "Trường Tiểu học Hoa Bình", unit: null, problems: ["unit-unknown"] },
    { case: "two units have the name", code: null, name: "Trường Tiểu học An Bình", unit: null, problems: ["unit-unknown"] },
    { case: "nothing is known of it", code: "X9", name: "Công ty Xổ số", unit: null, problems: ["unit-unknown"] },
    { case: "nothing was chosen", code: " ", name: null, unit: null, problems: ["unit-not-chosen"] },
  ])("when $case", ({ code, name, unit, problems }) => {
    const match = matchUnit({ code, name }, index);
    expect(match.unit).toBe(unit);
    expect(codesOf(match.problems)).toEqual(problems);
  });

  test("up to three nearest units are proposed, the nearest first", () => {
    const match = matchUnit({ code: null, name: "Trường Tiểu học Kim Đồn" }, index);
    const facts = match.problems.find(({ code }) => code === "unit-unknown")?.facts;
    expect(facts).toMatchObject({ found: "Trường Tiểu học Kim Đồn", nearest: expect.stringMatching(/^Trường Tiểu học Kim Đồng \(A2\)/) });
  });

  test("whatever a form says, it is one unit of the roster or none, and none is always explained", () => {
    fc.assert(fc.property(fc.option(fc.string()), fc.option(fc.oneof(fc.string(), fc.constantFrom(...many.units.map(({ name }) => name)))), (code, name) => {
      const match = matchUnit({ code, name }, index);
      if (match.unit === null) expect(match.problems).toHaveLength(1);
      else expect(codes).toContain(match.unit);
    }));
  });
});
