/**
 * A report without the names of people (bỏ tên cá nhân), for what leaves the office: who is nominated, who prepared a
 * form, whom to ring. Each person becomes a number, the same wherever the name stood, so that what is said of one person
 * twice still shows; birth dates, telephone numbers and addresses are left empty. Figures are untouched.
 */
import type { FormTemplate } from "#domain/form";
import { modelKey } from "#domain/model-steps";
import type { Problem } from "#domain/problem";
import type { Report } from "#domain/report";
import type { FileReading, ListRow, Reading, Submission } from "#domain/submission";
import { personNumber } from "#messages/words-vi";

export function withoutNames(report: Report, template: FormTemplate): Report {
  const hidden = hiding(template);
  report.ledger.forEach(({ submissions }) => submissions.forEach(({ submission }) => hidden.meet(submission)));
  const ofFile = (reading: FileReading): FileReading =>
    (reading.kind === "submissions" ? { ...reading, problems: reading.problems.map(hidden.problem), submissions: reading.submissions.map(hidden.submission) } : reading);
  const ledger = report.ledger.map((entry) => ({
    ...entry,
    problems: entry.problems.map(hidden.problem),
    submissions: entry.submissions.map((one) => ({ ...one, problems: one.problems.map(hidden.problem), submission: hidden.submission(one.submission) })),
  }));
  return {
    ...report,
    problems: report.problems.map(hidden.problem),
    ledger,
    state: {
      ...report.state, ...(report.state.steps ? { steps: renamedSteps(report, ledger) } : {}),
      files: report.state.files.map((file) => ({ ...file, reading: ofFile(file.reading) })),
      roster: { ...report.state.roster, units: report.state.roster.units.map(({ contact: _contact, ...unit }) => unit) },
    },
  };
}

/** What the office ruled on a person stays with the number that stands for the name. */
function renamedSteps({ ledger, state: { steps = {} } }: Report, hidden: Report["ledger"]): Record<string, string> {
  const keysOf = (entries: Report["ledger"]): string[] => entries.flatMap(({ submissions }) => submissions.flatMap(({ unit, submission }) =>
    (submission.lists["roleModels"] ?? []).map(({ cells }) => modelKey(unit ?? "", cells["name"]?.raw ?? ""))));
  const names = keysOf(hidden);
  return Object.fromEntries(keysOf(ledger).flatMap((key, index): [string, string][] => {
    const [step, name] = [steps[key], names[index]];
    return step === undefined || name === undefined ? [] : [[name, step]];
  }));
}

/** Shorter texts in a name's cell are no names, and would be found inside other words. */
const SHORTEST = 4;

interface Hiding {
  /** Takes note of the people a submission names. */
  readonly meet: (submission: Submission) => void;
  readonly submission: (submission: Submission) => Submission;
  readonly problem: (problem: Problem) => Problem;
}

function hiding(template: FormTemplate): Hiding {
  const infos = new Set(template.info.filter(({ personal }) => personal).map(({ id }) => id));
  const columns = new Map(template.lists.map(({ id, columns: all }) => [id, new Map(all.filter(({ personal }) => personal).map((column) => [column.id, column.personalUnless]))]));
  const isOfPerson = (list: string, { cells }: ListRow, id: string): boolean => {
    const column = columns.get(list);
    const unless = column?.get(id);
    return column?.has(id) === true && !(unless && cells[unless.column]?.raw.trim() === unless.says);
  };
  const isName = (id: string): boolean => /name$/i.test(id) || id === "preparedBy";
  const people = new Map<string, string>();
  const words = new Map<string, string>();
  const stand = (id: string, text: string): string => {
    if (!isName(id) || text.trim() === "") return "";
    const person = text.normalize("NFC").trim().replace(/\s+/gu, " ").toLocaleLowerCase("vi");
    const number = people.get(person) ?? personNumber(people.size + 1);
    people.set(person, number);
    return number;
  };
  const personal = function* ({ info, lists }: Submission): Generator<[id: string, reading: Reading]> {
    for (const [id, reading] of Object.entries(info)) if (infos.has(id)) yield [id, reading];
    for (const [list, rows] of Object.entries(lists)) {
      for (const row of rows) for (const [id, reading] of Object.entries(row.cells)) if (isOfPerson(list, row, id)) yield [id, reading];
    }
  };
  const without = (id: string, reading: Reading): Reading => {
    const raw = stand(id, reading.raw);
    return { ...reading, raw, value: raw === "" ? null : { kind: "text", text: raw } };
  };
  const each = (cells: Readonly<Record<string, Reading>>, isPersonal: (id: string) => boolean): Record<string, Reading> =>
    Object.fromEntries(Object.entries(cells).map(([id, reading]) => [id, isPersonal(id) ? without(id, reading) : reading]));
  return {
    meet(submission) {
      for (const [id, { raw }] of personal(submission)) if (raw.trim().length >= SHORTEST) words.set(raw.trim(), stand(id, raw));
    },
    submission: (submission) => ({
      ...submission,
      info: each(submission.info, (id) => infos.has(id)),
      lists: Object.fromEntries(Object.entries(submission.lists).map(([list, rows]) => [list, rows.map((row) => ({ ...row, cells: each(row.cells, (id) => isOfPerson(list, row, id)) }))])),
      problems: submission.problems.map((one) => told(one, words)),
    }),
    problem: (one) => told(one, words),
  };
}

/** A problem says what it found: there too. */
function told(problem: Problem, words: ReadonlyMap<string, string>): Problem {
  const facts = Object.entries(problem.facts as Record<string, unknown>).map(([key, fact]) => {
    if (typeof fact !== "string") return [key, fact] as const;
    let text = fact;
    for (const [word, instead] of words) if (text.includes(word)) text = text.replaceAll(word, instead);
    return [key, text] as const;
  });
  return { ...problem, facts: Object.fromEntries(facts) } as Problem;
}
