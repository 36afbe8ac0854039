/** `explain`: where one figure of a book comes from, down to the school's cell. */
import { commandWords as words } from "#messages/commands-vi";
import { explain, type ExplainedSource } from "#tasks/explain";
import { explanationJson, figureText } from "#tasks/explain-words";
import { reportOfBook } from "./open-book";
import { parseOptions } from "./options";
import { UsageError } from "./usage-error";

export function explainCommand(args: readonly string[]): 0 | 1 {
  const options = parseOptions(args, ["book", "node", "indicator", "form", "as-of", "tree-date"], ["json"]);
  const report = reportOfBook(options);
  const node = options.required("node");
  const indicator = options.required("indicator");
  const found = explain(report, node, indicator);
  if (!found) throw new UsageError(words.nothingToExplain(node, indicator));

  if (options.flag("json")) process.stdout.write(`${JSON.stringify(explanationJson(found), null, 2)}\n`);
  else {
    const { figure } = found;
    const lines = [
      words.explainHead(found.name, `${found.indicator} ${found.indicatorName}`, figureText(figure), figure.reported, figure.expected),
      ...found.sources.map(sourceLine),
      ...(found.missing.length > 0 ? [words.explainMissing(found.missing.map(({ name }) => name))] : []),
      words.explainSum(found.addsUp),
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
  }
  return found.addsUp ? 0 : 1;
}

function sourceLine(source: ExplainedSource): string {
  const value = source.numerator === null ? words.notApplicable : source.denominator === null ? source.numerator : `${source.numerator}/${source.denominator}`;
  if (source.file === null) return words.explainEntered(source.name, value, source.reason ?? source.origin);
  return words.explainSource(source.name, value, source.file, `${source.sheet ?? ""}!${source.cell ?? ""}`, source.raw ?? "");
}
