import type { WorkbookContent } from "#domain/sheet-content";
import { aggregate } from "#domain/aggregate";
import { makeBook } from "#workbook/book/write-book";
import { contentOf } from "#workbook/content/read-content";
import { sampleCases, sampleReport, sampleState, template } from "../../support/sample-reports";
import { aBook } from "../../support/builders";

jest.setTimeout(240_000);

/** Looks by what they are: their numbers follow the order in which they are met. */
const told = ({ sheets, styles }: WorkbookContent): unknown => sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(({ style, ...cell }) => ({ ...cell, look: styles[style] })) }));

test.each(["small", "district"] as const)("a book just made looks as its file does when read back: %s", async (size) => {
  const [, , , , , district] = sampleCases;
  const report = size === "small" ? aggregate(aBook(), { asOf: "2025-06-01", treeDate: "2025-06-01" }) : sampleReport(await sampleState(district!), district!.asOf);
  const { file, content } = await makeBook(report, template);
  expect(told(content)).toEqual(told(await contentOf(file)));
  expect((await contentOf(file)).names.filter(({ name }) => !name.startsWith("_xlnm."))).toEqual([]);
});
