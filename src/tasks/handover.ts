/**
 * Handing a book over (bàn giao sổ) where offices are split or merged: one book for each office that follows, with its
 * units' files, figures, decisions, contacts and notes; or several books put together on one list of units. What belongs
 * to nobody's part stays with the office at the top: the parts hold everything the whole held.
 */
import { aggregate } from "#domain/aggregate";
import type { Contribution } from "#domain/figure";
import type { BookState, EarlierStage, KeptFile, Report, Snapshot } from "#domain/report";
import type { Submission } from "#domain/submission";
import { treeAt, type Tree } from "#domain/tree";
import type { Roster, UnitCode } from "#domain/unit";

export interface HandoverDays {
  readonly asOf: string;
  /** The tree along which the book is divided. */
  readonly treeDate: string;
}

export interface BookPart {
  readonly office: UnitCode;
  readonly name: string;
  readonly state: BookState;
}

/** One part for each office right below the top, then one for the top with all that is under none of them. */
export function splitBook(state: BookState, days: HandoverDays): BookPart[] {
  const report = aggregate(state, days);
  const tree = treeAt(state.roster, days.treeDate);
  const offices = tree.childrenOf(tree.root).filter((code) => tree.roleOf(code) === "intermediate");
  const partOf = partOfUnit(state.roster, tree, new Set<string>(offices));
  const unitOf = new Map<Submission, UnitCode | null>(report.ledger.flatMap(({ submissions }) => submissions.map(({ submission, unit }) => [submission, unit] as const)));
  return [...offices, tree.root].map((office) => {
    const isOwn = (unit: string | null): boolean => (unit === null ? tree.root : partOf(unit)) === office;
    return { office, name: tree.unit(office)?.name ?? office, state: stateOf(state, { tree, office, isOwn, unitOf }) };
  });
}

/** The office a unit goes with; a closed one goes with whoever follows it. */
function partOfUnit({ successors }: Roster, tree: Tree, offices: ReadonlySet<string>): (unit: string) => UnitCode {
  const known = new Map<string, UnitCode>();
  const find = (unit: string, seen: ReadonlySet<string>): UnitCode => {
    const above = tree.pathTo(unit).find((code) => offices.has(code));
    if (tree.isOpen(unit) || above !== undefined) return above ?? tree.root;
    const [next, ...more] = successors.filter(({ from, to }) => from === unit && !seen.has(to));
    // Whom several follow (a Phòng dissolved into communes) is nobody's alone.
    return next === undefined || more.length > 0 ? tree.root : find(next.to, new Set([...seen, unit]));
  };
  return (unit) => {
    const part = known.get(unit) ?? find(unit, new Set());
    known.set(unit, part);
    return part;
  };
}

interface Cut {
  readonly tree: Tree;
  readonly office: UnitCode;
  readonly isOwn: (unit: string | null) => boolean;
  readonly unitOf: ReadonlyMap<Submission, UnitCode | null>;
}

function stateOf(state: BookState, cut: Cut): BookState {
  const { isOwn, office } = cut;
  const own = <Record extends { readonly unit: string }>(records: readonly Record[]): Record[] => records.filter(({ unit }) => isOwn(unit));
  const keyed = (records: Readonly<Record<string, string>>, unitIn: (key: string) => string): Record<string, string> =>
    Object.fromEntries(Object.entries(records).filter(([key]) => isOwn(unitIn(key))));
  return {
    plan: state.plan, answers: state.answers, stage: state.stage, roster: rosterOf(state.roster, cut),
    files: state.files.flatMap((file) => fileOf(file, cut)),
    decisions: own(state.decisions), corrections: own(state.corrections), extensions: own(state.extensions), entered: own(state.entered),
    snapshots: state.snapshots.map((snapshot): Snapshot => ({ ...snapshot, figures: keyed(snapshot.figures, (key) => key.split("|")[0] ?? "") })),
    notes: keyed(state.notes, (unit) => unit),
    documents: keyed(state.documents, (key) => key.split("|")[2] ?? ""),
    ...(state.steps ? { steps: keyed(state.steps, (key) => key.split("|")[0] ?? "") } : {}),
    ...(state.ownWords ? { ownWords: keyed(state.ownWords, (key) => key.split("|")[0] ?? "") } : {}),
    ...(state.lastYear ? { lastYear: { ...state.lastYear, figures: keyed(state.lastYear.figures, (key) => key.split("|")[0] ?? "") } } : {}),
    ...(state.earlier ? { earlier: state.earlier.map((taken) => ({ ...taken, figures: keyed(taken.figures, (key) => key.replace(/^\+/u, "").split("|")[0] ?? "") })) } : {}),
    // Half-typed lines name no unit for certain.
    ...(state.unfinished && office === cut.tree.root ? { unfinished: state.unfinished } : {}),
  };
}

