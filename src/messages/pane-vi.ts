/** What the task pane says (ngăn tác vụ). Names of states, levels and stages stand in `words-vi.ts`. */
import { parseExact } from "#domain/exact";
import type { Indicator, Milestone, Plan, Target } from "#domain/plan";
import { exactNumber, exactPercent, exactPoints, formatDate, formatDay } from "./format-vi";
import { comparatorWords, measureNames, roleNames } from "./words-vi";

export const paneWords = {
  product: "Sổ Thi Đua",
  tagline: "Tổng hợp thi đua – khen thưởng ngành Giáo dục",
  choosePlan: "Kế hoạch",
  noPlans: "Chưa có kế hoạch nào đi kèm bản này.",
  issuer: "Ban hành",
  number: "Số",
  period: "Thời gian",
  scope: "Phạm vi",
  indicators: (count: number): string => `Chỉ tiêu (${count})`,
  milestones: (count: number): string => `Hạn (${count})`,
  open: (count: number): string => `Chưa quy định (${count})`,
  code: "Mã",
  indicator: "Chỉ tiêu",
  target: "Mức kế hoạch",
  noTarget: "Không đặt mức",
  qualitative: "Định tính",
  reading: "Cách hiểu",
  readingHint: "Kế hoạch không viết rõ; đây là cách hiểu đang dùng.",
  otherReadings: "Cách hiểu khác:",
  basedOn: (section: string): string => `Căn cứ: mục ${section}`,
  noSource: "Căn cứ và ghi chú",
  quoted: (quote: string): string => `“${quote}”`,
  nobodyAnswers: "Kế hoạch chưa quy định đơn vị nào báo cáo.",
  noMilestones: "Kế hoạch không đặt mốc thời hạn nào.",
  noDueDate: "Kế hoạch không đặt hạn: chưa ai bị coi là muộn.",
  to: (receiver: string): string => `Gửi: ${receiver}`,
  optional: "(nếu có)",
  openHint: "Những điểm kế hoạch để ngỏ. Cán bộ phụ trách trả lời trước khi phát biểu; kế hoạch gốc không bị sửa.",
  nothingOpen: "Kế hoạch không để ngỏ điểm nào.",
  required: "Cần trả lời",
  broken: "Ngăn tác vụ gặp lỗi và đã dừng. Số liệu trong Excel không bị thay đổi. Đóng rồi mở lại Sổ Thi Đua.",
};

/** Ngày bắt đầu và kết thúc: 01/01/2024 – 31/12/2025. */
export function periodWords({ period }: Plan): string {
  return `${period.label} (${formatDate(period.from)} – ${formatDate(period.to)})`;
}

/** What kind of figure it is: `Tỷ lệ, %`. */
export function measureWords({ measure, unit }: Indicator): string {
  const name = measureNames[measure];
  return name.toLowerCase() === unit.toLowerCase() ? name : `${name}, ${unit}`;
}

/** A target as it is said: `ít nhất 99,5 %`, `ít nhất 344 trường`, `giảm ít nhất 0,3 điểm %`. */
export function targetWords({ basis, comparator, value, label }: Target, unit: string): string {
  const exact = parseExact(value);
  if (!exact) return label ?? value;
  // A target of change by 0 and the like is said in the plan's own words.
  if (exact.n === 0n && label) return label;
  const figure = basis === "share" ? exactPercent(exact) : basis === "change" ? exactPoints(exact) : `${exactNumber(exact)} ${unit}`;
  return comparator === "=" ? figure : `${comparatorWords[comparator]} ${figure}`;
}

/** Whom a target binds: the scope by its own name, the other roles by their words. */
export function bindsWords({ role, by }: Target, scope: string): string {
  const who = role === "scope" ? scope : roleNames[role];
  return by === undefined ? who : `${who}, đến ${by.length === 4 ? by : formatDate(by)}`;
}

/**
 * A deadline as its last valid day (ngày cuối còn hợp lệ) with the weekday: "before 1 May" is Tuesday 30 April.
 * Empty where the plan sets no date.
 */
export function dueWords({ due, rule }: Milestone): string {
  if (due === undefined) return "";
  const day = new Date(`${due}T00:00:00Z`);
  if (rule === "before") day.setUTCDate(day.getUTCDate() - 1);
  return `Chậm nhất ${formatDay(day.toISOString())}`;
}
