/** One cell as a book keeps it (ô được lưu): its place, its text, and its value where the text alone does not say it. */
import { fromText, toText, type Exact } from "#domain/exact";
import type { Reading, ReadValue } from "#domain/submission";

/** Sheet names may hold a `!`, addresses may not. */
export const placeOf = ({ sheet, cell }: Reading): string => `${sheet}!${cell}`;

export function readingOf(place: string, raw: string, value?: string): Reading {
  return readingAt(placeIn(place), raw, value);
}

export function readingAt({ sheet, cell }: Pick<Reading, "sheet" | "cell">, said: string, value?: string): Reading {
  const raw = said.length > LONGEST_SHARED ? said : oneText(said);
  return { sheet, cell, raw, value: valueOf(value ?? shortValue(raw), raw) };
}

/** What a thousand forms have alike is one object in memory: places, and the numbers that schools have. */
function shared<Made>(make: (text: string) => Made, most: number): (text: string) => Made {
  const made = new Map<string, Made>();
  return (text) => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const own = make(text);
    if (made.size < most) made.set(text, own);
    return own;
  };
}

const LONGEST_SHARED = 60;
export const oneText = shared((text) => text, 20_000);

const placeIn = shared((place) => {
  const cut = place.lastIndexOf("!");
  return { sheet: place.slice(0, cut), cell: place.slice(cut + 1) };
}, 5000);

const numberIn = shared((text): ReadValue => ({ kind: "number", number: exactOf(text) }), 5000);
const YES: ReadValue = { kind: "yesNo", yes: true };
const NO: ReadValue = { kind: "yesNo", yes: false };
const NOT_APPLICABLE: ReadValue = { kind: "notApplicable" };

/** A whole number as it is typed: by far the most there is. */
const SHORT = /^(?:0|[1-9]\d{0,14})$/;
const shortValue = (raw: string): string => (SHORT.test(raw) ? `#${raw}` : "");

export function rawAndValue(raw: string, value: string): readonly [raw: string, value?: string] {
  return value === shortValue(raw) ? [raw] : [raw, value];
}

/** Empty for no value; the first sign says of what kind it is. */
export function valueText({ value, raw }: Reading): string {
  switch (value?.kind) {
    case undefined: return "";
    case "number": return `#${toText(value.number)}`;
    case "bareShare": return `%${toText(value.share)}`;
    case "yesNo": return value.yes ? "+" : "-";
    case "notApplicable": return "/";
    case "date": return `@${value.iso}`;
    case "text": return value.text === raw ? "=" : `"${value.text}`;
  }
}

function valueOf(text: string, raw: string): ReadValue | null {
  const rest = text.slice(1);
  switch (text.charAt(0)) {
    case "": return null;
    case "#": return numberIn(rest);
    case "%": return { kind: "bareShare", share: exactOf(rest) };
    case "+": return YES;
    case "-": return NO;
    case "/": return NOT_APPLICABLE;
    case "@": return { kind: "date", iso: rest };
    case "=": return { kind: "text", text: raw };
    case '"': return { kind: "text", text: rest };
    default: throw new SyntaxError("not a value");
  }
}

function exactOf(text: string): Exact {
  const exact = fromText(text);
  if (!exact) throw new SyntaxError("not an exact number");
  return exact;
}
