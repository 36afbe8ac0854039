/**
 * `npm run fuzz [-- --seconds 600] [--seed TEXT]`: damages our own forms and books for as long as it is given, reads them,
 * and prints what came of it. A file with a finding is kept in `build/fuzz`. Exit code 1 where there was one.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fuzzInputs } from "./inputs";
import { fuzz } from "./run-fuzz";

const FOLDER = "build/fuzz";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" }, seed: { type: "string", default: String(Date.now()) } } });
  const { seed } = values;
  const until = performance.now() + Math.max(1, Number(values.seconds) || 60) * 1000;
  process.stdout.write(`seed ${seed}\n`);
  let told = performance.now();
  const findings: Record<string, number> = { escape: 0, hang: 0, mute: 0, difference: 0 };
  const result = await fuzz({
    seed,
    goesOn: () => performance.now() < until,
    onFinding: ({ kind, about }, { bytes, story, of }, number) => {
      findings[kind] = (findings[kind] ?? 0) + 1;
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(join(FOLDER, `${seed}-${number}.${of.format}`), bytes);
      process.stdout.write(`${kind} #${number} (${story.slice(0, 300)}): ${about.slice(0, 300)}\n`);
    },
    onProgress: (done) => {
      if (performance.now() - told < 10_000) return;
      told = performance.now();
      process.stderr.write(`${done} files…\n`);
    },
  });
  const inputs = fuzzInputs(seed, Math.max(200, Math.round(result.files / 10)), (about) => {
    findings["escape"] = (findings["escape"] ?? 0) + 1;
    process.stdout.write(`escape: ${about.slice(0, 400)}\n`);
  });
  const { tally, byFormat, files } = result;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${files} damaged files (${Object.entries(byFormat).map(([format, count]) => `${count} ${format}`).join(", ")}), ${inputs.whole + inputs.faulty} damaged plans and rosters\n`);
  process.stdout.write(`verdicts: ${tally.accepted} submissions, ${tally.otherForm} no form of this plan, ${tally.refused} refused; plans and rosters: ${inputs.whole} sound, ${inputs.faulty} with faults\n`);
  process.stdout.write(`figures: ${tally.compared} compared with other readers, ${tally.notCompared} in files that no other reader opens\n`);
  process.stdout.write(`findings: ${Object.entries(findings).map(([kind, count]) => `${count} ${kind}`).join(", ")}; peak memory ${peak} MB\n`);
  process.exitCode = Object.values(findings).some((count) => count > 0) ? 1 : 0;
}

main().then(() => process.exit(), (error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(2);
});
