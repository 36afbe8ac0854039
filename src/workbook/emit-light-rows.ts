/** The long rows of a table as SpreadsheetML, without a cell of the library between. */
import { addressOf } from "#domain/snapshot";
import { escapeText, type StringTable } from "./emit-cells";
import type { TextBytes } from "./text-bytes";
import { isDay, type Content, type LightRows } from "./light-rows";

/** One `<row>` each, handed on as it is made. */
export function pushLightRows({ first, columns, rows, heightOf, spare }: LightRows, styleOf: (style: object) => number, strings: StringTable, text: TextBytes): void {
  const letters = columns.map((_, index) => addressOf(0, index).slice(0, -1));
  const plain = columns.map((column) => styleAttribute(styleOf(column.plain)));
  const days = columns.map(({ plain: usual, day }) => styleAttribute(styleOf(day ?? usual)));
  for (let line = 0; line < rows.length + spare; line += 1) {
    const row = rows.at(line);
    const number = first + line;
    let xml = row && heightOf ? `<row r="${number}" ht="${heightOf(row)}" customHeight="1">` : `<row r="${number}">`;
    for (let index = 0; index < columns.length; index += 1) {
      const content = row?.[index] ?? null;
      if (content === null && row !== undefined && columns[index]?.skipsBlanks) continue;
      xml += `<c r="${letters[index]}${number}"${(isDay(content) ? days : plain)[index]}${bodyXml(content, strings)}`;
    }
    text.push(`${xml}</row>`);
  }
}

function styleAttribute(style: number): string {
  return style === 0 ? "" : ` s="${style}"`;
}

/** From behind the style to the end of the cell. */
function bodyXml(content: Content, strings: StringTable): string {
  switch (typeof content) {
    case "string": return ` t="s"><v>${strings.placeOf(content)}</v></c>`;
    case "number": return `><v>${content}</v></c>`;
    default:
  }
  if (content === null) return "/>";
  if (isDay(content)) return content.day === null ? "/>" : `><v>${Date.parse(`${content.day}T00:00:00Z`) / 86_400_000 + 25_569}</v></c>`;
  const { formula, result } = content;
  return typeof result === "number" ? `><f>${escapeText(formula)}</f><v>${result}</v></c>` : ` t="str"><f>${escapeText(formula)}</f><v>${escapeText(result)}</v></c>`;
}
