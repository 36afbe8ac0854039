/** Names of states, levels and stages as they stand in tables and sentences. */
import type { Origin, Verdict } from "#domain/figure";
import type { CoverageState, LedgerState } from "#domain/ledger-types";
import type { PartId } from "#domain/form";
import type { Comparator, Measure, Role, Stage } from "#domain/plan";
import type { Severity } from "#domain/problem";
import { formatWhole } from "./format-vi";

/** Lỗi, cảnh báo, để biết. */
export const severityNames: Readonly<Record<Severity, string>> = { error: "Lỗi", warning: "Cảnh báo", info: "Để biết" };

/** The ten ends a file can come to (kết quả nhận file). */
export const ledgerStateNames: Readonly<Record<LedgerState, string>> = {
  accepted: "Đã nhận",
  acceptedWithWarnings: "Đã nhận (có cảnh báo)",
  returned: "Trả lại",
  awaitingDecision: "Chờ quyết định",
  superseded: "Đã thay bằng bản khác",
  identicalCopy: "Trùng nội dung",
  notThisForm: "Không phải biểu này",
  unknownUnit: "Chưa rõ đơn vị",
  notExpected: "Đơn vị không phải nộp",
  unreadable: "Không đọc được",
};

/** The same inside one line: `47 file = 35 nhận + 3 trả lại + …`. */
export const ledgerStateShort: Readonly<Record<LedgerState, string>> = {
  accepted: "nhận", acceptedWithWarnings: "nhận có cảnh báo", returned: "trả lại", awaitingDecision: "chờ quyết định",
  superseded: "bản cũ", identicalCopy: "trùng", notThisForm: "không phải biểu này", unknownUnit: "chưa rõ đơn vị",
  notExpected: "không phải nộp", unreadable: "không đọc được",
};

/** Where a unit stands at a deadline (tình hình nộp). */
export const coverageStateNames: Readonly<Record<CoverageState, string>> = {
  onTime: "Đúng hạn", late: "Muộn", dateUnknown: "Chưa rõ ngày nhận", missing: "Chưa nộp", notDue: "Chưa đến hạn",
};

/** With the days of delay where there are any: `Muộn 3 ngày`. */
export function coverageStateName(state: CoverageState, daysLate = 0, hasDue = true): string {
  if (!hasDue && state === "onTime") return "Đã nộp (chưa đặt hạn)";
  if (!hasDue && state === "notDue") return "Chưa nộp (chưa đặt hạn)";
  return state === "late" && daysLate > 0 ? `Muộn ${formatWhole(daysLate)} ngày` : coverageStateNames[state];
}

/** Kết luận về một chỉ tiêu. */
export const verdictNames: Readonly<Record<Verdict, string>> = { met: "Đạt", notMet: "Chưa đạt", undecided: "Chưa kết luận" };

export const stageNames: Readonly<Record<Stage, string>> = { registration: "Đăng ký thi đua", midterm: "Báo cáo sơ kết", summary: "Báo cáo tổng kết" };

/** The stage in the middle of a sentence; a word that is no stage stays as it was found. */
export function stageWord(stage: string): string {
  return stage === "registration" ? "đăng ký" : stage === "midterm" ? "sơ kết" : stage === "summary" ? "tổng kết" : stage;
}

export const measureNames: Readonly<Record<Measure, string>> = {
  count: "Số lượng", ratio: "Tỷ lệ", yesNo: "Có/không", change: "Tăng/giảm", text: "Định tính",
};

/** Cấp mà mức kế hoạch ràng buộc. */
export const roleNames: Readonly<Record<Role, string>> = { unit: "Từng đơn vị", intermediate: "Từng đơn vị cấp trên", scope: "Toàn phạm vi kế hoạch" };

/** A comparator as it is said before its value: `ít nhất 95 %`. */
export const comparatorWords: Readonly<Record<Comparator, string>> = {
  ">=": "ít nhất", ">": "trên", "<=": "không quá", "<": "dưới", "=": "đúng bằng", reduceBy: "giảm ít nhất", increaseBy: "tăng ít nhất",
};

/** The words for a comparator found in a fact; an unknown one stays as it is. */
export function comparatorWord(comparator: string): string {
  return (comparatorWords as Readonly<Record<string, string>>)[comparator] ?? comparator;
}

export const originNames: Readonly<Record<Origin, string>> = {
  file: "File của đơn vị", entered: "Nhập thay đơn vị", corrected: "Đã điều chỉnh", officeTotal: "Số tổng hợp của cấp trên",
};

/** What each input cell of the form is called. */
export const partNames: Readonly<Record<PartId, string>> = {
  value: "Số lượng", numerator: "Số đạt", denominator: "Tổng số", percent: "Tỷ lệ %", answer: "Đạt/Chưa đạt", text: "Nội dung",
  startNumerator: "Số đạt đầu năm", startDenominator: "Tổng số đầu năm",
  endNumerator: "Số đạt cuối năm", endDenominator: "Tổng số cuối năm", endPercent: "Tỷ lệ % cuối năm",
};

/** The name of a cell: a part's own word, or what the plan calls it. */
export function partName(label: string): string {
  return Object.hasOwn(partNames, label) ? partNames[label as PartId] : label;
}

/** A person whose name is left out of what leaves the office. */
export const personNumber = (number: number): string => `Người số ${number}`;

/** Titles as officers abbreviate them. */
const titleShort: Readonly<Record<string, string>> = { LDTT: "LĐTT", CSTDCS: "CSTĐCS", CSTDBT: "CSTĐ cấp Bộ, tỉnh", CSTDTQ: "CSTĐTQ", TTLDTT: "TTLĐTT", TTLDXS: "TTLĐXS" };

export function titleWord(title: string): string {
  return titleShort[title] ?? title;
}
