/**
 * Vietnamese that a person reads stands in src/messages (and in templates), nowhere else in src.
 * Comments may name a term. A file that must know Vietnamese in order to read it (matching tables) says so in
 * a comment of its own: `// vietnamese-data: <reason>`.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const root = path.resolve(__dirname, "../..");
const vietnameseLetter = /[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/u;
const mark = /^\s*(?:\/\/|\*|\/\*+)\s*vietnamese-data:[ \t]*(.*?)(?:\*\/)?\s*$/mu;
const mayReadVietnamese = /^src\/(domain|workbook|browser)\//;

interface Finding {
  readonly line: number;
  readonly text: string;
}

/** String literals, template text, JSX text and regular expressions with a Vietnamese letter. */
function vietnameseIn(source: string, fileName: string): Finding[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022, false, fileName.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node) || ts.isIdentifier(node) ? node.text : "";
    if (vietnameseLetter.test(text.normalize("NFC"))) {
      found.push({ line: file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1, text: text.trim() });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const files = readdirSync(path.join(root, "src"), { recursive: true, encoding: "utf8" })
  .map((name) => `src/${name.split(path.sep).join("/")}`)
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("src/messages/"))
  .sort();
const sourceOf = (name: string): string => readFileSync(path.join(root, name), "utf8");
const reasonOf = (source: string): string | undefined => mark.exec(source)?.[1]?.trim();

describe("Vietnamese words", () => {
  const exempt = files.filter((name) => reasonOf(sourceOf(name)) !== undefined);

  test("stand in src/messages; anywhere else they are facts for a sentence there", () => {
    const strays = files
      .filter((name) => !exempt.includes(name))
      .flatMap((name) => vietnameseIn(sourceOf(name), name).map(({ line, text }) => `${name}:${line} “${text}”`));
    expect(strays).toEqual([]);
  });

  if (exempt.length > 0) {
    test.each(exempt.map((name) => ({ name, reason: reasonOf(sourceOf(name)) ?? "" })))("are data in $name: $reason", ({ name, reason }) => {
      expect(reason).not.toBe("");
      expect(name).toMatch(mayReadVietnamese);
      expect(vietnameseIn(sourceOf(name), name)).not.toEqual([]); // else the mark is stale: remove it
    });
  }

  test.each([
    { case: "a string", source: 'const a = "Chưa nộp";', found: 1 },
    { case: "a template", source: "const a = `Còn ${n} file, ${m} lỗi`;", found: 2 },
    { case: "JSX", source: "const a = <p>Kế hoạch</p>;", found: 1 },
    { case: "a regular expression", source: "const a = /đạt/i;", found: 1 },
    { case: "letters taken apart (NFD)", source: 'const a = "Chu\\u031ba no\\u0302\\u0323p";', found: 1 },
    { case: "a comment", source: "// Chưa nộp\nconst a = 1;", found: 0 },
    { case: "other signs", source: 'const a = "– “x” × 2 …";', found: 0 },
  ])("are recognised in $case", ({ source, found }) => {
    expect(vietnameseIn(source, "a.tsx")).toHaveLength(found);
  });
});
