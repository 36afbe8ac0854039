/** Removes sheets that we added ourselves (gỡ trang vừa thêm); never any other. */
export async function removeSheets(context: Excel.RequestContext, ids: readonly string[]): Promise<void> {
  const sheets = ids.map((id) => context.workbook.worksheets.getItemOrNullObject(id));
  sheets.forEach((sheet) => sheet.load("id"));
  await context.sync();
  for (const sheet of sheets) {
    if (sheet.isNullObject) continue;
    // A very hidden sheet cannot be deleted.
    sheet.visibility = "Visible";
    sheet.delete();
  }
  await context.sync();
}
