/** Plans, form template and rosters from `templates/`, and the officer's own files. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { ownReportTemplate, parseFormTemplate, parseReportTemplate } from "#tasks/form-template";
import { parseReceipts } from "#tasks/receipts";
import { planFromFile, type PlanFile } from "#tasks/plan-file";
import { rosterFromFile } from "#tasks/roster-file";
import { readAwardLayout } from "#tasks/award-list";
import type { AwardLayout } from "#domain/award-layout";
import type { FormTemplate } from "#domain/form";
import type { Plan, PlanAnswers } from "#domain/plan";
import type { ReportTemplate } from "#domain/report-template";
import type { Roster } from "#domain/unit";
import { commandWords as words } from "#messages/commands-vi";
import { readBytes } from "./files";
import { UsageError } from "./usage-error";

const TEMPLATES = resolve(__dirname, "../../templates");

function json(path: string): unknown {
  const text = new TextDecoder().decode(readBytes(path)).replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(words.notJson(path));
  }
}

/** Every published plan, newest version of each, in the order of their ids. */
export function allPlans(): Plan[] {
  const folder = join(TEMPLATES, "plans");
  return readdirSync(folder).sort().flatMap((id) => {
    const versions = readdirSync(join(folder, id)).filter((file) => /^\d+\.json$/.test(file)).sort((a, b) => parseInt(a, 10) - parseInt(b, 10));
    const newest = versions.at(-1);
    return newest ? [loadPlanFile(join(folder, id, newest))] : [];
  });
}

/** A plan by its id, or from a file (JSON or plan sheet). */
export function loadPlan(idOrFile: string): Plan {
  const known = /^[a-z0-9-]+$/.test(idOrFile) ? join(TEMPLATES, "plans", idOrFile) : "";
  if (known !== "" && existsSync(known)) {
    const plan = allPlans().find(({ id }) => id === idOrFile);
    if (plan) return plan;
  }
  if (!existsSync(idOrFile)) throw new UsageError(words.unknownPlan(idOrFile, readdirSync(join(TEMPLATES, "plans")).sort().join(", ")));
  return loadPlanFile(idOrFile);
}

export function readPlanFile(path: string): PlanFile {
  return planFromFile(readBytes(path), path);
}

function loadPlanFile(path: string): Plan {
  const read = readPlanFile(path);
  if (read.ok) return read.plan;
  throw new UsageError(words.planFaults(path, read.faults));
}

export function loadRoster(path: string): Roster {
  const read = rosterFromFile(readBytes(existsSync(path) ? path : sampleRoster(path)), path);
  if (read.ok) return read.roster;
  throw new UsageError(words.rosterFaults(path, read.faults));
}

/** `sample-province` names the roster of `templates/rosters` where no such file lies in the folder. */
function sampleRoster(name: string): string {
  const file = join(TEMPLATES, "rosters", name.endsWith(".json") ? name : `${name}.json`);
  return /^[a-z0-9-]+(\.json)?$/.test(name) && existsSync(file) ? file : name;
}

export function loadTemplate(): FormTemplate {
  return parseFormTemplate(JSON.parse(readFileSync(join(TEMPLATES, "forms", "form.json"), "utf8")));
}

/** The words of the Word report: those that come along, or an office's own. */
export function loadReportTemplate(path?: string): ReportTemplate {
  const shipped = parseReportTemplate(json(join(TEMPLATES, "reports", "report.json")));
  if (path === undefined) return shipped;
  const own = ownReportTemplate(json(path), shipped);
  if (!own.ok) throw new UsageError(words.templateFault(path, own.paths));
  return own.template;
}

/** The layout of the list for award-management programs: the one that comes along, or an office's own. */
export function loadAwardLayout(path?: string): AwardLayout {
  const read = readAwardLayout(json(path ?? join(TEMPLATES, "awards", "import.json")));
  if (!read.ok) throw new UsageError(words.layoutFault(path ?? "", read.places));
  return read.layout;
}

export function loadAnswers(path: string | undefined): PlanAnswers {
  if (path === undefined) return {};
  const answers = json(path);
  if (typeof answers !== "object" || answers === null || Array.isArray(answers) || Object.values(answers).some((value) => typeof value !== "string")) {
    throw new UsageError(words.answersFault(path));
  }
  return answers as PlanAnswers;
}

export function loadJson(path: string): unknown {
  return json(path);
}

export function loadReceipts(path: string | undefined): Map<string, string> {
  if (path === undefined) return new Map();
  const { receipts, unread } = parseReceipts(new TextDecoder().decode(readBytes(path)));
  if (unread.length > 0) throw new UsageError(words.receiptsFault(path, unread));
  return receipts;
}
