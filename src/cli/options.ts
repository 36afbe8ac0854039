/** The command's options, read and checked before anything is done. */
import { parseArgs, type ParseArgsConfig } from "node:util";
import { stages, type Stage } from "#tasks/stages";
import { commandWords as words } from "#messages/commands-vi";
import { isoDay } from "#tasks/receipts";
import { UsageError } from "./usage-error";

export interface Options {
  readonly paths: readonly string[];
  text(name: string): string | undefined;
  required(name: string): string;
  flag(name: string): boolean;
  day(name: string): string | undefined;
  stage(): Stage;
}

/** Parses `--name VALUE` and `--flag`; an option the command does not know is a usage error. */
export function parseOptions(args: readonly string[], names: readonly string[], flags: readonly string[] = []): Options {
  const options: NonNullable<ParseArgsConfig["options"]> = {
    ...Object.fromEntries(names.map((name) => [name, { type: "string" as const }])),
    ...Object.fromEntries(flags.map((name) => [name, { type: "boolean" as const }])),
  };
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(words.badOption(error instanceof Error ? error.message : String(error)));
  }
  const { values, positionals } = parsed;
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  const required = (name: string): string => {
    const value = text(name);
    if (value === undefined || value === "") throw new UsageError(words.missing(`--${name}`));
    return value;
  };
  return {
    paths: positionals,
    text,
    required,
    flag: (name) => values[name] === true,
    day: (name) => {
      const value = text(name);
      if (value === undefined) return undefined;
      if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || isoDay(value) === null) throw new UsageError(words.badDay(`--${name}`, value));
      return value;
    },
    stage: () => {
      const value = required("form");
      const found = stages.find((stage) => stage === value);
      if (!found) throw new UsageError(words.badStage(value));
      return found;
    },
  };
}
