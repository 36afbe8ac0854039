/**
 * The decision table of cells: what is asked × how it is stored × what it says × how it is shown → the value or the
 * problem. It is test and documentation at once (docs/cell-values.md is made from it).
 */
import type { CellKind } from "#workbook/read/cell-findings";

export interface CellRow {
  readonly kind: CellKind;
  readonly stored: "text" | "number" | "boolean" | "date" | "error" | "no result" | "none";
  readonly says: string | number | boolean;
  /** Number format, where not General. */
  readonly format?: string;
  /** As `textOfValue` writes it; "" is a blank or no value. */
  readonly reads: string;
  readonly code?: string;
  /** The readings of an ambiguous cell, or the doubtful reading. */
  readonly says2?: string;
}

const t = (kind: CellKind, says: string, reads: string, code?: string, says2?: string): CellRow => row(kind, "text", says, reads, code, says2);
const n = (kind: CellKind, says: number, reads: string, code?: string, format?: string, says2?: string): CellRow => ({ ...row(kind, "number", says, reads, code, says2), ...(format ? { format } : {}) });
function row(kind: CellKind, stored: CellRow["stored"], says: CellRow["says"], reads: string, code?: string, says2?: string): CellRow {
  return { kind, stored, says, reads, ...(code ? { code } : {}), ...(says2 === undefined ? {} : { says2 }) };
}

const AMBIGUOUS = "cell-ambiguous";
const DOUBTFUL = "cell-doubtful-reading";
const NOT_A_NUMBER = "cell-not-a-number";