/** The office at the top, its units below it; edges to others are cut. */
function rosterOf(roster: Roster, { tree, office, isOwn }: Cut): Roster {
  const units = roster.units.filter(({ code }) => code === office || isOwn(code));
  const codes = new Set<string>(units.map(({ code }) => code));
  const isWhole = office === tree.root;
  return {
    ...roster,
    name: isWhole ? roster.name : tree.unit(office)?.name ?? roster.name, ...(isWhole ? {} : { partOfScope: true }),
    units: units.map((unit) => ({ ...unit, parents: unit.code === office && !isWhole ? [] : unit.parents.filter(({ parent }) => codes.has(parent)) })),
    successors: roster.successors.filter(({ from, to }) => codes.has(from) && codes.has(to)),
  };
}

/** A file of several units goes to each of their offices with its own units' figures only. */
function fileOf(file: KeptFile, { isOwn, unitOf, tree, office }: Cut): KeptFile[] {
  if (file.reading.kind !== "submissions" || file.reading.submissions.length === 0) return office === tree.root ? [file] : [];
  const submissions = file.reading.submissions.filter((one) => isOwn(unitOf.get(one) ?? null));
  return submissions.length === 0 ? [] : [{ ...file, reading: { ...file.reading, submissions } }];
}

/** Books of one plan and stage put together; `null` where they are of several. A record that stands in two of them stands once. */
export function mergeBooks(states: readonly BookState[], roster: Roster): BookState | null {
  const [first] = states;
  if (!first || states.some(({ plan, stage }) => plan.id !== first.plan.id || stage !== first.stage)) return null;
  const all = <Record>(of: (state: BookState) => readonly Record[]): Record[] => distinct(states.flatMap(of));
  const joined = (of: (state: BookState) => Readonly<Record<string, string>>): Record<string, string> => Object.assign({}, ...states.map(of)) as Record<string, string>;
  const ownWords = joined((state) => state.ownWords ?? {});
  const steps = joined((state) => state.steps ?? {});
  const earlier = states.flatMap((state) => state.earlier ?? []).reduce<readonly EarlierStage[]>(joinStages, []);
  return {
    plan: first.plan, stage: first.stage, roster, answers: joined(({ answers }) => answers),
    files: all(({ files }) => files), decisions: all(({ decisions }) => decisions), corrections: all(({ corrections }) => corrections),
    extensions: all(({ extensions }) => extensions), entered: all(({ entered }) => entered), snapshots: all(({ snapshots }) => snapshots),
    notes: joined(({ notes }) => notes), documents: joined(({ documents }) => documents), ...(Object.keys(ownWords).length > 0 ? { ownWords } : {}),
    ...(Object.keys(steps).length > 0 ? { steps } : {}), ...(earlier.length > 0 ? { earlier } : {}),
  };
}

function joinStages(all: readonly EarlierStage[], one: EarlierStage): readonly EarlierStage[] {
  const known = all.find(({ stage }) => stage === one.stage);
  if (!known) return [...all, one];
  const joined: EarlierStage = {
    ...one, asOf: known.asOf > one.asOf ? known.asOf : one.asOf, figures: { ...known.figures, ...one.figures },
    ...(known.covers || one.covers ? { covers: { ...known.covers, ...one.covers } } : {}),
  };
  return all.map((stage) => (stage === known ? joined : stage));
}

function distinct<Item>(items: readonly Item[]): Item[] {
  const said = (item: Item): string => JSON.stringify(item, (_key, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
  return [...new Map(items.map((item) => [said(item), item])).values()];
}

/** Units of which a book has figures and the new list knows nothing: they would be lost. */
export function unlistedUnits({ contributions }: Pick<Report, "contributions">, roster: Roster): UnitCode[] {
  const listed = new Set(roster.units.map(({ code }) => code));
  const reported = contributions.filter(({ figure }: Contribution) => figure.state !== "notReported").map(({ unit }) => unit);
  return [...new Set(reported)].filter((unit) => !listed.has(unit));
}

/** What is sent to the office above: all figures, their sources and what was ruled on them; not the office's own notes and contacts. */
export function exportedUp(state: BookState): BookState {
  const { ownWords: _words, unfinished: _begun, ...rest } = state;
  return { ...rest, notes: {}, roster: { ...state.roster, units: state.roster.units.map(({ contact: _contact, ...unit }) => unit) } };
}
