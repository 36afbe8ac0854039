/**
 * The little XML that spreadsheet programs write (XML của bảng tính), read by looking for tags: what could make
 * such looking wrong (document types, comments, CDATA, other encodings, prefixes on our elements) is refused first.
 */
import { decoded, rawText } from "./raw-text";
import { certain, uncertain } from "./uncertain";

/** A part as text in which every `<` begins a tag. */
export function plainXml(content: Uint8Array): string {
  return plainMarkup(checked(decoded(content)));
}

/** A part as text whose pieces mean something once they are wanted (`meant`); what its markup is, is still to be looked at. */
export function rawXml(content: Uint8Array): string {
  return checked(rawText(content));
}

function checked(text: string | null): string {
  if (text === null) return uncertain("encoding");
  const start = declarationEnd(text);
  const declared = /encoding=["']([^"']*)["']/.exec(text.slice(0, start))?.[1] ?? "utf-8";
  if (!/^utf-?8$/i.test(declared)) uncertain("encoding");
  // A line end of old Windows programs inside a text would be another character than the one meant.
  return text.includes("\r", start + 2) ? uncertain("line ends") : text;
}

/** Stops where a document type, a comment, CDATA or an instruction could hide or show what is not there. */
export function plainMarkup(xml: string): string {
  return opens(xml, "!", 0) || opens(xml, "?", declarationEnd(xml)) ? uncertain("markup") : xml;
}

/** Whether the sign stands behind a `<`. It is looked for itself: `<` stands everywhere. */
function opens(xml: string, sign: string, from: number): boolean {
  for (let at = xml.indexOf(sign, from); at >= 0; at = xml.indexOf(sign, at + 1)) if (xml.charCodeAt(at - 1) === LESS) return true;
  return false;
}

const LESS = 60;

function declarationEnd(xml: string): number {
  return xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
}

const MAIN = ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"];

/** Where the content of the root element begins. The root and all below it are written without a prefix. */
export function insideRoot(xml: string, name: string, namespaces: readonly string[] = MAIN): number {
  const start = xml.indexOf("<", xml.startsWith("<?xml") ? 5 : 0);
  if (!xml.startsWith(`<${name}`, start)) uncertain(`root ${name}`);
  const end = xml.indexOf(">", start);
  const body = xml.slice(start + name.length + 1, end);
  const spaces = namespaces.filter((space) => body.includes(`"${space}"`));
  const [space] = spaces;
  if (end < 0 || spaces.length !== 1 || body.split(`"${space}"`).length !== 2) uncertain(`namespace of ${name}`);
  if (attributesOf(body).get("xmlns") !== space) uncertain(`root ${name}`);
  return end + 1;
}

const ATTRIBUTE = /\s+([\w:.-]+)="([^"<]*)"/y;

/** Attributes of a tag, from behind its name to its end. */
export function attributesOf(body: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  let end = 0;
  for (let match = ATTRIBUTE.exec(body); match; match = ATTRIBUTE.exec(body)) {
    if (found.has(match[1] ?? "")) uncertain("one attribute twice");
    found.set(match[1] ?? "", match[2] ?? "");
    end = ATTRIBUTE.lastIndex;
  }
  if (!/^\s*\/?$/.test(body.slice(end))) uncertain("attributes");
  return found;
}

export interface Element {
  readonly attributes: ReadonlyMap<string, string>;
  /** Between its tags; empty for `<a/>`. */
  readonly inner: string;
}

/** Elements of a name that do not hold one another, in their order. */
export function elementsNamed(xml: string, name: string, from = 0): Element[] {
  const found: Element[] = [];
  const open = `<${name}`;
  const close = `</${name}>`;
  for (let at = xml.indexOf(open, from); at >= 0; at = xml.indexOf(open, at)) {
    const start = at + open.length;
    const end = xml.indexOf(">", start);
    if (end < 0) uncertain(`tag ${name}`);
    at = end + 1;
    if (!/[\s/>]/.test(xml.charAt(start))) continue;
    const body = xml.slice(start, end);
    let inner = "";
    if (!body.endsWith("/")) {
      const stop = xml.indexOf(close, at);
      if (stop < 0) uncertain(`end of ${name}`);
      inner = xml.slice(at, stop);
      if (inner.includes(open)) uncertain(`${name} in itself`);
      at = stop + close.length;
    }
    found.push({ attributes: attributesOf(body), inner });
  }
  return found;
}

/** The one element of a name, `null` where there is none. */
export function elementNamed(xml: string, name: string, from = 0): Element | null {
  const found = elementsNamed(xml, name, from);
  return found.length > 1 ? uncertain(`several ${name}`) : found[0] ?? null;
}

const ESCAPES = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));|_x([\dA-Fa-f]{4})_/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text or attribute as meant: entities, and the file format's own `_x000D_` for what XML cannot hold. */
export function unescaped(text: string): string {
  const hasCodes = text.includes("_x") || text.includes("&#");
  if (!hasCodes && !text.includes("&")) return text;
  if (!hasCodes) {
    const plain = text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&apos;", "'");
    return plain.replaceAll("&amp;", "").includes("&") ? uncertain("entity") : plain.replaceAll("&amp;", "&");
  }
  const plain = text.replace(ESCAPES, (_whole, named?: string, decimal?: string, hex?: string, code?: string) =>
    named === undefined ? String.fromCodePoint(Number.parseInt(decimal ?? hex ?? code ?? "", decimal === undefined ? 16 : 10)) : NAMED[named] ?? "");
  if (text.replace(ESCAPES, "").includes("&")) uncertain("entity");
  return plain.includes("\r\n") ? plain.replaceAll("\r\n", "\n") : plain;
}

/** An attribute that has to be there. */
export function attribute(element: Element, name: string): string {
  return unescaped(certain(element.attributes.get(name), name));
}
