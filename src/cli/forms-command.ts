/** `forms`: the forms of one plan and stage, common or one for each unit. */
import { join } from "node:path";
import { commandWords as words } from "#messages/commands-vi";
import type { Plan } from "#domain/plan";
import { reportOf } from "#tasks/book-file";
import { makeForms, type FormsRequest } from "#tasks/make-forms";
import { planWithAnswers, treeDateOf } from "#tasks/plan-answers";
import { registeredLevels } from "#tasks/registered-levels";
import { loadAnswers, loadPlan, loadRoster, loadTemplate } from "./catalogue";
import { writeKeepingTold } from "./write-files";
import { readBytes } from "./files";
import { openBook } from "./open-book";
import { parseOptions, type Options } from "./options";
import { UsageError } from "./usage-error";

export async function formsCommand(args: readonly string[]): Promise<0> {
  const options = parseOptions(args, ["plan", "form", "roster", "out", "unit", "tree-date", "answers", "registered"], ["common", "total"]);
  const stage = options.stage();
  const answered = planWithAnswers(loadPlan(options.required("plan")), loadAnswers(options.text("answers")));
  if (!answered.ok) throw new UsageError(words.answerFaults(options.text("answers") ?? "", answered.faults));
  const { plan } = answered;
  const roster = loadRoster(options.required("roster"));
  const out = options.required("out");
  const unit = options.text("unit");
  if (unit !== undefined && !roster.units.some(({ code }) => code === unit)) throw new UsageError(words.unknownUnit(unit));
  const what = options.flag("common") ? { common: true as const } : unit !== undefined ? { unit, total: options.flag("total") } : { everyUnit: true as const };
  if ("common" in what && options.text("registered") !== undefined) throw new UsageError(words.registeredNeedsUnits);
  const registered = registeredFrom(options, plan);
  const treeDate = options.day("tree-date") ?? treeDateOf(plan, stage);

  let made = 0;
  for await (const form of makeForms({ plan, stage, template: loadTemplate(), roster, treeDate, what, registered })) {
    writeKeepingTold(join(out, form.path), form.bytes);
    made += 1;
  }
  if (made === 0) throw new UsageError(words.noStage(plan.id, stage));
  process.stderr.write(`${words.madeForms(made, out)}\n`);
  return 0;
}

/** The book of the registration, whose levels are printed beside the results. */
function registeredFrom(options: Options, plan: Plan): FormsRequest["registered"] {
  const path = options.text("registered");
  if (path === undefined) return undefined;
  const book = openBook(readBytes(path), path, plan.id, "registration");
  return registeredLevels(reportOf(book.state, book));
}
