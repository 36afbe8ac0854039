/** Words of the start and of Hôm nay (bắt đầu, hôm nay). */
import { formatWhole } from "../format-vi";
import type { Language } from "../problems";
import type { WordsLike } from "./words";

const vi = {
  start: {
    title: "Bắt đầu",
    intro: "Thả các file trường gửi vào đây: ai chưa nộp, số nào sai, tổng hợp ra sao. Số liệu không rời khỏi máy này.",
    tryIt: "Xem thử với một huyện mẫu",
    tryHint: "45 file mẫu có đủ kiểu lỗi, đọc thật trước mắt anh/chị trong vài giây.",
    trying: "Xem thử với huyện mẫu",
    drop: "THẢ SỔ, BIỂU HOẶC PLAN SHEET VÀO ĐÂY",
    open: "MỞ SỔ HOẶC BIỂU ĐÃ CÓ",
    openHint: "Sổ tổng hợp (.xlsx) hoặc biểu của một đơn vị",
    choose: "Chọn file",
    prepare: "Chuẩn bị kế hoạch mới",
    prepareHint: "Chọn kế hoạch, dán danh sách đơn vị, phát biểu mẫu.",
    foreign: "Bảng tính đang mở không phải sổ hay biểu của tiện ích. Các trang của sổ sẽ được thêm vào cạnh các trang có sẵn; không trang nào của anh/chị bị sửa.",
    opening: "Đang mở file",
  },
  headline: (missing: number, returned: number): string =>
    missing === 0 && returned === 0 ? "Tất cả đơn vị đã nộp" : [missing > 0 ? `${formatWhole(missing)} đơn vị chưa nộp` : "", returned > 0 ? `${formatWhole(returned)} đơn vị phải sửa` : ""].filter((part) => part !== "").join(", "),
  nobodyExpected: "Mốc này chưa có đơn vị nào phải nộp.",
  expected: (count: number): string => `${formatWhole(count)} đơn vị`,
  remind: "Chép tin nhắc cho nhóm",
  seeUnits: (count: number): string => `Xem ${formatWhole(count)} đơn vị`,
  drop: "THẢ FILE CÁC TRƯỜNG GỬI VÀO ĐÂY",
  dropHint: "cả thư mục cũng được · file gốc không bị sửa",
  chooseFiles: "Chọn file",
  chooseFolder: "Chọn thư mục",
  last: "Lần gần nhất",
  see: "Xem",
  attention: "Đáng chú ý",
  nothing: "Chưa có gì phải chú ý.",
  level: (target: string): string => `Mức: ${target}.`,
  decide: (count: number): string => `${formatWhole(count)} việc cần anh/chị quyết định`,
  decideAction: "Quyết định",
  dates: (count: number): string => `${formatWhole(count)} file chưa rõ ngày nhận: chưa ghi trường nào là nộp muộn`,
  datesAction: "Ghi ngày nhận",
  open: (count: number): string => `Kế hoạch còn ${formatWhole(count)} điểm chưa quy định phải trả lời`,
  openAction: "Trả lời",
  waiting: (count: number): string => `${formatWhole(count)} file đến sau lần chốt đang chờ`,
  receipt: (files: number, groups: Readonly<Record<"accepted" | "returned" | "decision" | "notCounted" | "unreadable", number>>): string => {
    const parts = [[groups.accepted, "nhận"], [groups.returned, "trả lại"], [groups.decision, "cần quyết định"], [groups.notCounted, "không tính"], [groups.unreadable, "không đọc được"]] as const;
    return `${formatWhole(files)} file = ${parts.filter(([count]) => count > 0).map(([count, word]) => `${formatWhole(count)} ${word}`).join(" + ") || "0"}`;
  },
  receiving: "Đang nhận file",
};

export type TodayWords = WordsLike<typeof vi>;

const en: TodayWords = {
  start: {
    title: "Start",
    intro: "Drop the files schools sent: who is missing, what is wrong, what it adds up to. No data leaves this machine.",
    tryIt: "Try it with a sample district",
    tryHint: "45 sample files with every kind of trouble, really read before your eyes in a few seconds.",
    trying: "Trying the sample district",
    drop: "DROP A BOOK, FORM OR PLAN SHEET HERE",
    open: "OPEN A BOOK OR A FORM",
    openHint: "A book (.xlsx) or one unit's form",
    choose: "Choose a file",
    prepare: "Prepare a new plan",
    prepareHint: "Choose the plan, paste the list of units, hand out the forms.",
    foreign: "The open workbook is no book or form of this add-in. The book's sheets will be added beside what is there; none of yours is changed.",
    opening: "Opening the file",
  },
  headline: (missing, returned) =>
    missing === 0 && returned === 0 ? "Every unit has submitted" : [missing > 0 ? `${missing} units missing` : "", returned > 0 ? `${returned} units to mend` : ""].filter((part) => part !== "").join(", "),
  nobodyExpected: "Nobody owes anything at this milestone.",
  expected: (count) => `${count} units`,
  remind: "Copy the reminder",
  seeUnits: (count) => `See ${count} units`,
  drop: "DROP THE SCHOOLS' FILES HERE",
  dropHint: "whole folders too · the originals are never changed",
  chooseFiles: "Choose files",
  chooseFolder: "Choose a folder",
  last: "Last time",
  see: "See",
  attention: "Worth a look",
  nothing: "Nothing needs attention.",
  level: (target) => `Target: ${target}.`,
  decide: (count) => `${count} matters need your decision`,
  decideAction: "Decide",
  dates: (count) => `${count} files without a day of arrival: nobody is called late yet`,
  datesAction: "State the days",
  open: (count) => `The plan leaves ${count} required points open`,
  openAction: "Answer",
  waiting: (count) => `${count} files came after the freeze and wait`,
  receipt: (files, groups) => {
    const parts = [[groups.accepted, "accepted"], [groups.returned, "returned"], [groups.decision, "to decide"], [groups.notCounted, "not counted"], [groups.unreadable, "unreadable"]] as const;
    return `${files} files = ${parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(" + ") || "0"}`;
  },
  receiving: "Taking in files",
};

export const todayWords: Readonly<Record<Language, TodayWords>> = { vi, en };
