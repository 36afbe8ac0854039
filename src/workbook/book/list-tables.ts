/** The book's list sheets as tables: coverage, ledger, problems, decisions, roster, lists of the forms… */
import { checksumOf } from "#domain/checksum";
import { severity, type Problem } from "#domain/problem";
import { toText } from "#domain/exact";
import { differencesFromSnapshot } from "#domain/snapshot-figures";
import type { FormTemplate } from "#domain/form";
import { bookWords as words } from "#messages/book-vi";
import { sentenceOf, severityWord } from "#messages/problems";
import { coverageStateName, ledgerStateNames } from "#messages/words-vi";
import type { BookContext } from "./book-context";
import { correctionCells } from "./data-rows";
import { stepCells, stepColumns, stepLegend } from "./step-column";
import type { Content, Table, TableColumn } from "./table";
import { shownRosterLines } from "./typed-roster";

const head = words.columns;
type Key = keyof typeof head;
const column = (key: Key, width: number, more: Partial<TableColumn> = {}): TableColumn => ({ key, heading: head[key], width, ...more });
const input = { input: true } as const;
const wrap = { wrap: true } as const;
const day = (iso: string | null | undefined): Content => ({ day: iso ?? null });

/** Finished lines, then those the officer has begun, just as typed. */
function withUnfinished(context: BookContext, id: string, columns: readonly TableColumn[], rows: readonly (readonly Content[])[]): (readonly Content[])[] {
  const begun = context.report.state.unfinished?.[id] ?? [];
  return [...rows, ...begun.map((line) => columns.map(({ key }): Content => typedAgain(line[key] ?? "")))];
}

const typedAgain = (text: string): Content => (text === "" ? null : /^\d{4}-\d{2}-\d{2}$/.test(text) ? { day: text } : text);

function table(context: BookContext, id: keyof typeof words.titles, columns: readonly TableColumn[], rows: readonly (readonly Content[])[], spare = 0): Table {
  return { id, sheet: words.sheets[id], title: words.titles[id], notes: context.notes, columns, rows: withUnfinished(context, id, columns, rows), ...(spare > 0 ? { spare } : {}) };
}

/** Who owes what: one line a unit and milestone, missing ones first. */
export function coverageTable(context: BookContext): Table {
  const { report, nameOf } = context;
  const times = new Map<string, number>();
  for (const { submissions } of report.ledger) {
    for (const unit of new Set(submissions.flatMap((one) => (one.unit === null || one.state === "identicalCopy" ? [] : [one.unit])))) times.set(unit, (times.get(unit) ?? 0) + 1);
  }
  const rows = report.coverage.flatMap((line) => {
    const name = report.plan.milestones.find(({ id }) => id === line.milestone)?.name ?? line.milestone;
    return line.units.map((unit): Content[] => [
      name, unit.unit, unit.name, unit.parent ? nameOf(unit.parent) : "", day(unit.due), unit.dueFrom ? words.dueFrom[unit.dueFrom] : "", day(unit.receivedOn),
      coverageStateName(unit.state, unit.daysLate, unit.due !== null), unit.returned ? words.yes : "", day(unit.extendedTo), unit.filled, unit.required, times.get(unit.unit) ?? 0, report.state.notes[unit.unit] ?? null,
    ]);
  }).map((row, index): Content[] => [index + 1, ...row]);
  return table(context, "coverage", [
    column("no", 6), column("milestone", 34, wrap), column("unit", 11), column("name", 40, wrap), column("parentName", 30, wrap), column("due", 12), column("dueFrom", 14),
    column("receivedOn", 12), column("state", 25, wrap), column("returned", 9), column("extendedTo", 12), column("filled", 9), column("required", 9),
    column("times", 8), column("note", 34, { ...input, ...wrap }),
  ], rows);
}

/** Every file given and what became of it; the day of arrival may be stated or mended here. */
export function ledgerTable(context: BookContext): Table {
  const { report, nameOf } = context;
  const times = new Map<string, number>();
  const rows = report.ledger.map((entry, index): Content[] => {
    const units = entry.submissions.flatMap(({ unit }) => (unit === null ? [] : [unit]));
    const first = units[0];
    const time = first === undefined ? null : (times.get(first) ?? 0) + 1;
    if (first !== undefined && time !== null) times.set(first, time);
    const count = (level: string): number => entry.problems.filter((found) => severity(found) === level).length;
    return [
      index + 1, entry.path, first ?? "", units.map(nameOf).join("; "), ledgerStateNames[entry.state], day(entry.receivedOn), time,
      count("error"), count("warning"), entry.submissions.map(({ submission: { scope, parts } }) => checksumOf(report.plan, report.state.stage, scope, parts)).join(" "), entry.submissions.map(({ content }) => content).join(" "), entry.sha256,
    ];
  });
  return table(context, "ledger", [
    column("no", 6), column("path", 48, wrap), column("unit", 11), column("name", 38, wrap), column("state", 22), column("receivedOn", 13, input), column("times", 8),
    column("errors", 8), column("warnings", 9), column("checksum", 13), column("content", 34, wrap), column("sha256", 12, { hidden: true }),
  ], rows);
}

