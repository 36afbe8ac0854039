import { unzipSync, strFromU8, strToU8, zipSync } from "fflate";
import { aggregate } from "#domain/aggregate";
import type { BookState, Report } from "#domain/report";
import { addressOf } from "#domain/snapshot";
import { bookWords as words } from "#messages/book-vi";
import { readBook } from "#workbook/book/read-book";
import { nodeLabel } from "#workbook/book/report-frame";
import { updateBook } from "#workbook/book/update-book";
import { writeBook } from "#workbook/book/write-book";
import { sheetList } from "#workbook/book/package-parts";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { aBook, aFile, aGoodSubmission, anIndicator, aPlan, aSubmission, aTarget } from "../../support/builders";
import { cellsOf, comparable } from "../../support/cells-of";
import { template } from "../../support/sample-reports";
import { setCells } from "../../support/set-cells";
import { validateOoxml } from "../../support/validate-ooxml";

const DAY = { asOf: "2025-06-10", treeDate: "2025-06-10" };
const reportOf = (more: Partial<BookState>): Report => aggregate(aBook({ files: [aFile("a.xlsx", aGoodSubmission())], ...more }), DAY);

describe("what a school or an officer wrote comes back to the last sign", () => {
  test.each([
    { case: "accents in separate signs", text: "Tru\u031bo\u031b\u0300ng" },
    { case: "a workbook's own escape", text: "dòng một_x000D_ hai _x0041_" },
    { case: "signs that XML forbids", text: "a\u0001b\u000bc\ufffe\uffff" },
    { case: "half of a pair", text: "x\ud83d" },
    { case: "blanks at the ends, line ends of two kinds", text: "  hai\r\nba\n " },
    { case: "more than a cell holds", text: "đ".repeat(70_000) },
  ])("$case", async ({ text }) => {
    const report = reportOf({
      files: [aFile("a.xlsx", aGoodSubmission({ sides: { "TD01.note": text } }))], notes: { A1: text, X9: "unit of an older roster" }, documents: { "tong-ket|bb|A1": text },
      decisions: [{ action: "useSchools", unit: "P1", reason: text, on: "2025-06-01" }],
    });
    const book = await writeBook(report, template);
    const read = readBook(book);
    expect(read.ok && read.state).toEqual(report.state);
    expect(validateOoxml(book)).toEqual([]);
  });
});

describe("lines the officer began and did not finish", () => {
  test("are named with sheet, line and what is missing", async () => {
    const book = await writeBook(reportOf({}), template);
    const edited = setCells(setCells(book, words.sheets.extensions, { A8: "A1", C8: "31/2/2025" }), words.sheets.ledger, { F8: "hôm qua" });
    const read = readBook(edited);
    expect(read.problems.map(({ code, at, facts }) => [code, at.sheet, at.cell, "missing" in facts && facts.missing])).toEqual([
      ["list-row-incomplete", words.sheets.ledger, "F8", words.columns.receivedOn],
      ["list-row-incomplete", words.sheets.extensions, "B8", `${words.columns.milestone}, ${words.columns.until}`],
    ]);
  });

  test("stand there again after the book is written anew, until they are finished", async () => {
    const book = await writeBook(reportOf({}), template);
    const begun = readBook(setCells(setCells(book, words.sheets.extensions, { A8: "A1", D8: "Công văn 5" }), words.sheets.entered, { A8: "A1", F8: "XX99", G8: "12" }));
    const again = await writeBook(reportOf(begun.ok ? begun.state : {}), template);
    const kept = readBook(again);
    expect(kept.ok && kept.state.unfinished).toEqual({ extensions: [expect.objectContaining({ unit: "A1", document: "Công văn 5" })], entered: [expect.objectContaining({ unit: "A1", indicator: "XX99", main: "12" })] });
    expect(kept.problems.map(({ code, at }) => [code, at.sheet])).toEqual([["list-row-incomplete", words.sheets.extensions], ["list-row-incomplete", words.sheets.entered]]);
    const milestone = (kept.ok && kept.state.plan.milestones[0]?.id) || "";
    const finished = readBook(setCells(again, words.sheets.extensions, { B8: milestone, C8: "30/11/2025" }));
    expect(finished.ok && finished.state.extensions).toEqual([{ unit: "A1", milestone, until: "2025-11-30", document: "Công văn 5" }]);
    expect(finished.ok && finished.state.unfinished?.["extensions"]).toBeUndefined();
  });
});

describe("a decision chosen from the list of words", () => {
  test("is the decision; the code of an older book is too", async () => {
    const book = await writeBook(reportOf({}), template);
    const line = (row: number, action: string): Record<string, string> => ({ [`A${row}`]: action, [`B${row}`]: "A1", [`C${row}`]: "c1", [`E${row}`]: "Bản sau đúng", [`F${row}`]: "10/06/2025" });
    const read = readBook(setCells(book, words.sheets.decisions, { ...line(8, words.actions.choose), ...line(9, "acceptProvisionally") }));
    expect(read.ok && read.state.decisions.map(({ action }) => action)).toEqual(["choose", "acceptProvisionally"]);
  });
});

