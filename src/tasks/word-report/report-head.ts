/** What stands over every paper of an office (thể thức chung): who issues it, on what it stands, whether it is a draft. */
import { differencesFromSnapshot, lastSnapshot } from "#domain/snapshot-figures";
import { documentWords as words } from "#messages/document-vi";
import { formatDate } from "#messages/format-vi";
import { said } from "./fill";
import type { ReportFacts } from "./report-facts";

export interface ReportHead {
  /** The office above; empty where nobody says. */
  readonly parent: string;
  readonly office: string;
  readonly sign: string;
  readonly signer: string;
  /** At which it decides awards itself (cấp khen). */
  readonly level: string;
  readonly year: string;
  readonly placeAndDate: string;
  /** `(Kèm theo Báo cáo số …)`. */
  readonly attached: string;
  readonly marks: readonly string[];
}

export function reportHead(facts: ReportFacts): ReportHead {
  const { report: { plan, state, asOf }, template: { office: offices, annexes }, tree, node, nameOf } = facts;
  const isTop = node === tree.root;
  const office = isTop && state.roster.sample !== true ? plan.issuer.name : nameOf(node);
  const { sign, signer, level } = isTop ? offices[plan.issuer.level] : offices.other;
  const year = asOf.slice(0, 4);
  return {
    parent: parentOf(facts), office, sign, signer, level, year, placeAndDate: words.placeAndDate(place(facts), year),
    attached: said(annexes.attached, { sign, year, office }), marks: marks(facts),
  };
}

function parentOf({ report: { plan }, tree, node, nameOf }: ReportFacts): string {
  const parent = tree.parentOf(node);
  return parent ? nameOf(parent) : tree.roster.sample ? "" : plan.issuer.parentName ?? "";
}

function place({ report: { plan }, tree, node }: ReportFacts): string {
  return node === tree.root && !tree.roster.sample ? plan.issuer.place ?? "…" : "…";
}

function marks({ report, template: { sentences }, tree }: ReportFacts): string[] {
  const last = lastSnapshot(report.state.snapshots);
  const frozen = last ? { name: last.name, date: formatDate(last.on) } : null;
  const standing = !frozen || !last ? [sentences.draft, said(sentences.draftNote, { asOf: formatDate(report.asOf) })]
    : differencesFromSnapshot(report, last).length > 0 ? [sentences.draft, said(sentences.changedNote, frozen)] : [said(sentences.frozenNote, frozen)];
  return [...(tree.roster.sample ? [sentences.sample] : []), ...standing];
}