export const cellRows: readonly CellRow[] = [
  // Nothing there.
  row("count", "none", "", ""),
  t("count", "   ", ""),
  t("count", "\u00A0\u200B", ""),
  row("count", "no result", "SUM(A1:A3)", "", "cell-no-cached-value"),
  row("text", "error", "#N/A", "", "cell-error"),
  row("count", "error", "#DIV/0!", "", "cell-error"),

  // Số lượng.
  n("count", 0, "0"),
  n("count", 12, "12"),
  n("count", 12, "12", undefined, "#,##0"),
  n("count", 11.9999999999999, "12"),
  n("count", 12.5, "", "cell-fraction"),
  n("count", 1.234, "", "cell-fraction"),
  n("count", -3, "", "cell-negative"),
  n("count", 1e12, "", "cell-too-large"),
  n("count", 1, "", NOT_A_NUMBER, "0%"),
  t("count", "12", "12"),
  t("count", " 12 ", "12"),
  t("count", "１２", "12"),
  t("count", "'12", "12"),
  t("count", "012", "12"),
  t("count", "+12", "12"),
  t("count", "12.", "12"),
  t("count", "12,0", "12"),
  t("count", "1.234", "1234", DOUBTFUL, "1234"),
  t("count", "1,234", "1234", DOUBTFUL, "1234"),
  t("count", "1 234", "1234"),
  t("count", "1\u00A0234", "1234"),
  t("count", "1.234.567", "1234567"),
  t("count", "1.234,00", "1234"),
  t("count", "1.234,5", "", "cell-fraction"),
  t("count", "2.000", "", AMBIGUOUS, "2 / 2000"),
  t("count", "0.500", "", "cell-fraction"),
  t("count", "12,5", "", "cell-fraction"),
  t("count", "-3", "", "cell-negative"),
  t("count", "(12)", "", AMBIGUOUS, "12 / -12"),
  t("count", "9999999999", "", "cell-too-large"),
  t("count", "12 học sinh", "12"),
  t("count", "12 HS", "12"),
  t("count", "12 cháu.", "12"),
  t("count", "12 quyển", "12", DOUBTFUL, "12"),
  t("count", "khoảng 12", "12", DOUBTFUL, "12"),
  t("count", "tổng số: 12", "12", DOUBTFUL, "12"),
  t("count", "trên 12", "", NOT_A_NUMBER),
  t("count", "Lớp 9", "", NOT_A_NUMBER),
  t("count", "Chỉ tiêu TD06", "", NOT_A_NUMBER),
  t("count", ">12", "", NOT_A_NUMBER),
  t("count", "12 (3 nữ)", "", NOT_A_NUMBER),
  t("count", "12 nam, 3 nữ", "", NOT_A_NUMBER),
  t("count", "12²", "", NOT_A_NUMBER),
  t("count", "10-12", "", AMBIGUOUS, "10 / 12"),
  t("count", "12/38", "", AMBIGUOUS, "12 / 38"),
  t("count", "O", "0", DOUBTFUL, "0"),
  t("count", "1O", "10", DOUBTFUL, "10"),
  t("count", "mười hai", "12", DOUBTFUL, "12"),
  t("count", "hai mươi mốt", "21", DOUBTFUL, "21"),
  t("count", "một trăm linh năm", "105", DOUBTFUL, "105"),
  t("count", "-", "", AMBIGUOUS, "0 / Không có đối tượng"),
  t("count", "—", "", AMBIGUOUS, "0 / Không có đối tượng"),
  t("count", "…", "", AMBIGUOUS, "0 / Không có đối tượng"),
  t("count", "Không", "", AMBIGUOUS, "0 / Không có đối tượng"),
  t("count", "Không có", "", AMBIGUOUS, "0 / Không có đối tượng"),
  t("count", "Không có đối tượng", "n/a"),
  t("count", "KHÔNG CÓ ĐỐI TƯỢNG", "n/a"),
  t("count", "Không có đối tượng".normalize("NFD"), "n/a"),
  t("count", "95%", "", NOT_A_NUMBER),
  t("count", "nhiều", "", NOT_A_NUMBER),
  t("count", "x", "", NOT_A_NUMBER),
  row("count", "boolean", true, "", NOT_A_NUMBER),
  row("count", "date", "2024-09-05", "", NOT_A_NUMBER),
  row("count", "date", "1900-01-05", "5", DOUBTFUL, "5"),
  row("count", "date", "1903-12-31", "1461", DOUBTFUL, "1461"),
  row("count", "date", "1900-02-28", "", NOT_A_NUMBER),

  // Số đạt.
  n("numerator", 38, "38"),
  n("numerator", 0.955, "share 0.955", undefined, "0.0%"),
  n("numerator", 1.2, "", "cell-over-hundred", "0%"),
  n("numerator", 0.955, "", "cell-fraction"),
  t("numerator", "38", "38"),
  t("numerator", "38/40", "38"),
  t("numerator", "38 / 40 em", "38"),
  t("numerator", "95,5%", "share 0.955"),
  t("numerator", "95.5 %", "share 0.955"),
  t("numerator", "120%", "", "cell-over-hundred"),
  row("numerator", "date", "2025-09-05", "", NOT_A_NUMBER),

  // Tổng số.
  n("denominator", 40, "40"),
  t("denominator", "1.250", "1250", DOUBTFUL, "1250"),
  t("denominator", "95%", "", NOT_A_NUMBER),
  t("denominator", "38/40", "", AMBIGUOUS, "38 / 40"),

  // Tỷ lệ %.
  n("percent", 95.5, "95.5"),
  n("percent", 95.50000000000001, "95.5"),
  n("percent", 100, "100"),
  n("percent", 0, "0"),
  n("percent", 0.955, "share 0.955", undefined, "0.0%"),
  n("percent", 1, "share 1", undefined, "0%"),
  n("percent", 95.5, "95.5", undefined, "0.0\"%\""),
  n("percent", 0.3, "0.3", DOUBTFUL, "0.0\"%\"", "0.3 %"),
  n("percent", 0.955, "", AMBIGUOUS, undefined, "0.955 % / 95.5 %"),
  n("percent", 1, "", AMBIGUOUS, undefined, "1 % / 100 %"),
  n("percent", 1.234, "1.234"),
  n("percent", 955, "", "cell-over-hundred"),
  n("percent", 95.5, "", "cell-over-hundred", "0%"),
  n("percent", -1, "", "cell-negative"),
  t("percent", "95,5", "95.5"),
  t("percent", "95.5", "95.5"),
  t("percent", "95,5%", "95.5"),
  t("percent", "95.5 %", "95.5"),
  t("percent", "100 %", "100"),
  t("percent", "0,3 %", "0.3"),
  t("percent", "0,955", "", AMBIGUOUS, "0.955 % / 95.5 %"),
  t("percent", "1.234", "", AMBIGUOUS, "1.234 % / 1234"),
  t("percent", "95.123%", "95.123", DOUBTFUL, "95.123 %"),
  t("percent", "95 phần trăm", "95"),
  t("percent", "từ 95% trở lên", "95", DOUBTFUL, "95 %"),
  t("percent", "≥ 95%", "95", DOUBTFUL, "95 %"),
  t("percent", "trên 95%", "", NOT_A_NUMBER),
  t("percent", "90-95%", "", AMBIGUOUS, "90 / 95"),
  t("percent", "38/40", "95", DOUBTFUL, "95 %"),
  t("percent", "105%", "", "cell-over-hundred"),
  t("percent", "Không có đối tượng", "n/a"),

  // Có/không.
  t("yesNo", "Đạt", "yes"),
  t("yesNo", "đạt", "yes"),
  t("yesNo", "ĐẠT ", "yes"),
  t("yesNo", "Đạt".normalize("NFD"), "yes"),
  t("yesNo", "đ", "yes"),
  t("yesNo", "Có", "yes"),
  t("yesNo", "✓", "yes"),
  t("yesNo", "x", "yes", DOUBTFUL, "Đạt"),
  t("yesNo", "X", "yes", DOUBTFUL, "Đạt"),
  t("yesNo", "đạt mức độ 2", "yes", DOUBTFUL, "Đạt"),
  t("yesNo", "Chưa đạt", "no"),
  t("yesNo", "chưa", "no"),
  t("yesNo", "không đạt", "no"),
  t("yesNo", "Không", "no"),
  t("yesNo", "không có", "no", DOUBTFUL, "Chưa đạt"),
  t("yesNo", "chưa đạt, còn thiếu phòng", "no", DOUBTFUL, "Chưa đạt"),
  t("yesNo", "✗", "no", DOUBTFUL, "Chưa đạt"),
  t("yesNo", "Không có đối tượng", "n/a"),
  t("yesNo", "—", "", AMBIGUOUS, "Đạt / Chưa đạt / Không có đối tượng"),
  t("yesNo", "Đạt/Chưa đạt", "", AMBIGUOUS, "Đạt / Chưa đạt / Không có đối tượng"),
  t("yesNo", "đạt hay chưa đạt", "", "cell-not-yes-no"),
  t("yesNo", "gần đạt", "", "cell-not-yes-no"),
  t("yesNo", "95%", "", "cell-not-yes-no"),
  n("yesNo", 1, "yes", DOUBTFUL, undefined, "Đạt"),
  n("yesNo", 0, "no", DOUBTFUL, undefined, "Chưa đạt"),
  n("yesNo", 12, "", "cell-not-yes-no"),
  row("yesNo", "boolean", true, "yes"),
  row("yesNo", "boolean", false, "no"),
  row("yesNo", "date", "2024-09-05", "", "cell-not-yes-no"),

  // Định tính.
  t("text", " Tốt\u00A0 ", "Tốt"),
  t("text", "—", "—"),
  t("text", "Không có đối tượng", "n/a"),
  n("text", 12.5, "12.5"),
  row("text", "date", "2024-09-05", "05/09/2024"),

  // Ngày.
  row("date", "date", "2024-09-05", "2024-09-05"),
  t("date", "5/9/2024", "2024-09-05"),
  t("date", "05.09.24", "2024-09-05"),
  t("date", "2024-09-05", "2024-09-05"),
  t("date", "ngày 5 tháng 9 năm 2024", "2024-09-05"),
  t("date", "9/25/2024", "2024-09-25", DOUBTFUL, "2024-09-25"),
  t("date", "31/2/2024", "31/2/2024", "cell-not-a-date"),
  t("date", "tháng 9/2024", "tháng 9/2024", "cell-not-a-date"),
  n("date", 45540, "2024-09-05", DOUBTFUL, undefined, "2024-09-05"),
  n("date", 2024, "2024", "cell-not-a-date"),

  // Số ở danh sách, ở ô kèm theo.
  t("number", "12,5", "12.5"),
  t("number", "1.234", "", AMBIGUOUS, "1.234 / 1234"),
  t("number", "nhiều", "nhiều", NOT_A_NUMBER),
  n("number", -3.5, "-3.5"),

  // Chọn trong danh sách.
  t("choice", "  NỮ", "Nữ"),
  t("choice", "khác", "khác"),
];
