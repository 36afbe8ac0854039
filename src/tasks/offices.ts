import type { Report } from "#domain/report";
import { treeAt } from "#domain/tree";
import type { UnitCode } from "#domain/unit";
import { safeName } from "./safe-name";

/** Offices between the units and the top (Phòng, xã): each can have a file of its own. */
export function officesOf(report: Report): UnitCode[] {
  const tree = treeAt(report.state.roster, report.treeDate);
  return tree.offices.filter((code) => tree.roleOf(code) === "intermediate");
}

/** Who has a report: the top, then the offices below it. */
export function reportingOffices(report: Report): UnitCode[] {
  return [...treeAt(report.state.roster, report.treeDate).offices];
}

export function nodeFileName(report: Report, node: UnitCode): string {
  const name = report.state.roster.units.find(({ code }) => code === node)?.name ?? node;
  return safeName(`${node} - ${name}`, 90) + ".xlsx";
}
