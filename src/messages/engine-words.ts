/** What the engine says of figures, files and deadlines, in both languages (lời của bộ máy). */
import type { Stage } from "#domain/plan";
import { formatDate, formatDay, formatWhole } from "./format-vi";
import type { Language } from "./problems";
import { stageWord } from "./words-vi";

export interface Undecided {
  readonly now: string;
  readonly target: string;
  readonly missing: number;
  /** `null`: not bounded on this side. */
  readonly low: string | null;
  readonly high: string | null;
}

export interface ReminderFacts {
  readonly now: string;
  readonly office: string;
  readonly stage: Stage;
  readonly plan: string;
  readonly due: string | null;
  readonly isOver: boolean;
  /** Names of units; by office where the reminder goes to offices. */
  readonly missing: readonly string[];
  readonly returned: readonly string[];
  readonly receiver: string | null;
}

const vi = {
  yes: "Đạt",
  no: "Chưa đạt",
  notApplicable: "Không có đối tượng",
  notMetWhatever: (missing: number): string => `Chưa đạt, kể cả khi ${formatWhole(missing)} đơn vị chưa có số đều đạt hết.`,
  metWhatever: (missing: number): string => `Đã đạt, dù ${formatWhole(missing)} đơn vị chưa có số.`,
  undecided: ({ now, target, missing, low, high }: Undecided): string => {
    const range = low !== null && high !== null ? `có thể từ ${low} đến ${high}` : low !== null ? `có thể từ ${low} trở lên` : high !== null ? `có thể đến ${high}` : "chưa biết sẽ là bao nhiêu";
    return `Chưa kết luận được: hiện ${now === "—" ? "chưa có số" : now}, mức đặt ra là ${target}. Còn ${formatWhole(missing)} đơn vị chưa có số, nên kết quả ${range}.`;
  },
  reminder: ({ now, office, stage, plan, due, isOver, missing, returned, receiver }: ReminderFacts): string => [
    `Kính gửi ${receiver ?? "các thầy cô"}: đến ${clock(now)}, ${office} ${missing.length > 0 ? `chưa nhận báo cáo ${stageWord(stage)} “${plan}” của ${formatWhole(missing.length)} đơn vị: ${missing.join("; ")}.` : `đã nhận đủ báo cáo ${stageWord(stage)} “${plan}”.`}`,
    ...(returned.length > 0 ? [`${formatWhole(returned.length)} đơn vị đã gửi nhưng cần sửa và gửi lại: ${returned.join("; ")}.`] : []),
    due === null ? "Đề nghị gửi sớm." : isOver ? `Hạn nộp là ${formatDay(due)}, đã qua. Đề nghị gửi ngay.` : `Đề nghị gửi chậm nhất ${formatDay(due)}.`,
    "Đơn vị đã gửi xin nhắn lại giúp.",
  ].join(" "),
  reminderOne: ({ now, office, stage, plan, due, isOver, returned, receiver }: ReminderFacts): string => [
    `Kính gửi ${receiver ?? ""}: ${returned.length > 0
      ? `báo cáo ${stageWord(stage)} “${plan}” của đơn vị đã đến nhưng còn chỗ phải sửa; đề nghị sửa và gửi lại cho ${office}.`
      : `đến ${clock(now)}, ${office} chưa nhận báo cáo ${stageWord(stage)} “${plan}” của đơn vị.`}`,
    due === null ? "Đề nghị gửi sớm." : isOver ? `Hạn nộp là ${formatDay(due)}, đã qua. Đề nghị gửi ngay.` : `Đề nghị gửi chậm nhất ${formatDay(due)}.`,
    "Nếu đã gửi, xin nhắn lại giúp.",
  ].join(" "),
  unknownBook: "Chưa mở sổ nào.",
  unknownPlan: (plan: string): string => `Không có kế hoạch “${plan}” trong tiện ích này.`,
  planThere: (title: string): string => `Đã có kế hoạch “${title}” trong danh sách; chọn kế hoạch đó để làm tiếp.`,
  unknownUnit: (unit: string): string => `Danh mục không có đơn vị “${unit}”.`,
  notABook: "Bảng tính đang mở không phải sổ tổng hợp, hoặc phần dữ liệu của sổ đã mất.",
  noFormStage: "Kế hoạch không có biểu cho kỳ này.",
  badDay: (text: string): string => `“${text}” không phải một ngày. Ghi dạng ngày/tháng/năm, ví dụ 17/10/2025.`,
  arrivalUnread: (line: string): string => `Chưa đọc được dòng “${line}”. Mỗi dòng ghi tên file (hoặc mã, tên đơn vị) rồi ngày nhận.`,
  arrivalUnknown: (name: string): string => `Không có file nào ứng với “${name}”.`,
  arrivalShared: (name: string, count: number): string => `“${name}” là tên của ${count} file từ nhiều đơn vị. Ghi cả tên thư mục, hoặc ghi tên đơn vị.`,
  arrivalNoDue: "Kế hoạch và cơ quan chưa đặt hạn, nên không thể ghi “đúng hạn”. Chọn một ngày.",
  reasonNeeded: "Cần ghi lý do.",
  nameNeeded: "Cần đặt tên cho lần chốt, ví dụ “Lần 1”.",
  nameUsed: (name: string): string => `Đã có lần chốt tên “${name}”. Đặt tên khác.`,
  notFrozen: "Chưa chốt số liệu lần nào.",
  frozenOn: (name: string, on: string): string => `Số liệu chốt “${name}” ngày ${formatDate(on)}`,
  sameName: (code: string): string => `Trùng tên với đơn vị mã ${code}: hai đơn vị khác nhau hay một đơn vị ghi hai lần?`,
  kindUnknown: "Chưa rõ loại hình. Chọn loại hình của đơn vị.",
  parentUnknown: (parent: string): string => `Không tìm thấy cấp trên “${parent}” trong danh mục.`,
  directlyManaged: "Các đơn vị trực thuộc",
  bookName: (plan: string, stage: Stage, office: string): string => `Sổ tổng hợp ${stageWord(stage)} - ${plan} - ${office}`,
  receiptName: (plan: string): string => `Kết quả nhận file - ${plan}`,
  formsName: (plan: string, stage: Stage): string => `Biểu ${stageWord(stage)} - ${plan}`,
  exportUpName: (plan: string, stage: Stage, office: string): string => `Sổ nộp cấp trên - ${office} - ${stageWord(stage)} - ${plan}`,
  handoverName: (name: string, code: string, plan: string): string => `Sổ bàn giao - ${name} (${code}) - ${plan}`,
  handoverZip: (plan: string): string => `Sổ bàn giao - ${plan}`,
  slipsName: (plan: string): string => `Phiếu trả lại - ${plan}`,
  remindersName: (plan: string): string => `Tin nhắc - ${plan}`,
  notEarlier: (asOf: string): string => `Sổ này tính đến ngày ${formatDate(asOf)}, không trước ngày của sổ đang mở: kiểm tra có đúng là sổ năm trước không.`,
  yearUnmatched: (codes: readonly string[]): string => `${formatWhole(codes.length)} chỉ tiêu năm nay không có chỉ tiêu tương ứng ở sổ năm trước, nên không so sánh: ${codes.join(", ")}.`,
  yearUnlisted: (names: readonly string[]): string => `${formatWhole(names.length)} đơn vị có số ở sổ trước nhưng không có trong danh mục hiện nay, không được cộng: ${names.join("; ")}. Ghi đơn vị đã giải thể và đơn vị kế tiếp vào danh mục rồi lấy lại.`,
  notFormer: "File này không phải sổ đăng ký, sơ kết của cùng kế hoạch, cũng không phải sổ cùng biểu của năm trước.",
  stage: (stage: Stage): string => stageWord(stage),
  notAReport: (path: string): string => `“${path}” không phải báo cáo Word do sổ này lập, hoặc các chỗ để viết đã bị xóa hết.`,
  uncoded: (heading: string, text: string, count: number): string => `Chưa có mã ở cột “${heading}” cho “${text}”: ${formatWhole(count)} dòng để trống.`,
  nothingReturned: "Không có bài nào bị trả lại, hoặc đơn vị đã có bài khác được nhận.",
  rehearsal: (name: string, figure: string, target: string, isMet: boolean | null): string => `${name}: ${figure}${target === "" ? "" : ` (mức ${target}${isMet === null ? "" : isMet ? ", đạt" : ", chưa đạt"})`}`,
};

