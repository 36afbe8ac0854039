/** Words of return slips and of the messages that go with them (phiếu trả lại, tin nhắn kèm theo). */
import type { Stage } from "#domain/plan";
import { formatDate, formatDay, formatWhole } from "./format-vi";
import { stageWord } from "./words-vi";

export interface SlipMessageFacts {
  readonly unit: string;
  readonly office: string;
  readonly stage: Stage;
  readonly plan: string;
  readonly receivedOn: string | null;
  /** Last valid day; `null`: nobody has set one, or it is over. */
  readonly due: string | null;
  readonly fileName: string;
  /** Nothing was filled in. */
  readonly isEmpty: boolean;
  readonly errors: readonly string[];
}

const MOST_SAID = 6;

export const slipWords = {
  title: "PHIẾU TRẢ LẠI – NHỮNG CHỖ CẦN SỬA",
  intro: "Biểu của đơn vị được trả lại vì còn chỗ chưa dùng được. Các số đã gửi vẫn nằm nguyên trong file này. Bấm vào cột “Chỗ cần sửa” để đến ô, gõ lại cho đúng (ô cần sửa tô đỏ, có ghi chú, hết đỏ khi đã đổi), lưu lại rồi gửi chính file này. Không cần điền lại các ô khác.",
  columns: ["TT", "Chỗ cần sửa", "Đang ghi", "Vì sao và sửa thế nào", "Tình trạng"],
  left: ["Còn ", " chỗ chưa sửa"],
  noneLeft: "Đã sửa hết các chỗ được nêu. Xem lại dòng kiểm tra ở đầu sheet Chỉ tiêu rồi gửi lại.",
  unchanged: "Chưa sửa",
  stillWrong: "Còn lỗi",
  changed: "Đã sửa",
  toCheck: "Nên xem lại",
  blank: "(trống)",
  questions: "Nên xem lại (không bắt buộc sửa, đúng rồi thì để nguyên)",
  cell: (sheet: string, cell: string): string => `${sheet}, ô ${cell}`,
  noCell: "Cả biểu",
  noteError: "CẦN SỬA",
  noteQuestion: "NÊN XEM LẠI",
  fileName: (form: string): string => `Phiếu trả lại - ${form}`,
  message: ({ unit, office, stage, plan, receivedOn, due, fileName, isEmpty, errors }: SlipMessageFacts): string => [
    `Kính gửi ${unit}: ${office} đã nhận báo cáo ${stageWord(stage)} “${plan}” của đơn vị${receivedOn === null ? "" : ` ngày ${formatDate(receivedOn)}`}, nhưng còn ${formatWhole(errors.length)} chỗ phải sửa nên chưa cộng được:`,
    ...errors.slice(0, MOST_SAID).map((sentence, index) => `${index + 1}. ${sentence}`),
    ...(errors.length > MOST_SAID ? [`… và ${formatWhole(errors.length - MOST_SAID)} chỗ khác, ghi đủ trong file.`] : []),
    `Đề nghị ${isEmpty ? `điền vào file “${fileName}” gửi kèm` : `mở file “${fileName}” gửi kèm (có sẵn số liệu của đơn vị), sửa các ô tô đỏ`}, lưu và gửi lại ${due === null ? "sớm" : `chậm nhất ${formatDay(due)}`}.`,
  ].join("\n"),
} as const;
