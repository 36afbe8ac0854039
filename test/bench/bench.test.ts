/** The benchmarks run and measure something; how fast is for `npm run bench` to say. */
import { testWithChromium } from "../pane/support/test-with-chromium";
import { measured, tableOf } from "./measure";
import { formsBench } from "./forms";
import { growthBench } from "./growth";
import { paneBench, paneIntakeBench } from "./pane";
import { paneOpeningBench } from "./pane-opening";
import { readingBench } from "./reading";
import { slipsBench } from "./slips";
import { wholeJobBench } from "./whole-job";
import { workersBench } from "./workers";

jest.setTimeout(300_000);

test("the middle of several runs, and the machine's noise", () => {
  expect(measured("a", "ms", [30, 10, 20])).toEqual({ name: "a", unit: "ms", value: 20, spread: 1, runs: 3 });
  expect(tableOf("T", [measured("a", "ms", [30, 10, 20]), measured("bb", "kB", [1500])])).toBe("T\n  a         20 ms     ± 50 %, 3 runs\n  bb      1500 kB   ");
});

const values = (lines: readonly { readonly value: number }[]): number[] => lines.map(({ value }) => value);

test("reading against others, on few files", async () => {
  const lines = await readingBench(1, 3);
  expect(values(lines).every((value) => value > 0)).toBe(true);
  expect(lines.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/^all of ours ÷ the limit/), expect.stringMatching(/^exceljs.*÷ all of ours/)]));
});

test("return slips, on few units", async () => {
  expect(values(await slipsBench(1, 4)).every((value) => value > 0)).toBe(true);
});

test("the whole job, and going on with its book, on few units", async () => {
  const lines = await wholeJobBench(1, 6);
  expect(values(lines).every((value) => value > 0)).toBe(true);
  expect(lines.some(({ name }) => name.startsWith("exceljs alone ÷ ours"))).toBe(true);
});

test("threads, on few files", async () => {
  expect(values(await workersBench(1, 6)).every((value) => value > 0)).toBe(true);
});

test("forms, for few units", async () => {
  expect(values(await formsBench(1, 4)).every((value) => value > 0)).toBe(true);
});

test("growth, on few units: the sums are what the files say", () => {
  expect(values(growthBench(1, [12])).every((value) => value > 0)).toBe(true);
});

testWithChromium("the pane's benchmark", async () => {
  const lines = await paneBench(1);
  expect(lines.filter(({ name }) => name.includes("usable")).every(({ value }) => value > 0)).toBe(true);
  expect(lines.some(({ name, value }) => name.startsWith("So-Thi-Dua.html") && value > 500)).toBe(true);
});

testWithChromium("files taken in by the pane, some", async () => {
  const [read, written] = values(await paneIntakeBench(1, 30));
  expect(read).toBeGreaterThan(0);
  expect(written).toBeGreaterThanOrEqual(read!);
});

testWithChromium("a book opened in the pane", async () => {
  expect(values(await paneOpeningBench(1, 30))[0]).toBeGreaterThan(0);
});
