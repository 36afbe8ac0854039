import type { Report } from "#domain/report";
import { aggregate } from "#domain/aggregate";
import { toNumber } from "#domain/exact";
import { treeAt } from "#domain/tree";
import { bookWords as words } from "#messages/book-vi";
import { readBook } from "#workbook/book/read-book";
import { nodeLabel } from "#workbook/book/report-frame";
import { writeBook, writeNodeBook } from "#workbook/book/write-book";
import { cellsOf, comparable } from "../../support/cells-of";
import { setCells } from "../../support/set-cells";
import { recalculate, testWithLibreOffice } from "../../support/libreoffice";
import { sampleCases, sampleReport, sampleState, template } from "../../support/sample-reports";
import { validateOoxml } from "../../support/validate-ooxml";

jest.setTimeout(300_000);

/** Formula cells whose value after LibreOffice's own calculation is not what the book was written with. */
function differences(before: Uint8Array, after: Uint8Array): string[] {
  const now = cellsOf(after);
  return [...cellsOf(before)].flatMap(([place, { formula, value }]) => {
    const found = comparable(now.get(place)?.value);
    return formula === undefined || found === comparable(value) ? [] : [`${place}: ${found} instead of ${comparable(value)}`];
  });
}

/** What "Báo cáo" shows for a node, by indicator, against the core's own figure. */
function reportDifferences(bytes: Uint8Array, report: Report, node: string): string[] {
  const cells = cellsOf(bytes);
  const at = (column: string, row: number): string => comparable(cells.get(`${words.sheets.report}!${column}${row}`)?.value);
  const tree = treeAt(report.state.roster, report.treeDate);
  const lines: string[] = [];
  for (let row = 13; row < 120; row += 1) {
    const figure = report.nodes.find((candidate) => candidate.node === node && candidate.indicator === at("B", row));
    if (!figure) continue;
    const number = (value: { n: bigint; d: bigint } | null): string => (value === null ? words.noValue : comparable({ kind: "number", number: toNumber(value) }));
    const expect = (name: string, found: string, wanted: string): void => {
      if (found !== wanted) lines.push(`${figure.indicator} ${name}: ${found} instead of ${wanted}`);
    };
    expect("reported", at("H", row), String(figure.reported));
    expect("expected", at("I", row), String(figure.expected));
    if (figure.measure !== "text") expect("value", at("G", row), figure.expected === 0 ? words.noValue : number(figure.value));
    const role = tree.roleOf(node);
    const plan = report.plan.indicators.find(({ code }) => code === figure.indicator);
    const targets = plan?.targets.filter((target) => target.role === role && target.chosen !== false) ?? [];
    const verdicts = targets.map(({ id }) => figure.checks.find((check) => check.target === id && check.against === "plan")?.verdict);
    const [verdict] = verdicts;
    if (verdicts.length === 1 && verdict) expect("verdict", at("M", row), words.verdicts[verdict]);
  }
  return lines;
}

describe.each(sampleCases)("the book of $name", (sample) => {
  let report: Report;
  let book: Uint8Array;
  beforeAll(async () => {
    report = sampleReport(await sampleState(sample), sample.asOf);
    book = await writeBook(report, template);
  });

  test("passes the Open XML SDK validator, and so does an office's own file", async () => {
    const tree = treeAt(report.state.roster, report.treeDate);
    const office = tree.offices.find((code) => tree.roleOf(code) === "intermediate") ?? tree.root;
    expect(validateOoxml(book)).toEqual([]);
    expect(validateOoxml(await writeNodeBook(report, office))).toEqual([]);
  });

  test("reads back as exactly what it kept, and computes to the same report", () => {
    const read = readBook(book);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.problems).toEqual([]);
    expect(read.state).toEqual(report.state);
    expect(aggregate(read.state, { asOf: read.asOf, treeDate: read.treeDate })).toEqual(report);
  });

  testWithLibreOffice("every formula, calculated by LibreOffice, equals its cached value and the core's figure, for the top and for another office", () => {
    const tree = treeAt(report.state.roster, report.treeDate);
    const office = tree.offices.find((code) => tree.roleOf(code) === "intermediate") ?? tree.root;
    const name = report.state.roster.units.find(({ code }) => code === office)?.name ?? "";
    const other = setCells(book, words.sheets.report, { C9: nodeLabel(office, name) });
    const [calculated, forOffice] = recalculate([book, other]);
    if (!calculated || !forOffice) throw new Error("LibreOffice gave nothing back");
    expect(differences(book, calculated)).toEqual([]);
    expect(reportDifferences(calculated, report, tree.root)).toEqual([]);
    expect(reportDifferences(forOffice, report, office)).toEqual([]);
  });
});
