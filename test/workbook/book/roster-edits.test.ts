import { aggregate } from "#domain/aggregate";
import { bookWords as words } from "#messages/book-vi";
import { readBook } from "#workbook/book/read-book";
import { writeBook } from "#workbook/book/write-book";
import { aBook } from "../../support/builders";
import { template } from "../../support/sample-reports";
import { setCells } from "../../support/set-cells";

const sheet = words.sheets.roster;
const state = aBook();
const bookOf = (kept = state) => writeBook(aggregate(kept, { asOf: "2025-06-01", treeDate: "2025-06-01" }), template);
const read = (bytes: Uint8Array) => {
  const book = readBook(bytes, "so.xlsx");
  if (!book.ok) throw new Error(JSON.stringify(book.problems));
  return book;
};
const last = 8 + state.roster.units.flatMap(({ parents }) => (parents.length > 0 ? parents : [null])).length;

describe("units typed in the book's own list", () => {
  test("untouched: the roster is the very same", async () => {
    const { state: kept, problems } = read(await bookOf());
    expect(kept.roster).toEqual(state.roster);
    expect(problems).toEqual([]);
  });

  test("a name mended and a school added count from then on, and are written again", async () => {
    const [root, office] = state.roster.units;
    const kind = state.roster.kinds.find(({ role }) => role === "unit")!;
    const edited = setCells(await bookOf(), sheet, { B9: "Phòng GDĐT (tên mới)", [`A${last}`]: "MOI", [`B${last}`]: "Trường mới", [`C${last}`]: kind.name.toUpperCase(), [`D${last}`]: office!.code, [`E${last}`]: "1/9/2024" });
    const { state: kept, problems } = read(edited);
    expect(problems).toEqual([]);
    expect(kept.roster.units[0]).toEqual(root);
    expect(kept.roster.units[1]).toEqual({ ...office, name: "Phòng GDĐT (tên mới)" });
    expect(kept.roster.units.at(-1)).toEqual({ code: "MOI", name: "Trường mới", kind: kind.id, parents: [{ parent: office!.code, from: "2024-09-01" }] });
    expect(read(await bookOf(kept)).state.roster).toEqual(kept.roster);
  });

  test("a new school under a code that is taken is named, not taken for the other one", async () => {
    const taken = state.roster.units.at(-1)!;
    const edited = setCells(await bookOf(), sheet, { [`A${last}`]: taken.code, [`B${last}`]: "Trường mới", [`C${last}`]: taken.kind, [`D${last}`]: taken.parents[0]!.parent });
    const book = read(edited);
    expect(book.state.roster).toEqual(state.roster);
    expect(book.problems.map(({ code, at }) => [code, at.cell])).toContainEqual(["roster-edit-not-taken", `A${last}`]);
  });

  test("what makes no roster is named with its cell, stays as typed, and the former roster goes on", async () => {
    const edited = setCells(await bookOf(), sheet, { [`A${last}`]: "MOI", [`B${last}`]: "Trường mới", [`C${last}`]: "không có loại này", [`D${last}`]: "XX" });
    const first = read(edited);
    expect(first.state.roster).toEqual(state.roster);
    expect(first.problems.map(({ code, at }) => [code, at.sheet, at.cell])).toEqual(expect.arrayContaining([["roster-edit-not-taken", sheet, `A${last}`]]));
    const again = await bookOf(first.state);
    expect(read(again)).toMatchObject({ state: { roster: state.roster, unfinished: { roster: expect.arrayContaining([expect.objectContaining({ unit: "MOI", parent: "XX" })]) } } });
    const mended = read(setCells(again, sheet, { [`C${last}`]: state.roster.kinds.find(({ role }) => role === "unit")!.id, [`D${last}`]: state.roster.units[1]!.code }));
    expect(mended.problems).toEqual([]);
    expect(mended.state.roster.units.at(-1)).toMatchObject({ code: "MOI", name: "Trường mới" });
    expect(mended.state).not.toHaveProperty("unfinished");
  });
});
