/** `remind`: text to paste for those who are still out, to everybody or to one; and all of them one by one as a list. */
import { commandWords as words } from "#messages/commands-vi";
import { outOf, remindersWorkbook, reminderText, type Receiver } from "#tasks/reminder";
import { reportOfBook } from "./open-book";
import { parseOptions, type Options } from "./options";
import { UsageError } from "./usage-error";
import { writeKeepingTold } from "./write-files";

export async function remindCommand(args: readonly string[]): Promise<0> {
  const options = parseOptions(args, ["book", "milestone", "unit", "office", "as-of", "tree-date", "out"]);
  const report = reportOfBook(options);
  const milestone = options.text("milestone");
  const known = report.coverage.map((one) => one.milestone);
  if (milestone !== undefined && !known.includes(milestone)) throw new UsageError(words.unknownMilestone(milestone, known));
  const receiver = receiverOf(options);
  for (const code of Object.values(receiver)) if (typeof code === "string" && !report.state.roster.units.some((unit) => unit.code === code)) throw new UsageError(words.unknownUnit(code));
  process.stdout.write(`${reminderText(report, receiver, milestone, report.asOf)}\n`);
  const out = options.text("out");
  if (out !== undefined) {
    writeKeepingTold(out, await remindersWorkbook(report, milestone, report.asOf));
    process.stderr.write(`${words.wroteReminders(outOf(report, milestone).length, out)}\n`);
  }
  return 0;
}

function receiverOf(options: Options): Receiver {
  const [unit, office] = [options.text("unit"), options.text("office")];
  return unit !== undefined ? { unit } : office !== undefined ? { office } : { all: true };
}
