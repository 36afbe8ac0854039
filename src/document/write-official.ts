/** Writes an official document as .docx, laid out as offices lay theirs out. */
import { AlignmentType, Document, Footer, Header, HeadingLevel, LevelFormat, LevelSuffix, PageNumber, PageOrientation, Packer, Paragraph, TextRun, type ISectionOptions, type Table } from "docx";
import { annexPages } from "./annexes";
import { foot, head } from "./head-and-foot";
import { ANNEX_MARGIN, BETWEEN, FIRST_LINE, FONT, LINE, MARGIN, PAGE, SIZE } from "./look";
import type { Block, OfficialDocument } from "./official-document";
import { Region } from "./region";
import { runMaker, textRun, type RunMaker } from "./runs";

const DIVISIONS = "divisions";
const DASHES = "dashes";

/** The bytes of the .docx. */
export async function writeOfficial(content: OfficialDocument): Promise<Uint8Array> {
  const runs = runMaker();
  const text: (Paragraph | Table | Region)[] = [...head(content), ...content.blocks.flatMap((block, index) => blockOf(block, runs, index === content.blocks.length - 1)), ...foot(content)];
  const annexes = annexPages(content, runs);
  const empty = (): Paragraph[] => [new Paragraph({})];
  const document = new Document({
    creator: content.office, title: `${content.kind} ${content.subject}`, description: "", styles: styles(), numbering: numbering(),
    customProperties: Object.entries(content.properties).map(([name, value]) => ({ name, value })),
    sections: [
      { properties: page(), headers: { default: pageNumber(), first: new Header({ children: empty() }) }, footers: { default: new Footer({ children: empty() }) }, children: text },
      ...(annexes.length > 0 ? [{ properties: annexPage(), headers: { default: pageNumber() }, children: annexes }] : []),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** `isLast`: it stays with the signature, which never stands alone on a page. */
function blockOf(block: Block, runs: RunMaker, isLast: boolean): (Paragraph | Region)[] {
  switch (block.kind) {
    case "heading": return [new Paragraph({
      keepNext: true, keepLines: true,
      heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, numbering: { reference: DIVISIONS, level: block.level - 1 }, children: [textRun(block.text, { size: SIZE.body, bold: true })],
    })];
    case "paragraph": return [new Paragraph({ style: "Body", ...(isLast ? { keepNext: true, keepLines: true } : {}), indent: { firstLine: FIRST_LINE }, children: runs(block.runs, { size: SIZE.body }) })];
    case "own": return [new Region(block.tag, block.title, block.paragraphs.map((text) => new Paragraph({ style: "Body", indent: { firstLine: FIRST_LINE }, children: runs(text, { size: SIZE.body }) })))];
    case "items": return block.items.map((item) => new Paragraph({ style: "Body", numbering: { reference: DASHES, level: 0 }, children: runs(item, { size: SIZE.body }) }));
  }
}

function page(): NonNullable<ISectionOptions["properties"]> {
  return { titlePage: true, page: { size: PAGE, margin: MARGIN } };
}

function annexPage(): NonNullable<ISectionOptions["properties"]> {
  return { page: { size: { ...PAGE, orientation: PageOrientation.LANDSCAPE }, margin: ANNEX_MARGIN } };
}

/** Arabic, in the middle of the top margin, on every page but the first. */
function pageNumber(): Header {
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ font: FONT, size: SIZE.page, children: [PageNumber.CURRENT] })] })] });
}

function styles() {
  const spacing = { before: BETWEEN, line: LINE };
  const heading = { run: { font: FONT, size: SIZE.body, bold: true, color: "000000" }, paragraph: { spacing, keepNext: true, alignment: AlignmentType.JUSTIFIED } };
  return {
    default: { document: { run: { font: FONT, size: SIZE.body, language: { value: "vi-VN" } } }, heading1: heading, heading2: heading },
    paragraphStyles: [{ id: "Body", name: "Body", basedOn: "Normal", quickFormat: true, paragraph: { spacing, alignment: AlignmentType.JUSTIFIED } }],
  };
}

/** I., 1.; and dashes. */
function numbering() {
  const level = (number: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: number, format, text, alignment: AlignmentType.LEFT, suffix: LevelSuffix.SPACE,
    style: { run: { font: FONT, size: SIZE.body, bold: number < 2 && text !== "-" }, paragraph: { indent: { left: 0, firstLine: FIRST_LINE } } },
  });
  return {
    config: [
      { reference: DIVISIONS, levels: [level(0, LevelFormat.UPPER_ROMAN, "%1."), level(1, LevelFormat.DECIMAL, "%2.")] },
      { reference: DASHES, levels: [level(0, LevelFormat.BULLET, "-")] },
    ],
  };
}
