/** What is said of a plan made from last year's (nhân bản cho năm sau), in the copy itself and of it. */
import type { NextPlanWords, PlanReview } from "#domain/next-plan/next-plan";
import type { Plan } from "#domain/plan";
import { formatDate, formatDay } from "./format-vi";
import { bindsWords, targetWords } from "./pane-vi";
import type { WordsLike } from "./pane/words";
import type { Language } from "./problems";

/** In the copy, which is a Vietnamese document. */
export const nextPlanWords: NextPlanWords = {
  note: ({ shortTitle }, { section, quote }) => `Kế hoạch trước (${shortTitle}), mục ${section}: “${quote}”.`,
  askNumber: "Số, ký hiệu của kế hoạch là gì?",
  askIssuedOn: "Kế hoạch ban hành ngày nào?",
};

const vi = {
  titles: {
    period: "Thời kỳ", due: "Thời hạn đã dời", level: "Mức kế hoạch: giữ hay đổi", words: "Câu chữ đã đổi năm", undated: "Câu chữ còn ghi năm, chưa đổi",
    document: "Căn cứ: còn hiệu lực không", dropped: "Không chép sang",
  },
  dropped: {
    number: (text: string): string => `Số kế hoạch ${text}`, issuedOn: (text: string): string => `Ngày ban hành ${text}`,
    signedBy: (text: string): string => `Người ký ${text}`, event: (text: string): string => `Sự kiện: ${text}`, remark: (text: string): string => `Lưu ý về văn bản cũ: ${text}`,
  },
  weekend: "rơi vào ngày nghỉ",
};

const en: WordsLike<typeof vi> = {
  titles: {
    period: "Period", due: "Deadlines moved", level: "Levels: keep or change", words: "Years changed in words", undated: "Words that still name a year",
    document: "Based on: still in force?", dropped: "Not taken over",
  },
  dropped: {
    number: (text) => `Number ${text}`, issuedOn: (text) => `Date of issue ${text}`, signedBy: (text) => `Signed by ${text}`,
    event: (text) => `Event: ${text}`, remark: (text) => `Remark on the former text: ${text}`,
  },
  weekend: "a day off",
};

const words = { vi, en } as const;

export function reviewTitle(kind: PlanReview["kind"], language: Language): string {
  return words[language].titles[kind];
}

/** One thing to look at, in a line. */
export function reviewLine(item: PlanReview, plan: Plan, language: Language): string {
  const { dropped, weekend } = words[language];
  switch (item.kind) {
    case "period": return `${periodOf(item.before)} → ${periodOf(item.after)}`;
    case "due": return `${item.name}: ${formatDay(item.before)} → ${formatDay(item.after)}${isWeekend(item.after) ? ` (${weekend})` : ""}`;
    case "level": {
      const { code, name, unit } = item.indicator;
      return `${code} ${name}: ${item.targets.map((target) => `${targetWords(target, unit === "%" ? "" : unit)} (${bindsWords(target, plan.scope.name)})`).join("; ")}`;
    }
    case "words": return `${item.before} → ${item.after}`;
    case "undated": return item.text;
    case "document": return item.number === undefined ? item.title : `${item.title} (${item.number})`;
    case "dropped": return dropped[item.what](item.what === "issuedOn" ? formatDate(item.text) : item.text);
  }
}

function periodOf({ label, from, to }: Plan["period"]): string {
  return `${label} (${formatDate(from)} – ${formatDate(to)})`;
}

function isWeekend(iso: string): boolean {
  return [0, 6].includes(new Date(`${iso}T00:00:00Z`).getUTCDay());
}
