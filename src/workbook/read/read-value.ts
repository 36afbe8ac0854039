// vietnamese-data: what a dash and `không` may stand for
/**
 * One cell as one value (đọc ô): the decision table of docs/cell-values.md. Two readings that nothing
 * settles are a problem and no figure; a blank is never zero.
 */
import { multiply, exact } from "#domain/exact";
import type { Cell } from "#domain/snapshot";
import type { ReadValue } from "#domain/submission";
import { ambiguous, BLANK, doubtfulIf, refuse, type CellExpectation, type CellReading } from "./cell-findings";
import { cleanText } from "./clean-text";
import { barePercent, bounded, isPercentFormat, nearWhole, numberText, precise, printsPercentSign, share, typedNumber, typedPair, whole } from "./number-value";
import { dateOf, serialOf } from "./serial-days";
import { isDash, readTypedAnswer, saysNone, saysNotApplicable } from "./typed-answer";
import { readTypedDate } from "./typed-date";
import { readTypedNumber } from "./typed-number";

const HUNDRED = exact(100);
const LONGEST = 5000;
/** Reads one cell for what its place asks. A percent cell reads as the percentage, 95.5 for 95,5 %. */
export function readValue(cell: Pick<Cell, "value" | "format" | "formula"> | null, expected: CellExpectation): CellReading {
  if (!cell) return BLANK;
  const { value } = cell;
  if (value === null) return cell.formula === undefined ? BLANK : { value: null, problem: { code: "cell-no-cached-value" } };
  switch (value.kind) {
    case "error": return refuse("cell-error", value.error);
    case "number": return readNumber(value.number, cell.format, expected);
    case "boolean": return readBoolean(value.boolean, expected);
    case "date": return readDate(value.iso, expected);
    case "text": return readText(value.text, expected);
  }
}

/** The cell's own text: as stored, a percentage as shown. Blank for no cell. */
export function rawText(cell: Pick<Cell, "value" | "format" | "formula"> | null): string {
  const value = cell?.value;
  switch (value?.kind) {
    case undefined: return cell?.formula === undefined ? "" : `=${cell.formula}`;
    case "text": return value.text;
    case "number": return isPercentFormat(cell?.format) ? `${numberText(multiply(precise(value.number), HUNDRED))}%` : numberText(precise(value.number));
    case "boolean": return value.boolean ? "TRUE" : "FALSE";
    case "date": return value.iso;
    case "error": return value.error;
  }
}

function readNumber(number: number, format: string | undefined, expected: CellExpectation): CellReading {
  const value = precise(number);
  const percentage = isPercentFormat(format);
  const found = percentage ? `${numberText(multiply(value, HUNDRED))}%` : numberText(value);
  switch (expected.kind) {
    case "count":
    case "denominator": return percentage ? refuse("cell-not-a-number", found) : whole(nearWhole(value), found);
    case "numerator": return percentage ? share(value, found) : whole(nearWhole(value), found);
    case "percent": return percentage ? share(value, found) : barePercent(value, found, printsPercentSign(format));
    case "number": return bounded({ value: { kind: "number", number: value } }, value, found);
    case "yesNo": return answer(found, expected);
    case "date": return serialDay(number, found);
    case "text":
    case "choice": return words(found, expected);
  }
}

function readBoolean(yes: boolean, expected: CellExpectation): CellReading {
  const found = yes ? "TRUE" : "FALSE";
  switch (expected.kind) {
    case "yesNo": return { value: { kind: "yesNo", yes } };
    case "text":
    case "choice": return words(found, expected);
    case "date": return { value: { kind: "text", text: found }, problem: { code: "cell-not-a-date", found } };
    default: return refuse("cell-not-a-number", found);
  }
}

/** `5/9` typed as five of nine has become a day; which two numbers it was is not to be guessed. */
function readDate(iso: string, expected: CellExpectation): CellReading {
  switch (expected.kind) {
    case "date": return { value: { kind: "date", iso: iso.slice(0, 10) } };
    case "text":
    case "choice": return { value: { kind: "text", text: iso.slice(0, 10).split("-").reverse().join("/") } };
    case "yesNo": return refuse("cell-not-yes-no", iso);
    default: return numberShownAsDay(iso, expected) ?? refuse("cell-not-a-number", iso);
  }
}

