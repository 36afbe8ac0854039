/** What each office writes itself in its Word report, as a list of the book: to be written and changed there too. */
import { ownKey, ownSections } from "#domain/own-sections";
import type { BookState } from "#domain/report";
import { bookWords as words } from "#messages/book-vi";
import { ownWordsWords } from "#messages/document-vi";
import type { BookContext } from "./book-context";
import { sameText } from "./cell-text";
import type { Content, ReadRow, Table } from "./table";

export function ownWordsTable({ report: { state }, offices, nameOf, notes }: BookContext): Table {
  const input = { input: true, wrap: true } as const;
  return {
    id: "ownWords", sheet: words.sheets.ownWords, title: words.titles.ownWords, notes,
    columns: [
      { key: "unit", heading: words.columns.unit, width: 12 }, { key: "name", heading: words.columns.name, width: 40, wrap: true },
      { key: "section", heading: words.ownWords.section, width: 12, hidden: true }, { key: "sectionName", heading: words.ownWords.section, width: 34, wrap: true },
      { key: "text", heading: words.ownWords.text, width: 110, ...input },
    ],
    rows: offices.flatMap((office) => ownSections.map((section): Content[] => [office, nameOf(office), section, ownWordsWords.place[section], state.ownWords?.[ownKey(office, section)] ?? null])),
  };
}

/** As the sheet says them now; words that were not touched stay as they were kept, those of offices it does not list too. */
export function typedOwnWords(before: BookState["ownWords"], { rows }: { readonly rows: readonly ReadRow[] }): NonNullable<BookState["ownWords"]> {
  const now: Record<string, string> = { ...before };
  for (const row of rows) {
    const section = ownSections.find((one) => one === row.text("section"));
    if (!section || row.text("unit") === "") continue;
    const key = ownKey(row.text("unit"), section);
    const text = row.text("text");
    if (sameText(now[key] ?? "", text)) continue;
    if (text === "") delete now[key];
    else now[key] = text;
  }
  return now;
}
