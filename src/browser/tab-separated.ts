/** Cells on the clipboard (dán và chép ô), as spreadsheet programs put them there. */

/** Rows of texts; a quoted cell may hold tabs, line ends and doubled quotes. */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  const end = text.replace(/\r\n?/gu, "\n").replace(/\n$/u, "");
  let at = 0;
  const cell = (): string => {
    if (end[at] !== '"') {
      const stop = end.slice(at).search(/[\t\n]/u);
      const found = stop < 0 ? end.slice(at) : end.slice(at, at + stop);
      at += found.length;
      return found;
    }
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/uy;
    quoted.lastIndex = at;
    const match = quoted.exec(end);
    // A lone quote is a quote.
    const found = match?.[0] ?? /[^\t\n]*/u.exec(end.slice(at))?.[0] ?? "";
    at += found.length;
    return match ? (match[1] ?? "").replaceAll('""', '"') : found;
  };
  for (;;) {
    rows.at(-1)?.push(cell());
    if (at >= end.length) return rows;
    if (end[at] === "\n") rows.push([]);
    at += 1;
  }
}

export function textOfCells(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/[\t\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");
}

/** What a unit typed as words must not become a formula where it is pasted: spreadsheets take an apostrophe for "words". */
export function asWords(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}
