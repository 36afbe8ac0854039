/** Words of Chuẩn bị, of a unit's form and of the settings (chuẩn bị, biểu của đơn vị, cài đặt). */
import { formatDay, formatWhole } from "../format-vi";
import type { Language } from "../problems";
import type { WordsLike } from "./words";

const vi = {
  title: "Chuẩn bị",
  steps: { plan: "1. Kế hoạch", roster: "2. Danh mục đơn vị", issue: "3. Phát biểu" },
  next: "Tiếp",
  plan: {
    choose: "Kế hoạch", stage: "Kỳ", view: "Xem kế hoạch", facts: (indicators: number, period: string): string => `${formatWhole(indicators)} chỉ tiêu · ${period}`,
    open: (count: number): string => `Kế hoạch chưa quy định (${formatWhole(count)})`, openHint: "Câu có dấu * cần trả lời trước khi phát biểu. Câu trả lời được giữ trong sổ; kế hoạch gốc không bị sửa.",
    yes: "Có", no: "Không", unanswered: "Chưa trả lời", add: "Thêm kế hoạch từ bảng Excel", addHint: "Bảng kế hoạch đã lưu bằng nút dưới đây và đã sửa", sheet: "Lưu bảng kế hoạch (Excel) để sửa", adding: "Đang thêm kế hoạch", added: (title: string): string => `Đã thêm “${title}”.`,
    next: {
      title: "Nhân bản cho năm sau", hint: "Giữ chỉ tiêu, biểu và người nộp; dời thời hạn và năm; nêu từng việc cần xem lại. Kế hoạch đang chọn không bị sửa.",
      years: "Dời thêm", count: (years: number): string => `${years} năm`, make: "Nhân bản", making: "Đang nhân bản kế hoạch",
      made: (title: string): string => `Đã có “${title}”. Xem phần “Cần xem lại”.`, review: (count: number): string => `Cần xem lại (${formatWhole(count)})`,
      reviewHint: "Bản nhân chưa được ban hành: mọi nội dung là cách hiểu theo kế hoạch trước. Lưu bảng kế hoạch, sửa ở sheet ghi trong ngoặc, rồi thêm lại ở dưới.",
    },
    answersSaved: "Lưu câu trả lời vào sổ đang mở", otherBook: "Các bước này tạo một sổ mới cho kế hoạch đã chọn.",
  },
  roster: {
    office: "Cơ quan tổng hợp", officeHint: "ví dụ: Phòng GDĐT …, Sở GDĐT …", paste: "Dán danh sách đơn vị", pasteHint: "Mỗi dòng một đơn vị. Dòng là Phòng, xã, phường thì các trường dưới nó thuộc về nó.", propose: "Đề xuất mã và loại hình",
    ofBook: "Dùng danh mục của sổ đang mở",
    file: "Hoặc lấy từ file Excel", fileHint: "Sổ tổng hợp khác, hoặc bảng có cột Mã, Tên, Loại hình, Trực thuộc", choose: "Chọn file", list: (count: number): string => `${formatWhole(count)} đơn vị`, doubts: (count: number): string => `${formatWhole(count)} dòng cần xem lại`,
    code: "Mã", name: "Tên đơn vị", kind: "Loại hình", parent: "Cấp trên", chooseKind: "Chọn loại hình", ok: "Danh mục dùng được.", proposing: "Đang đọc danh sách",
  },
  issue: {
    start: "Tạo sổ tổng hợp", starting: "Đang tạo sổ", started: "Đã tạo sổ. Giờ phát biểu cho các đơn vị.", needs: "Cần chọn kế hoạch và nhập danh mục trước.",
    common: "Lưu biểu chung", commonHint: "Một file gửi vào nhóm; đơn vị tự chọn tên mình.", units: "Lưu biểu từng đơn vị", unitsHint: "Một file nén, mỗi đơn vị một biểu có sẵn tên và mã; biểu sơ kết, tổng kết có sẵn mức đăng ký khi sổ đã lấy số đăng ký.", making: "Đang tạo biểu",
    message: "Chép lời nhắn gửi nhóm", messageText: (plan: string, stage: string, day: string | null): string => `Kính gửi các thầy cô: gửi kèm biểu ${stage} “${plan}”. Mở file, bấm Enable Editing (Bật chỉnh sửa), chọn tên đơn vị, điền các ô nền vàng đến khi dòng đầu báo NỘP ĐƯỢC rồi gửi lại${day === null ? "" : `, chậm nhất ${formatDay(day)}`}.`,
    made: (count: number): string => `Đã tạo ${formatWhole(count)} biểu.`, show: "Mở biểu chung trong bảng tính",
  },
  form: {
    title: "Biểu của đơn vị", can: "NỘP ĐƯỢC", cannot: "CHƯA NỘP ĐƯỢC", question: "Nộp được chưa?", counts: (blanks: number, errors: number, warnings: number): string => [blanks > 0 ? `còn ${formatWhole(blanks)} ô chưa điền` : "", errors > 0 ? `${formatWhole(errors)} lỗi` : "", warnings > 0 ? `${formatWhole(warnings)} cảnh báo` : ""].filter((part) => part !== "").join(" · "),
    allGood: "Mọi ô đã điền, không có lỗi.", noUnit: "Chưa chọn đơn vị", deadline: (day: string): string => `Chậm nhất ${formatDay(day)}`, fileName: (name: string): string => `Đặt tên file: ${name}`, checksum: (code: string): string => `Mã số liệu ${code}`,
    problems: (count: number): string => `Vấn đề (${formatWhole(count)})`, rows: "Từng chỉ tiêu", rehearsal: "Cấp trên sẽ thấy gì", toCell: "Đến ô", toCellOf: (name: string): string => `Đến ô: ${name}`, checking: "Đang kiểm tra",
    status: { ok: "✔ hợp lệ", blank: "○ chưa điền", error: "✘ có lỗi", warning: "⚠ xem lại", notApplicable: "– không có đối tượng" },
  },
  settings: {
    title: "Cài đặt", language: "Ngôn ngữ", vi: "Tiếng Việt", en: "English", theme: "Màu", light: "Sáng", dark: "Tối", system: "Theo máy",
    privacy: "Số liệu không rời khỏi máy này: tiện ích không gửi gì đi, không có máy chủ, không theo dõi.", undoNote: "Sau khi ghi vào bảng tính, Excel không dùng Ctrl+Z cho các bước trước đó; dùng nút “Trả lại như trước”.",
  },
};

