/** Return slips for so many units (phiếu trả lại), each of whom got something wrong. */
import { aggregate } from "#domain/aggregate";
import { takeIn } from "#tasks/intake";
import { returnSlips } from "#tasks/slips";
import { useNodeZip } from "../../src/cli/node-zip";
import { template } from "../support/sample-reports";
import { setCells } from "../support/set-cells";
import { corpusOf } from "./corpus";
import { cleanUp, measured, type Measured } from "./measure";

const WRONG = { G9: "nhiều", G11: "", G12: -4 };

export async function slipsBench(runs: number, units: number): Promise<Measured[]> {
  useNodeZip();
  const corpus = await corpusOf(units);
  const { plan, stage, roster, treeDate } = corpus;
  const chosen = Array.from({ length: units }, (_, index) => {
    const { path, bytes } = corpus.file(index);
    return { path, bytes: () => Promise.resolve(setCells(bytes, "Chỉ tiêu", WRONG)) };
  });
  const files = await takeIn(chosen, { plan, stage, template, otherPlans: [], receivedOn: "2025-05-05", receipts: new Map(), known: [] });
  const report = aggregate({
    plan, answers: {}, roster, stage, files, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {},
  }, { asOf: treeDate, treeDate });
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    cleanUp();
    let made = 0;
    const begun = performance.now();
    for await (const { errors } of returnSlips({ report, template })) made += errors > 0 ? 1 : 0;
    times.push(performance.now() - begun);
    if (made !== units) throw new Error(`${made} slips for ${units} units`);
  }
  return [measured(`${units} return slips`, "ms", times), measured("one slip", "ms", times.map((time) => time / units))];
}
