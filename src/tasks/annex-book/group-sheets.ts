/**
 * A content group of the plan with everybody below the office (biểu theo nội dung): a line a unit, the numbers of each
 * indicator beside each other, the office's own total on top as a sum of the lines, live on the sheet.
 */
import { equals, sum, toNumber, ZERO, type Exact } from "#domain/exact";
import type { Indicator, Target } from "#domain/plan";
import { annexWords as words } from "#messages/annex-vi";
import type { AnnexCell, AnnexColumn, AnnexHead, AnnexLine, AnnexValue } from "#workbook/annex/annex-sheet";
import { figureFormat } from "#workbook/book/figure-format";
import { targetText } from "../engine/figure-words";
import { targetAt } from "../judged";
import { judgedAt, type ReportFacts } from "../word-report/report-facts";
import { nodeValues, numberCell, ownValues, shareFormat, type NodeValues } from "./node-values";
import { verdictCell } from "./result-lines";
import type { UnnumberedSheet } from "./unnumbered-sheet";

const LEFT = 2;
/** Width of a page lying across, in characters. */
const PAGE = 120;
const NARROWEST_NAME = 38;
const ROOM = 172 - NARROWEST_NAME;
type Kind = "n" | "d" | "value" | "start" | "end";
interface Part { readonly kind: Kind; readonly heading: string }

/** Units register percentages: what they come to of a total is no number of people. */
function partsOf({ measure, unit }: Indicator, isRegistration: boolean): Part[] {
  const { columns: head } = words;
  switch (measure) {
    case "count": return [{ kind: "n", heading: `${head.count} (${unit})` }];
    case "change": return [{ kind: "start", heading: head.start }, { kind: "end", heading: head.end }, { kind: "value", heading: head.change }];
    case "ratio": case "yesNo": case "text": return !isRegistration || measure === "yesNo" ? [{ kind: "n", heading: head.numerator }, { kind: "d", heading: head.denominator }, { kind: "value", heading: head.share }] : [{ kind: "value", heading: head.share }];
  }
}

interface Block {
  readonly indicator: Indicator;
  readonly parts: readonly Part[];
}

export function groupSheets(facts: ReportFacts): UnnumberedSheet[] {
  const { report: { plan, state } } = facts;
  const units = linesBelow(facts);
  if (units.length === 0) return [];
  return plan.groups.flatMap((group) => {
    const asked = plan.indicators.filter(({ code, measure, group: own }) => own === group.id && measure !== "text" && units.some(({ isOffice, valuesOf }) => !isOffice && valuesOf(code).state !== "notAsked"));
    const pages = paged(asked.map((indicator) => ({ indicator, parts: partsOf(indicator, state.stage === "registration") })));
    return pages.map((blocks, index) => groupSheet(facts, words.subtitles.group(group.name, index + 1, pages.length), blocks, units));
  });
}

const partWidth = ({ parts }: Block): number => (parts.length === 1 ? 18 : 10.5);
const widthOf = (block: Block): number => partWidth(block) * block.parts.length;

function paged(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [];
  let used = ROOM;
  for (const block of blocks) {
    if (used + widthOf(block) > ROOM) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(block);
    used += widthOf(block);
  }
  return pages;
}

interface UnitLine {
  readonly label: string;
  /** The office whose report it is, for itself. */
  readonly isOffice: boolean;
  readonly valuesOf: (indicator: string) => NodeValues;
}

/** The office itself where it answers too, the offices below, then its own units. */
function linesBelow({ tree, node, nameOf, figureAt, report: { plan } }: ReportFacts): UnitLine[] {
  const children = [...tree.childrenOf(node), ...(node === tree.root ? tree.residue : [])];
  const below = [...children.filter((code) => tree.roleOf(code) !== "unit"), ...children.filter((code) => tree.roleOf(code) === "unit")];
  const own = new Map(plan.indicators.flatMap(({ code }) => {
    const contribution = figureAt(node, code)?.contributions.find(({ unit, origin }) => unit === node && origin !== "officeTotal");
    return contribution ? [[code, ownValues(contribution.figure)] as const] : [];
  }));
  const office: UnitLine[] = own.size === 0 ? [] : [{ label: words.lines.own(nameOf(node)), isOffice: true, valuesOf: (indicator) => own.get(indicator) ?? nodeValues(undefined) }];
  return [...office, ...below.map((code): UnitLine => ({ label: nameOf(code), isOffice: false, valuesOf: (indicator) => nodeValues(figureAt(code, indicator)) }))];
}

