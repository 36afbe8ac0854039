import { isoDay, parseReceipts } from "#tasks/receipts";
import fc from "fast-check";

const days = (csv: string): Record<string, string> => Object.fromEntries(parseReceipts(csv).receipts);

describe("parseReceipts", () => {
  test.each([
    ["comma", "file,ngày nhận\na.xlsx,2025-10-17\n"],
    ["semicolon, as Vietnamese Excel saves", "file;ngày nhận\na.xlsx;17/10/2025\n"],
    ["tab, as copied from a sheet", "file\tngày nhận\na.xlsx\t17-10-2025"],
    ["Windows line ends and a byte order mark", "\uFEFFfile;ngày\r\na.xlsx;17.10.2025\r\n\r\n"],
    ["no heading", "a.xlsx,2025-10-17"],
    ["quotes and blanks", '"a.xlsx" , "2025-10-17"'],
    ["a day with its hour", "a.xlsx;17/10/2025 08:15"],
  ])("reads a table with %s", (_what, csv) => {
    expect(parseReceipts(csv)).toEqual({ receipts: new Map([["a.xlsx", "2025-10-17"]]), unread: [] });
  });

  test("keeps separators and quotes inside quoted names", () => {
    expect(days('"Trường A, B.xlsx",2025-10-17\n"Bản ""cuối"".xlsx",2025-10-18')).toEqual({ "Trường A, B.xlsx": "2025-10-17", 'Bản "cuối".xlsx': "2025-10-18" });
  });

  test("knows a name however its letters were composed", () => {
    expect(days(`${"Trường Hòa Bình.xlsx".normalize("NFD")},2025-10-17`)).toEqual({ "Trường Hòa Bình.xlsx": "2025-10-17" });
  });

  test("returns what it cannot read instead of dropping it; a heading is no such line", () => {
    expect(parseReceipts("file,day\na.xlsx,hôm qua\n,2025-10-17\nb.xlsx\nc.xlsx,31/02/2025\nd.xlsx,2025-10-17").unread)
      .toEqual(["a.xlsx,hôm qua", ",2025-10-17", "b.xlsx", "c.xlsx,31/02/2025"]);
  });

  test("every line with a name ends as a day or as unread", () => {
    const line = fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.oneof(fc.constant("2025-10-17"), fc.stringMatching(/^[0-9/]{0,8}$/)));
    fc.assert(fc.property(fc.uniqueArray(line, { selector: ([name]) => name }), (lines) => {
      const { receipts, unread } = parseReceipts(["file;day", ...lines.map((one) => one.join(";"))].join("\n"));
      expect(receipts.size + unread.length).toBe(lines.length);
    }));
  });
});

describe("isoDay", () => {
  test.each([
    ["2025-10-17", "2025-10-17"], ["2025-1-7", "2025-01-07"], ["7/1/2025", "2025-01-07"], ["07.01.2025", "2025-01-07"], [" 29/02/2024 ", "2024-02-29"],
    ["29/02/2025", null], ["2025-13-01", null], ["32/01/2025", null], ["10/2025", null], ["", null], ["17 tháng 10", null], ["45947", null],
  ])("reads %p as %p", (text, day) => { expect(isoDay(text)).toBe(day); });

  test("every day of the calendar comes back from each way of writing it", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 30_000 }), (since) => {
      const iso = new Date(since * 86_400_000).toISOString().slice(0, 10);
      const [year = "", month = "", day = ""] = iso.split("-");
      expect([iso, `${day}/${month}/${year}`, `${Number(day)}.${Number(month)}.${year}`].map(isoDay)).toEqual([iso, iso, iso]);
    }));
  });
});
