import { utils, write } from "@e965/xlsx";
import { readFile } from "#workbook/read/read-file";
import { planOf, template } from "../support/sample-reports";
import benTre from "#templates/plans/ben-tre-2024-2025/1.json";

/** What docs/workbook-format.md calls the least that is needed, written by another library from the document alone. */
test("a stranger's workbook with an identity line, codes and headings is a valid submission", () => {
  const sheet = utils.aoa_to_sheet([
    ["[STD1 | ben-tre-2024-2025 | 1 | summary | own | 01101]"],
    [],
    ["Mã", "Số đạt / Kết quả", "Tổng số"],
    ["BT06", 12, 13], ["BT10", "Đạt"], ["BT07.DN", 9, 200], ["BT07.CN", 5, 200], ["BT01", 10, 10], ["BT02", "Không có đối tượng"], ["BT03a", 20, 20], ["BT03b", 20, 20],
    ["BT04", 8, 9], ["BT08.DN", 3, 200], ["BT08.CN", 2, 200], ["BT09.DN", 3, 200], ["BT09.CN", 3, 200], ["BT11", "Đạt"], ["BT12", "Chưa đạt"], ["BT12a", "Chưa đạt"], ["BT13", "Chưa đạt"],
    ["BT17", "Đạt"], ["BT18a", "Đạt"], ["BT18b", "Đạt"], ["BT19", "Đạt"], ["BT20", "Đạt"], ["BT21", "Đạt"], ["BT22", "Đạt"],
  ]);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, "Số liệu trường em");
  const bytes = new Uint8Array(write(workbook, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
  const reading = readFile(bytes, "truong.xlsx", { plan: planOf(benTre), stage: "summary", template, otherPlans: [] });
  // An information only: there never was a hidden sheet.
  expect(reading.problems.map(({ code }) => code)).toEqual(["hidden-sheet-lost"]);
  const [submission] = reading.kind === "submissions" ? reading.submissions : [];
  expect(submission?.unit.code).toBe("01101");
  expect([submission?.parts["BT06.numerator"], submission?.parts["BT06.denominator"], submission?.parts["BT10.answer"], submission?.parts["BT07.startNumerator"]].map((part) => part?.value)).toEqual([
    { kind: "number", number: { n: 12n, d: 1n } }, { kind: "number", number: { n: 13n, d: 1n } }, { kind: "yesNo", yes: true }, { kind: "number", number: { n: 9n, d: 1n } },
  ]);
});
