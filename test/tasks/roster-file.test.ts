import ExcelJS from "exceljs";
import { rosterFromFile } from "#tasks/roster-file";

type Row = readonly (string | number | Date | null | { readonly number: number; readonly format: string })[];

async function table(rows: readonly Row[], headings: readonly string[] = ["Mã đơn vị", "Tên đơn vị", "Loại hình", "Trực thuộc", "Từ ngày", "Đến ngày"]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Danh mục");
  sheet.addRow(["DANH MỤC ĐƠN VỊ"]);
  sheet.addRow([...headings]);
  for (const row of rows) {
    const line = sheet.addRow(row.map((cell) => (typeof cell === "object" && cell !== null && "number" in cell ? cell.number : cell)));
    row.forEach((cell, index) => { if (typeof cell === "object" && cell !== null && "format" in cell) line.getCell(index + 1).numFmt = cell.format; });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const OFFICE: Row = ["PGD", "Phòng GDĐT (mẫu)", "Sở", null];
const read = async (rows: readonly Row[]) => rosterFromFile(await table([OFFICE, ...rows]), "danh muc.xlsx");

describe("a roster from an Excel table", () => {
  test("keeps the zeros of codes, typed as text or as numbers under a format", async () => {
    const found = await read([["012", "Trường MN A", "Mầm non", "PGD"], [{ number: 13, format: "000" }, "Trường MN B", "MN", "PGD"]]);
    expect(found).toMatchObject({ ok: true, roster: { units: [{ code: "PGD" }, { code: "012" }, { code: "013" }] } });
  });

  test.each([["01/7/2025", "2025-07-01"], ["1.7.2025", "2025-07-01"], ["2025-07-01", "2025-07-01"], [new Date(Date.UTC(2025, 6, 1)), "2025-07-01"]])("takes the day %p", async (day, iso) => {
    const found = await read([["X1", "Xã A", "Xã", "PGD"], ["001", "Trường MN A", "MN", "PGD", null, day], ["001", "Trường MN A", "MN", "X1", day, null]]);
    expect(found).toMatchObject({ ok: true });
    expect(found.ok && found.roster.units[2]?.parents).toEqual([{ parent: "PGD", to: iso }, { parent: "X1", from: iso }]);
  });

  test.each<{ fault: string; rows: readonly Row[]; place: string; says: RegExp }>([
    { fault: "two schools share a code", rows: [["001", "Trường MN A", "MN", "PGD"], ["001", "Trường THCS B", "THCS", "PGD"]], place: "Danh mục!A5", says: /Mã đơn vị “001” đã dùng/u },
    { fault: "a kind nobody knows", rows: [["001", "Trường A", "Học viện", "PGD"]], place: "Danh mục!C4", says: /“Học viện”/u },
    { fault: "a day that is none", rows: [["001", "Trường A", "MN", "PGD", "31/02/2025"]], place: "Danh mục!E4", says: /31\/02\/2025/u },
    { fault: "an office that is not in the list", rows: [["001", "Trường A", "MN", "P99"]], place: "Danh mục!D4", says: /“P99”/u },
    { fault: "a code that is no code", rows: [["A B", "Trường A", "MN", "PGD"]], place: "Danh mục!A4", says: /“A B”/u },
  ])("names sheet and cell where there is $fault", async ({ rows, place, says }) => {
    const found = await read(rows);
    expect(found.ok ? [] : found.faults.map((one) => one.place)).toContain(place);
    expect(found.ok ? "" : found.faults.map(({ sentence }) => sentence).join(" ")).toMatch(says);
  });

  test("a workbook without the headings is no roster", async () => {
    expect(rosterFromFile(await table([["001", "A", "MN"]], ["Cột 1", "Cột 2", "Cột 3"]), "x.xlsx")).toMatchObject({ ok: false });
  });
});
