/** Problems as rows (danh sách vấn đề): found, counted, filtered and paged here, so that a screen gets only what it shows. */
import { severity, type Problem } from "#domain/problem";
import { foldNameWithoutMarks } from "#domain/name-folding";
import { sentenceOf, type Language } from "#messages/problems";
import type { ProblemPage, ProblemQuery, ProblemRow } from "./views/problems";

export interface Naming {
  readonly language: Language;
  readonly unitName: (code: string) => string;
  readonly indicatorName?: (code: string) => string;
}

export function problemRow(problem: Problem, id: number, { language, unitName }: Naming): ProblemRow {
  const { unit, file, sheet, cell, indicator } = problem.at;
  return {
    id, code: problem.code, severity: severity(problem), sentence: sentenceOf(problem, language),
    unit: unit ?? null, unitName: unit === undefined ? null : unitName(unit),
    file: file ?? null, sheet: sheet ?? null, cell: cell ?? null, indicator: indicator ?? null,
  };
}

/** One page of what the query asks; counts are of everything it finds, whatever the severity. */
export function problemPage(problems: readonly Problem[], query: ProblemQuery, naming: Naming): ProblemPage {
  const words = foldNameWithoutMarks(query.text ?? "").split(" ").filter((word) => word !== "");
  const found = problems.map((problem, id) => ({ problem, id })).filter(({ problem }) => meets(problem, query) && says(problem, words, naming));
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { problem } of found) counts[severity(problem)] += 1;
  const shown: Found[] = query.severity === undefined ? found : found.filter(({ problem }) => severity(problem) === query.severity);
  const listed = query.groupBy === undefined ? shown : grouped(shown, query.groupBy, naming);
  return { total: shown.length, counts, rows: listed.slice(query.offset, query.offset + query.limit).map(({ problem, id, group }) => ({ ...problemRow(problem, id, naming), ...(group ? { group } : {}) })) };
}

interface Found {
  readonly problem: Problem;
  readonly id: number;
  readonly group?: NonNullable<ProblemRow["group"]>;
}

/** Group after group, each in its own order. */
function grouped(found: readonly Found[], by: NonNullable<ProblemQuery["groupBy"]>, { unitName, indicatorName = (code) => code }: Naming): Found[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const { unit, file, indicator } = one.problem.at;
    const name = by === "indicator" ? (indicator === undefined ? "" : `${indicator} · ${indicatorName(indicator)}`) : unit === undefined ? file ?? "" : unitName(unit);
    const group = groups.get(name) ?? [];
    group.push(one);
    groups.set(name, group);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length).flatMap(([name, group]) => group.map((one, index) => (index === 0 ? { ...one, group: { name, count: group.length } } : one)));
}

function meets({ at }: Problem, { unit, indicator, file }: ProblemQuery): boolean {
  return (unit === undefined || at.unit === unit) && (indicator === undefined || at.indicator === indicator) && (file === undefined || at.file === file);
}

function says(problem: Problem, words: readonly string[], naming: Naming): boolean {
  if (words.length === 0) return true;
  const { sentence, unitName, file } = problemRow(problem, 0, naming);
  const text = foldNameWithoutMarks([sentence, unitName ?? "", file ?? "", problem.at.unit ?? ""].join(" "));
  return words.every((word) => text.includes(word));
}
