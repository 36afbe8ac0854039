/** One size of the growth benchmark, in a process of its own: so many submissions to figures and JSON. Prints one line of JSON. */
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EMPTY_DECISIONS } from "#domain/decision-file";
import { runAggregate } from "#tasks/aggregate-job";
import { figuresJsonPieces } from "#tasks/report-json";
import { writePieces } from "../../src/cli/write-files";
import { startNodeReaders } from "../../src/cli/node-readers";
import { useNodeZip } from "../../src/cli/node-zip";
import { template } from "../support/sample-reports";
import { corpusOf, type Corpus } from "./corpus";

export interface Growth {
  readonly units: number;
  /** Milliseconds from the first file to the last figure, and to the end of the JSON; making the files does not count. */
  readonly intake: number;
  readonly figures: number;
  readonly json: number;
  /** Milliseconds spent on making the files while threads were reading: the times above are at most this much too short. */
  readonly making: number;
  /** Megabytes, threads and all. */
  readonly peak: number;
  readonly jsonSize: number;
  /** Indicators whose sum at the top is not what was written into the files. */
  readonly differing: readonly string[];
}

async function growth(units: number): Promise<Growth> {
  useNodeZip();
  const corpus = await corpusOf(units);
  const { plan, stage, roster, treeDate } = corpus;
  let making = 0;
  const chosen = Array.from({ length: units }, (_, index) => ({
    path: `T${index}.xlsx`,
    bytes: () => {
      const begun = performance.now();
      const { bytes } = corpus.file(index);
      making += performance.now() - begun;
      return Promise.resolve(bytes);
    },
  }));
  const begun = performance.now();
  let read = 0;
  const report = await runAggregate(chosen, {
    plan, answeredPlan: plan, answers: {}, stage, roster, template, otherPlans: [], asOf: treeDate, treeDate, receivedOn: treeDate, receipts: new Map(),
    decisions: EMPTY_DECISIONS, before: null, registered: null, freeze: null,
    startReaders: startNodeReaders, officesOnly: true, onProgress: (done) => { if (done === units) read = performance.now(); },
  });
  const counted = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "std-bench-"));
  const path = join(folder, "figures.json");
  try {
    writePieces(path, figuresJsonPieces(report));
    return {
      units, intake: read - begun - making, figures: counted - begun - making, json: performance.now() - begun - making,
      making, peak: process.resourceUsage().maxRSS / 1000, jsonSize: statSync(path).size, differing: differing(report, corpus),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differing(report: Awaited<ReturnType<typeof runAggregate>>, { sums, roster }: Corpus): string[] {
  const top = roster.units[0]?.code;
  return [...sums()].filter(([code, [part, whole]]) => {
    const figure = report.nodes.find(({ node, indicator }) => node === top && indicator === code);
    const said = figure?.measure === "count" ? [figure.numerator, null] : [figure?.numerator, figure?.denominator];
    return said[0]?.n !== BigInt(part) || said[0].d !== 1n || (said[1] !== null && (said[1]?.n !== BigInt(whole) || said[1].d !== 1n));
  }).map(([code]) => code);
}

growth(Number(process.argv[2] ?? 100)).then((result) => process.stdout.write(`${JSON.stringify(result)}\n`), (error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
