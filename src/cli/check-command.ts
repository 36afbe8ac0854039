/** `check`: what would be said of each file, before it is handed in. */
import { sentenceOf, severity, severityWord } from "#tasks/words";
import { commandWords as words } from "#messages/commands-vi";
import { checkFiles, rosterOfUnits, stageOfFiles } from "#tasks/check-files";
import { takeIn } from "#tasks/intake";
import { problemJson } from "#tasks/report-json";
import { allPlans, loadPlan, loadRoster, loadTemplate } from "./catalogue";
import { chosenFiles } from "./files";
import { startNodeReaders } from "./node-readers";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";

export async function checkCommand(args: readonly string[]): Promise<0 | 1> {
  const options = parseOptions(args, ["plan", "form", "roster", "as-of"], ["json"]);
  const plan = loadPlan(options.required("plan"));
  const chosen = chosenFiles(options.paths);
  if (chosen.length === 0) throw new UsageError(words.noInput);
  const rosterPath = options.text("roster");
  const otherPlans = allPlans().filter(({ id }) => id !== plan.id);
  const intake = { plan, template: loadTemplate(), otherPlans, receivedOn: null, receipts: new Map<string, string>(), known: [], startReaders: startNodeReaders };
  const stage = options.text("form") === undefined ? await stageOfFiles(chosen, intake) : options.stage();
  const files = await takeIn(chosen, { ...intake, stage });
  const roster = rosterPath === undefined ? rosterOfUnits(files, plan) : loadRoster(rosterPath);
  const day = options.day("as-of") ?? plan.period.to;
  const checked = checkFiles(files, {
    plan, answers: {}, roster, stage, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {},
  }, { asOf: day, treeDate: day });

  const failed = checked.some(({ problems }) => problems.some((found) => severity(found) === "error"));
  if (options.flag("json")) {
    const rows = checked.map(({ entry, problems }) => ({
      path: entry.path, sha256: entry.sha256, state: entry.state, stage,
      units: entry.submissions.map(({ unit }) => unit), problems: problems.map(problemJson),
    }));
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    for (const { entry, problems } of checked) {
      const verdict = problems.some((found) => severity(found) === "error") ? words.cannotSubmit : words.canSubmit;
      process.stdout.write(`${entry.path}: ${verdict} (${words.stateWord(entry.state)})\n`);
      for (const found of problems) {
        const place = [found.at.sheet, found.at.cell].filter(Boolean).join("!");
        process.stdout.write(`  ${severityWord(severity(found))}${place ? ` ${place}` : ""}: ${sentenceOf(found)}\n`);
      }
    }
  }
  return failed ? 1 : 0;
}