describe("a note written beside the unit's line of coverage", () => {
  test("is the unit's note", async () => {
    const book = await writeBook(reportOf({}), template);
    const before = readBook(book);
    const sheet = readSnapshot(book, "");
    const coverage = sheet.ok ? sheet.snapshot.sheets.find(({ name }) => name === words.sheets.coverage) : undefined;
    const column = coverage?.cells.find(({ row, value }) => row === 6 && value?.kind === "text" && value.text === "note")?.column ?? 0;
    const unit = coverage?.cells.find(({ row, column: at }) => row === 7 && at === 2)?.value;
    const read = readBook(setCells(book, words.sheets.coverage, { [addressOf(7, column)]: "Đã gọi điện" }));
    expect(read.ok && before.ok && read.state.notes).toEqual({ ...(before.ok ? before.state.notes : {}), [unit?.kind === "text" ? unit.text : ""]: "Đã gọi điện" });
  });
});

describe("a book brought up to date", () => {
  const workbookOf = (bytes: Uint8Array) => {
    const entries = unzipSync(bytes);
    return { entries, xml: strFromU8(entries["xl/workbook.xml"] ?? new Uint8Array()), sheets: sheetList(strFromU8(entries["xl/workbook.xml"] ?? new Uint8Array()), strFromU8(entries["xl/_rels/workbook.xml.rels"] ?? new Uint8Array())) };
  };
  const edited = (bytes: Uint8Array, change: (xml: string) => string): Uint8Array => {
    const { entries, xml } = workbookOf(bytes);
    return zipSync({ ...entries, "xl/workbook.xml": strToU8(change(xml)) });
  };

  test("keeps the officer's names, order and hidden state of sheets, and formulas follow a renamed sheet", async () => {
    const book = await writeBook(reportOf({}), template);
    const moved = edited(book, (xml) => {
      const renamed = xml.replaceAll(`'${words.sheets.data}'!`, "'Của & tôi'!".replace("&", "&amp;")).replace(`name="${words.sheets.data}"`, 'name="Của &amp; tôi"').replace(`name="${words.sheets.notes}" state="visible"`, `name="${words.sheets.notes}" state="hidden"`);
      const [first = ""] = /<sheet [^>]*\/>/.exec(renamed) ?? [];
      return renamed.replace(first, "").replace("</sheets>", `${first}</sheets>`).replace(/<definedNames>.*<\/definedNames>/s, "");
    });
    const updated = await updateBook(moved, reportOf({ notes: { A1: "mới" } }), template);
    const shape = (bytes: Uint8Array): string[] => workbookOf(bytes).sheets.map(({ name, state }) => `${name} ${state}`);
    expect(shape(updated)).toEqual(shape(moved));
    const formulas = [...cellsOf(updated).values()].flatMap(({ formula }) => formula ?? []);
    expect(formulas.filter((formula) => formula.includes(words.sheets.data))).toEqual([]);
    expect(formulas.filter((formula) => formula.includes("'Của & tôi'!")).length).toBeGreaterThan(10);
    const read = readBook(updated);
    expect([read.ok && read.state.notes, read.problems]).toEqual([{ A1: "mới" }, []]);
  });

  test("still shows the node that was chosen", async () => {
    const book = await writeBook(reportOf({}), template);
    const label = nodeLabel("P1", "Phòng GDĐT huyện Châu Thành");
    const updated = await updateBook(setCells(book, words.sheets.report, { C9: label }), reportOf({}), template);
    const cells = cellsOf(updated);
    expect(["C9", "P9", "I14"].map((address) => comparable(cells.get(`${words.sheets.report}!${address}`)?.value))).toEqual([label, "P1", "3"]);
  });
});

test("a share just below its target is not shown as the target", async () => {
  const report = reportOf({
    plan: aPlan({ indicators: [anIndicator("TD02", "ratio", { targets: [aTarget({ id: "s", role: "scope", value: "1" })] })], rules: [] }),
    files: [aFile("a.xlsx", aSubmission({ figures: { TD02: { numerator: 99_998, denominator: 100_000 } } }))],
  });
  const cells = cellsOf(await writeBook(report, template));
  const shown = [...cells].filter(([place, { value }]) => !place.includes("_std") && value?.kind === "number" && value.number === 0.99998).map(([, { format }]) => format);
  expect(shown.length).toBeGreaterThan(1);
  expect(shown.filter((format) => format === "0.00%").length).toBeLessThan(shown.length);
  expect(cells.get(`${words.sheets.report}!G14`)?.format).toBe("0.000%");
});
