import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reportJsonSchema, type ReportJson } from "#domain/report-json";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { setCells } from "../support/set-cells";
import { runCli } from "../support/run-cli";

jest.setTimeout(300_000);

const folder = mkdtempSync(join(tmpdir(), "so-thi-dua-"));
const at = (...path: string[]): string => join(folder, ...path);
const plan = ["--plan", "ben-tre-2024-2025", "--form", "summary"];
const about = [...plan, "--roster", "sample-province", "--as-of", "2025-11-05"];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reportIn(path: string): ReportJson {
  return reportJsonSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

describe("plans", () => {
  test("lists the five plans", () => {
    const { code, out } = runCli("plans", "--json");
    const ids = (JSON.parse(out) as { id: string }[]).map(({ id }) => id);
    expect({ code, ids }).toEqual({
      code: 0, ids: ["ben-tre-2024-2025", "dak-nong-2020-2025", "doi-moi-sang-tao-2020-2025", "nam-dinh-2024-2025", "quang-ninh-huyen-2024"],
    });
  });

  test("a plan goes to Excel and back unchanged", () => {
    expect(runCli("plan", "to-sheet", "nam-dinh-2024-2025", "--out", at("plan.xlsx")).code).toBe(0);
    expect(runCli("plan", "from-sheet", at("plan.xlsx"), "--out", at("plan.json")).code).toBe(0);
    const { $schema: _schema, ...published } = JSON.parse(readFileSync("templates/plans/nam-dinh-2024-2025/1.json", "utf8")) as Record<string, unknown>;
    expect(JSON.parse(readFileSync(at("plan.json"), "utf8"))).toEqual(published);
    expect(runCli("plan", "check", at("plan.xlsx")).code).toBe(0);
  });
});

describe("plan next", () => {
  test("next year's plan is a plan sheet to be mended; what to look at is printed", () => {
    const run = runCli("plan", "next", "nam-dinh-2024-2025", "--out", at("sau.xlsx"));
    expect(run.code).toBe(0);
    expect(run.out).toContain("thứ Bảy 19/10/2024 → Chủ nhật 19/10/2025 (rơi vào ngày nghỉ)");
    expect(runCli("plan", "check", at("sau.xlsx")).out).toContain("năm học 2025 - 2026");
  });

  test("as JSON, so many years on; another number is a wrong command", () => {
    expect(runCli("plan", "next", "ben-tre-2024-2025", "--years", "1", "--out", at("sau.json")).code).toBe(0);
    expect(JSON.parse(readFileSync(at("sau.json"), "utf8"))).toMatchObject({ id: "ben-tre-2025-2026", shortTitle: "Đồng Khởi mới 2025-2026" });
    expect(runCli("plan", "next", "ben-tre-2024-2025", "--years", "mai", "--out", at("sau.json")).code).toBe(2);
  });
});

describe("forms", () => {
  test("Nam Định's file name rule names the form (Tên đơn vị-DKTD NH 2024-2025)", () => {
    const roster = JSON.parse(readFileSync("templates/rosters/sample-province.json", "utf8")) as { units: { code: string; name: string; kind: string }[] };
    const school = roster.units.find(({ kind }) => kind === "thpt");
    const run = runCli("forms", "--plan", "nam-dinh-2024-2025", "--form", "registration", "--roster", "sample-province", "--unit", school?.code ?? "", "--out", at("nd"));
    expect({ code: run.code, files: readdirSync(at("nd")) }).toEqual({ code: 0, files: [`${school?.name}-DKTD NH 2024-2025.xlsx`] });
  });
});

describe("aggregate on the sample province", () => {
  const files = at("mau", "bai-nop");
  const receipts = ["--receipts", at("mau", "ngay-nhan.csv")];

  beforeAll(() => {
    expect(runCli("sample", ...plan, "--out", at("mau")).code).toBe(0);
    const run = runCli("aggregate", ...about, ...receipts, "--out", at("so.xlsx"), "--json", at("so.json"), files);
    expect({ code: run.code, err: run.code === 1 ? "" : run.err }).toEqual({ code: 1, err: "" });
  });

  test("the JSON follows the published schema, and five states of coverage add up to those expected", () => {
    for (const line of reportIn(at("so.json")).coverage) {
      expect(line.onTime + line.late + line.dateUnknown + line.missing + line.notDue).toBe(line.expected);
      expect(line.units).toHaveLength(line.expected);
    }
  });

  test("the same files in two runs, the second going on with the first book, give the same report", () => {
    const names = readdirSync(files).sort();
    const half = Math.floor(names.length / 2);
    const paths = (from: number, to?: number): string[] => names.slice(from, to).map((name) => join(files, name));
    expect(runCli("aggregate", ...about, ...receipts, "--out", at("so1.xlsx"), ...paths(half)).code).toBe(1);
    const run = runCli("aggregate", ...about, ...receipts, "--book", at("so1.xlsx"), "--out", at("so2.xlsx"), "--json", at("so2.json"), ...paths(0, half));
    expect(run.code).toBe(1);
    const [once, twice] = [reportIn(at("so.json")), reportIn(at("so2.json"))];
    expect(twice.nodes).toEqual(once.nodes);
    expect(twice.coverage).toEqual(once.coverage);
  });

  test("a file of the officer's under the same name is kept beside the new one, and a typed-over figure is named", () => {
    const book = new Uint8Array(readFileSync(at("so.xlsx")));
    writeFileSync(at("cu.xlsx"), setCells(book, "Báo cáo", { G15: 0.99 }));
    const run = runCli("aggregate", ...about, "--book", at("cu.xlsx"), "--out", at("moi.xlsx"), "--json", at("moi.json"));
    expect(run.code).toBe(1);
    expect(reportIn(at("moi.json")).problems[0]).toMatchObject({ code: "book-formula-overwritten", cell: "G15" });
    writeFileSync(at("moi.xlsx"), "của tôi");
    runCli("aggregate", ...about, "--book", at("cu.xlsx"), "--out", at("moi.xlsx"));
    expect(readFileSync(at("moi (bản trước).xlsx"), "utf8")).toBe("của tôi");
  });

  test("explain adds up to the figure, source by source", () => {
    const found = reportIn(at("so.json")).nodes.find(({ role }) => role === "scope");
    const run = runCli("explain", "--book", at("so.xlsx"), "--node", found?.unit ?? "", "--indicator", "BT06", "--json");
    const explanation = JSON.parse(run.out) as { addsUp: boolean; numerator: string; sources: { numerator: string; cell: string; file: string }[] };
    expect(explanation.addsUp).toBe(true);
    expect(Number(explanation.numerator)).toBe(found?.figures["BT06"]?.numerator);
    expect(explanation.sources.every(({ cell, file }) => /^[A-Z]+\d/.test(cell) && file !== "")).toBe(true);
  });

  test("slips: one with its message for every unit that got its report back; what is nobody's is named", () => {
    const run = runCli("slips", "--book", at("so.xlsx"), "--out", at("phieu"));
    const made = readdirSync(at("phieu"), { recursive: true }).map(String).filter((name) => /\.(xlsx|txt)$/u.test(name)).sort();
    const lines = run.out.trim().split("\n");
    const named = lines.filter((line) => line.startsWith("Không lập được phiếu cho"));
    expect(run.code).toBe(1);
    expect(named.length).toBeGreaterThan(0);
    expect(made).toHaveLength(2 * (lines.length - named.length));
    expect(made.filter((name) => name.endsWith(".txt")).map((name) => name.replace(/txt$/u, "xlsx"))).toEqual(made.filter((name) => name.endsWith(".xlsx")));

    const again = runCli("check", ...plan, "--roster", "sample-province", at("phieu", made.find((name) => name.endsWith(".xlsx")) ?? ""));
    expect({ code: again.code, said: again.out.includes("CHƯA NỘP ĐƯỢC") }).toEqual({ code: 1, said: true });
  });

  test("remind: one text for all, and a list with one line for each", () => {
    const run = runCli("remind", "--book", at("so.xlsx"), "--as-of", "2025-06-20", "--out", at("nhac.xlsx"));
    const count = Number(/của (\d+) đơn vị/u.exec(run.out)?.[1]);
    const read = readSnapshot(new Uint8Array(readFileSync(at("nhac.xlsx"))), "nhac.xlsx");
    const messages = read.ok ? read.snapshot.sheets.flatMap(({ cells }) => cells).filter(({ value }) => value?.kind === "text" && value.text.startsWith("Kính gửi ")) : [];
    expect({ code: run.code, messages: messages.length }).toEqual({ code: 0, messages: count });
    expect(runCli("remind", "--book", at("so.xlsx"), "--unit", "khong-co").code).toBe(2);
  });

  test("report: the Word report and its annexes, either or both; former: the registration beside the result, refused where it is none", () => {
    const both = runCli("report", "--book", at("so.xlsx"), "--out", at("bao-cao.docx"), "--annexes", at("phu-luc.xlsx"));
    const read = readSnapshot(new Uint8Array(readFileSync(at("phu-luc.xlsx"))), "phu-luc.xlsx");
    expect({ code: both.code, contents: read.ok && read.snapshot.sheets[0]?.name, word: readFileSync(at("bao-cao.docx")).length > 10_000 }).toEqual({ code: 0, contents: "Mục lục", word: true });
    expect(runCli("report", "--book", at("so.xlsx"), "--annexes", at("phu-luc-2.xlsx")).code).toBe(0);
    expect(runCli("report", "--book", at("so.xlsx")).code).toBe(2);

    expect(runCli("sample", "--plan", "ben-tre-2024-2025", "--form", "registration", "--out", at("dk")).code).toBe(0);
    const about = ["--plan", "ben-tre-2024-2025", "--form", "registration", "--roster", "sample-province", "--as-of", "2024-05-06"];
    expect(runCli("aggregate", ...about, "--receipts", at("dk", "ngay-nhan.csv"), "--out", at("so-dk.xlsx"), at("dk", "bai-nop")).code).toBeLessThan(2);
    const form = ["forms", ...plan, "--roster", "sample-province", "--registered", at("so-dk.xlsx"), "--out", at("bieu-dk")];
    expect(runCli(...form, "--unit", "L02").code).toBe(0);
    const [made = ""] = readdirSync(at("bieu-dk"));
    const printed = readSnapshot(new Uint8Array(readFileSync(at("bieu-dk", made))), made);
    expect(printed.ok && printed.snapshot.sheets.find(({ name }) => name === "Chỉ tiêu")?.cells.filter(({ value }) => value?.kind === "text" && /^\d+(,\d+)? %$/u.test(value.text)).length).toBeGreaterThan(2);
    expect(runCli(...form, "--common").code).toBe(2);
    expect(runCli("forms", ...plan, "--roster", "sample-province", "--registered", at("so.xlsx"), "--out", at("bieu-dk")).code).toBe(2);
    const taken = runCli("former", "--book", at("so.xlsx"), "--from", at("so-dk.xlsx"));
    expect({ code: taken.code, said: taken.err.includes("đăng ký") }).toEqual({ code: 0, said: true });
    const book = readSnapshot(new Uint8Array(readFileSync(at("so.xlsx"))), "so.xlsx");
    expect(book.ok && book.snapshot.sheets.some(({ name }) => name === "Đăng ký và kết quả")).toBe(true);
    expect(runCli("former", "--book", at("so-dk.xlsx"), "--from", at("so.xlsx")).code).toBe(2);
  });

  test("the officer's files are never written to", () => {
    const contents = (): string => readdirSync(files, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString("base64")).join();
    const before = contents();
    runCli("check", "--plan", "ben-tre-2024-2025", "--form", "summary", "--roster", "sample-province", files);
    expect(contents()).toBe(before);
  });
});

describe("exit code 2", () => {
  beforeAll(() => {
    mkdirSync(at("rong"), { recursive: true });
    writeFileSync(at("x.txt"), "x");
  });

  test.each<{ why: string; args: string[] }>([
    { why: "an unknown command", args: ["tong-hop"] },
    { why: "an unknown option", args: ["plans", "--yaml"] },
    { why: "an unknown plan", args: ["forms", "--plan", "khong-co", "--form", "summary", "--roster", "sample-province", "--out", at("o")] },
    { why: "an unknown stage", args: ["forms", "--plan", "ben-tre-2024-2025", "--form", "cuoi-nam", "--roster", "sample-province", "--out", at("o")] },
    { why: "a roster that is none", args: ["aggregate", ...plan, "--roster", at("x.txt"), "--as-of", "2025-11-05", "--out", at("o.xlsx"), at("x.txt")] },
    { why: "a folder without files", args: ["aggregate", ...about, "--out", at("o.xlsx"), at("rong")] },
    { why: "a path that is not there", args: ["aggregate", ...about, "--out", at("o.xlsx"), at("khong-co")] },
    { why: "a day that is no day", args: ["aggregate", ...plan, "--roster", "sample-province", "--as-of", "2025-02-30", "--out", at("o.xlsx"), at("x.txt")] },
    { why: "an output that cannot be written", args: ["aggregate", ...about, "--out", at("x.txt", "so.xlsx"), at("x.txt")] },
    { why: "a book that is none", args: ["explain", "--book", at("x.txt"), "--node", "SO", "--indicator", "BT06"] },
  ])("for $why, with a sentence", ({ args }) => {
    const { code, err } = runCli(...args);
    expect({ code, said: err.trim().length > 10 }).toEqual({ code: 2, said: true });
  });
});