/** But not that day which may be the 59th or, in spreadsheets alone, the 60th. */
const FIRST_DAYS = /^(?!1900-02-28)190[0-3]-\d\d-\d\d$/;

/** `5` typed into a cell that once held a day shows as 5 January 1900: of these years nobody counts anything. */
function numberShownAsDay(iso: string, expected: CellExpectation): CellReading | null {
  const serial = FIRST_DAYS.test(iso) ? serialOf(iso) : null;
  if (serial === null) return null;
  const read = readNumber(serial, undefined, expected);
  return read.problem ? read : { ...read, problem: { code: "cell-doubtful-reading", found: iso, read: String(serial) } };
}

function serialDay(number: number, found: string): CellReading {
  const day = number >= 3654 && number <= 73415 && Number.isInteger(number) ? dateOf(number, false) : null;
  if (day?.kind === "date") return { value: { kind: "date", iso: day.iso }, problem: { code: "cell-doubtful-reading", found, read: day.iso } };
  return { value: { kind: "text", text: found }, problem: { code: "cell-not-a-date", found } };
}

function readText(stored: string, expected: CellExpectation): CellReading {
  const text = cleanText(stored);
  if (text === "") return BLANK;
  if (expected.kind === "text" || expected.kind === "choice") return words(stored, expected);
  if (expected.kind === "yesNo") return answer(text, expected);
  if (expected.kind === "date") return day(text);
  if (saysNotApplicable(text, expected.answers?.notApplicable)) return { value: { kind: "notApplicable" } };
  if (isDash(text) || saysNone(text)) return ambiguous(text, "0", expected.answers?.notApplicable ?? "Không có đối tượng");
  if (/^\([\d.,]+\)$/u.test(text)) return ambiguous(text, text.slice(1, -1), `-${text.slice(1, -1)}`);
  const typed = readTypedNumber(text);
  if (!typed) return expected.kind === "number" ? { value: { kind: "text", text }, problem: { code: "cell-not-a-number", found: text } } : refuse("cell-not-a-number", text);
  if (typed.kind === "range") return ambiguous(text, ...typed.ends);
  if (typed.kind === "pair") return typedPair(typed, text, expected.kind);
  return typedNumber(typed, text, expected.kind);
}

function answer(text: string, expected: CellExpectation): CellReading {
  const read = readTypedAnswer(text, expected.answers);
  if (!read) return refuse("cell-not-yes-no", text);
  if (read.kind === "notApplicable") return { value: read };
  const labels = expected.answers ?? { yes: "Đạt", no: "Chưa đạt", notApplicable: "Không có đối tượng" };
  if (read.kind === "ambiguous") return ambiguous(text, labels.yes, labels.no, labels.notApplicable);
  return { value: { kind: "yesNo", yes: read.yes }, ...doubtfulIf(read.doubtful, text, read.yes ? labels.yes : labels.no) };
}

function day(text: string): CellReading {
  const read = readTypedDate(text);
  if (!read) return { value: { kind: "text", text }, problem: { code: "cell-not-a-date", found: text } };
  return { value: { kind: "date", iso: read.iso }, ...doubtfulIf(read.doubtful, text, read.iso) };
}

/** Words are kept as typed, line breaks too; a choice is given its own spelling. */
function words(stored: string, { choices = [], kind, answers }: CellExpectation): CellReading {
  const text = stored.normalize("NFC").replace(/[^\S\n]+/gu, " ").trim();
  const clean = cleanText(text);
  if (clean === "") return BLANK;
  if (kind === "text" && answers && saysNotApplicable(clean, answers.notApplicable)) return { value: { kind: "notApplicable" } };
  const choice = choices.find((label) => cleanText(label).toLowerCase() === clean.toLowerCase());
  const value: ReadValue = { kind: "text", text: choice ?? text };
  return text.length > LONGEST ? { value, problem: { code: "cell-too-long", length: text.length, limit: LONGEST } } : { value };
}
