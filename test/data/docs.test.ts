import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseDecisionFile } from "#domain/decision-file";
import { reportJsonSchema } from "#domain/report-json";
import { bookWords } from "#messages/book-vi";
import { commandWords } from "#messages/commands-vi";

const root = join(__dirname, "../..");
const docs = ["README.md", ...readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
const text = (name: string): string => readFileSync(join(root, name), "utf8");
const examples = [...text("docs/report-json.md").matchAll(/```json\n(.*?)```/gs)].map((match) => JSON.parse(match[1] ?? "") as Record<string, unknown>);

test.each(docs)("every file that %s links to is there", (name) => {
  const links = [...text(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? "");
  expect(links.filter((link) => !existsSync(join(root, dirname(name), link)))).toEqual([]);
});

test("the figures in report-json.md are figures of the schema, one for each measure", () => {
  const figure = reportJsonSchema.shape.nodes.element.shape.figures.valueType;
  const figures = examples.filter((example) => "measure" in example);
  expect(figures.map((example) => figure.safeParse(example).error?.issues)).toEqual(figures.map(() => undefined));
  expect(figures.map(({ measure }) => measure).sort()).toEqual(["change", "count", "ratio", "text", "yesNo"]);
});

test("the decision file in report-json.md can be read", () => {
  const file = examples.find((example) => "decisions" in example);
  expect(parseDecisionFile(file)).toMatchObject({ ok: true });
});

test("every option that the documents mention is one the command line knows", () => {
  const known = new Set([...commandWords.usage.matchAll(/--[a-z-]+/g)].map(([option]) => option));
  const mentioned = docs.flatMap((name) => [...text(name).matchAll(/(?:aggregate|forms|sample|explain|check|`)[^\n`]*?(--[a-z][a-z-]+)/g)].map((match) => match[1] ?? ""));
  expect([...new Set(mentioned)].filter((option) => !known.has(option) && !["--silent", "--env", "--runs", "--only", "--small"].includes(option))).toEqual([]);
});

test("workbook-format.md names every sheet of the book", () => {
  const written = text("docs/workbook-format.md");
  const ids = Object.keys(bookWords.sheets);
  expect(ids.filter((id) => !written.includes(`\`${id}\``))).toEqual([]);
});
