/** Reading side by side (đọc song song): threads against one thread and against reading where the job runs, warm. */
import { takeIn } from "#tasks/intake";
import { readerPool, type Readers } from "#tasks/reading/reader-pool";
import { nodeReader } from "../../src/cli/node-readers";
import { useNodeZip } from "../../src/cli/node-zip";
import { template } from "../support/sample-reports";
import { corpusOf } from "./corpus";
import { cleanUp, measured, type Measured } from "./measure";

const WARM_ROUNDS = 2;

interface Way {
  readonly name: string;
  readonly readers: number;
  readonly pool: Readers | null;
}

export async function workersBench(runs: number, files: number): Promise<Measured[]> {
  useNodeZip();
  const corpus = await corpusOf(files);
  const { plan, stage } = corpus;
  const job = { plan, stage, template, otherPlans: [] };
  const chosen = Array.from({ length: files }, (_, index) => {
    const { path, bytes } = corpus.file(index);
    return { path, bytes: () => Promise.resolve(bytes) };
  });
  const ways: readonly Way[] = [
    { name: "no thread of its own", readers: 1, pool: null },
    ...[["one thread", 1], ["two threads", 2]].map(([name, readers]) => ({ name: String(name), readers: Number(readers), pool: readerPool(nodeReader, job, { readers: Number(readers), limitSeconds: 60 }) })),
  ];
  const times = new Map<string, number[]>(ways.map(({ name }) => [name, []]));
  const timed = async ({ pool }: Way): Promise<number> => {
    cleanUp();
    const begun = performance.now();
    await takeIn(chosen, {
      ...job, receivedOn: null, receipts: new Map(), known: [],
      ...(pool ? { startReaders: () => ({ ...pool, end: () => undefined }) } : {}),
    });
    return performance.now() - begun;
  };
  // Every thread has read as many files before the clock runs: two share what one has read alone.
  for (const way of ways) for (let round = 0; round < WARM_ROUNDS * way.readers; round += 1) await timed(way);
  for (let round = 0; round < runs; round += 1) for (const way of ways) times.get(way.name)?.push(await timed(way));
  for (const { pool } of ways) pool?.end();
  const [one = [], two = []] = [times.get("one thread"), times.get("two threads")];
  return [
    ...[...times].map(([name, all]) => measured(`${files} files, ${name}`, "ms", all)),
    measured("one thread ÷ two threads (at least 1.5)", "ratio", one.map((time, round) => time / (two[round] ?? Number.NaN))),
  ];
}
