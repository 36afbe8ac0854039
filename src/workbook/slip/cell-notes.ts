/** Notes on cells (ghi chú ô) as parts of a package: the note itself, and the old drawing that every program still asks for. */
import { strFromU8, strToU8 } from "fflate";
import { formWords as words } from "#messages/form-vi";
import { escapeText, escapeXml } from "../emit-cells";
import type { Parts } from "../finish-package";
import { rangeOf } from "../content/range-text";

export interface CellNote {
  readonly address: string;
  readonly text: string;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const LETTERS_A_LINE = 46;

/** The package with notes on one of its sheets, which has had none. */
export function withNotes(parts: Parts, sheet: string, notes: readonly CellNote[]): Parts {
  if (notes.length === 0) return parts;
  const number = /(\d+)\.xml$/u.exec(sheet)?.[1] ?? "1";
  const relations = `xl/worksheets/_rels/sheet${number}.xml.rels`;
  const [comments, drawing] = [`xl/comments${number}.xml`, `xl/drawings/vmlDrawing${number}.vml`];
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const types = text("[Content_Types].xml");
  const vml = types.includes('Extension="vml"') ? "" : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const added = `<Override PartName="/${comments}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`;
  const links = `<Relationship Id="rIdNotes" Type="${OFFICE}/comments" Target="../comments${number}.xml"/><Relationship Id="rIdDrawing" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/>`;
  const before = text(relations) || '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  return {
    ...parts,
    "[Content_Types].xml": strToU8(types.replace(/(<Types\b[^>]*>)/u, `$1${vml}`).replace("</Types>", `${added}</Types>`)),
    [relations]: strToU8(before.replace("</Relationships>", `${links}</Relationships>`)),
    [comments]: strToU8(commentsXml(notes)),
    [drawing]: strToU8(drawingXml(notes)),
    [sheet]: strToU8(text(sheet).replace(/(<tableParts\b|<extLst\b|<\/worksheet>)/u, '<legacyDrawing r:id="rIdDrawing"/>$1')),
  };
}

function commentsXml(notes: readonly CellNote[]): string {
  const items = notes.map(({ address, text }) => `<comment ref="${address}" authorId="0"><text><r><rPr><sz val="10"/><rFont val="Times New Roman"/></rPr><t xml:space="preserve">${escapeText(text)}</t></r></text></comment>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${escapeText(words.product)}</author></authors><commentList>${items.join("")}</commentList></comments>`;
}

/** Each note to the right of its cell, as high as its text. */
function drawingXml(notes: readonly CellNote[]): string {
  const shapes = notes.map(({ address, text }, index) => {
    const place = rangeOf(address) ?? { top: 0, left: 0 };
    const height = 20 + 15 * text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0);
    const anchor = [place.left + 1, 12, Math.max(0, place.top - 1), 6, place.left + 5, 12, Math.max(0, place.top - 1) + Math.ceil(height / 20), 6].join(", ");
    return `<v:shape id="_x0000_s${escapeXml(String(1025 + index))}" type="#_x0000_t202" style="position:absolute;width:240pt;height:${height}pt;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${place.top}</x:Row><x:Column>${place.left}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join("")}</xml>`;
}
