/** Words of the sheets shown in the browser (trang tính trong trình duyệt). */
import type { Language } from "../problems";
import type { WordsLike } from "./words";

const vi = {
  firstSheet: "Trang 1",
  sheets: "Các trang",
  grid: (sheet: string): string => `Trang tính ${sheet}`,
  address: "Ô đang chọn",
  content: "Nội dung ô",
  choices: "Mở danh sách chọn",
  locked: "Ô này được bảo vệ. Chỉ gõ vào các ô nền vàng.",
  ruleTitle: "Giá trị chưa hợp lệ",
  ruleText: "Giá trị này không được chấp nhận ở đây.",
  keep: "Vẫn giữ",
  edit: "Sửa lại",
  close: "Đóng",
  empty: "Chưa có trang tính nào. Bấm “Xem thử” hoặc mở một file.",
  open: "Mở file",
  save: "Lưu file",
  undo: "Hoàn tác",
  redo: "Làm lại",
  unsaved: "Chưa lưu",
  marks: { error: "Lỗi", warning: "Cảnh báo", info: "Để biết" },
  splitter: "Kéo để đổi độ rộng ngăn tác vụ",
};

const en: WordsLike<typeof vi> = {
  firstSheet: "Sheet 1",
  sheets: "Sheets",
  grid: (sheet) => `Sheet ${sheet}`,
  address: "Selected cell",
  content: "Cell content",
  choices: "Open the list of choices",
  locked: "This cell is protected. Type only in the yellow cells.",
  ruleTitle: "Value not valid",
  ruleText: "This value is not accepted here.",
  keep: "Keep it",
  edit: "Edit",
  close: "Close",
  empty: "No sheets yet. Press “Try it” or open a file.",
  open: "Open file",
  save: "Save file",
  undo: "Undo",
  redo: "Redo",
  unsaved: "Not saved",
  marks: { error: "Error", warning: "Warning", info: "Note" },
  splitter: "Drag to change the pane's width",
};

export const sheetsWords: Readonly<Record<Language, WordsLike<typeof vi>>> = { vi, en };
