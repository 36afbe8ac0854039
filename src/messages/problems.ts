/** The sentence for a problem (câu thông báo), in Vietnamese or English, and the name of its severity. */
import type { Problem, ProblemFacts, ProblemPlace, Severity } from "#domain/problem";
import { sentencesEn, severityNamesEn } from "./problems-en";
import { sentencesVi, type Sentences } from "./problems-vi";
import { severityNames } from "./words-vi";

/** Vietnamese is the source language. */
export type Language = "vi" | "en";

const sentences: Readonly<Record<Language, Sentences>> = { vi: sentencesVi, en: sentencesEn };

/** What is wrong, where, and what to do; always text in NFC, without line breaks that the facts may carry. */
export function sentenceOf(problem: Problem, language: Language = "vi"): string {
  // The code and its facts belong together (`problem()` checks it); the compiler cannot follow that through a table.
  const write = sentences[language][problem.code] as (facts: ProblemFacts[Problem["code"]], at: ProblemPlace) => string;
  return write(problem.facts, problem.at).replace(/\s+/g, " ").trim().normalize("NFC");
}

/** Lỗi, Cảnh báo, Để biết. */
export function severityWord(severity: Severity, language: Language = "vi"): string {
  return (language === "vi" ? severityNames : severityNamesEn)[severity];
}
