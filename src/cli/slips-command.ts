/** `slips`: a workbook to put right for every unit whose report was returned, and a message to go with it. */
import { join } from "node:path";
import { commandWords as words } from "#messages/commands-vi";
import { filesWithoutSlip, returnSlips } from "#tasks/slips";
import { loadTemplate } from "./catalogue";
import { reportOfBook } from "./open-book";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";
import { writeKeepingTold } from "./write-files";

/** 1 where a file has errors and nobody to give it back to. */
export async function slipsCommand(args: readonly string[]): Promise<0 | 1> {
  const options = parseOptions(args, ["book", "out", "unit", "as-of", "tree-date"]);
  const report = reportOfBook(options);
  const out = options.required("out");
  const unit = options.text("unit");
  if (unit !== undefined && !report.state.roster.units.some(({ code }) => code === unit)) throw new UsageError(words.unknownUnit(unit));
  let made = 0;
  for await (const slip of returnSlips({ report, template: loadTemplate(), ...(unit === undefined ? {} : { units: [unit] }) })) {
    const path = join(out, slip.path);
    writeKeepingTold(path, slip.bytes);
    writeKeepingTold(path.replace(/\.xlsx$/u, ".txt"), new TextEncoder().encode(`\uFEFF${slip.message}\n`));
    process.stdout.write(`${words.slipLine(slip.unit, slip.name, slip.errors, slip.questions)}\n`);
    made += 1;
  }
  const left = unit === undefined ? filesWithoutSlip(report) : [];
  for (const { path, sentence } of left) process.stdout.write(`${words.noSlip(path, sentence)}\n`);
  process.stderr.write(`${words.madeSlips(made, out)}\n`);
  return left.length > 0 ? 1 : 0;
}