export type EngineWords = {
  readonly [Key in keyof typeof vi]: (typeof vi)[Key] extends (...facts: infer Facts) => string ? (...facts: Facts) => string : string;
};

const stageEn: Readonly<Record<Stage, string>> = { registration: "registration", midterm: "mid-term report", summary: "summary report" };

const en: EngineWords = {
  yes: "Met",
  no: "Not met",
  notApplicable: "Does not apply",
  notMetWhatever: (missing) => `Not met, even if all ${missing} units without a figure reach it.`,
  metWhatever: (missing) => `Met, whatever the ${missing} units without a figure report.`,
  undecided: ({ now, target, missing, low, high }) => {
    const range = low !== null && high !== null ? `can be anything from ${low} to ${high}` : low !== null ? `can be ${low} or more` : high !== null ? `can be up to ${high}` : "is not known yet";
    return `Undecided: now ${now === "—" ? "no figure" : now}, target ${target}. ${missing} units have no figure yet, so the result ${range}.`;
  },
  // Messages to schools are in Vietnamese whatever the officer's screen speaks.
  reminder: vi.reminder,
  reminderOne: vi.reminderOne,
  unknownBook: "No book is open.",
  unknownPlan: (plan) => `There is no plan “${plan}” in this add-in.`,
  planThere: (title) => `“${title}” is already in the list; choose it to go on with it.`,
  unknownUnit: (unit) => `The roster has no unit “${unit}”.`,
  notABook: "The open workbook is no book, or the book's own data is lost.",
  noFormStage: "The plan has no form for this stage.",
  badDay: (text) => `“${text}” is not a day. Write day/month/year, e.g. 17/10/2025.`,
  arrivalUnread: (line) => `The line “${line}” could not be read. Write the file's name (or the unit's code or name), then the day it arrived.`,
  arrivalUnknown: (name) => `No file matches “${name}”.`,
  arrivalShared: (name, count) => `“${name}” is the name of ${count} files from several units. Add the folder's name, or write the unit's name.`,
  arrivalNoDue: "Neither the plan nor the office has set a deadline, so nothing can be “in time”. Choose a day.",
  reasonNeeded: "A reason is needed.",
  nameNeeded: "Give the snapshot a name, e.g. “Lần 1”.",
  nameUsed: (name) => `There is a snapshot “${name}” already. Choose another name.`,
  notFrozen: "No figures have been frozen yet.",
  frozenOn: (name, on) => `Figures frozen as “${name}” on ${formatDate(on)}`,
  sameName: (code) => `Same name as unit ${code}: two units, or one written twice?`,
  kindUnknown: "Kind not recognised. Choose the unit's kind.",
  parentUnknown: (parent) => `The office above, “${parent}”, is not in the roster.`,
  directlyManaged: "Directly managed units",
  bookName: vi.bookName,
  receiptName: vi.receiptName,
  formsName: (plan, stage) => `Forms ${stageEn[stage]} - ${plan}`,
  exportUpName: vi.exportUpName,
  handoverName: vi.handoverName,
  handoverZip: vi.handoverZip,
  slipsName: vi.slipsName,
  remindersName: vi.remindersName,
  notEarlier: (asOf) => `This book is of ${formatDate(asOf)}, not earlier than the open one: make sure that it is last year's.`,
  yearUnmatched: (codes) => `${codes.length} of this year's indicators have none to go with in last year's book and are not compared: ${codes.join(", ")}.`,
  yearUnlisted: (names) => `${names.length} units with figures in the former book are not in today's roster and not in the sums: ${names.join("; ")}. Enter closed units and their successors, then take the figures again.`,
  notFormer: "This file is neither an earlier stage's book of the same plan nor last year's book of the same stage.",
  stage: (stage) => stageEn[stage],
  notAReport: (path) => `“${path}” is no Word report of this book, or its places for the office's words are gone.`,
  uncoded: (heading, text, count) => `No code in the column “${heading}” for “${text}”: left blank in ${count} rows.`,
  nothingReturned: "No report was returned, or the unit has another one that is in use.",
  rehearsal: (name, figure, target, isMet) => `${name}: ${figure}${target === "" ? "" : ` (target ${target}${isMet === null ? "" : isMet ? ", met" : ", not met"})`}`,
};

export const engineWords: Readonly<Record<Language, EngineWords>> = { vi, en };

/** 16 giờ ngày 16/10/2025 (`2025-10-16T16:05`); without a time, the day alone. */
function clock(now: string): string {
  const hour = /T(\d{2})/.exec(now)?.[1];
  return hour === undefined ? `ngày ${formatDate(now)}` : `${Number(hour)} giờ ngày ${formatDate(now)}`;
}
