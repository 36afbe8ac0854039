/**
 * Reading one submission (đọc một bài nộp): ours, from bytes to checked figures, against general readers that only
 * read, and against the limit of unzipping and looking for values. The same files in turn, round after round.
 */
import { read as readSheetJs } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { unzipSync } from "fflate";
import { readXlsx } from "hucre";
import { checkUnit } from "#domain/check-unit";
import { figuresOf } from "#domain/figures";
import { treeAt } from "#domain/tree";
import type { UnitCode } from "#domain/unit";
import { readFile } from "#workbook/read/read-file";
import { readValues } from "#workbook/read/sheetml/read-values";
import { zipEntries } from "#workbook/read/zip";
import { useNodeZip } from "../../src/cli/node-zip";
import { template } from "../support/sample-reports";
import { corpusOf, type Corpus } from "./corpus";
import { cleanUp, measured, type Measured } from "./measure";

type Way = (bytes: Uint8Array, path: string) => unknown;

/** Values by looking for them, nothing understood: what no reader in this language can do without. */
export function unzipAndScan(bytes: Uint8Array): number {
  const decoder = new TextDecoder();
  const parts = unzipSync(bytes);
  const strings: string[] = [];
  for (const match of decoder.decode(parts["xl/sharedStrings.xml"]).matchAll(/<si>(?:<t[^>]*>([^<]*)<\/t>|([\s\S]*?))<\/si>/g)) strings.push(match[1] ?? match[2]?.replace(/<[^>]+>/g, "") ?? "");
  let found = 0;
  for (const [path, content] of Object.entries(parts)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(path)) continue;
    for (const match of decoder.decode(content).matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?: t="(\w+)")?(?:\/>|>(?:<f[^>]*?(?:\/>|>[^<]*<\/f>))?(?:<v>([^<]*)<\/v>)?<\/c>)/g)) {
      if (match[3] !== undefined && (match[2] === "s" ? strings[Number(match[3])] !== undefined : match[3] !== "")) found += 1;
    }
  }
  return found;
}

/** From bytes to figures held against the plan. */
export function readAndCheck({ plan, stage, roster, treeDate }: Corpus): Way {
  const tree = treeAt(roster, treeDate);
  return (bytes, path) => {
    const reading = readFile(bytes, path, { plan, stage, template });
    if (reading.kind !== "submissions") throw new Error(`${path}: ${reading.problems.map(({ code }) => code).join()}`);
    return reading.submissions.map((submission) => {
      const unit = (submission.unit.code ?? "") as UnitCode;
      const { figures, problems } = figuresOf(submission, { plan, stage, tree, unit, file: path });
      return { figures, problems: [...submission.problems, ...problems, ...checkUnit({ plan, stage, tree, unit, figures, sides: submission.sides })] };
    });
  };
}

export async function readingBench(runs: number, files: number): Promise<Measured[]> {
  useNodeZip();
  const corpus = await corpusOf(files);
  const chosen = Array.from({ length: files }, (_, index) => corpus.file(index));
  const ways: readonly (readonly [string, Way])[] = [
    ["the limit: unzip and scan", unzipAndScan],
    ["ours: read, recognise, check", readAndCheck(corpus)],
    ["ours, reading only", (bytes) => readValues(bytes, zipEntries(bytes) ?? []) ?? (() => { throw new Error("left to the general reader"); })()],
    ["SheetJS, reading only", (bytes) => readSheetJs(bytes, { type: "array", dense: true, cellHTML: false, cellText: false })],
    ["hucre, reading only", (bytes) => readXlsx(bytes)],
    ["exceljs, reading only", (bytes) => new ExcelJS.Workbook().xlsx.load(bytes as unknown as ArrayBuffer)],
  ];
  const times = new Map<string, number[]>(ways.map(([name]) => [name, []]));
  const through = async (way: Way): Promise<void> => {
    for (const { bytes, path } of chosen) await way(bytes.slice(), path);
  };
  // A round before the first; and in every turn the files once before they are timed, for a cleaned heap is a cold one.
  for (let round = -1; round < runs; round += 1) {
    for (const [name, way] of ways) {
      cleanUp();
      await through(way);
      const begun = performance.now();
      await through(way);
      if (round >= 0) times.get(name)?.push((performance.now() - begun) / files);
    }
  }
  const lines = [...times].map(([name, all]) => measured(`${name}, one file`, "ms", all));
  const ratio = (title: string, of: string, to: string): Measured =>
    measured(title, "ratio", (times.get(of) ?? []).map((time, round) => time / (times.get(to)?.[round] ?? Number.NaN)));
  const [limit, ours, bare, ...general] = ways.map(([name]) => name) as [string, string, string, ...string[]];
  return [
    ...lines,
    ratio("all of ours ÷ the limit (at most 2)", ours, limit),
    ratio("our reading alone ÷ the limit", bare, limit),
    ...general.map((name) => ratio(`${name} ÷ all of ours (at least 4)`, name, ours)),
  ];
}
