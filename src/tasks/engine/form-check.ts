/** A school's own form, checked while it is open (Nộp được chưa?), and what the office above will see of it. */
import { isChosen, ownTargets } from "#domain/duties";
import { checksumOf } from "#domain/checksum";
import { viewOf } from "#domain/form-plan";
import { lastDay } from "#domain/milestones";
import { severity, type Problem } from "#domain/problem";
import type { KeptFile } from "#domain/report";
import type { WorkbookSnapshot } from "#domain/snapshot";
import type { Submission } from "#domain/submission";
import { treeAt } from "#domain/tree";
import type { Plan, Stage } from "#domain/plan";
import type { Roster, UnitCode } from "#domain/unit";
import { engineWords } from "#messages/engine-words";
import { sentenceOf } from "#messages/problems";
import { formFileName } from "#workbook/form/write-form";
import { readWorkbook } from "#workbook/read/read-file";
import { checkFiles, rosterOfUnits } from "../check-files";
import { aggregate } from "#domain/aggregate";
import type { Contribution } from "#domain/figure";
import { figuresOf } from "#domain/figures";
import type { Answer } from "./contract";
import { nodeFigureText, targetText, unitFigureText } from "./figure-words";
import { problemRow } from "./problem-views";
import { judgedOf } from "../judged";
import type { Desk, Session } from "./session";
import type { FormCheck } from "./views/workbooks";

export interface OpenForm {
  readonly workbook: WorkbookSnapshot;
  readonly file: string;
  readonly today: string;
  readonly plan: Plan;
  readonly stage: Stage;
  /** An open book of the same plan lends its roster. */
  readonly session: Session | null;
}

const GRAVITY = { error: 2, warning: 1, info: 0 } as const;

export function checkOpenForm({ workbook, file, today, plan, stage, session }: OpenForm, { library, language }: Desk): Answer<FormCheck> {
  const reading = readWorkbook(workbook, file, { plan, stage, template: library.template, otherPlans: library.plans.filter(({ id }) => id !== plan.id) });
  const kept: KeptFile = { path: file, sha256: "", reading, receivedOn: today };
  const own = rosterOfUnits([kept], plan);
  const submission = reading.kind === "submissions" ? reading.submissions[0] : undefined;
  const known = session?.state.roster.units.some(({ code }) => code === submission?.unit.code) === true ? session.state.roster : null;
  const roster = known ?? own;
  const state = { plan, answers: session?.state.answers ?? {}, roster, stage, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {} };
  const days = { asOf: today, treeDate: known && session ? session.treeDate : today };
  const [checked] = checkFiles([kept], state, days);
  if (!checked) return { ok: false, faults: reading.problems.map((problem) => sentenceOf(problem, language)) };
  const judged = checked.entry.submissions[0];
  const problems = [...new Set(checked.problems)];
  const report = aggregate({ ...state, files: [kept] }, days);
  const unit = judged?.unit ?? submission?.unit.code ?? null;
  const naming = { language, unitName: (code: string) => roster.units.find((one) => one.code === code)?.name ?? code };
  const count = (level: "error" | "warning"): number => problems.filter((found) => severity(found) === level && found.code !== "cell-blank").length;
  const blanks = problems.filter(({ code }) => code === "cell-blank").length;
  const errors = count("error");
  const answered = report.plan;
  return {
    ok: true,
    value: {
      plan: plan.id, planTitle: plan.shortTitle, stage, unit, unitName: unit === null ? submission?.unit.name ?? null : naming.unitName(unit),
      ...paperwork(answered, stage, roster, unit, days.treeDate), canSubmit: submission !== undefined && errors === 0 && blanks === 0 && judged !== undefined && judged.state !== "returned",
      blanks, errors, warnings: count("warning"), checksum: submission ? checksumOf(answered, stage, submission.scope, submission.parts) : "",
      rows: unit === null || !submission ? [] : rowsOf(answered, ownFigures(submission, { plan: answered, stage, tree: treeAt(roster, days.treeDate), unit: unit as UnitCode, file }), problems, submission, language),
      problems: problems.map((found, id) => problemRow(found, id, naming)).sort((a, b) => GRAVITY[b.severity] - GRAVITY[a.severity]),
      rehearsal: unit === null ? [] : rehearsal(answered, report, unit, roster, days.treeDate, language),
    },
  };
}

function paperwork(plan: Plan, stage: Stage, roster: Roster, code: string | null, treeDate: string): Pick<FormCheck, "deadline" | "fileName"> {
  const unit = roster.units.find((one) => one.code === code);
  if (!unit) return { deadline: null, fileName: null };
  const { milestone } = viewOf(plan, stage, unit.code, treeAt(roster, treeDate), "own");
  return { deadline: milestone ? lastDay(milestone) : null, fileName: formFileName(plan, stage, unit) };
}

/** As the form says them, also where the form as a whole would be returned. */
function ownFigures(submission: Submission, context: Parameters<typeof figuresOf>[1]): readonly Contribution[] {
  return [...figuresOf(submission, context).figures.values()];
}

function rowsOf(plan: Plan, contributions: readonly Contribution[], problems: readonly Problem[], submission: Submission, language: Desk["language"]): FormCheck["rows"] {
  return contributions.map(({ indicator, figure, source }) => {
    const own = problems.filter(({ at }) => at.indicator === indicator);
    const blank = own.find(({ code }) => code === "cell-blank");
    const error = own.find((found) => severity(found) === "error" && found.code !== "cell-blank");
    const warning = own.find((found) => severity(found) === "warning");
    const place = (error ?? blank ?? warning)?.at;
    const reading = Object.entries(submission.parts).find(([key]) => key.startsWith(`${indicator}.`))?.[1];
    return {
      indicator, name: plan.indicators.find(({ code }) => code === indicator)?.name ?? indicator, figure: unitFigureText(figure, language) || (source?.raw ?? ""),
      status: error ? "error" as const : blank ? "blank" as const : warning ? "warning" as const : figure.state === "notApplicable" ? "notApplicable" as const : figure.state === "notReported" ? "blank" as const : "ok" as const,
      sheet: place?.sheet ?? source?.sheet ?? reading?.sheet ?? null, cell: (place?.cell ?? source?.cell ?? reading?.cell ?? null)?.split(",")[0] ?? null,
    };
  });
}

/** Line by line what the office will read: the figure, the target it is held against, and whether it is reached. */
function rehearsal(plan: Plan, report: ReturnType<typeof aggregate>, unit: string, roster: Roster, treeDate: string, language: Desk["language"]): string[] {
  const words = engineWords[language];
  const tree = treeAt(roster, treeDate);
  return plan.indicators.flatMap((indicator) => {
    const figure = report.nodes.find((one) => one.node === unit && one.indicator === indicator.code);
    if (!figure || figure.reported === 0 || figure.value === null) return [];
    const [judged] = judgedOf(figure, indicator);
    const target = judged?.target ?? ownTargets(indicator, unit, tree).find(isChosen);
    const verdict = judged?.check.verdict;
    return [words.rehearsal(indicator.shortName ?? indicator.name, nodeFigureText(figure, judged?.check), target ? targetText(indicator, target) : "", verdict === "met" ? true : verdict === "notMet" ? false : null)];
  });
}
