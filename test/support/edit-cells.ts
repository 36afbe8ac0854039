import ExcelJS from "exceljs";

/** Retypes cells of a sheet as a person would: `change` sees each text cell and may put something else in. */
export async function editCells(
  bytes: Uint8Array, sheet: string,
  change: (text: string, put: (value: string | number) => { value: string | number }) => { value: string | number } | undefined,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  workbook.getWorksheet(sheet)?.eachRow((row) => row.eachCell((cell) => {
    const edit = typeof cell.value === "string" ? change(cell.value, (value) => ({ value })) : undefined;
    if (edit) cell.value = edit.value;
  }));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
