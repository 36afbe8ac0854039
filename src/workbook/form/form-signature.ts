/** The foot of a sheet: who made the form, who answers for it, and the Mã số liệu that paper and file share. */
import { formWords as words } from "#messages/form-vi";
import { put, putAcross, type Canvas, type Placed } from "./form-canvas";
import type { InfoCells } from "./form-sheet-info";
import { GREY } from "./form-styles";
import { called, isBlank, isNumber, lit, when, type Expr } from "./formula";

interface Foot {
  readonly row: number;
  /** Last column of the left half. */
  readonly split: number;
  readonly lastColumn: number;
  /** On the sheet of figures only. */
  readonly checksum?: Expr;
}

export function putSignature(canvas: Canvas, info: InfoCells, { row, split, lastColumn, checksum }: Foot): { lastRow: number; placed: Placed | null } {
  const { sheet } = canvas;
  const name = (id: string): Expr | null => {
    const cell = info.info.get(id);
    return cell ? when(isBlank(cell), lit(""), cell) : null;
  };
  let at = row + 1;
  const half = split + Math.max(1, Math.floor((lastColumn - split) / 4));
  putAcross(canvas, at, half + 1, lastColumn, dateFormula(info.info.get("preparedOn")), { italic: true, size: 12, across: "center" });
  sheet.getRow(at).height = 20;
  at += 1;
  putAcross(canvas, at, 1, half, words.preparer, { bold: true, size: 12, across: "center" });
  putAcross(canvas, at, half + 1, lastColumn, words.head, { bold: true, size: 12, across: "center" });
  at += 1;
  putAcross(canvas, at, 1, half, words.preparerSign, { italic: true, across: "center" });
  putAcross(canvas, at, half + 1, lastColumn, words.headSign, { italic: true, across: "center" });
  at += 1;
  sheet.getRow(at).height = 58;
  at += 1;
  putAcross(canvas, at, 1, half, name("preparedBy"), { bold: true, size: 12, across: "center" });
  putAcross(canvas, at, half + 1, lastColumn, name("headName"), { bold: true, size: 12, across: "center" });
  if (!checksum) return { lastRow: at, placed: null };
  at += 1;
  put(canvas, at, 3, words.checksum, { bold: true, across: "right", size: 12 });
  const placed = putAcross(canvas, at, 4, split + 1, checksum, { bold: true, across: "center", size: 13, box: true, wrap: false });
  putAcross(canvas, at, split + 2, lastColumn, words.checksumNote, { italic: true, size: 10, colour: GREY });
  sheet.getRow(at).height = 22;
  return { lastRow: at, placed };
}

/** `Ngày 05 tháng 02 năm 2025`, dotted while no day is given. */
function dateFormula(day: Expr | undefined): Expr {
  if (!day) return lit(words.dateBlank);
  const [dayWord, monthWord, yearWord] = words.dateParts;
  const date = typeof day.value === "number" ? new Date((day.value - 25_569) * 86_400_000) : null;
  const two = (value: number): string => String(value).padStart(2, "0");
  const written = date ? `${dayWord}${two(date.getUTCDate())}${monthWord}${two(date.getUTCMonth() + 1)}${yearWord}${date.getUTCFullYear()}` : "";
  const text = `(${lit(dayWord).text}&TEXT(DAY(${day.text}),"00")&${lit(monthWord).text}&TEXT(MONTH(${day.text}),"00")&${lit(yearWord).text}&YEAR(${day.text}))`;
  return when(isNumber(day), called(text, written), lit(words.dateBlank));
}