function groupSheet(facts: ReportFacts, subtitle: string, blocks: readonly Block[], everybody: readonly UnitLine[]): UnnumberedSheet {
  const units = everybody.filter(({ valuesOf }) => blocks.some(({ indicator }) => valuesOf(indicator.code).state !== "notAsked"));
  const { node, nameOf, figureAt, tree } = facts;
  const judged = judgedAt(facts, node);
  const numbers = blocks.flatMap((block) => block.parts.map((): AnnexColumn => ({ width: partWidth(block), across: "right" })));
  const columns: AnnexColumn[] = [{ width: 6, across: "center" }, { width: Math.max(NARROWEST_NAME, PAGE - numbers.reduce((sum, { width }) => sum + width, 6)) }, ...numbers];
  const { columns: head } = words;
  const heads: (AnnexHead | null)[][] = [
    [{ text: head.no, rows: 2 }, { text: head.unit, rows: 2 }, ...blocks.flatMap(({ indicator, parts }): (AnnexHead | null)[] => [{ text: indicator.shortName ?? indicator.name, columns: parts.length }, ...parts.slice(1).map(() => null)])],
    [null, null, ...blocks.flatMap(({ parts }) => parts.map(({ heading }) => ({ text: heading })))],
  ];
  const across = (label: string, cellOf: (block: Block) => AnnexCell): AnnexLine => ({
    cells: [null, label, ...blocks.flatMap((block): (AnnexCell | AnnexValue)[] => [{ across: "center", ...cellOf(block), span: block.parts.length }, ...block.parts.slice(1).map(() => null)])],
  });
  const targetOf = ({ indicator }: Block): Target | undefined => judged.find((one) => one.indicator === indicator)?.target ?? targetAt(indicator, node, tree);
  const hasTargets = blocks.some((block) => targetOf(block) !== undefined);
  const places: Places = { total: hasTargets ? 1 : 0, first: hasTargets ? 4 : 2, count: units.length };
  const notSum: string[] = [];
  const total: AnnexLine = {
    kind: "total",
    cells: [null, nameOf(node), ...blocks.flatMap(({ indicator, parts }, at) => {
      const left = LEFT + blocks.slice(0, at).reduce((count, one) => count + one.parts.length, 0);
      const cells = totalCells(facts, { indicator, parts, left }, units, places);
      if (!cells.isSum) notSum.push(indicator.shortName ?? indicator.name);
      return cells.cells;
    })],
  };
  const lines: AnnexLine[] = [
    ...(hasTargets ? [across(words.lines.target, (block) => {
      const target = targetOf(block);
      return { value: target ? targetText(block.indicator, target) + (target.reading ? " (*)" : "") : null };
    })] : []),
    total,
    ...(hasTargets ? [across(words.lines.verdict, ({ indicator }) => verdictCell(judged.filter((one) => one.indicator === indicator)))] : []),
    across(words.lines.reported, ({ indicator }) => {
      const figure = figureAt(node, indicator.code);
      return { value: figure ? words.reportedOf(figure.reported, figure.expected) : null };
    }),
    ...units.map(({ label, valuesOf }, index): AnnexLine => ({
      cells: [index + 1, label, ...blocks.flatMap(({ indicator, parts }, at) => {
        const left = LEFT + blocks.slice(0, at).reduce((count, one) => count + one.parts.length, 0);
        return partCells(valuesOf(indicator.code), { indicator, parts, left }, places.first + index);
      })],
    })),
  ];
  const hasReading = blocks.some((block) => targetOf(block)?.reading);
  return { subtitle, columns, heads, lines, notes: [words.notes.signs, words.notes.sums, ...(notSum.length > 0 ? [words.notes.notSum(notSum)] : []), ...(hasReading ? [words.notes.reading] : [])] };
}

/** A block and its first column (zero-based). */
interface PlacedBlock extends Block {
  readonly left: number;
}

/** Lines of the total and of the units. */
interface Places {
  readonly total: number;
  readonly first: number;
  readonly count: number;
}

const letters = (column: number): string => (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : "") + String.fromCharCode(65 + (column % 26));

/** Numbers as they are; a share is divided on the sheet. */
function partCells(values: NodeValues, { indicator, parts, left }: PlacedBlock, line: number): AnnexCell[] {
  return parts.map(({ kind }): AnnexCell => {
    const cell = numberCell(values, kind, kind === "start" || kind === "end" ? shareFormat(values[kind]) : kind === "value" ? (indicator.measure === "change" ? "0.00" : shareFormat(values.value)) : undefined);
    return kind === "value" && parts.length === 3 && indicator.measure !== "change" && values.value !== null ? { ...cell, value: shareOf(left, line, toNumber(values.value)) } : cell;
  });
}

const shareOf = (left: number, line: number, result: number): AnnexValue => ({ formula: (rowOf) => `IF(${letters(left + 1)}${rowOf(line)}>0,${letters(left)}${rowOf(line)}/${letters(left + 1)}${rowOf(line)},"${words.notAsked}")`, result });

/** Added up on the sheet where the lines come to the office's figure; the book's number where something stands in no line. */
function totalCells({ figureAt, node }: ReportFacts, { indicator, parts, left }: PlacedBlock, units: readonly UnitLine[], places: Places): { readonly cells: AnnexCell[]; readonly isSum: boolean } {
  const figure = figureAt(node, indicator.code);
  const values = nodeValues(figure);
  const plain = parts.map(({ kind }) => numberCell(values, kind, kind === "value" ? figureFormat(indicator.measure, figure) : kind === "start" || kind === "end" ? shareFormat(values[kind]) : undefined));
  if (values.value === null || indicator.measure === "change" || parts[0]?.kind === "value") return { cells: plain, isSum: true };
  const comesTo = (kind: "n" | "d", whole: Exact | null): boolean => equals(sum(units.map(({ valuesOf }) => valuesOf(indicator.code)[kind] ?? ZERO)), whole ?? ZERO);
  if (!comesTo("n", values.n) || (parts.length === 3 && !comesTo("d", values.d))) return { cells: plain, isSum: false };
  const added = (column: number, result: Exact): AnnexValue => ({ formula: (rowOf) => `SUM(${letters(column)}${rowOf(places.first)}:${letters(column)}${rowOf(places.first + places.count - 1)})`, result: toNumber(result) });
  const cells = plain.map((cell, index): AnnexCell => {
    const kind = parts[index]?.kind;
    if (kind === "n" && values.n) return { ...cell, value: added(left + index, values.n) };
    if (kind === "d" && values.d) return { ...cell, value: added(left + index, values.d) };
    return kind === "value" && values.value ? { ...cell, value: shareOf(left, places.total, toNumber(values.value)) } : cell;
  });
  return { cells, isSum: true };
}
