// vietnamese-data: the words for yes, no and "does not apply"
/** Answers as people type them: Đạt / Chưa đạt / Không có đối tượng, and the signs that stand for them. */
import { foldText } from "./fold-text";

export type TypedAnswer =
  | { readonly kind: "yesNo"; readonly yes: boolean; readonly doubtful: boolean }
  | { readonly kind: "notApplicable" }
  /** Could be read both ways. */
  | { readonly kind: "ambiguous" };

const folded = (...words: readonly string[]): ReadonlySet<string> => new Set(words.map(foldText));

const NOT_APPLICABLE = folded(
  "Không có đối tượng", "không đối tượng", "không áp dụng", "không thuộc đối tượng", "không thuộc diện", "ko có đối tượng", "k có đối tượng", "KCĐT", "N/A", "NA",
);
const YES = folded("đạt", "đã đạt", "đ", "có", "đã có", "rồi", "đạt chuẩn", "đúng", "yes", "true", "đăng ký", "có đăng ký", "đạt yêu cầu", "hoàn thành", "đã hoàn thành");
const NO = folded(
  "chưa", "chưa đạt", "không", "không đạt", "chưa có", "ko", "ko đạt", "kđ", "cđ", "no", "false", "sai", "không đăng ký", "chưa đăng ký", "chưa đạt chuẩn", "chưa hoàn thành",
);
const DOUBTFUL_YES = folded("x", "1");
const DOUBTFUL_NO = folded("0", "không có", "k");

/** `Không có đối tượng` in any cell. */
export function saysNotApplicable(text: string, label?: string): boolean {
  const found = foldText(text);
  return NOT_APPLICABLE.has(found) || (label !== undefined && found === foldText(label));
}

/** `null`: no answer can be made of it. The form's own words come first. */
export function readTypedAnswer(text: string, labels?: { readonly yes: string; readonly no: string; readonly notApplicable: string }): TypedAnswer | null {
  const found = foldText(text);
  if (labels && found !== "") {
    if (found === foldText(labels.yes)) return { kind: "yesNo", yes: true, doubtful: false };
    if (found === foldText(labels.no)) return { kind: "yesNo", yes: false, doubtful: false };
  }
  if (saysNotApplicable(text, labels?.notApplicable)) return { kind: "notApplicable" };
  if (/^[✓✔√☑]$/u.test(text)) return { kind: "yesNo", yes: true, doubtful: false };
  if (/^[✗✘☒]$/u.test(text)) return { kind: "yesNo", yes: false, doubtful: true };
  if (YES.has(found)) return { kind: "yesNo", yes: true, doubtful: false };
  if (NO.has(found)) return { kind: "yesNo", yes: false, doubtful: false };
  if (DOUBTFUL_YES.has(found)) return { kind: "yesNo", yes: true, doubtful: true };
  if (DOUBTFUL_NO.has(found)) return { kind: "yesNo", yes: false, doubtful: true };
  if (isDash(text) || found === "c" || /[/?]/u.test(text) || text === "×") return { kind: "ambiguous" };
  if (/^(dat|da dat|co) (?!va|hai|hoac|chua|khong)/u.test(found)) return { kind: "yesNo", yes: true, doubtful: true };
  return /^(chua|khong) (dat|co|hoan thanh)\b/u.test(found) ? { kind: "yesNo", yes: false, doubtful: true } : null;
}

/** `-`, `—`, `…`: nothing, zero and "does not apply" all look like this. */
export function isDash(text: string): boolean {
  return /^[-–—_.…=\\/]+$/u.test(text);
}

/** Words that mean nought or nobody, which in a count is either zero or "does not apply". */
export function saysNone(text: string): boolean {
  return NONE.has(foldText(text));
}

const NONE = folded("không", "không có", "ko", "ko có", "k", "chưa có", "không ai", "không có ai", "không có số liệu", "chưa", "nil", "none");
