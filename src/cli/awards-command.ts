/** `awards`: all nominations as the list an award-management program takes in. */
import { commandWords as words } from "#messages/commands-vi";
import { awardList } from "#tasks/award-list";
import { loadAwardLayout, loadTemplate } from "./catalogue";
import { withoutNames } from "#tasks/without-names";
import { reportOfBook } from "./open-book";
import { parseOptions } from "./options";
import { writeKeepingTold } from "./write-files";

/** 1 where a row has no code. */
export async function awardsCommand(args: readonly string[]): Promise<0 | 1> {
  const options = parseOptions(args, ["book", "as-of", "tree-date", "layout", "out"], ["no-names"]);
  const out = options.required("out");
  const report = reportOfBook(options);
  const { bytes, rows, uncoded } = await awardList(options.flag("no-names") ? withoutNames(report, loadTemplate()) : report, loadAwardLayout(options.text("layout")));
  writeKeepingTold(out, bytes);
  for (const { heading, text, count } of uncoded) process.stdout.write(`${words.uncoded(heading, text, count)}\n`);
  process.stderr.write(`${words.wroteAwards(rows, out)}\n`);
  return uncoded.length > 0 ? 1 : 0;
}