const order: Readonly<Record<string, number>> = { error: 0, warning: 1, info: 2 };

export function problemsTable(context: BookContext): Table {
  const { report, nameOf } = context;
  const rows = [...report.problems]
    .map((found, index) => ({ found, index }))
    .sort((a, b) => (order[severity(a.found)] ?? 0) - (order[severity(b.found)] ?? 0) || a.index - b.index)
    .map(({ found }, index): Content[] => problemLine(found, index + 1, nameOf));
  return table(context, "problems", [
    column("no", 6), column("severity", 11), column("unit", 11), column("name", 34, wrap), column("indicator", 10), column("path", 36, wrap), column("sheet", 12), column("cell", 10), column("sentence", 90, wrap),
  ], rows);
}

function problemLine(found: Problem, number: number, nameOf: (code: string) => string): Content[] {
  const { unit, indicator, file, sheet, cell } = found.at;
  return [number, severityWord(severity(found)), unit ?? "", unit ? nameOf(unit) : "", indicator ?? "", file ?? "", sheet ?? "", cell ?? "", sentenceOf(found)];
}

export function decisionsTable(context: BookContext): Table {
  const rows = context.report.state.decisions.map((decision): Content[] => [
    words.actions[decision.action], decision.unit, "content" in decision ? decision.content : decision.action === "reopen" ? decision.snapshot : "", "indicator" in decision ? decision.indicator ?? "" : "", decision.reason, day(decision.on), decision.by ?? "",
  ]);
  return table(context, "decisions", [
    column("action", 28, { ...input, choices: Object.values(words.actions) }),
    column("unit", 12, input), column("content", 38, input), column("indicator", 12, input), column("reasonOfDecision", 50, { ...input, ...wrap }), column("on", 13, input), column("by", 24, input),
  ], rows, 20);
}

export function extensionsTable(context: BookContext): Table {
  const rows = context.report.state.extensions.map(({ unit, milestone, until, document }): Content[] => [unit, milestone, day(until), document ?? ""]);
  return table(context, "extensions", [column("unit", 14, input), column("milestone", 24, input), column("until", 14, input), column("document", 50, input)], rows, 20);
}

export function enteredTable(context: BookContext): Table {
  const rows = context.report.state.entered.flatMap(({ unit, document, date, by, receivedOn, values }) => values.map((value): Content[] => {
    const cells = correctionCells(value);
    return [unit, document, day(date), by, day(receivedOn), value.indicator, cells.n, cells.d, cells.startN, cells.startD];
  }));
  return table(context, "entered", [
    column("unit", 12, input), column("document", 34, { ...input, ...wrap }), column("date", 13, input), column("by", 22, input), column("receivedOn", 13, input), column("indicator", 12, input),
    column("main", 16, input), column("base", 12, input), column("startN", 14, input), column("startD", 14, input),
  ], rows, 30);
}

export function documentsTable(context: BookContext): Table {
  const rows = Object.entries(context.report.state.documents).map(([key, text]): Content[] => {
    const [milestone = "", deliverable = "", unit = ""] = key.split("|");
    return [milestone, deliverable, unit, text];
  });
  return table(context, "documents", [column("milestone", 22, input), column("deliverable", 24, input), column("unit", 14, input), column("text", 60, { ...input, ...wrap })], rows, 20);
}

export function notesTable(context: BookContext): Table {
  const { report, nameOf } = context;
  const rows = report.state.roster.units.map(({ code }): Content[] => [code, nameOf(code), report.state.notes[code] ?? null]);
  return table(context, "notes", [column("unit", 14), column("name", 48), column("note", 80, { ...input, ...wrap })], rows);
}

export function answersTable(context: BookContext): Table {
  const { report } = context;
  const rows = report.state.plan.open.map(({ id, question, choices, note }): Content[] => [
    id, [question, note].filter(Boolean).join(" "), (choices ?? []).map((choice) => `${choice.id}: ${choice.label}`).join("\n"), report.state.answers[id] ?? null,
  ]);
  return table(context, "answers", [column("openId", 22), column("question", 80, wrap), column("choices", 60, wrap), column("answer", 40, { ...input, ...wrap })], rows);
}

