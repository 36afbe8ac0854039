import { readFile } from "#workbook/read/read-file";
import * as odd from "../fixtures/odd-files";
import { codesOf, figuresOf, GOOD_FIGURES, request } from "../fixtures/school-form";

type Made = Uint8Array | Promise<Uint8Array>;

describe("readFile", () => {
  describe("reads every figure", () => {
    test.each<{ when: string; file?: string; make: () => Made; codes?: readonly string[]; figures?: Record<string, string>; unit?: string }>([
      { when: "the form comes back as it should", make: odd.goodForm },
      { when: "sheets were renamed", make: odd.renamedSheets },
      { when: "sheets stand in another order", make: odd.reorderedSheets },
      { when: "rows were inserted", make: odd.insertedRows },
      { when: "rows were inserted and names lost", make: odd.insertedRowsWithoutNames },
      { when: "columns were inserted", make: odd.insertedColumn },
      { when: "columns were inserted and names lost", make: odd.insertedColumnWithoutNames },
      { when: "columns changed places and names are lost", make: odd.swappedColumns },
      { when: "rows were sorted and names are stale", make: odd.sortedRows },
      { when: "headings were merged over two rows", make: odd.mergedHeadings },
      { when: "an input was merged over two cells", make: odd.mergedInput },
      { when: "the hidden sheet is lost", make: odd.lostMetaSheet, codes: ["hidden-sheet-lost"] },
      { when: "all names are lost", make: odd.lostNames },
      { when: "hidden sheet and identity line are lost", make: odd.lostMetaAndIdentity, codes: ["hidden-sheet-lost"] },
      { when: "everything was pasted as values", make: odd.pastedAsValues, codes: ["hidden-sheet-lost"] },
      { when: "everything was pasted as values without the identity line", make: odd.pastedWithoutIdentity, codes: ["hidden-sheet-lost"] },
      { when: "the code column was emptied", make: odd.lostCodeColumn },
      { when: "a hidden old copy of the figures stands beside them", make: odd.hiddenStaleCopy },
      { when: "text is decomposed (NFD)", make: odd.decomposedText },
      { when: "text ends in blanks", make: odd.trailingBlanks },
      { when: "numbers are text, full-width or behind an apostrophe", make: odd.textNumbers },
      { when: "a figure is the school's own formula", make: odd.ownFormula },
      { when: "a shared string is empty", make: odd.emptySharedString },
      { when: "a row stands twice with the same figure", make: odd.duplicatedRow(null) },
      { when: "the percentage formula was replaced by the right value", make: odd.alteredFormula(0.95) },
      { when: "the file is .xls", file: "a.xls", make: odd.xls },
      { when: "the file is .ods", file: "a.ods", make: odd.ods },
      { when: "the file is .xlsb", file: "a.xlsb", make: odd.xlsb },
      { when: "the .xls is really 2003 XML", file: "a.xls", make: odd.xml2003 },
      { when: "the file has macros", file: "a.xlsm", make: odd.macros, codes: ["has-macros"] },
      { when: "the file is linked to others", make: odd.externalLink, codes: ["has-external-links"] },
      { when: "the plan has a newer version", make: odd.goodForm, codes: ["older-version"] },
      { when: "the unit was picked on a common form", make: odd.commonForm, unit: "A2" },
      { when: "the unit is none of the roster's", make: odd.unknownUnit, unit: "ZZ9" },
      { when: "code and name are of two units", make: odd.codeAndNameDisagree, unit: "A2" },
      { when: "the sheet of facts is lost", make: odd.missingInfoSheet, codes: ["sheet-missing"] },
      { when: "old-font text is found", make: odd.oldFont, codes: ["cell-old-font"] },
      { when: "the numerator is above the base", make: odd.numeratorAboveDenominator, figures: { "TD02.numerator": "45" } },
      { when: "a pair stands in one cell", make: odd.pairInNumerator },
      { when: "a percentage stands for the numerator", make: odd.percentInNumerator, figures: { "TD02.numerator": "share 0.95" } },
      { when: "a count has a thousands point", make: odd.groupedText, codes: ["cell-doubtful-reading"], figures: { "TD01.value": "1234" } },
      { when: "nothing has been filled in", make: odd.emptyForm, figures: Object.fromEntries(Object.keys(GOOD_FIGURES).map((key) => [key, ""])) },
    ])("when $when", async ({ when, file = "a.xlsx", make, codes = [], figures = {}, unit = "A1" }) => {
      const asked = when.includes("newer version") ? { ...request, plan: { ...request.plan, version: "2" } } : request;
      const reading = readFile(await make(), file, asked);
      expect(codesOf(reading)).toEqual([...codes]);
      expect(reading.kind).toBe("submissions");
      const submissions = reading.kind === "submissions" ? reading.submissions : [];
      expect(submissions.map(({ unit: { code } }) => code)).toEqual([unit]);
      expect(submissions.map(figuresOf)).toEqual([{ ...GOOD_FIGURES, ...figures }]);
    });
  });

  describe("names what is wrong and reads the rest", () => {
    test.each<{ when: string; make: () => Made; codes: readonly string[]; figures: Record<string, string | undefined> }>([
      { when: "a row was deleted", make: odd.missingRow, codes: ["row-missing"], figures: { "TD03.answer": undefined } },
      { when: "the base column was deleted", make: odd.missingBaseColumn, codes: ["column-missing"], figures: { "TD02.denominator": undefined, "TD04.startDenominator": undefined, "TD04.endDenominator": undefined } },
      { when: "the figures sheet was deleted", make: odd.missingSheet, codes: ["sheet-missing"], figures: Object.fromEntries(Object.keys(GOOD_FIGURES).map((key) => [key, undefined])) },
      { when: "a row stands twice with two figures", make: odd.duplicatedRow(6), codes: ["row-duplicated"], figures: { "TD01.value": "? 5 | 6" } },
      { when: "a row is nobody's", make: odd.rowOfNobody, codes: ["rows-of-nobody"], figures: {} },
      { when: "a count is negative", make: odd.negative, codes: ["cell-negative"], figures: { "TD01.value": "? -5" } },
      { when: "a count is a fraction", make: odd.fractionInCount, codes: ["cell-fraction"], figures: { "TD01.value": "? 5.5" } },
      { when: "a count became a date", make: odd.dateInCount, codes: ["cell-not-a-number"], figures: { "TD01.value": "? 2025-09-05" } },
      { when: "a cell holds an error", make: odd.errorCell, codes: ["cell-error"], figures: { "TD01.value": "? #N/A" } },
      { when: "a formula has no result", make: odd.formulaWithoutResult, codes: ["cell-no-cached-value"], figures: { "TD01.value": "? =2+3" } },
      { when: "a pair contradicts its base", make: odd.pairAgainstBase, codes: ["cell-ambiguous"], figures: { "TD04.startNumerator": "? 3/120" } },
      { when: "an answer is neither yes nor no", make: odd.wrongAnswer, codes: ["cell-not-yes-no"], figures: { "TD03.answer": "? gần đạt" } },
      { when: "dashes stand for answers", make: odd.dashes, codes: ["cell-ambiguous", "cell-ambiguous"], figures: { "TD01.value": "? -", "TD03.answer": "? —" } },
      { when: "the percentage formula was replaced by another value", make: odd.alteredFormula(0.99), codes: ["formula-altered"], figures: {} },
    ])("when $when", async ({ make, codes, figures }) => {
      const reading = readFile(await make(), "a.xlsx", request);
      expect(codesOf(reading)).toEqual([...codes]);
      const [submission] = reading.kind === "submissions" ? reading.submissions : [];
      expect(submission && figuresOf(submission)).toEqual(JSON.parse(JSON.stringify({ ...GOOD_FIGURES, ...figures })));
    });
  });

  describe("tells units in one file apart", () => {
    test.each<{ when: string; make: () => Made; found: readonly (readonly [string, string])[] }>([
      { when: "each sheet prints its unit", make: odd.severalUnits, found: [["A1", "5"], ["B1", "7"]] },
      { when: "each has its sheet of facts", make: odd.severalUnitsWithFacts, found: [["A2", "5"], ["B1", "7"]] },
    ])("when $when", async ({ make, found }) => {
      const reading = readFile(await make(), "a.xlsx", request);
      expect(reading.kind === "submissions" && reading.submissions.map((one) => [one.unit.code, figuresOf(one)["TD01.value"]])).toEqual(found);
    });

    test.each([{ when: "nothing tells two sheets of figures apart", make: odd.severalUnitsUnclear }, { when: "sheets printed for two units were put together", make: odd.sheetOfAnotherUnit }])("and says so when $when", async ({ make }) => {
      const reading = readFile(await make(), "a.xlsx", request);
      expect([reading.kind, ...codesOf(reading)]).toEqual(["unreadable", "several-units"]);
    });
  });

  describe("says why there is nothing to read", () => {
    test.each<{ when: string; file?: string; make: () => Made; kind?: string; code: string; facts?: object }>([
      { when: "the form is of another plan", make: odd.wrongPlan, kind: "notThisForm", code: "other-plan", facts: { found: "Kế hoạch khác", expected: "Kế hoạch thử" } },
      { when: "the form is of another stage", make: odd.wrongStage, kind: "notThisForm", code: "other-stage", facts: { found: "registration", expected: "summary" } },
      { when: "the form of another stage lost its marks", make: odd.wrongStageWithoutIdentity, kind: "notThisForm", code: "other-stage" },
      { when: "the form is of a later plan version", make: odd.newerPlanVersion, kind: "notThisForm", code: "unknown-version" },
      { when: "the form is of a later layout", make: odd.newerFormVersion, kind: "notThisForm", code: "unknown-version" },
      { when: "the workbook is none of ours", make: odd.foreignWorkbook, kind: "notThisForm", code: "not-a-form" },
      { when: "the workbook is a book", make: odd.book, kind: "notThisForm", code: "not-a-form" },
      { when: "the file is empty", make: odd.empty, code: "file-empty" },
      { when: "the file is cut short", make: odd.truncated, code: "file-corrupt" },
      { when: "a byte of a sheet is wrong", make: odd.corruptZip, code: "file-corrupt" },
      { when: "the file would unpack without end", make: odd.bomb, code: "file-too-large" },
      { when: "the .xls is cut short", file: "a.xls", make: odd.truncatedXls, code: "file-corrupt" },
      { when: "the .xlsx has a password", make: odd.passwordXlsx, code: "file-encrypted" },
      { when: "the .xls has a password", file: "a.xls", make: odd.passwordXls, code: "file-encrypted" },
      { when: "the .xls is a web page", file: "a.xls", make: odd.htmlAsXls, code: "file-is-html" },
      { when: "the file is a PDF", make: odd.pdf, code: "file-is-pdf" },
      { when: "the file is a PNG", make: odd.png, code: "file-is-picture", facts: { kind: "PNG" } },
      { when: "the file is a JPEG", make: odd.jpeg, code: "file-is-picture", facts: { kind: "JPEG" } },
      { when: "the file is a HEIC", make: odd.heic, code: "file-is-picture", facts: { kind: "HEIC" } },
      { when: "the file is a .docx", make: odd.docx, code: "file-is-word" },
      { when: "the file is a .doc", make: odd.doc, code: "file-is-word" },
      { when: "the file is a presentation", make: odd.powerPoint, code: "file-not-a-workbook", facts: { kind: "PowerPoint" } },
      { when: "the file is RAR", make: odd.rar, code: "file-is-rar" },
      { when: "the file is 7z", make: odd.sevenZip, code: "file-not-a-workbook", facts: { kind: "7z" } },
      { when: "the file is CSV", file: "a.csv", make: odd.csv, code: "file-not-a-workbook", facts: { kind: "CSV" } },
      { when: "the file is a lock", file: "Trường A/~$a.xlsx", make: odd.lockFile, code: "file-is-lock" },
      { when: "the file is Thumbs.db", file: "Thumbs.db", make: odd.doc, code: "file-not-a-workbook", facts: { kind: "Thumbs.db" } },
      { when: "the file is noise", make: odd.noise, code: "file-not-a-workbook" },
      { when: "the file is an archive", file: "a.zip", make: odd.zipOfForms, code: "file-not-a-workbook", facts: { kind: "ZIP" } },
    ])("when $when", async ({ file = "a.xlsx", make, kind = "unreadable", code, facts }) => {
      const reading = readFile(await make(), file, request);
      expect([reading.kind, ...codesOf(reading)]).toEqual([kind, code]);
      expect(reading.problems[0]?.at.file).toBe(file);
      if (facts) expect(reading.problems[0]?.facts).toEqual(facts);
    });
  });
});
