/** Ended at any moment, refused by the disk, open elsewhere: the officer has the old book or the new one. */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBook } from "#tasks/book-file";
import { randomOf } from "#tasks/sample/random";
import { runCli } from "../support/run-cli";

jest.setTimeout(400_000);

const KILLS = 50;
const folder = mkdtempSync(join(tmpdir(), "so-thi-dua-"));
const at = (...path: string[]): string => join(folder, ...path);
const about = ["--plan", "quang-ninh-huyen-2024", "--form", "summary", "--roster", "sample-district", "--as-of", "2024-12-31"];
const root = join(__dirname, "../..");
let forms: string[] = [];

beforeAll(() => {
  runCli("sample", "--plan", "quang-ninh-huyen-2024", "--form", "summary", "--roster", "sample-district", "--out", at("mau"));
  forms = readdirSync(at("mau", "bai-nop"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".xlsx")).map((entry) => join(entry.parentPath, entry.name)).slice(0, 6);
  expect(runCli("aggregate", ...about, "--out", at("so.xlsx"), ...forms.slice(0, 2)).code).toBeLessThan(2);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the command and ends it so many milliseconds after it began to write, or after its start. */
function ended(after: number, from: "start" | "writing"): Promise<boolean> {
  return new Promise((resolve) => {
    const run = spawn(process.execPath, [join(root, "build/cli/main.js"), "aggregate", ...about, "--book", at("so.xlsx"), "--out", at("so.xlsx"), ...forms], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    let isArmed = false;
    const arm = (): void => {
      if (isArmed) return;
      isArmed = true;
      setTimeout(() => run.kill("SIGKILL"), after);
    };
    if (from === "start") arm();
    run.stderr.on("data", (said: Buffer) => { if (said.toString().includes("ghi sổ")) arm(); });
    run.on("exit", (_code, signal) => resolve(signal === "SIGKILL"));
  });
}

test(`the command ended at ${KILLS} moments never costs the book`, async () => {
  const random = randomOf("kills", 1);
  let endedEarly = 0;
  for (let number = 0; number < KILLS; number += 1) {
    if (await ended(random.between(0, number % 2 === 0 ? 900 : 350), number % 2 === 0 ? "start" : "writing")) endedEarly += 1;
    const book = readBook(new Uint8Array(readFileSync(at("so.xlsx"))));
    expect(book.ok && [2, forms.length].includes(book.state.files.length)).toBe(true);
  }
  expect(endedEarly).toBeGreaterThan(KILLS / 2);
  // What the ended runs left is gone after the next whole one.
  expect(runCli("aggregate", ...about, "--book", at("so.xlsx"), "--out", at("so.xlsx"), ...forms).code).toBeLessThan(2);
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test.each(["~$so.xlsx", ".~lock.so.xlsx#"])("a book open elsewhere (%s) is not written to", (mark) => {
  const before = readFileSync(at("so.xlsx"));
  writeFileSync(at(mark), "x");
  const run = runCli("aggregate", ...about, "--book", at("so.xlsx"), "--out", at("so.xlsx"), ...forms);
  rmSync(at(mark));
  expect(run.code).toBe(2);
  expect(run.err).toContain(mark);
  expect(readFileSync(at("so.xlsx")).equals(before)).toBe(true);
});

test("where there is no room left it is said, and the old book stays", () => {
  const before = readFileSync(at("so.xlsx"));
  // A limit for one file stands for the disk's: both end a write in its midst.
  const command = [process.execPath, join(root, "build/cli/main.js"), "aggregate", ...about, "--book", at("so.xlsx"), "--out", at("so.xlsx"), ...forms].map((word) => `'${word}'`).join(" ");
  const run = spawnSync("bash", ["-c", `trap '' XFSZ; ulimit -f 16; exec ${command}`], { cwd: root, encoding: "utf8" });
  expect(run.status).toBe(2);
  expect(run.stderr).toContain("đầy");
  expect(readFileSync(at("so.xlsx")).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a result that cannot take its place lies beside it", () => {
  // A folder stands where the book should be: it cannot be replaced, like a file that another program holds.
  mkdirSync(at("ban", "so.xlsx", "x"), { recursive: true });
  const run = runCli("aggregate", ...about, "--out", at("ban", "so.xlsx"), ...forms.slice(0, 1));
  expect(run.code).toBe(2);
  expect(readBook(new Uint8Array(readFileSync(at("ban", "so (bản mới).xlsx")))).ok).toBe(true);
  expect(run.err).toContain("so (bản mới).xlsx");
});

test("other files of the same names are kept: an office's book, a plan's sheet, what is no report of ours", () => {
  mkdirSync(at("giu"), { recursive: true });
  const office = at("giu", "phong");
  const province = ["aggregate", "--plan", "ben-tre-2024-2025", "--form", "summary", "--roster", "sample-province", "--as-of", "2025-11-05", "--out", at("giu", "so.xlsx"), "--node-files", office, "--json", at("giu", "a.json"), ...forms];
  expect(runCli(...province).code).toBeLessThan(2);
  const [book = ""] = readdirSync(office);
  writeFileSync(join(office, book), "của tôi");
  writeFileSync(at("giu", "a.json"), "của tôi");
  writeFileSync(at("giu", "kh.xlsx"), "của tôi");
  runCli(...province);
  runCli("plan", "to-sheet", "quang-ninh-huyen-2024", "--out", at("giu", "kh.xlsx"));
  const kept = readdirSync(at("giu"), { recursive: true }).map(String).filter((name) => name.includes("bản trước"));
  expect(kept.filter((name) => !name.startsWith("so")).length).toBe(3);
  for (const name of kept.filter((one) => !one.startsWith("so"))) expect(readFileSync(at("giu", name), "utf8")).toBe("của tôi");
});
