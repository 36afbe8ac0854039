/** What leaves the office without people's names holds none of them, and every figure it held before. */
import type { Report } from "#domain/report";
import { reportJsonPieces } from "#tasks/report-json";
import { withoutNames } from "#tasks/without-names";
import { sampleCases, sampleReport, sampleState, template } from "../support/sample-reports";

jest.setTimeout(240_000);

/** Everything typed where the form asks for a person. */
function peopleIn(report: Report): Set<string> {
  const infos = new Set(template.info.filter(({ personal }) => personal).map(({ id }) => id));
  const people = new Set<string>();
  for (const { submissions } of report.ledger) for (const { submission } of submissions) {
    for (const [id, { raw }] of Object.entries(submission.info)) if (infos.has(id)) people.add(raw.trim());
    for (const list of template.lists) {
      const personal = list.columns.filter((column) => column.personal).map(({ id }) => id);
      for (const { cells } of submission.lists[list.id] ?? []) if (cells["kind"]?.raw !== "Tập thể") for (const id of personal) people.add(cells[id]?.raw.trim() ?? "");
    }
  }
  people.delete("");
  return people;
}

const textOf = (value: unknown): string => JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? String(part) : part));

describe.each(sampleCases.filter(({ stage }) => stage !== "midterm"))("$name", (one) => {
  let report: Report;
  beforeAll(async () => {
    report = sampleReport(await sampleState(one, 2), one.asOf);
  });

  test("no name, birth date, telephone number or address is left anywhere", () => {
    const people = [...peopleIn(report)].filter((text) => text.length > 3);
    expect(people.length).toBeGreaterThan(10);
    const text = textOf(withoutNames(report, template));
    expect(people.filter((person) => text.includes(`"${person}"`))).toEqual([]);
  });

  test("figures, coverage and the number of problems are the same", () => {
    const without = withoutNames(report, template);
    expect(without.nodes).toEqual(report.nodes);
    expect(without.coverage).toEqual(report.coverage);
    expect(without.problems.map(({ code, at }) => [code, at])).toEqual(report.problems.map(({ code, at }) => [code, at]));
    const [before, after] = [report, without].map((each) => [...reportJsonPieces(each)].join(""));
    expect(after?.length).toBeGreaterThan((before?.length ?? 0) * 0.9);
  });

  test("a team keeps its name", () => {
    const teams = (each: Report): string[] => each.ledger.flatMap(({ submissions }) => submissions.flatMap(({ submission: { lists } }) =>
      [...lists["roleModels"] ?? [], ...lists["nominationsCollective"] ?? [], ...lists["titlesCollective"] ?? []].flatMap(({ cells }) => (cells["kind"]?.raw === "Cá nhân" ? [] : [cells["name"]?.raw ?? ""]))));
    expect(teams(withoutNames(report, template))).toEqual(teams(report));
  });

  test("one person is one number, wherever the name stands", () => {
    const names = (each: Report): string[] => each.ledger.flatMap(({ submissions }) => submissions.flatMap(({ submission }) =>
      template.lists.flatMap(({ id }) => (submission.lists[id] ?? []).map(({ cells }) => cells["name"]?.raw.trim() ?? ""))));
    const [before, after] = [names(report), names(withoutNames(report, template))];
    const pairs = new Map<string, Set<string>>();
    before.forEach((name, place) => pairs.set(name.toLocaleLowerCase("vi"), (pairs.get(name.toLocaleLowerCase("vi")) ?? new Set()).add(after[place] ?? "")));
    expect([...pairs.values()].every((numbers) => numbers.size === 1)).toBe(true);
  });
});