export function rosterTable(context: BookContext): Table {
  const { roster, unfinished } = context.report.state;
  const columns = [
    column("unit", 12, input), column("name", 48, input), column("kind", 14, input), column("parent", 14, input), column("from", 13, input), column("to", 13, input),
    column("decision", 30, input), column("openedOn", 14, input), column("closedOn", 14, input), column("cluster", 12, input),
  ];
  return { id: "roster", sheet: words.sheets.roster, title: words.titles.roster, notes: [...context.notes.slice(0, 2), words.rosterNote], columns, rows: shownRosterLines(roster, unfinished?.["roster"]), spare: SPARE_UNITS };
}

/** Empty lines under the units, for new ones. */
const SPARE_UNITS = 10;

export function snapshotsTable(context: BookContext): Table {
  const { report, nameOf } = context;
  const rows = report.state.snapshots.flatMap((snapshot) => {
    const changed = new Map(differencesFromSnapshot(report, snapshot).map((difference) => [`${difference.node}|${difference.indicator}`, difference]));
    const frozen = Object.entries(snapshot.figures).filter(([key]) => context.offices.some((office) => key.startsWith(`${office}|`)));
    return frozen.map(([key, text]): Content[] => {
      const [node = "", indicator = ""] = key.split("|");
      const now = context.nodeFigure(node, indicator);
      const shown = now?.numerator ? [now.numerator, ...(now.denominator ? [now.denominator] : [])].map(toText).join("/") : words.noValue;
      return [snapshot.name, day(snapshot.on), snapshot.by, snapshot.reportNumber ?? "", node, nameOf(node), indicator, text, shown, changed.has(key) ? words.yes : ""];
    });
  });
  return table(context, "snapshots", [
    column("snapshot", 20), column("on", 13), column("by", 22), column("reportNumber", 16), column("unit", 12), column("name", 40, wrap), column("indicator", 12),
    column("frozenValue", 30), column("nowValue", 24), column("changed", 10),
  ], rows);
}

/** Which lists of the forms stand together on which sheet. */
const LIST_SHEETS = {
  titles: ["titlesCollective", "titlesIndividual"], nominations: ["nominationsCollective", "nominationsIndividual"], models: ["roleModels"],
  ownTargets: ["ownTargets"], movements: ["movementResults"], shortcomings: ["shortcomings"],
} as const satisfies Partial<Record<keyof typeof words.titles, readonly string[]>>;

/** One sheet for each kind of list that the stage's forms hold. */
export function formListTables(context: BookContext, template: FormTemplate): Table[] {
  return (Object.keys(LIST_SHEETS) as (keyof typeof LIST_SHEETS)[]).flatMap((id) => {
    const ids: readonly string[] = LIST_SHEETS[id];
    const lists = template.lists.filter((list) => ids.includes(list.id) && list.stages.includes(context.report.state.stage));
    return lists.length > 0 ? [formListTable(context, id, lists)] : [];
  });
}

/** The lists of all forms that count, one line a row, with unit, file and cell. */
function formListTable(context: BookContext, id: keyof typeof LIST_SHEETS, lists: readonly FormTemplate["lists"][number][]): Table {
  const hasSteps = id === "models" && context.report.plan.steps.length > 0;
  const columns = [...new Map(lists.flatMap((list) => list.columns.map((one) => [one.id, one] as const))).values()];
  const rows = context.report.ledger.flatMap((entry) => entry.submissions
    .filter(({ state }) => state === "accepted" || state === "acceptedWithWarnings")
    .flatMap(({ unit, submission }) => lists.flatMap((list) => (submission.lists[list.id] ?? []).map((row): Content[] => {
      const first = Object.values(row.cells)[0];
      const ruled = hasSteps ? stepCells(context, unit ?? "", row.cells["name"]?.raw ?? "") : [];
      return [unit, context.nameOf(unit ?? ""), list.title, row.code, ...columns.map((one) => row.cells[one.id]?.raw ?? null), ...ruled, entry.path, first?.sheet ?? "", first?.cell ?? ""];
    }))));
  const listed = table(context, id, [
    column("unit", 11), column("name", 36, wrap), { key: "list", heading: words.titles[id], width: 26, wrap: true }, column("row", 10),
    ...columns.map((one): TableColumn => ({ key: one.id, heading: one.label, width: Math.max(12, one.width ?? 16), wrap: true })),
    ...(hasSteps ? stepColumns(context) : []), column("path", 30, wrap), column("sheet", 14), column("cell", 8),
  ], rows);
  return hasSteps ? { ...listed, notes: [...listed.notes.slice(0, 2), stepLegend(context)] } : listed;
}
