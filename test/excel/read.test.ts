import fc from "fast-check";
import { isDateFormat, isoOfSerial } from "#excel/date-format";
import { dateOf, isDateFormat as isDateFormatOfFile } from "#workbook/read/serial-days";
import { rangesOfAddress } from "#excel/ranges";
import { liveExcel } from "../emulator/live-excel";
import { smallContent } from "./support/samples";

describe("read", () => {
  test("gives values as the readers do: days, errors, texts like numbers, formulas without =", async () => {
    const { excel, host } = await liveExcel({ content: smallContent() });
    excel.type("Chi tiết", "B2", [["'#N/A", "=1/0", null, "'=A1"]]);
    excel.sheet("Chi tiết").rows.get(1)!.get(2)!.value = { error: "#DIV/0!" };
    const read = await host.read({ sheets: new Set(["Số liệu", "Chi tiết"]) });
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(["Số liệu", "Chi tiết"]);
    expect(read.ok && read.value.sheets[0]!.cells.slice(3)).toEqual([
      { row: 1, column: 0, value: { kind: "text", text: "01101" }, format: "@" },
      { row: 1, column: 1, value: { kind: "number", number: 12 } },
      { row: 1, column: 2, value: { kind: "date", iso: "2024-11-04" }, format: "dd/mm/yyyy" },
      { row: 2, column: 0, value: { kind: "text", text: "12/38" } },
      { row: 2, column: 1, value: { kind: "number", number: 24 }, formula: "B2*2" },
      { row: 2, column: 2, value: { kind: "error", error: "#N/A" } },
      { row: 3, column: 0, value: { kind: "text", text: "=không phải công thức" } },
    ]);
    expect(read.ok && read.value.sheets[1]!.cells.slice(1)).toEqual([
      { row: 1, column: 1, value: { kind: "text", text: "#N/A" } },
      { row: 1, column: 2, value: { kind: "error", error: "#DIV/0!" }, formula: "1/0" },
      { row: 1, column: 4, value: { kind: "text", text: "=A1" } },
    ]);
    expect(read.ok && read.value.names).toEqual([{ name: "STD_so", refersTo: "'Số liệu'!$B$2" }, { name: "STD_rieng", refersTo: "'Số liệu'!$A$2", sheet: "Số liệu" }]);
  });

  test("a formula that shows nothing is an empty text, not a blank", async () => {
    const { excel, host } = await liveExcel({ calculate: () => "" });
    excel.addSheet("Biểu");
    excel.type("Biểu", "A1", '=IF(1,"","")');
    const read = await host.read();
    expect(read.ok && read.value.sheets[0]!.cells).toEqual([{ row: 0, column: 0, value: { kind: "text", text: "" }, formula: 'IF(1,"","")' }]);
  });

  test("the font is told where an old one may have redrawn the letters", async () => {
    const { excel, host } = await liveExcel({});
    const sheet = excel.addSheet("Biểu");
    excel.type("Biểu", "A1", [["TiÓu häc", "Tiểu học"], ["Mµm non", 5]]);
    for (const [row, font] of [[0, ".VnTime"], [1, ".VnArial"]] as const) {
      const cell = sheet.rows.get(row)!.get(0)!;
      cell.look = { ...cell.look, name: font };
    }
    const read = await host.read();
    expect(read.ok && read.value.sheets[0]!.cells.map(({ font }) => font)).toEqual([".VnTime", undefined, ".VnArial", undefined]);
  });

  test("a sheet that is not there, a busy Excel and a cancelled reading are faults", async () => {
    const { excel, host } = await liveExcel({ content: smallContent() });
    expect(await host.read({ sheets: new Set(["Không có"]) })).toEqual({ ok: false, fault: { kind: "sheet-gone", sheet: "Không có" } });
    expect(await host.read({ signal: AbortSignal.abort() })).toEqual({ ok: false, fault: { kind: "cancelled" } });
    excel.faults.cellEditing = true;
    expect(await host.read()).toEqual({ ok: false, fault: { kind: "busy" } });
  });

  test("more cells than Excel hands over are a fault with their size", async () => {
    const { excel, host } = await liveExcel({});
    excel.addSheet("Biểu");
    excel.type("Biểu", "A1", 1);
    excel.type("Biểu", "XFD1048576", 1);
    expect(await host.read()).toMatchObject({ ok: false, fault: { kind: "too-large" } });
  });
});

describe("isDateFormat", () => {
  test.each(["General", "0", "0.0%", "#,##0", "dd/mm/yyyy", "d-mmm", "@", "0.00E+00", '0 "ngày"', "[h]:mm", "hh:mm AM/PM", "[$-42A]dd/mm/yyyy", "[Red]0", "[Color10]0;-0", '#,##0\\ "đ"', "yyyy-mm-dd hh:mm:ss", "[>100]0;General", "_-* #,##0_-", '"m"0', "mmmm", "0\\d"])(
    "says of %s what the file reader says", (format) => { expect(isDateFormat(format)).toBe(isDateFormatOfFile(format)); },
  );

  test("days are the reader's days", () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 2_958_465, noNaN: true }), (serial) => {
      const day = dateOf(serial, false);
      expect(isoOfSerial(serial)).toBe(day.kind === "date" ? day.iso : null);
    }));
  });
});

test.each([
  ["A1", [{ top: 0, left: 0, bottom: 0, right: 0 }]], ["'Kết quả, năm'!$B$2:$C$4", [{ top: 1, left: 1, bottom: 3, right: 2 }]],
  ["5:7", [{ top: 4, left: 0, bottom: 6, right: 16_383 }]], ["A:B", [{ top: 0, left: 0, bottom: 1_048_575, right: 1 }]],
  ["'It''s, A1:B2'!A1,So!AA10:AB11", [{ top: 0, left: 0, bottom: 0, right: 0 }, { top: 9, left: 26, bottom: 10, right: 27 }]],
])("the address %s names its ranges", (address, ranges) => {
  expect(rangesOfAddress(address)).toEqual(ranges);
});