export type PrepareWords = WordsLike<typeof vi>;

const en: PrepareWords = {
  title: "Prepare",
  steps: { plan: "1. Plan", roster: "2. Roster", issue: "3. Forms" },
  next: "Next",
  plan: {
    choose: "Plan", stage: "Stage", view: "Look at the plan", facts: (indicators, period) => `${indicators} indicators · ${period}`,
    open: (count) => `Left open by the plan (${count})`, openHint: "Questions with * are to be answered before forms go out. Answers are kept in the book; the plan itself is not changed.",
    yes: "Yes", no: "No", unanswered: "No answer", add: "Add a plan from a plan sheet", addHint: "An Excel file in the shape of a plan sheet", sheet: "Save the plan as a plan sheet", adding: "Adding the plan", added: (title) => `“${title}” is added.`,
    next: {
      title: "Next year's plan from this one", hint: "Indicators, forms and who hands in stay; deadlines and years move on; what to look at again is listed. The plan chosen is not changed.",
      years: "Move on by", count: (years) => (years === 1 ? "1 year" : `${years} years`), make: "Make next year's plan", making: "Making next year's plan",
      made: (title) => `“${title}” is there. See what to look at.`, review: (count) => `To look at (${count})`,
      reviewHint: "Nobody has issued the copy yet: all of it is a reading of the former plan. Save it as a plan sheet, change it on the sheet in brackets, and add it again below.",
    },
    answersSaved: "Save the answers in the open book", otherBook: "These steps make a new book for the plan chosen.",
  },
  roster: {
    office: "Your office", officeHint: "the office that rolls up", paste: "Paste the list of units", pasteHint: "One unit a line. Schools under a line that is an office belong to it.", propose: "Propose codes and kinds",
    ofBook: "Use the roster of the open book",
    file: "Or take it from an Excel file", fileHint: "Another book, or a table with code, name, kind, parent", choose: "Choose a file", list: (count) => `${count} units`, doubts: (count) => `${count} lines to look at`,
    code: "Code", name: "Name", kind: "Kind", parent: "Parent", chooseKind: "Choose a kind", ok: "The roster can be used.", proposing: "Reading the list",
  },
  issue: {
    start: "Make the book", starting: "Making the book", started: "The book is made. Now hand out the forms.", needs: "Choose a plan and enter the roster first.",
    common: "Save the common form", commonHint: "One file for the group; each unit picks its name.", units: "Save a form for each unit", unitsHint: "One archive, a form a unit with its name and code; forms of later stages show the registered level once the book has taken the registration over.", making: "Making forms",
    message: "Copy the message for the group", messageText: vi.issue.messageText,
    made: (count) => `${count} forms made.`, show: "Open the common form in the workbook",
  },
  form: {
    title: "A unit's form", can: "CAN BE SUBMITTED", cannot: "NOT READY", question: "Ready to submit?", counts: (blanks, errors, warnings) => [blanks > 0 ? `${blanks} cells blank` : "", errors > 0 ? `${errors} errors` : "", warnings > 0 ? `${warnings} warnings` : ""].filter((part) => part !== "").join(" · "),
    allGood: "Every cell is filled in, no errors.", noUnit: "No unit chosen", deadline: (day) => `By ${formatDay(day)}`, fileName: (name) => `File name: ${name}`, checksum: (code) => `Figure code ${code}`,
    problems: (count) => `Problems (${count})`, rows: "Line by line", rehearsal: "What the office will see", toCell: "Go to cell", toCellOf: (name) => `Go to cell: ${name}`, checking: "Checking",
    status: { ok: "✔ fine", blank: "○ blank", error: "✘ error", warning: "⚠ look again", notApplicable: "– does not apply" },
  },
  settings: {
    title: "Settings", language: "Language", vi: "Tiếng Việt", en: "English", theme: "Theme", light: "Light", dark: "Dark", system: "As the system",
    privacy: "No data leaves this machine: nothing is sent, there is no server, nothing is tracked.", undoNote: "After writing into the workbook Excel cannot undo earlier steps with Ctrl+Z; use “Put back as before”.",
  },
};

export const prepareWords: Readonly<Record<Language, PrepareWords>> = { vi, en };
