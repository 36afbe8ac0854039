/** A form for every unit (phát biểu), each with its own code, name and rows. */
import { makeForms } from "#tasks/make-forms";
import { useNodeZip } from "../../src/cli/node-zip";
import { template } from "../support/sample-reports";
import { corpusOf } from "./corpus";
import { cleanUp, measured, type Measured } from "./measure";

export async function formsBench(runs: number, units: number): Promise<Measured[]> {
  useNodeZip();
  const { plan, stage, roster, treeDate } = await corpusOf(units);
  const times: number[] = [];
  let [made, size] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    cleanUp();
    [made, size] = [0, 0];
    const begun = performance.now();
    for await (const { bytes } of makeForms({ plan, stage, template, roster, treeDate, what: { everyUnit: true } })) {
      made += 1;
      size += bytes.length;
    }
    times.push(performance.now() - begun);
  }
  if (made < units) throw new Error(`${made} forms for ${units} units`);
  return [measured(`${made} forms`, "ms", times), measured("one form", "ms", times.map((time) => time / made)), measured("one form", "kB", [size / made / 1000])];
}
