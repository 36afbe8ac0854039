/** Cases only the officer can settle (cần quyết định), each with what is needed to decide it. */
import type { LedgerEntry, LedgerSubmission } from "#domain/ledger-types";
import { figuresOf } from "#domain/figures";
import { indexRoster, nearestUnits } from "#domain/match-unit";
import { sameFigure } from "#domain/same-figure";
import { foldName } from "#domain/name-folding";
import { severity } from "#domain/problem";
import type { Unit } from "#domain/unit";
import { checksumOf } from "#domain/checksum";
import { sentenceOf } from "#messages/problems";
import { unitFigureText } from "./figure-words";
import { problemRow } from "./problem-views";
import { treeOf } from "./report-view";
import { unitName, type Desk, type Session } from "./session";
import type { DecisionCase } from "./views/receiving";

interface Given {
  readonly entry: LedgerEntry;
  readonly one: LedgerSubmission;
}

export function decisionCases(session: Session, desk: Desk): DecisionCase[] {
  const given = session.report.ledger.flatMap((entry) => entry.submissions.map((one): Given => ({ entry, one })));
  return [...differCases(session, desk, given), ...unitCases(session, desk, given), ...totalCases(session, desk), ...returnedCases(session, desk, given)];
}

function differCases(session: Session, desk: Desk, given: readonly Given[]): DecisionCase[] {
  const waiting = given.filter(({ one }) => one.state === "awaitingDecision" && one.unit !== null && one.submission.scope === "own");
  const units = [...new Set(waiting.map(({ one }) => one.unit ?? ""))];
  return units.flatMap((unit): DecisionCase[] => {
    const contents = new Map<string, Given[]>();
    for (const each of given.filter(({ one }) => one.unit === unit && (one.state === "awaitingDecision" || one.state === "identicalCopy"))) {
      contents.set(each.one.content, [...(contents.get(each.one.content) ?? []), each]);
    }
    const candidates = [...contents].filter(([content]) => waiting.some(({ one }) => one.unit === unit && one.content === content));
    if (candidates.length < 2) return [];
    const { plan, state } = session.report;
    const tree = treeOf(session);
    const figures = candidates.map(([, copies]) => copies[0] ? figuresOf(copies[0].one.submission, { plan, stage: state.stage, tree, unit: copies[0].one.unit ?? ("" as never), file: copies[0].entry.path }).figures : new Map<string, never>());
    const rows = plan.indicators.filter(({ code }) => figures.some((all) => all.has(code))).map((indicator) => {
      const values = figures.map((all) => all.get(indicator.code)?.figure ?? { state: "notReported" as const });
      const [first] = values;
      return { indicator, values, isSame: values.every((value) => first !== undefined && sameFigure(value, first)) };
    });
    const stranger = candidates.flatMap(([, copies]) => copies).flatMap(({ one }) => one.problems).find(({ code }) => code === "copy-of-other-unit");
    return [{
      kind: "differ", id: `differ|${unit}`, unit, unitName: unitName(session, unit),
      candidates: candidates.map(([content, copies]) => ({
        content, files: copies.map(({ entry }) => entry.path), receivedOn: copies.map(({ entry }) => entry.receivedOn).filter((day) => day !== null).sort()[0] ?? null,
        checksum: copies[0] ? checksumOf(plan, state.stage, copies[0].one.submission.scope, copies[0].one.submission.parts) : "",
      })),
      rows: rows.filter(({ isSame }) => !isSame).map(({ indicator, values }) => ({
        indicator: indicator.code, name: indicator.name, values: values.map((value) => unitFigureText(value, desk.language) || "—"),
        corrected: session.state.corrections.some((correction) => correction.unit === unit && correction.indicator === indicator.code),
      })),
      sameRows: rows.filter(({ isSame }) => isSame).length,
      otherUnit: stranger?.code === "copy-of-other-unit" ? stranger.facts.other : null,
    }];
  });
}

function unitCases(session: Session, { language }: Desk, given: readonly Given[]): DecisionCase[] {
  const index = indexRoster(session.state.roster);
  const isUnsure = ({ one }: Given): boolean => one.state === "unknownUnit" || one.problems.some(({ code }) => code === "unit-name-differs");
  const seen = new Set<string>();
  return given.filter(isUnsure).flatMap(({ entry, one }): DecisionCase[] => {
    if (seen.has(one.content)) return [];
    seen.add(one.content);
    const { code, name } = one.submission.unit;
    const nearest = [...namedInFile(session, entry.path), ...nearestUnits({ code, name }, index)];
    const own = one.unit === null ? [] : session.state.roster.units.filter((unit) => unit.code === one.unit);
    const proposals = [...new Map([...own, ...nearest].map((unit) => [unit.code, { code: unit.code, name: unit.name }])).values()];
    const problem = one.problems.find((found) => severity(found) === "error") ?? one.problems[0];
    return [{
      kind: "unit", id: `unit|${one.content}`, content: one.content, file: entry.path, stated: { code, name }, proposals,
      sentence: problem ? sentenceOf(problem, language) : "",
    }];
  });
}

/** Schools put their name into the file's name: the longest name found there comes first. */
function namedInFile({ state }: Session, path: string): Unit[] {
  const file = ` ${foldName((path.split(/[/\\]/u).at(-1) ?? path).replace(/\.[^.]+$/u, ""))} `;
  return state.roster.units.filter(({ name }) => file.includes(` ${foldName(name)} `)).sort((a, b) => b.name.length - a.name.length);
}

function returnedCases(session: Session, { language }: Desk, given: readonly Given[]): DecisionCase[] {
  const naming = { language, unitName: (code: string) => unitName(session, code) };
  return given.filter(({ one }) => one.state === "returned" && one.unit !== null && !one.problems.some(({ code }) => code === "unit-name-differs")).map(({ entry, one }): DecisionCase => ({
    kind: "returned", id: `returned|${one.unit ?? ""}|${one.content}`, unit: one.unit ?? "", unitName: unitName(session, one.unit ?? ""), content: one.content, file: entry.path,
    problems: one.problems.filter((found) => severity(found) !== "info").map((found, id) => problemRow(found, id, naming)),
  }));
}

function totalCases(session: Session, { language }: Desk): DecisionCase[] {
  return session.report.problems.flatMap((found): DecisionCase[] => {
    if (found.code !== "office-total-differs" || found.at.unit === undefined) return [];
    const { unit } = found.at;
    const isDecided = session.state.decisions.some((decision) => (decision.action === "useOfficeTotal" || decision.action === "useSchools")
      && decision.unit === unit && (decision.indicator === undefined || decision.indicator === found.facts.indicator));
    if (isDecided) return [];
    return [{
      kind: "officeTotal", id: `total|${unit}|${found.facts.indicator}`, unit, unitName: unitName(session, unit), indicator: found.facts.indicator, name: found.facts.name,
      officeTotal: found.facts.officeTotal, schoolsTotal: found.facts.schoolsTotal, sentence: sentenceOf(found, language),
    }];
  });
}
