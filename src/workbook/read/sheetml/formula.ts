/** The formula of a cell (công thức): its own, or one it shares with others. */
import { shiftFormula } from "./shift-formula";
import { meant } from "./raw-text";
import { textMemory } from "./text-memory";
import { certain, uncertain } from "./uncertain";
import { attributesOf, unescaped } from "./xml";

const SLASH = 47;

/** What a shared formula reads in its first cell. */
export type SharedFormulas = Map<string, { readonly row: number; readonly column: number; readonly formula: string }>;

/** From behind `<f`: the formula's text without `=`, and the place behind it. */
export function readFormula(xml: string, from: number, row: number, column: number, shared: SharedFormulas): { readonly formula: string; readonly end: number } {
  const stop = xml.indexOf(">", from);
  const isEmpty = xml.charCodeAt(stop - 1) === SLASH;
  const close = isEmpty ? stop + 1 : xml.indexOf("<", stop);
  const end = isEmpty ? close : close + 4;
  if (stop < 0 || (!isEmpty && !xml.startsWith("</f>", close))) uncertain("formula");
  const text = isEmpty ? "" : formulaText(xml, stop + 1, close);
  if (stop === from) return { formula: text, end };
  const attributes = attributesOf(xml.slice(from, stop));
  const kind = attributes.get("t") ?? "normal";
  if (kind === "shared") return { formula: sharedFormula(text, certain(attributes.get("si"), "si"), row, column, shared), end };
  if ((kind !== "normal" && kind !== "array") || text === "") uncertain("formula");
  return { formula: text, end };
}

/** As people write it. */
const formulaText = textMemory((written) => unescaped(meant(written)).replaceAll("_xlfn.", "").normalize("NFC"));

function sharedFormula(text: string, group: string, row: number, column: number, shared: SharedFormulas): string {
  if (text !== "") {
    shared.set(group, { row, column, formula: text });
    return text;
  }
  const first = certain(shared.get(group), "shared formula");
  return shiftFormula(first.formula, row - first.row, column - first.column);
}
