/** Who owes what (tình hình nộp), as bars by office and as a list of units. */
import { contactsOf } from "#domain/contacts";
import type { UnitCoverage } from "#domain/ledger-types";
import { compareVi } from "#messages/format-vi";
import { engineWords } from "#messages/engine-words";
import { countsOf, dueView, milestoneNow } from "../due-view";
import { unitFigureText } from "./figure-words";
import { problemRow } from "./problem-views";
import { treeOf } from "./report-view";
import { problemsOf, unitName, type Desk, type Session } from "./session";
import type { CoverageView, UnitDetail, UnitLine } from "./views/coverage";
import { checksumOf } from "#domain/checksum";

export function coverageView(session: Session, { language }: Desk, milestone?: string): CoverageView {
  const { report } = session;
  const coverage = milestoneNow(session.report, milestone);
  const units = coverage?.units ?? [];
  const tree = treeOf(session);
  const officeOf = (unit: UnitCoverage): string => {
    const parent = tree.parentOf(unit.unit);
    return tree.roleOf(unit.unit) === "unit" && parent && parent !== tree.root ? parent : "";
  };
  const groups = new Map<string, UnitCoverage[]>();
  for (const unit of units) groups.set(officeOf(unit), [...(groups.get(officeOf(unit)) ?? []), unit]);
  return {
    milestones: report.coverage.map(({ milestone: id }) => ({ id, name: report.plan.milestones.find((one) => one.id === id)?.name ?? id })),
    milestone: coverage?.milestone ?? "", due: dueView(session.report, coverage), counts: countsOf(units),
    offices: [...groups].map(([code, members]) => ({ code, name: code === "" ? engineWords[language].directlyManaged : unitName(session, code), counts: countsOf(members) }))
      .sort((a, b) => Number(a.code === "") - Number(b.code === "") || compareVi(a.name, b.name)),
    units: units.map((unit) => unitLine(session, unit)),
    documents: (report.plan.milestones.find(({ id }) => id === coverage?.milestone)?.deliverables ?? []).filter(({ kind }) => kind === "document"),
  };
}

function unitLine(session: Session, coverage: UnitCoverage): UnitLine {
  const { state, report } = session;
  const tree = treeOf(session);
  const unit = tree.unit(coverage.unit);
  const parent = tree.parentOf(coverage.unit) ?? null;
  const given = report.ledger.filter(({ submissions }) => submissions.some((one) => one.unit === coverage.unit && one.state !== "identicalCopy"));
  const contact = contactsOf(report).get(coverage.unit);
  return {
    ...coverage, parent, parentName: parent === null ? null : unitName(session, parent),
    kind: state.roster.kinds.find(({ id }) => id === unit?.kind)?.name ?? unit?.kind ?? "",
    times: given.length, note: state.notes[coverage.unit] ?? "",
    contact: [contact?.name, contact?.position, contact?.phone, contact?.email].filter((part) => part !== undefined).join(", "),
  };
}

/** One unit with its files, its figures and its problems. */
export function unitDetail(session: Session, { language }: Desk, code: string): UnitDetail {
  const { report, state } = session;
  const now = milestoneNow(report);
  const asking = [...(now ? [now] : []), ...report.coverage].find(({ units }) => units.some(({ unit }) => unit === code));
  const coverage = asking?.units.find(({ unit }) => unit === code);
  const naming = { language, unitName: (one: string) => unitName(session, one) };
  const figures = report.contributions.filter((one) => one.unit === code && one.origin !== "officeTotal");
  return {
    milestone: (asking ?? now)?.milestone ?? "",
    line: unitLine(session, coverage ?? {
      unit: code as UnitCoverage["unit"], name: unitName(session, code), parent: null, state: "notDue", due: null, dueFrom: null, daysLate: 0,
      returned: false, extendedTo: null, receivedOn: null, required: 0, filled: 0,
    }),
    files: report.ledger.flatMap(({ path, receivedOn, submissions }) => submissions.filter(({ unit }) => unit === code).map(({ state: outcome, content, submission }) => ({
      path, receivedOn, state: outcome, content, checksum: checksumOf(report.plan, submission.stage, submission.scope, submission.parts),
    }))),
    figures: figures.map(({ indicator, figure, origin, reason, source, reported }) => ({
      indicator, name: report.plan.indicators.find((one) => one.code === indicator)?.name ?? indicator, figure: unitFigureText(figure, language), origin,
      reason: reason ?? null, reported: reported ? unitFigureText(reported, language) : null, place: source ? [source.file, source.sheet, source.cell].filter((part) => part !== "").join(" › ") : "",
    })),
    problems: problemsOf(session).flatMap((found, id) => (found.at.unit === code ? [problemRow(found, id, naming)] : [])),
    documents: Object.fromEntries(Object.entries(state.documents).filter(([key]) => key.endsWith(`|${code}`))),
  };
}

