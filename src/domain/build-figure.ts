/**
 * One indicator's figure (số liệu) from its cells, measure by measure. A blank is never a zero, a percentage
 * without its base is never a numerator, and 0/0 is not applicable.
 */
import { isFilled } from "./content-key";
import { compare, equals, multiply, subtract, toText, ZERO, type Exact } from "./exact";
import { NOT_APPLICABLE, NOT_REPORTED, type Figure, type Share } from "./figure";
import { rowsOfIndicator, type FormRow, type PartId } from "./form";
import {
  broken, headcountOf, percentage, readerNamed, readingOf, report, reportBlank, wholeNumber, type FormCells, type NumberCell,
} from "./form-cells";
import type { Reading } from "./submission";

/** The figure that the cells make, at the submission's stage and scope. */
export function buildFigure(cells: FormCells): Figure {
  const { indicator, submission } = cells;
  const [row, endRow] = rowsOfIndicator(indicator, submission.stage, submission.scope);
  if (!row) return NOT_REPORTED;
  if (row.main === "value") return countOf(cells);
  if (row.main === "answer") return answerOf(cells);
  if (row.main === "text") return wordsOf(cells);
  return endRow ? changeOf(cells, row, endRow) : ratioOf(cells, row);
}

function countOf(cells: FormCells): Figure {
  const cell = wholeNumber(cells, "value");
  if (cell.kind === "number") return { state: "reported", measure: "count", value: cell.number };
  if (cell.kind === "bareShare") broken(cells, readingOf(cells, "value"), "cell-not-a-number");
  return withoutNumber(cells, "value", cell);
}

const YES: Figure = { state: "reported", measure: "yesNo", yes: true };
const NO: Figure = { state: "reported", measure: "yesNo", yes: false };

function answerOf(cells: FormCells): Figure {
  const reading = readingOf(cells, "answer");
  const value = reading?.value;
  if (value?.kind === "yesNo") return value.yes ? YES : NO;
  if (value?.kind === "notApplicable" && cells.indicator.mayNotApply) return NOT_APPLICABLE;
  return withoutNumber(cells, "answer", isFilled(reading) ? broken(cells, reading, "cell-not-yes-no") : { kind: "blank" });
}

function wordsOf(cells: FormCells): Figure {
  const reading = readingOf(cells, "text");
  if (!isFilled(reading)) return withoutNumber(cells, "text", { kind: "blank" });
  if (reading.value?.kind === "notApplicable" && cells.indicator.mayNotApply) return NOT_APPLICABLE;
  if (reading.value === null && readerNamed(cells, reading)) return NOT_REPORTED;
  const text = (reading.value?.kind === "text" ? reading.value.text : wordsIn(reading)).normalize("NFC").trim();
  return text === "" ? withoutNumber(cells, "text", { kind: "blank" }) : { state: "reported", measure: "text", text };
}

/** A number or a date where words are asked is kept as it was typed. */
function wordsIn({ raw, value }: Reading): string {
  if (raw.trim() !== "") return raw;
  return value?.kind === "number" ? toText(value.number) : value?.kind === "date" ? value.iso : "";
}

function withoutNumber(cells: FormCells, main: PartId, cell: NumberCell): Figure {
  if (cell.kind === "notApplicable") return NOT_APPLICABLE;
  if (cell.kind === "blank" && cells.required) reportBlank(cells, main);
  return NOT_REPORTED;
}

function ratioOf(cells: FormCells, row: FormRow): Figure {
  const found = shareOf(cells, row.main, baseOf(cells, row.base ?? "denominator"));
  switch (found.kind) {
    case "share": return { state: "reported", measure: "ratio", ...found.share };
    case "noSubject": return NOT_APPLICABLE;
    case "bare": return { ...NOT_REPORTED, ...known(found.base), bareShare: found.bareShare };
    case "blank": {
      if (cells.required) reportBlank(cells, row.main);
      return { ...NOT_REPORTED, ...known(found.base) };
    }
    case "noBase": {
      reportBase(cells, row.base ?? "denominator");
      return NOT_REPORTED;
    }
    case "broken": return NOT_REPORTED;
  }
}

function known(base: NumberCell): { denominator?: Exact } {
  return base.kind === "number" ? { denominator: base.number } : {};
}

