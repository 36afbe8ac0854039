/** The texts of a workbook (chuỗi dùng chung), and texts written in the cell itself: plain or in runs, never the reading aids over them. */
import { meant } from "./raw-text";
import { textMemory } from "./text-memory";
import { uncertain } from "./uncertain";
import { insideRoot, plainMarkup, rawXml, unescaped } from "./xml";

const OPEN = "<si>";
const CLOSE = "</si>";

/** Texts in the order in which cells name them. */
export function readStrings(content: Uint8Array): string[] {
  const xml = plainMarkup(rawXml(content));
  const texts: string[] = [];
  let at = skipSpace(xml, insideRoot(xml, "sst"));
  for (; !xml.startsWith("</sst>", at); at = skipSpace(xml, at)) {
    let stop = plainEnd(xml, at);
    while (stop >= 0) {
      texts.push(plainText(xml, at + PLAIN_ITEM.length, stop));
      at = stop + PLAIN_ITEM_END.length;
      stop = plainEnd(xml, at);
    }
    if (xml.startsWith("</sst>", at)) break;
    if (xml.startsWith(OPEN, at)) {
      const end = xml.indexOf(CLOSE, at);
      if (end < 0) uncertain("end of si");
      texts.push(textOf(xml, at + OPEN.length, end));
      at = end + CLOSE.length;
    } else if (xml.startsWith("<si/>", at)) {
      texts.push("");
      at += 5;
    } else uncertain("shared strings");
  }
  return texts;
}

const PLAIN_ITEM = "<si><t>";
const PLAIN_ITEM_END = "</t></si>";

/** Where the text of a plain item ends that begins here; -1 where none does. Nearly all of them are plain. */
function plainEnd(xml: string, at: number): number {
  if (!spells(xml, PLAIN_ITEM, at)) return -1;
  const stop = xml.indexOf("<", at + PLAIN_ITEM.length);
  return stop >= 0 && spells(xml, PLAIN_ITEM_END, stop) ? stop : -1;
}

/** A few letters, one by one: for so few, quicker than any way the language has. */
function spells(xml: string, letters: string, at: number): boolean {
  for (let index = 0; index < letters.length; index += 1) if (xml.charCodeAt(at + index) !== letters.charCodeAt(index)) return false;
  return true;
}

const PLAIN = "<t>";
const KEPT = '<t xml:space="preserve">';

/** The text between two places: `<t>` alone, or runs. */
export function textOf(xml: string, start: number, end: number): string {
  const opening = xml.startsWith(PLAIN, start) ? PLAIN.length : xml.startsWith(KEPT, start) ? KEPT.length : 0;
  if (opening > 0) {
    const stop = xml.indexOf("<", start + opening);
    if (stop + 4 === end && xml.startsWith("</t>", stop)) return plainText(xml, start + opening, stop);
  }
  const runs = runsOf(xml.slice(start, end));
  return plainText(runs, 0, runs.length);
}

/** Runs with their looks, one after the other; phonetic guides (`rPh`) say nothing of their own. */
function runsOf(inner: string): string {
  const plain = inner.replace(/<rPh\b[^<>]*>\s*<t(?: xml:space="preserve")?>[^<]*<\/t>\s*<\/rPh>|<phoneticPr\b[^>]*\/>|<phoneticPr\b[^>]*><\/phoneticPr>/g, "").trim();
  let text = "";
  const rest = plain.replace(/<r>(?:<rPr>(?:\s*<\w+(?:\s[^<>]*)?\/>)*\s*<\/rPr>|<rPr\/>)?\s*<t(?: xml:space="preserve")?(?:\/>|>([^<]*)<\/t>)\s*<\/r>|<t(?: xml:space="preserve")?(?:\/>|>([^<]*)<\/t>)/g, (_whole, run?: string, only?: string) => {
    text += run ?? only ?? "";
    return "";
  });
  if (rest.trim() !== "" || (/<r>/.test(plain) && /^<t[\s>/]/.test(plain))) uncertain("text of a cell");
  return text;
}

/** Without the escapes of XML, letters put together as Vietnamese keyboards do. */
export const plainText = textMemory((written) => unescaped(meant(written)).normalize("NFC"));

export function skipSpace(xml: string, from: number): number {
  let at = from;
  for (let code = xml.charCodeAt(at); code === 32 || code === 10 || code === 9 || code === 13; code = xml.charCodeAt(at)) at += 1;
  return at;
}
