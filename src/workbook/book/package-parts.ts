/** The few parts of a workbook package that list its sheets, read and added to without touching the rest. */

export interface SheetPart {
  readonly name: string;
  readonly id: number;
  readonly state: string;
  readonly path: string;
  readonly relationship: string;
}

export function attribute(xml: string, name: string): string | null {
  return new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(xml)?.[1] ?? null;
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };
const unescape = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);

/** The sheets in their order, each with the path of its part. */
export function sheetList(workbook: string, relationshipsXml: string): SheetPart[] {
  const targets = new Map((relationshipsXml.match(/<Relationship\b[^>]*>/g) ?? []).map((xml) => [attribute(xml, "Id") ?? "", attribute(xml, "Target") ?? ""]));
  return (workbook.match(/<(?:\w+:)?sheet\b[^>]*>/g) ?? []).map((xml) => {
    const relationship = /\br:id="([^"]*)"/.exec(xml)?.[1] ?? attribute(xml, "id") ?? "";
    const target = targets.get(relationship) ?? "";
    return {
      name: unescape(attribute(xml, "name") ?? ""), id: Number(attribute(xml, "sheetId") ?? "0"), state: attribute(xml, "state") ?? "visible", relationship,
      path: target.startsWith("/") ? target.slice(1) : `xl/${target}`,
    };
  });
}

const SHEET_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

export function relationships(xml: string, added: readonly SheetPart[]): string {
  const entries = added.map(({ relationship, path }) => `<Relationship Id="${relationship}" Type="${SHEET_TYPE}" Target="${path.replace(/^xl\//, "")}"/>`).join("");
  return xml.replace(/<Relationship\b[^>]*calcChain[^>]*\/>/, "").replace("</Relationships>", `${entries}</Relationships>`);
}

export function contentTypes(xml: string, added: readonly SheetPart[]): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  const entries = added.map(({ path }) => `<Override PartName="/${path}" ContentType="${type}"/>`).join("");
  return xml.replace(/<Override\b[^>]*calcChain[^>]*\/>/, "").replace("</Types>", `${entries}</Types>`);
}
