/** `sample`: the submissions of a sample province, written as files to try everything on. */
import { join } from "node:path";
import { commandWords as words } from "#messages/commands-vi";
import { planWithAnswers } from "#tasks/plan-answers";
import { makeSample } from "#tasks/sample/make-sample";
import { loadAnswers, loadPlan, loadRoster, loadTemplate } from "./catalogue";
import { writeKeeping, writeWhole } from "./write-files";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";

export async function sampleCommand(args: readonly string[]): Promise<0> {
  const options = parseOptions(args, ["plan", "form", "roster", "out", "seed", "answers"]);
  const stage = options.stage();
  const answered = planWithAnswers(loadPlan(options.required("plan")), loadAnswers(options.text("answers")));
  if (!answered.ok) throw new UsageError(words.answerFaults(options.text("answers") ?? "", answered.faults));
  const roster = loadRoster(options.text("roster") ?? "sample-province");
  const out = options.required("out");
  const sample = await makeSample({ plan: answered.plan, stage, roster, template: loadTemplate(), seed: Number(options.text("seed") ?? "1") });
  for (const file of sample.files) writeKeeping(join(out, "bai-nop", file.path), file.bytes);
  const receipts = sample.receipts.map(({ path, receivedOn }) => `"${path.replace(/"/g, '""')}",${receivedOn}`);
  writeWhole(join(out, "ngay-nhan.csv"), `file,day\n${receipts.join("\n")}\n`);
  writeWhole(join(out, "su-that.json"), `${JSON.stringify(sample.truth, null, 1)}\n`);
  process.stderr.write(`${words.madeSample(sample.files.length, out)}\n`);
  return 0;
}
