/** The sheet Tổng hợp khen thưởng: every row of the units' lists in it once, and its last line the sum of the others. */
import { honourRows } from "#domain/honours/honour-rows";
import { readTable, type ReadRow } from "#workbook/book/table";
import { writeBook } from "#workbook/book/write-book";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { sampleCases, sampleReport, sampleState, template } from "../../support/sample-reports";

jest.setTimeout(120_000);

test.each(sampleCases.filter(({ stage }) => stage !== "midterm").slice(0, 3))("$name", async (sample) => {
  const report = sampleReport(await sampleState(sample), sample.asOf);
  const rows = honourRows(report.ledger);
  const read = readSnapshot(await writeBook(report, template), "so.xlsx");
  const table = read.ok ? readTable(read.snapshot, "honours") : null;
  const lines = table?.rows ?? [];
  const number = (line: ReadRow | undefined, key: string): number => {
    const value = line?.value(key);
    return value?.kind === "number" ? value.number : 0;
  };
  const sum = lines.at(-1);
  const units = lines.slice(0, -1);
  expect(new Set(units.map((line) => line.text("unit")))).toEqual(new Set(rows.map(({ unit }) => unit)));
  const awards = Array.from({ length: 30 }, (_, index) => `award${index + 1}`);
  for (const key of [...awards, "collectives", "small", "people", "direct", "directUnknown"]) {
    expect([key, units.reduce((total, line) => total + number(line, key), 0)]).toEqual([key, number(sum, key)]);
  }
  expect(awards.reduce((total, key) => total + number(sum, key), 0)).toBe(rows.length);
  expect([number(sum, "collectives"), number(sum, "people")]).toEqual([rows.filter(({ isCollective }) => isCollective).length, rows.filter(({ isCollective }) => !isCollective).length]);
  if (sample.stage === "summary") expect(number(sum, "direct")).toBe(rows.filter(({ isCollective, cell }) => !isCollective && cell("direct") === "Có").length);
});
