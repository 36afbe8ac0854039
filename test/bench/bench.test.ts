/** The benchmarks run and measure something; how fast is for `npm run bench` to say. */
import { testWithChromium } from "../pane/support/test-with-chromium";
import { measured, tableOf } from "./measure";
import { paneBench } from "./pane";

test("the middle of several runs, and the machine's noise", () => {
  expect(measured("a", "ms", [30, 10, 20])).toEqual({ name: "a", unit: "ms", value: 20, spread: 1, runs: 3 });
  expect(tableOf("T", [measured("a", "ms", [30, 10, 20]), measured("bb", "kB", [1500])])).toBe("T\n  a         20 ms     ± 50 %, 3 runs\n  bb      1500 kB   ");
});

testWithChromium("the pane's benchmark", async () => {
  const lines = await paneBench(1);
  expect(lines.filter(({ name }) => name.includes("usable")).every(({ value }) => value > 0)).toBe(true);
  expect(lines.some(({ name, value }) => name.startsWith("So-Thi-Dua.html") && value > 500)).toBe(true);
});
