/** The first sheet, Hướng dẫn: what to do in a few numbered steps, by when, to whom, under which file name. */
import type { FormProfile } from "#domain/form-plan";
import { deadlineWords, formWords as words } from "#messages/form-vi";
import { put, putAcross, putHeading, setPaper, sizeHeading, stretch, type Canvas, type Content } from "./form-canvas";
import type { FormContext } from "./form-context";
import { fileNameOnForm } from "./form-file-name";
import { markSelfCheck } from "./form-marks";
import type { Catalogue } from "./form-sheet-catalogue";
import type { InfoCells } from "./form-sheet-info";
import { FILL, GREY, heightOf, linesOf } from "./form-styles";
import type { Expr } from "./formula";

const LAST = 4;
const WIDTHS = [6, 16, 26, 56] as const;
const TEXT_WIDTH = WIDTHS[2] + WIDTHS[3];

export function writeGuideSheet(context: FormContext, catalogue: Catalogue, info: InfoCells, canvas: Canvas, selfCheck: Expr, lists: readonly string[]): void {
  const { sheet } = canvas;
  WIDTHS.forEach((width, index) => { sheet.getColumn(index + 1).width = width; });
  const line = putAcross(canvas, 2, 1, LAST, selfCheck, { bold: true, size: 13, wrap: false });
  sheet.getRow(2).height = 24;
  markSelfCheck(sheet, line.here.text);

  let row = 8;
  const section = (title: string): void => {
    putAcross(canvas, row, 1, LAST, title, { bold: true, size: 12, fill: FILL.group, box: true });
    sheet.getRow(row).height = 22;
    row += 1;
  };
  section(words.stepsTitle);
  stepsOf(context, lists).forEach((step, index) => {
    put(canvas, row, 1, index + 1, { across: "center", size: 12, box: true, bold: index === 0 });
    putAcross(canvas, row, 2, LAST, step, { size: 12, box: true, bold: index === 0 });
    sheet.getRow(row).height = heightOf(linesOf(step, TEXT_WIDTH + WIDTHS[1], 12, index === 0), 12, 22);
    row += 1;
  });
  row += 1;
  section(words.factsTitle);
  const heightFor = (texts: readonly string[]): number => heightOf(Math.max(...texts.map((one) => linesOf(one, TEXT_WIDTH, 12))), 12, 22);
  for (const [label, byProfile] of guideFacts(context)) {
    putAcross(canvas, row, 1, 2, label, { size: 12, bold: true, box: true });
    const text: Content = catalogue.text(byProfile);
    putAcross(canvas, row, 3, LAST, text, { size: 12, box: true });
    sheet.getRow(row).height = heightFor(byProfile);
    if (label === words.facts.fileName) stretch(context, canvas, row, ({ name }) => heightFor(fileNames(context, name)));
    row += 1;
  }
  row += 1;
  putAcross(canvas, row, 1, LAST, words.legend, { size: 11, italic: true });
  sheet.getRow(row).height = heightOf(linesOf(words.legend, TEXT_WIDTH + WIDTHS[0] + WIDTHS[1], 11), 11, 18);

  putHeading(canvas, context, { lastColumn: LAST, split: 3, title: words.guideTitle(context.stage), parent: info.parentHeading, unit: info.unitHeading });
  sizeHeading(canvas, { lastColumn: LAST, split: 3 }, context);
  // In Protected View this is what must be read first; the identity line goes below everything.
  put(canvas, 1, 1, words.enable, { bold: true, size: 13, wrap: false });
  sheet.getRow(1).height = 22;
  putAcross(canvas, row + 1, 1, LAST, context.identity, { size: 8, colour: GREY, wrap: false });
  sheet.views = [{ showGridLines: false }];
  setPaper(canvas, context, { landscape: false, area: { fromRow: 3, toRow: row, toColumn: LAST } });
}

function stepsOf({ unit }: FormContext, lists: readonly string[]): string[] {
  return [
    words.enable,
    unit ? words.stepInfo : words.stepPick,
    words.stepFigures,
    words.stepCheck,
    ...(lists.length > 0 ? [words.stepLists(lists)] : []),
    words.stepSend,
    words.stepPrint,
    words.stepKeep,
  ];
}

/** Label and text for each profile. */
function guideFacts(context: FormContext): [string, string[]][] {
  const { plan, facts, profiles } = context;
  const each = (of: (profile: FormProfile) => string): string[] => profiles.map(of);
  const documents = each(({ view }) => (view.milestone?.deliverables ?? []).filter(({ kind }) => kind === "document").map(({ name }) => name).join("; "));
  return [
    [words.facts.plan, each(() => words.planTitle(plan))],
    [words.facts.issuer, each(() => plan.issuer.name)],
    [words.facts.deadline, each(({ view }) => (view.milestone ? deadlineWords(view.milestone) : words.noMilestone))],
    [words.facts.recipient, each(({ view }) => view.milestone?.to ?? words.toParent)],
    [words.facts.channel, each(({ view }) => view.milestone?.channel ?? words.noChannel)],
    [words.facts.fileName, fileNames(context, facts?.name ?? words.unitName)],
    ...(documents.some((one) => one !== "") ? [[words.facts.documents, documents.map((one) => one || "–")] as [string, string[]]] : []),
  ];
}

function fileNames({ plan, stage, profiles }: FormContext, unitName: string): string[] {
  return profiles.map(({ view }) => fileNameOnForm(plan, stage, unitName, view.milestone));
}
