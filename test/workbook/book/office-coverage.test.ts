import { aggregate } from "#domain/aggregate";
import { bookCharts, officeCoverageTable } from "#workbook/book/office-coverage";
import { bookContext } from "#workbook/book/book-context";
import { rosterOf, planOf } from "../../support/sample-reports";
import { aBook } from "../../support/builders";
import benTre from "#templates/plans/ben-tre-2024-2025/1.json";
import district from "#templates/rosters/sample-district.json";

test("every unit that owes the form stands in exactly one line, the office that reports for itself too", () => {
  const report = aggregate(aBook({ plan: planOf(benTre), roster: rosterOf(district), stage: "summary", files: [] }), { asOf: "2025-11-05", treeDate: "2025-11-05" });
  const table = officeCoverageTable(bookContext(report))!;
  const result = (content: unknown): number => (content as { result: number }).result;
  const owing = report.coverage.find(({ units }) => units.length > 0)!;
  expect(table.rows.reduce((sum, row) => sum + result(row.at(-1)), 0)).toBe(owing.expected);
  for (const row of table.rows) expect(row.slice(1, -1).reduce((sum: number, one) => sum + result(one), 0)).toBe(result(row.at(-1)));
  const [chart] = bookCharts(report);
  expect(chart!.categories.bottom - chart!.categories.top + 1).toBe(table.rows.length);
});
