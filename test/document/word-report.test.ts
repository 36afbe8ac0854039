/** The Word report: valid, its figures those of the book, its words whole, for every plan and for an office below. */
import { unzipSync, strFromU8 } from "fflate";
import type { NodeFigure } from "#domain/figure";
import { isChosen } from "#domain/duties";
import { toNumber } from "#domain/exact";
import type { Report } from "#domain/report";
import type { UnitCode } from "#domain/unit";
import { plainText, type Bound, type OfficialDocument } from "#document/official-document";
import { writeOfficial } from "#document/write-official";
import { reportingOffices } from "#tasks/offices";
import { ownReportTemplate, parseReportTemplate } from "#tasks/form-template";
import { boundFigures, reportDocument, wordReport } from "#tasks/word-report/word-report";
import templateJson from "#templates/reports/report.json";
import { sampleCases, sampleReport, sampleState } from "../support/sample-reports";
import { validateOoxml } from "../support/validate-ooxml";

jest.setTimeout(240_000);

const template = parseReportTemplate(templateJson);
/** How a sentence begins that cannot conclude yet. */
const OPEN = "chưa kết luận được";

/** A number as Vietnamese offices write it. */
const numberOf = (text: string): number => Number(text.replace(/\./g, "").replace(",", ".").replace(/[\u2011−]/u, "-"));

/** Text between the marks of each figure, in their order, out of the file itself. */
function figuresIn(docx: Uint8Array): string[] {
  const xml = strFromU8(unzipSync(docx)["word/document.xml"]!);
  return [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="STD_[^"]*"[^>]*\/>(.*?)<w:bookmarkEnd/gu)].map(([, inner = ""]) => [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join("").replace(/\u00a0/gu, " "));
}

/** Held against the figure itself, not against how the program writes it. */
function expectSays(text: string, figure: NodeFigure): void {
  const numbers = (text.match(/[\u2011-]?\d[\d.]*(?:,\d+)?/gu) ?? []).map(numberOf);
  const { measure, numerator, denominator, value } = figure;
  const close = (said: number | undefined, exact: number): void => expect(Math.abs((said ?? Number.NaN) - exact)).toBeLessThanOrEqual(0.0051);
  if (value === null) return expect(text).toMatch(/^—?$/u);
  if (measure === "count" || measure === "change") return close(numbers[0], toNumber(value));
  if (!Number.isInteger(toNumber(numerator!))) {
    close(numbers[0], 100 * toNumber(value));
    return expect(numbers[1]).toBe(toNumber(denominator!));
  }
  expect(numbers.slice(0, 2)).toEqual([toNumber(numerator!), toNumber(denominator!)]);
  if (numbers.length > 2) close(numbers[2], 100 * toNumber(value));
}

function allText({ blocks, annexes, marks, recipients }: OfficialDocument): string {
  return [
    ...blocks.map((block) => (block.kind === "heading" ? block.text : block.kind === "paragraph" ? plainText(block.runs) : (block.kind === "own" ? block.paragraphs : block.items).map(plainText).join("\n"))),
    ...annexes.flatMap(({ title, subtitle, rows }) => [title, subtitle, ...rows.map(plainText)]), ...marks, ...recipients,
  ].join("\n");
}

