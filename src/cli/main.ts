/** The command line: `npm run --silent cli -- <command>`. Results on stdout or in files, progress on stderr. */
import { commandWords as words } from "#messages/commands-vi";
import { aggregateCommand } from "./aggregate-command";
import { awardsCommand } from "./awards-command";
import { checkCommand } from "./check-command";
import { demoCommand } from "./demo-command";
import { explainCommand } from "./explain-command";
import { exportUpCommand } from "./export-up-command";
import { formsCommand } from "./forms-command";
import { handoverCommand } from "./handover-command";
import { formerCommand } from "./former-command";
import { planCommand, plansCommand } from "./plan-commands";
import { remindCommand } from "./remind-command";
import { reportCommand } from "./report-command";
import { sampleCommand } from "./sample-command";
import { slipsCommand } from "./slips-command";
import { useNodeZip } from "./node-zip";
import { wordsCommand } from "./words-command";
import { UsageError } from "./usage-error";

/** Exit code: 0 done, 1 done but errors remain in the data, 2 the command could not be carried out. */
type Command = (args: readonly string[]) => 0 | 1 | Promise<0 | 1>;

const commands: Readonly<Record<string, Command>> = {
  plans: plansCommand,
  plan: planCommand,
  forms: formsCommand,
  check: checkCommand,
  aggregate: aggregateCommand,
  explain: explainCommand,
  report: reportCommand,
  "export-up": exportUpCommand,
  handover: handoverCommand,
  former: formerCommand,
  words: wordsCommand,
  awards: awardsCommand,
  slips: slipsCommand,
  remind: remindCommand,
  sample: sampleCommand,
  demo: demoCommand,
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  useNodeZip();
  if (name === undefined || name === "help" || name === "--help") {
    process.stdout.write(`${words.usage}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (!command) throw new UsageError(`${words.unknownCommand(name)}\n\n${words.usage}`);
    return await command(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

// Whoever reads along may stop early (`| head`); the work goes on to its end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
