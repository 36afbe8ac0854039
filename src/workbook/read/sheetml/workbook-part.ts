/** The workbook's own part: its sheets, its defined names, its calendar. */
import type { DefinedName, SheetSnapshot } from "#domain/snapshot";
import { detached } from "./text-memory";
import { certain, uncertain } from "./uncertain";
import { attribute, elementNamed, elementsNamed, insideRoot, plainXml, unescaped } from "./xml";

export interface WorkbookPart {
  readonly sheets: readonly { readonly name: string; readonly state: SheetSnapshot["state"]; readonly relation: string }[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
}

export function readWorkbookPart(content: Uint8Array): WorkbookPart {
  const xml = plainXml(content);
  const from = insideRoot(xml, "workbook");
  const sheets = elementsNamed(certain(elementNamed(xml, "sheets", from), "sheets").inner, "sheet").map((element) => ({
    name: detached(attribute(element, "name").normalize("NFC")), state: stateOf(element.attributes.get("state")), relation: attribute(element, "r:id"),
  }));
  const calendar = elementNamed(xml, "workbookPr", from)?.attributes.get("date1904");
  return { sheets, names: namesOf(elementNamed(xml, "definedNames", from)?.inner ?? "", sheets), date1904: calendar === "1" || calendar === "true" };
}

function stateOf(stated = "visible"): SheetSnapshot["state"] {
  return stated === "visible" || stated === "hidden" || stated === "veryHidden" ? stated : uncertain("state of a sheet");
}

function namesOf(xml: string, sheets: WorkbookPart["sheets"]): DefinedName[] {
  return elementsNamed(xml, "definedName").flatMap((element): DefinedName[] => {
    const name = attribute(element, "name").normalize("NFC");
    if (name.startsWith("_xlnm")) return [];
    const scope = element.attributes.get("localSheetId");
    const refersTo = unescaped(element.inner).normalize("NFC");
    return [{ name, refersTo, ...(scope === undefined ? {} : { sheet: certain(sheets[Number(scope)], "scope of a name").name }) }];
  });
}
