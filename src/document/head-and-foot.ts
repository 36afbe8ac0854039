/** What stands above and below the text of an official document: names, number, place and date, title; recipients and signature. */
import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from "docx";
import { documentWords as words } from "#messages/document-vi";
import { BETWEEN, SIZE, TEXT } from "./look";
import type { OfficialDocument } from "./official-document";
import { textRun } from "./runs";

const LEFT = Math.round(TEXT * 0.42);
const RIGHT = TEXT - LEFT;
/** About a letter's width in twentieths of a point. */
const LETTER = 130;

interface Line {
  readonly text: string;
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly before?: number;
}

function centred({ text, before = 0, ...look }: Line): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before }, children: [textRun(text, look)] });
}

/** A line as long as asked, in the middle of the column. */
function rule(column: number, length: number): Paragraph {
  const aside = Math.max(0, Math.round((column - length) / 2));
  return new Paragraph({ indent: { left: aside, right: aside }, spacing: { before: 20, after: 0, line: 60, lineRule: "exact" }, border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: "000000" } }, children: [] });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

function columns(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const cell = (children: readonly Paragraph[], width: number): TableCell =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, borders: NO_BORDERS, margins: { left: 0, right: 0, marginUnitType: WidthType.DXA }, verticalAlign: VerticalAlign.TOP, children: [...children] });
  return new Table({
    layout: TableLayoutType.FIXED, width: { size: TEXT, type: WidthType.DXA }, columnWidths: [LEFT, RIGHT], borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, LEFT), cell(right, RIGHT)] })],
  });
}

export function head({ parent, office, number, placeAndDate, marks, kind, subject }: OfficialDocument): (Paragraph | Table)[] {
  const { nation, motto } = words;
  return [
    columns(
      [...(parent === "" ? [] : [centred({ text: parent.toUpperCase(), size: SIZE.head })]), centred({ text: office.toUpperCase(), size: SIZE.head, bold: true }), rule(LEFT, LEFT * 0.4), centred({ text: number, size: SIZE.head, before: 60 })],
      [centred({ text: nation, size: SIZE.head - 1, bold: true }), centred({ text: motto, size: SIZE.motto, bold: true }), rule(RIGHT, motto.length * LETTER), centred({ text: placeAndDate, size: SIZE.motto, italics: true, before: 60 })],
    ),
    ...marks.map((mark) => centred({ text: mark, size: SIZE.recipients, bold: true, before: BETWEEN })),
    centred({ text: kind, size: SIZE.body, bold: true, before: 2 * BETWEEN }),
    centred({ text: subject, size: SIZE.body, bold: true }),
    rule(TEXT, TEXT * 0.25),
  ];
}

export function foot({ recipients, signer }: OfficialDocument): (Paragraph | Table)[] {
  const left = [
    new Paragraph({ children: [textRun(words.recipients, { size: SIZE.recipients, bold: true, italics: true })] }),
    ...recipients.map((line) => new Paragraph({ children: [textRun(`- ${line}`, { size: SIZE.small })] })),
  ];
  const room = Array.from({ length: 4 }, () => new Paragraph({ children: [] }));
  return [new Paragraph({ keepNext: true, spacing: { before: BETWEEN }, children: [] }), columns(left, [centred({ text: signer, size: SIZE.body, bold: true }), ...room, centred({ text: "…", size: SIZE.body, bold: true })])];
}
