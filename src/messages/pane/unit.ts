/** Words of one unit and of entry on behalf (một đơn vị, nhập thay đơn vị). */
import { formatDate, formatWhole } from "../format-vi";
import type { Language } from "../problems";
import type { WordsLike } from "./words";

const vi = {
  remindOne: "Chép tin nhắc đơn vị",
  received: (day: string): string => `nhận ${formatDate(day)}`,
  extended: (day: string): string => `gia hạn đến ${formatDate(day)}`,
  unit: {
    files: "Các file đã gửi", noFiles: "Chưa gửi file nào.", figures: "Số liệu", noFigure: "chưa có số", problems: "Vấn đề", note: "Ghi chú", noteHint: "Ghi chú của anh/chị, lưu trong sổ",
    enter: "Nhập thay đơn vị", extend: "Gia hạn", extendTo: "Gia hạn đến ngày", document: "Văn bản", documents: "Hồ sơ kèm theo", documentHint: "số, ngày, kênh gửi", checksum: (code: string): string => `Mã số liệu ${code}`,
    correct: "Điều chỉnh", correctTitle: (name: string): string => `Điều chỉnh: ${name}`, contact: "Liên hệ", form: "Tạo biểu của đơn vị",
  },
  entry: {
    title: (unit: string): string => `Nhập thay: ${unit}`, hint: "Từ bản giấy, bản scan hoặc điện thoại. Trong mọi danh sách nguồn số liệu, số này được ghi là nhập thay.",
    document: "Số văn bản, hoặc nguồn", date: "Ngày văn bản", by: "Người nhập", receivedOn: "Ngày nhận", dayHint: "ví dụ 17/10/2025",
    notApplicable: "Không có đối tượng", now: (figure: string): string => `Hiện đang tính: ${figure === "" ? "chưa có số" : figure}`, save: "Lưu số liệu", needDocument: "Ghi số văn bản hoặc nguồn.",
    faults: (count: number): string => `${formatWhole(count)} chỗ cần sửa trước khi lưu.`, nothing: "Chưa gõ số nào.", yes: "Đạt", no: "Chưa đạt", reason: "Lý do điều chỉnh", saving: "Lưu số liệu nhập thay",
  },
};

export type UnitWords = WordsLike<typeof vi>;

const en: UnitWords = {
  remindOne: "Copy this unit's reminder",
  received: (day) => `received ${formatDate(day)}`,
  extended: (day) => `extended to ${formatDate(day)}`,
  unit: {
    files: "Files sent", noFiles: "Nothing sent yet.", figures: "Figures", noFigure: "no figure", problems: "Problems", note: "Note", noteHint: "Your note, kept in the book",
    enter: "Enter for the unit", extend: "Extend", extendTo: "Extend to", document: "Document", documents: "Documents", documentHint: "number, date, channel", checksum: (code) => `Figure code ${code}`,
    correct: "Correct", correctTitle: (name) => `Correct: ${name}`, contact: "Contact", form: "Make the unit's form",
  },
  entry: {
    title: (unit) => `Enter for ${unit}`, hint: "From paper, scan or telephone. Every list of sources shows these figures as entered for the unit.",
    document: "Document or source", date: "Its date", by: "Entered by", receivedOn: "Received on", dayHint: "e.g. 17/10/2025",
    notApplicable: "Does not apply", now: (figure) => `Counts now: ${figure === "" ? "no figure" : figure}`, save: "Save the figures", needDocument: "State the document or source.",
    faults: (count) => `${count} places to mend before saving.`, nothing: "Nothing typed yet.", yes: "Met", no: "Not met", reason: "Reason for the correction", saving: "Saving the figures",
  },
};

export const unitWords: Readonly<Record<Language, UnitWords>> = { vi, en };
