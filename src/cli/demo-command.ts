/** `demo`: the main job on the sample province, step by step, as the README shows it. */
import { join } from "node:path";
import { aggregateCommand } from "./aggregate-command";
import { awardsCommand } from "./awards-command";
import { explainCommand } from "./explain-command";
import { formsCommand } from "./forms-command";
import { parseOptions } from "./options";
import { remindCommand } from "./remind-command";
import { reportCommand } from "./report-command";
import { sampleCommand } from "./sample-command";
import { slipsCommand } from "./slips-command";

export async function demoCommand(args: readonly string[]): Promise<0> {
  const options = parseOptions(args, ["plan", "form", "out", "as-of"]);
  const out = options.text("out") ?? "demo";
  const about = ["--plan", options.text("plan") ?? "ben-tre-2024-2025", "--form", options.text("form") ?? "summary"];
  const roster = ["--roster", "sample-province"];
  const book = join(out, "so-tong-hop.xlsx");
  const steps: readonly (readonly [name: string, command: (args: readonly string[]) => 0 | 1 | Promise<0 | 1>, args: readonly string[]])[] = [
    ["forms", formsCommand, [...about, ...roster, "--common", "--out", join(out, "bieu")]],
    ["sample", sampleCommand, [...about, "--out", join(out, "mau")]],
    ["aggregate", aggregateCommand, [
      ...about, ...roster, "--as-of", options.text("as-of") ?? "2025-11-05", "--receipts", join(out, "mau", "ngay-nhan.csv"),
      "--out", book, "--json", join(out, "bao-cao.json"), join(out, "mau", "bai-nop"),
    ]],
    ["explain", explainCommand, ["--book", book, "--node", "SO", "--indicator", "BT06"]],
    ["slips", slipsCommand, ["--book", book, "--out", join(out, "phieu-tra-lai")]],
    ["awards", awardsCommand, ["--book", book, "--out", join(out, "danh-sach-khen-thuong.xlsx")]],
    ["remind", remindCommand, ["--book", book, "--out", join(out, "tin-nhac.xlsx")]],
    ["report", reportCommand, ["--book", book, "--out", join(out, "bao-cao.docx"), "--annexes", join(out, "phu-luc.xlsx")]],
  ];
  for (const [name, command, stepArgs] of steps) {
    process.stderr.write(`\n› ${[name, ...stepArgs].join(" ")}\n`);
    // The sample's files hold errors on purpose: exit code 1 of a step does not make the demonstration fail.
    await command(stepArgs);
  }
  return 0;
}
