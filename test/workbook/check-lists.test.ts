import type { FormList } from "#domain/form";
import type { ListRow } from "#domain/submission";
import { checkLists } from "#workbook/read/check-lists";
import formJson from "#templates/forms/form.json";

const lists = formJson.lists as unknown as FormList[];

function row(code: string, cells: Readonly<Record<string, string>>): ListRow {
  return { code, cells: Object.fromEntries(Object.entries(cells).map(([id, raw]) => [id, { sheet: "Danh hiệu cá nhân", cell: "B7", raw, value: null }])) };
}

const codes = (rows: readonly ListRow[]): string[] => checkLists(lists, { titlesIndividual: rows }, "a.xlsx").map(({ code }) => code);

describe("checkLists", () => {
  test.each<{ case: string; rows: ListRow[]; problems: string[] }>([
    { case: "every row has its name and title", rows: [row("DCN-01", { name: "Người mẫu A", title: "LĐTT" })], problems: [] },
    { case: "a row lacks its title", rows: [row("DCN-01", { name: "Người mẫu A" })], problems: ["list-row-incomplete"] },
    { case: "one person stands twice for one title", rows: [row("DCN-01", { name: "Người mẫu A", title: "LĐTT" }), row("DCN-02", { name: "người  mẫu a", title: "LĐTT" })], problems: ["list-duplicate-person"] },
    { case: "two persons of one name, born on different days", rows: [row("DCN-01", { name: "Người mẫu A", title: "LĐTT", birth: "1/1/1980" }), row("DCN-02", { name: "Người mẫu A", title: "LĐTT", birth: "2/2/1990" })], problems: [] },
    { case: "one person for two titles", rows: [row("DCN-01", { name: "Người mẫu A", title: "LĐTT" }), row("DCN-02", { name: "Người mẫu A", title: "CSTĐCS" })], problems: [] },
  ])("when $case", ({ rows, problems }) => {
    expect(codes(rows)).toEqual(problems);
  });
});
