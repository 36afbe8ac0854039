/**
 * A report that was worked on in Word, read back (đọc lại báo cáo đã sửa): what stands in its marked places, what its
 * figures say now, and the text around them. Deleted text that Word still tracks does not count.
 */
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { FIGURE_MARK } from "./runs";

export interface ReadDocument {
  /** Tag → paragraphs. */
  readonly regions: ReadonlyMap<string, readonly string[]>;
  /** Paragraphs outside them, those of tables too; figures stand as `#`. */
  readonly paragraphs: readonly string[];
  /** Bookmark → the figure's text. */
  readonly figures: ReadonlyMap<string, string>;
}

const TEXT = "word/document.xml";
/** Unpacked; a report of a province has a tenth of it. */
const LARGEST = 40 * 1024 * 1024;

/** `null` where it is no Word document, or damaged. */
export function readOfficial(bytes: Uint8Array): ReadDocument | null {
  try {
    const content = unzipSync(bytes, { filter: ({ name, originalSize }) => name === TEXT && originalSize <= LARGEST })[TEXT];
    return content ? readText(strFromU8(content)) : null;
  } catch {
    return null;
  }
}

function readText(xml: string): ReadDocument {
  const regions = new Map<string, string[]>();
  const paragraphs: string[] = [];
  const figures = new Map<string, string>();
  /** Tags of the places we are in, those of others as `null`. */
  const places: (string | null)[] = [];
  const texts: string[] = [];
  /** Numbers of bookmarks that are open → their names. */
  const open = new Map<string, string>();
  let isText = false;
  const region = (): string | undefined => places.findLast((tag) => tag !== null) ?? undefined;
  const say = (text: string): void => {
    const figure = region() === undefined ? [...open.values()].at(-1) : undefined;
    if (figure === undefined) texts[texts.length - 1] += text;
    else figures.set(figure, (figures.get(figure) ?? "") + text);
  };

  const parser = new SaxesParser();
  parser.on("doctype", () => { throw new SyntaxError("document type"); });
  parser.on("opentag", ({ name, attributes }) => {
    const at = (key: string): string => String(attributes[key] ?? "");
    switch (name) {
      case "w:sdt": places.push(null); break;
      case "w:tag": if (places.length > 0) places[places.length - 1] = at("w:val"); break;
      case "w:p": texts.push(""); break;
      case "w:t": isText = true; break;
      case "w:tab": case "w:br": case "w:cr": if (texts.length > 0) say(" "); break;
      case "w:noBreakHyphen": if (texts.length > 0) say("-"); break;
      case "w:bookmarkStart": {
        const mark = at("w:name");
        if (!mark.startsWith(FIGURE_MARK) || texts.length === 0) break;
        open.set(at("w:id"), mark);
        figures.set(mark, "");
        texts[texts.length - 1] += "#";
        break;
      }
      case "w:bookmarkEnd": open.delete(at("w:id")); break;
    }
  });
  parser.on("text", (text) => { if (isText && texts.length > 0) say(text); });
  parser.on("closetag", ({ name }) => {
    if (name === "w:t") isText = false;
    if (name === "w:sdt") places.pop();
    if (name !== "w:p") return;
    const text = plain(texts.pop() ?? "");
    const tag = region();
    if (tag !== undefined) regions.set(tag, [...regions.get(tag) ?? [], text]);
    else if (text !== "") paragraphs.push(text);
  });
  parser.write(xml).close();
  return { regions, paragraphs, figures: new Map([...figures].map(([mark, text]) => [mark, plain(text)])) };
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/[\u00a0\s]+/gu, " ").replace(/\u2011/gu, "-").trim();
}
