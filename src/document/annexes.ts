/** Annexes (phụ lục): tables on pages of their own, lying across, their headings repeated on every page. */
import { AlignmentType, HeadingLevel, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from "docx";
import { ANNEX_TEXT, SIZE } from "./look";
import type { Annex, OfficialDocument, Run, TableColumn } from "./official-document";
import { textRun, type RunMaker } from "./runs";

const ACROSS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

export function annexPages({ annexes }: OfficialDocument, runs: RunMaker): (Paragraph | Table)[] {
  return annexes.flatMap((annex, index) => [
    new Paragraph({ pageBreakBefore: index > 0, heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER, children: [textRun(annex.title, { size: SIZE.body, bold: true })] }),
    line(annex.subtitle, { bold: true }), line(annex.attached, { italics: true }), new Paragraph({ children: [] }),
    tableOf(annex, runs),
  ]);
}

function line(text: string, look: { readonly bold?: boolean; readonly italics?: boolean }): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [textRun(text, { size: SIZE.head, ...look })] });
}

function tableOf({ columns, rows }: Annex, runs: RunMaker): Table {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((width / all) * ANNEX_TEXT));
  const cell = (content: readonly Run[], index: number, column: TableColumn, isHead: boolean): TableCell => new TableCell({
    width: { size: widths[index] ?? 0, type: WidthType.DXA }, margins: { left: 70, right: 70, top: 30, bottom: 30, marginUnitType: WidthType.DXA }, verticalAlign: isHead ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: [new Paragraph({ alignment: isHead ? AlignmentType.CENTER : ACROSS[column.across ?? "left"], children: runs(content, { size: SIZE.table, bold: isHead }) })],
  });
  return new Table({
    layout: TableLayoutType.FIXED, width: { size: ANNEX_TEXT, type: WidthType.DXA }, columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((column, index) => cell([column.heading], index, column, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: columns.map((column, index) => cell(row[index] === undefined ? [] : [row[index]], index, column, false)) })),
    ],
  });
}
