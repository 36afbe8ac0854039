import { mergeStates } from "#domain/merge-states";
import type { BookState } from "#domain/report";
import { aBook, aFile, aGoodSubmission } from "../support/builders";

const base = aBook({ files: [aFile("a.xlsx", aGoodSubmission()), aFile("b.xlsx", aGoodSubmission())], notes: { A: "cũ", B: "giữ" }, extensions: [{ unit: "A", milestone: "m", until: "2025-06-01", document: "" }] as unknown as BookState["extensions"] });

describe("a book changed in the engine and in its sheets", () => {
  const late = { ...base.files[0]!, receivedOn: "2025-06-30" };
  const ours: BookState = { ...base, files: [...base.files, aFile("c.xlsx", aGoodSubmission())], notes: { ...base.notes, C: "của ngăn" }, documents: { "m|d|A": "12/BC" } };
  const typed: BookState = { ...base, files: [base.files[1]!, late], notes: { A: "gõ lại" }, extensions: [], answers: { place: "Bến Tre" } };

  test("keeps both: what came in, what was typed, what was struck out", () => {
    const merged = mergeStates(base, ours, typed);
    expect(merged.files.map(({ path, receivedOn }) => [path, receivedOn])).toEqual(expect.arrayContaining([["a.xlsx", "2025-06-30"], ["b.xlsx", "2025-05-20"], ["c.xlsx", "2025-05-20"]]));
    expect(merged.files).toHaveLength(3);
    expect(merged).toMatchObject({ notes: { A: "gõ lại", C: "của ngăn" }, extensions: [], documents: { "m|d|A": "12/BC" }, answers: { place: "Bến Tre" } });
    expect(merged.notes).not.toHaveProperty("B");
  });

  test.each([["nothing typed", ours, base, ours], ["nothing else done", base, typed, typed]])("%s: the other side as it is", (_case, mine, theirs, expected) => {
    const merged = mergeStates(base, mine, theirs);
    expect(new Set(merged.files)).toEqual(new Set(expected.files));
    expect({ ...merged, files: [] }).toEqual({ ...expected, files: [] });
  });
});