describe.each(sampleCases)("$name", (sample) => {
  let report: Report;
  beforeAll(async () => { report = sampleReport(await sampleState(sample), sample.asOf); });

  test("is a valid document whose figures are those of the book", async () => {
    const offices = reportingOffices(report);
    for (const node of [offices[0]!, offices[1]].filter((code): code is UnitCode => code !== undefined)) {
      const content = reportDocument(report, template, node);
      const docx = await writeOfficial(content);
      expect(validateOoxml(docx, "docx")).toEqual([]);
      const said = figuresIn(docx);
      const bound = boundFigures(content);
      expect(said).toHaveLength(bound.length);
      bound.forEach(({ node: at, indicator }, index) => {
        const figure = report.nodes.find((one) => one.node === at && one.indicator === indicator)!;
        if (figure.measure !== "text") expectSays(said[index]!, figure);
      });
    }
  });

  test("says of every figure what the book concludes, and beside it what the plan asks", () => {
    const node = reportingOffices(report)[0]!;
    const { blocks, annexes } = reportDocument(report, template, node);
    const items = blocks.flatMap((block) => (block.kind === "items" ? block.items : [])).filter((runs) => runs.some((run) => typeof run === "object" && "indicator" in run));
    expect(items.length).toBeGreaterThan(0);
    const table = annexes.find(({ subtitle }) => [template.annexes.results, template.annexes.registered].includes(subtitle))!;
    for (const runs of items) {
      const bound = runs.find((run): run is Bound => typeof run === "object" && "indicator" in run)!;
      const indicator = report.plan.indicators.find(({ code }) => code === bound.indicator)!;
      const checks = report.nodes.find((one) => one.node === node && one.indicator === indicator.code)!.checks
        .filter(({ against, target }) => against === "plan" && indicator.targets.some((one) => one.id === target && isChosen(one)));
      const said = plainText(runs).split("; ").map((part) => part.replace(/\.( .*)?$/u, ""));
      const among = (words: readonly string[]): string[] => said.filter((part) => words.includes(part) || part.startsWith(OPEN));
      const names = { met: "đạt", notMet: "chưa đạt", undecided: OPEN } as const;
      expect(among(Object.values(names)).map((part) => (part.startsWith(OPEN) ? OPEN : part))).toEqual(checks.map(({ verdict }) => names[verdict]));
      const row = table.rows.find(([, name]) => name === indicator.name)!.map((cell) => plainText([cell]));
      const columns = { met: "Đạt", notMet: "Chưa đạt", undecided: "Chưa kết luận" } as const;
      const cellUnder = (heading: string): string => row[table.columns.findIndex((column) => column.heading === heading)] ?? "";
      expect(cellUnder("Kết luận")).toBe(checks.map(({ verdict }) => columns[verdict]).join("; "));
      if (checks.length > 0) expect(cellUnder("Mức kế hoạch")).not.toBe("");
    }
  });

  test("counts the units at each deadline as the book does", () => {
    const text = allText(reportDocument(report, template, reportingOffices(report)[0]!));
    for (const { milestone, expected, onTime, late, dateUnknown, missing } of report.coverage.filter((line) => line.expected > 0)) {
      const { name } = report.plan.milestones.find(({ id }) => id === milestone)!;
      const line = text.split("\n").find((one) => one.startsWith(`${name}: `))!;
      const filed = onTime + late + dateUnknown;
      expect(line).toContain(filed === expected ? `toàn bộ ${expected} đơn vị đã nộp` : `: ${filed}/${expected} đơn vị đã nộp`);
      expect(/; (\d+) đơn vị chưa nộp[.;](?! chưa đến hạn)/u.exec(line)?.[1] ?? "0").toBe(String(missing));
    }
  });

  test("leaves no place unfilled, and every annex it speaks of is there", () => {
    for (const node of reportingOffices(report).slice(0, 3)) {
      const content = reportDocument(report, template, node);
      const text = allText(content);
      expect(text).not.toMatch(/[{}]|undefined|null|NaN/u);
      const named = [...text.matchAll(/Phụ lục (\d+)/gu)].map(([, number]) => Number(number));
      for (const number of named) expect(number).toBeGreaterThanOrEqual(1);
      expect(Math.max(0, ...named)).toBeLessThanOrEqual(content.annexes.length);
      // Who is asked for words of their own is told where.
      expect(text).toContain(template.open.guidance);
      expect(content.marks).toContain(template.sentences.draft);
    }
  });
});

test("what a school typed is text, whatever it looks like", async () => {
  const docx = await writeOfficial({
    properties: {}, parent: "", office: "Sở mẫu", number: "Số:", placeAndDate: "…", marks: [], kind: "BÁO CÁO", subject: "Thử", recipients: [], signer: "GIÁM ĐỐC", annexes: [],
    blocks: [{ kind: "paragraph", runs: ["<w:p>&amp;\u0001\ud800 =HYPERLINK(\"x\")\nhai dòng"] }],
  });
  expect(validateOoxml(docx, "docx")).toEqual([]);
  expect(strFromU8(unzipSync(docx)["word/document.xml"]!)).toContain("&lt;w:p&gt;&amp;amp; =HYPERLINK(&quot;x&quot;); hai dòng");
});

test("a template with a sentence missing, one too many, or a place the program knows no fact for is none, and told where", () => {
  const { closing: _closing, ...others } = templateJson.sentences;
  const read = (sentences: object) => ownReportTemplate({ ...templateJson, sentences }, template);
  expect(read(templateJson.sentences)).toEqual({ ok: true, template });
  expect(read(others)).toEqual({ ok: false, paths: ["sentences.closing"] });
  expect(read({ ...templateJson.sentences, more: "x" })).toEqual({ ok: false, paths: ["sentences.more"] });
  expect(read({ ...templateJson.sentences, closing: "{office}, {tên}, {plan}" })).toEqual({ ok: false, paths: ["sentences.closing {tên}", "sentences.closing {plan}"] });
});

test("the same report gives the same document, but for the numbers Word's parts have among themselves", async () => {
  const [sample] = sampleCases;
  const report = sampleReport(await sampleState(sample!, 5), sample!.asOf);
  const [node] = reportingOffices(report);
  const [a, b] = await Promise.all([1, 2].map(async () => strFromU8(unzipSync(await wordReport(report, template, node!))["word/document.xml"]!).replace(/ (?:r|w):id="[^"]*"/gu, "")));
  expect(a).toBe(b);
});
