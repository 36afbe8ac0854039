/**
 * A report that was worked on in Word, read back (đọc lại báo cáo đã sửa): what stands in its marked places, what its
 * figures say now, and the text around them. Deleted text that Word still tracks does not count.
 */
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { FIGURE_MARK } from "./runs";

export interface ReadDocument {
  readonly properties: ReadonlyMap<string, string>;
  /** Tag → paragraphs; the title stands for a tag that another program left out. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
  /** Paragraphs outside them, those of tables too; figures stand as `#`. */
  readonly paragraphs: readonly string[];
  /** Bookmark → the figure's text. */
  readonly figures: ReadonlyMap<string, string>;
}

const TEXT = "word/document.xml";
const PROPERTIES = "docProps/custom.xml";
/** Unpacked; a report of a province has a tenth of it. */
const LARGEST = 40 * 1024 * 1024;

/** `null` where it is no Word document, or damaged. */
export function readOfficial(bytes: Uint8Array): ReadDocument | null {
  try {
    const parts = unzipSync(bytes, { filter: ({ name, originalSize }) => (name === TEXT || name === PROPERTIES) && originalSize <= LARGEST });
    const [content, properties] = [parts[TEXT], parts[PROPERTIES]];
    return content ? { ...readText(strFromU8(content)), properties: properties ? readProperties(strFromU8(properties)) : new Map() } : null;
  } catch {
    return null;
  }
}

function soundParser(): SaxesParser {
  const parser = new SaxesParser();
  parser.on("doctype", () => { throw new SyntaxError("document type"); });
  return parser;
}

function readProperties(xml: string): Map<string, string> {
  const properties = new Map<string, string>();
  let name = "";
  const parser = soundParser();
  parser.on("opentag", ({ name: tag, attributes }) => { if (tag === "property") name = String(attributes["name"] ?? ""); });
  parser.on("text", (text) => { if (name !== "" && text.trim() !== "") properties.set(name, text.trim()); });
  parser.write(xml).close();
  return properties;
}

/** A paragraph being read, and the place its text stands in: around it, or within it. */
interface Line {
  text: string;
  place: string | undefined;
}

function readText(xml: string): Omit<ReadDocument, "properties"> {
  const regions = new Map<string, string[]>();
  const paragraphs: string[] = [];
  const figures = new Map<string, string>();
  /** The places we are in. */
  const places: { tag?: string; title?: string }[] = [];
  const lines: Line[] = [];
  /** Numbers of bookmarks that are open → their names. */
  const open = new Map<string, string>();
  /** LibreOffice ends an empty one before it begins. */
  const ended = new Set<string>();
  let isText = false;
  const region = (): string | undefined => places.map(({ tag, title }) => tag ?? title).findLast((name) => name !== undefined);
  const say = (text: string): void => {
    const line = lines.at(-1);
    if (!line) return;
    const place = region();
    const figure = place === undefined ? [...open.values()].at(-1) : undefined;
    if (place !== undefined && text.trim() !== "") line.place = place;
    if (figure === undefined) line.text += text;
    else figures.set(figure, (figures.get(figure) ?? "") + text);
  };

  const parser = soundParser();
  parser.on("opentag", ({ name, attributes }) => {
    const at = (key: string): string => String(attributes[key] ?? "");
    switch (name) {
      case "w:sdt": places.push({}); break;
      case "w:tag": Object.assign(places.at(-1) ?? {}, { tag: at("w:val") }); break;
      case "w:alias": Object.assign(places.at(-1) ?? {}, { title: at("w:val") }); break;
      case "w:p": lines.push({ text: "", place: region() }); break;
      case "w:t": isText = true; break;
      case "w:tab": case "w:br": case "w:cr": say(" "); break;
      case "w:noBreakHyphen": say("-"); break;
      case "w:bookmarkStart": {
        const mark = at("w:name");
        if (!mark.startsWith(FIGURE_MARK) || lines.length === 0) break;
        say("#");
        figures.set(mark, "");
        if (!ended.delete(at("w:id"))) open.set(at("w:id"), mark);
        break;
      }
      case "w:bookmarkEnd": if (!open.delete(at("w:id"))) ended.add(at("w:id")); break;
    }
  });
  parser.on("text", (text) => { if (isText) say(text); });
  parser.on("closetag", ({ name }) => {
    if (name === "w:t") isText = false;
    if (name === "w:sdt") places.pop();
    if (name !== "w:p") return;
    // A figure stands within one paragraph.
    open.clear();
    const line = lines.pop();
    const text = plain(line?.text ?? "");
    if (line?.place !== undefined) regions.set(line.place, [...regions.get(line.place) ?? [], text]);
    else if (text !== "") paragraphs.push(text);
  });
  parser.write(xml).close();
  return { regions, paragraphs, figures: new Map([...figures].map(([mark, text]) => [mark, plain(text)])) };
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/[\u00a0\s]+/gu, " ").replace(/\u2011/gu, "-").trim();
}