function changeOf(cells: FormCells, startRow: FormRow, endRow: FormRow): Figure {
  const base = baseOf(cells, "startDenominator");
  const start = shareOf(cells, startRow.main, base);
  // At registration the percentage aimed at is over the same base as the start.
  const end = shareOf(cells, endRow.main, endRow.base ? wholeNumber(cells, endRow.base) : base);
  const moments = [{ found: start, row: startRow }, { found: end, row: endRow }];
  if (start.kind === "noSubject" && end.kind === "noSubject") return NOT_APPLICABLE;
  const [from, to] = [sumsOf(start), sumsOf(end)];
  if (from && to) return { state: "reported", measure: "change", start: from, end: to };

  const blank = moments.filter(({ found }) => found.kind === "blank");
  if (blank.length === 2 && cells.required) reportBlank(cells, startRow.main);
  if (blank.length === 1 && cells.required) reportBlank(cells, blank[0]?.row.main ?? "endNumerator");
  // Both lines of a registration share one base: its absence is said once.
  const bases = moments.flatMap(({ found, row }) => (found.kind === "noBase" ? [row.base ?? "startDenominator"] : []));
  for (const part of new Set<PartId>(bases)) reportBase(cells, part);
  return start.kind === "share" ? { ...NOT_REPORTED, start: start.share } : NOT_REPORTED;
}

type FoundShare =
  | { readonly kind: "share"; readonly share: Share }
  | { readonly kind: "noSubject" | "broken" | "noBase" }
  | { readonly kind: "blank"; readonly base: NumberCell }
  | { readonly kind: "bare"; readonly bareShare: Exact; readonly base: NumberCell };

function sumsOf(found: FoundShare): Share | null {
  if (found.kind === "share") return found.share;
  return found.kind === "noSubject" ? { numerator: ZERO, denominator: ZERO } : null;
}

function shareOf(cells: FormCells, part: PartId, base: NumberCell): FoundShare {
  const isPercent = part === "percent" || part === "endPercent";
  const main = isPercent ? percentage(cells, part) : wholeNumber(cells, part);
  if (main.kind === "notApplicable" || (main.kind === "blank" && base.kind === "notApplicable")) return { kind: "noSubject" };
  if (main.kind === "broken" || base.kind === "broken") return { kind: "broken" };
  if (main.kind === "blank") return { kind: "blank", base };
  if (main.kind === "bareShare") return withoutBase(cells, part, main.share, base);
  if (base.kind !== "number") return isPercent && part === "percent" ? withoutBase(cells, part, main.number, base) : { kind: "noBase" };
  const numerator = isPercent ? multiply(main.number, base.number) : main.number;
  if (equals(base.number, ZERO) && equals(numerator, ZERO)) return { kind: "noSubject" };
  return compare(numerator, base.number) > 0 ? tooMany(cells, part, numerator, base.number) : { kind: "share", share: { numerator, denominator: base.number } };
}

function withoutBase(cells: FormCells, part: PartId, bareShare: Exact, base: NumberCell): FoundShare {
  const reading = readingOf(cells, part);
  report(cells, "ratio-without-base", reading, { found: reading?.raw.trim() ?? "" });
  return { kind: "bare", bareShare, base };
}

/** There is a figure and nothing to hold it against: a blank, or a choice (`Không có đối tượng`, a percentage) that is no number. */
function reportBase(cells: FormCells, part: PartId): void {
  const reading = readingOf(cells, part);
  if (isFilled(reading)) broken(cells, reading, "cell-not-a-number");
  else reportBlank(cells, part);
}

/** Both cells are named: which of them is wrong, only the school knows. */
function tooMany(cells: FormCells, part: PartId, numerator: Exact, denominator: Exact): FoundShare {
  const main = readingOf(cells, part);
  const basePart: PartId = part === "startNumerator" ? "startDenominator" : part === "endNumerator" ? "endDenominator" : "denominator";
  const base = readingOf(cells, basePart);
  const both = [main, isFilled(base) ? base : headcountOf(cells)].map((reading) => reading?.cell ?? "").filter((cell) => cell !== "");
  report(cells, "numerator-above-denominator", main, {
    numerator: toText(numerator), denominator: toText(denominator), over: toText(subtract(numerator, denominator)), cells: both.join(", "),
  });
  return { kind: "broken" };
}

/** The base typed beside the figure, else the head count typed once in Thông tin đơn vị. */
function baseOf(cells: FormCells, part: PartId): NumberCell {
  const own = wholeNumber(cells, part);
  const headcount = headcountOf(cells);
  if (!headcount) return own;
  if (own.kind === "blank") return wholeNumber(cells, part, headcount);
  const counted = headcount.value?.kind === "number" ? headcount.value.number : null;
  if (own.kind === "number" && counted && !equals(own.number, counted)) {
    report(cells, "denominator-differs-from-headcount", readingOf(cells, part), {
      denominator: toText(own.number), headcount: toText(counted), headcountName: cells.headcountName,
    });
  }
  return own;
}
