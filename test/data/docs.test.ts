import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseDecisionFile } from "#domain/decision-file";
import { reportJsonSchema } from "#domain/report-json";
import { bookWords } from "#messages/book-vi";
import { commandWords } from "#messages/commands-vi";
import * as limits from "#workbook/read/limits";

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
  expect([...new Set(mentioned)].filter((option) => !known.has(option) && !["--silent", "--env", "--runs", "--only", "--small", "--seconds", "--seed", "--omit"].includes(option))).toEqual([]);
});

describe("promises.md", () => {
  const rows = text("docs/promises.md").split("\n").filter((line) => /^\| \d+ \|/.test(line));

  test("makes ten promises, each with a test", () => {
    expect(rows).toHaveLength(10);
    for (const row of rows) expect(row).toMatch(/`test\/[^`]+\.test\.ts` “[^”]+”/);
  });

  test.each(rows.flatMap((row) => [...row.matchAll(/`(test\/[^`]+\.test\.ts)` “([^”]+)”/g)].map(([, file = "", name = ""]) => ({ file, name }))))("$file has “$name”", ({ file, name }) => {
    expect(text(file)).toMatch(new RegExp(`\\(\\s*["\`]${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}["\`]`));
  });
});

test("security.md tells the limits that hold", () => {
  const told = text("docs/security.md");
  const whole = (number: number): string => number.toLocaleString("en-US");
  const megabytes = (bytes: number): string => `${bytes / 1024 / 1024} MB`;
  const rows = [
    `| Size of a file | ${megabytes(limits.MAX_FILE)} |`,
    `archives inside it included | ${megabytes(limits.MAX_EXPANDED)} |`,
    `given of one file | ${megabytes(limits.MAX_GENERAL)} |`,
    `larger than ${megabytes(limits.RATIO_MATTERS_FROM)}, times its packed size | ${limits.MAX_RATIO} |`,
    `| Entries of a workbook or archive | ${whole(limits.MAX_ENTRIES)} |`,
    `| Archives inside an archive | ${limits.MAX_ARCHIVE_DEPTH} level |`,
    `| Filled cells of a workbook | ${whole(limits.MAX_CELLS)} |`,
    `| Rows and columns of a sheet | ${whole(limits.MAX_ROWS)} and ${whole(limits.MAX_COLUMNS)} |`,
    `| Letters of a text, of a formula | ${whole(limits.MAX_TEXT)} and ${whole(limits.MAX_FORMULA)} |`,
    `repeat (\`.ods\`) | ${whole(limits.MAX_REPEATED)} |`,
    `| Seconds for one file | ${limits.MAX_SECONDS} |`,
  ];
  expect(rows.filter((row) => !told.includes(row))).toEqual([]);
});

test("workbook-format.md names every sheet of the book", () => {
  const written = text("docs/workbook-format.md");
  const ids = Object.keys(bookWords.sheets);
  expect(ids.filter((id) => !written.includes(`\`${id}\``))).toEqual([]);
});
