/** Words of entry on behalf (nhập thay đơn vị). */
import { formatWhole } from "../format-vi";
import type { Language } from "../problems";
import type { WordsLike } from "./words";

const vi = {
  title: "Nhập thay đơn vị",
  reading: "Đang mở biểu của đơn vị…",
  intro: (unit: string): string => `${unit}: gõ lại từ bản giấy, bản scan hoặc điện thoại. Mọi nơi dùng số này đều ghi rõ là nhập thay.`,
  source: "Nguồn",
  document: "Văn bản hoặc cách nhận",
  documentHint: "Ví dụ: Báo cáo số 12/BC-MN, bản scan; hoặc điện thoại của hiệu trưởng",
  date: "Ngày của văn bản, cuộc gọi",
  by: "Người nhập",
  receivedOn: "Ngày nhận",
  receivedHint: "Để trống nếu chưa rõ: chưa rõ thì không bị coi là muộn.",
  figures: (filled: number, all: number): string => `Số liệu (${formatWhole(filled)}/${formatWhole(all)})`,
  hint: "Bấm Enter để sang ô dưới. Ô để trống là chưa báo cáo, không phải 0; gõ tiếp cùng một văn bản thì các dòng đã nhập từ văn bản đó vẫn còn.",
  now: (figure: string): string => `Đang tính: ${figure}`,
  notApplicable: "Không có đối tượng",
  notApplicableOf: (name: string): string => `Không có đối tượng: ${name}`,
  yes: "Đạt",
  no: "Chưa đạt",
  unanswered: "(chưa trả lời)",
  cell: (indicator: string, label: string): string => `${indicator}, ${label}`,
  save: (rows: number): string => `Ghi vào sổ (${formatWhole(rows)} mục)`,
  saving: "Đang ghi vào sổ",
  saved: (rows: number): string => `Đã ghi ${formatWhole(rows)} mục, có ghi là nhập thay đơn vị.`,
  faults: (count: number): string => `Còn ${formatWhole(count)} chỗ chưa đọc được. Sửa rồi ghi lại; chưa có gì được ghi vào sổ.`,
  documentNeeded: "Cần ghi nguồn để sau này tra lại được.",
  dateNeeded: "Cần ghi ngày.",
  nothingTyped: "Chưa gõ số nào.",
};

export type EntryWords = WordsLike<typeof vi>;

const en: EntryWords = {
  title: "Enter for the unit",
  reading: "Opening the unit's form…",
  intro: (unit) => `${unit}: typed from paper, a scan or the telephone. Wherever these figures are used they are marked as entered.`,
  source: "Source",
  document: "Document, or how it came",
  documentHint: "For example: report no. 12, scanned; or a call from the headmaster",
  date: "Day of the document or call",
  by: "Entered by",
  receivedOn: "Received on",
  receivedHint: "Leave empty if unknown: unknown is never late.",
  figures: (filled, all) => `Figures (${filled}/${all})`,
  hint: "Enter goes to the next cell. An empty cell is not reported, not 0; typed on from the same document, rows entered from it before stay.",
  now: (figure) => `Counts now: ${figure}`,
  notApplicable: "Does not apply",
  notApplicableOf: (name) => `Does not apply: ${name}`,
  yes: "Met",
  no: "Not met",
  unanswered: "(no answer)",
  cell: (indicator, label) => `${indicator}, ${label}`,
  save: (rows) => `Record (${rows} rows)`,
  saving: "Writing into the book",
  saved: (rows) => `${rows} rows recorded, marked as entered for the unit.`,
  faults: (count) => `${count} entries could not be read. Mend them and record again; nothing was written.`,
  documentNeeded: "Say where it comes from, so that it can be found again.",
  dateNeeded: "The day is needed.",
  nothingTyped: "Nothing is typed yet.",
};

export const entryWords: Readonly<Record<Language, EntryWords>> = { vi, en };

/** What the form's own cells say, whatever the screen speaks. */
export const typedAnswers = { yes: "Đạt", no: "Chưa đạt" } as const;
