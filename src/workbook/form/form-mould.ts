/**
 * Forms by the hundred (khuôn biểu): of units that see the same form one is written, with marks where the unit's own
 * words stand; every unit's form is that one with its words in place of the marks, several times quicker than a new one.
 */
import ExcelJS from "exceljs";
import { strFromU8, strToU8 } from "fflate";
import type { FormProfile } from "#domain/form-plan";
import type { UnitCode } from "#domain/unit";
import { escapeText } from "../emit-cells";
import { workbookParts } from "../emit-workbook";
import type { Parts } from "../finish-package";
import { contextOf, type FormContext, type FormRequest, type UnitFacts } from "./form-context";
import { fileNameOnForm } from "./form-file-name";
import { FORM_FINISH, writeSheets } from "./write-form";

export type UnitForm = FormRequest & { readonly kind: { readonly unit: UnitCode } };

/** Letters for private use, which no name has; the Latin one shows where a name was put in capitals. */
const MARKS: UnitFacts = { code: "\ue000c", name: "\ue001n", parentName: "\ue002p", kindName: "\ue003k" };
const MARKED = /[\ue000-\ue003]/u;
/** Codes that stand in a formula and in a footer as they are. */
const PLAIN_CODE = /^[\p{L}\p{N}_.-]+$/u;

interface Mould {
  readonly parts: Parts;
  /** Text of the parts in which marks stand, or rows of a height of their own. */
  readonly marked: ReadonlyMap<string, string>;
  /** Part of a sheet → its rows that the unit's names stretch. */
  readonly stretches: ReadonlyMap<string, FormContext["stretches"]>;
  readonly profile: FormProfile;
}

/** Writes forms one after the other; what is alike between them is written once. */
export class FormWriter {
  private readonly moulds = new Map<string, Promise<Mould>>();

  /** The package of one unit's form before it is packed. Parts that are the same in many forms are the same objects. */
  async parts(request: UnitForm): Promise<Parts> {
    const context = contextOf(request, new ExcelJS.Workbook());
    const { unit, facts, plan, stage } = context;
    if (!unit || !facts || !isMouldable(context)) {
      writeSheets(context);
      return workbookParts(context.workbook, FORM_FINISH);
    }
    const key = JSON.stringify([plan.id, plan.version, stage, context.scope, request.answers, request.treeDate, context.profiles.map(({ view }) => view), facts.parentName === "", request.slip, request.template.lists.map(({ rows }) => rows)]);
    const mould = this.moulds.get(key) ?? mouldOf(request, facts);
    this.moulds.set(key, mould);
    return stamped(await mould, facts, context);
  }
}

/** Not where figures of the unit's own are printed, from which other cells follow. */
function isMouldable({ unit, facts, previous }: FormContext): boolean {
  return !previous && !unit?.contact?.name && Object.keys(unit?.headcounts ?? {}).length === 0 && PLAIN_CODE.test(facts?.code ?? "");
}

async function mouldOf(request: UnitForm, { parentName }: UnitFacts): Promise<Mould> {
  const context = contextOf({ ...request, kind: { ...request.kind, facts: { ...MARKS, parentName: parentName === "" ? "" : MARKS.parentName } } }, new ExcelJS.Workbook());
  writeSheets(context);
  const { workbook, stretches, profiles: [profile] } = context;
  if (!profile) throw new RangeError("A personal form has one profile.");
  const parts = await workbookParts(workbook, FORM_FINISH);
  const pathOf = new Map(workbook.worksheets.map(({ name, id }) => [name, `xl/worksheets/sheet${id}.xml`]));
  const bySheet = new Map<string, FormContext["stretches"]>();
  for (const one of stretches) {
    const path = pathOf.get(one.sheet) ?? "";
    bySheet.set(path, [...bySheet.get(path) ?? [], one]);
  }
  const texts = Object.entries(parts).map(([path, content]): [string, string] => [path, strFromU8(content)]);
  return { parts, stretches: bySheet, profile, marked: new Map(texts.filter(([path, text]) => MARKED.test(text) || bySheet.has(path))) };
}

function stamped({ parts, marked, stretches, profile }: Mould, facts: UnitFacts, { plan, stage }: FormContext): Parts {
  const fileName = ({ name }: UnitFacts): string => fileNameOnForm(plan, stage, name, profile.view.milestone);
  const said: readonly ((facts: UnitFacts) => string)[] = [
    fileName, ({ code }) => code, ({ kindName }) => kindName,
    ({ name }) => name, ({ name }) => name.toUpperCase(), ({ parentName }) => parentName, ({ parentName }) => parentName.toUpperCase(),
  ];
  const words = said.map((of) => [escapeText(of(MARKS)), escapeText(of(facts))] as const);
  const changed = [...marked].map(([path, text]): [string, Uint8Array] => {
    const named = MARKED.test(text) ? words.reduce((now, [mark, word]) => now.replaceAll(mark, () => word), text) : text;
    const rows = stretches.get(path) ?? [];
    return [path, strToU8(rows.reduce((now, { row, height }) => now.replace(new RegExp(`(<row r="${row}" ht=")[^"]*`, "u"), (_, start: string) => start + height(facts)), named))];
  });
  return { ...parts, ...Object.fromEntries(changed) };
}
