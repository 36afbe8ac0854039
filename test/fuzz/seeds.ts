/** What is damaged: our own forms and books in every format they come back in, and the JSON of plans and rosters. */
import { zipSync } from "fflate";
import { aggregate } from "#domain/aggregate";
import { bookBytes } from "#tasks/book-file";
import { takeIn } from "#tasks/intake";
import type { ReadingJob } from "#tasks/reading/reading-job";
import benTre from "#templates/plans/ben-tre-2024-2025/1.json";
import quangNinh from "#templates/plans/quang-ninh-huyen-2024/1.json";
import districtJson from "#templates/rosters/sample-district.json";
import provinceJson from "#templates/rosters/sample-province.json";
import * as odd from "../fixtures/odd-files";
import { filledForm, plan, request, roster, template } from "../fixtures/school-form";

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: "xlsx" | "xlsb" | "xls" | "ods" | "xml" | "zip";
  /** How often it is taken: what schools send most is damaged most. */
  readonly weight: number;
}

export const job: ReadingJob = request;

export async function workbookSeeds(): Promise<Seed[]> {
  const form = await odd.goodForm();
  const other = await filledForm({ STD_TD01_value: 17, STD_TD02_numerator: 20 }, { unit: "A2" });
  const xls = await odd.xls();
  return [
    { name: "bieu.xlsx", bytes: form, format: "xlsx", weight: 10 },
    { name: "bieu khac.xlsx", bytes: other, format: "xlsx", weight: 4 },
    { name: "so.xlsx", bytes: await smallBook(form), format: "xlsx", weight: 2 },
    { name: "bieu.xlsb", bytes: await odd.xlsb(), format: "xlsb", weight: 2 },
    { name: "bieu.xls", bytes: xls, format: "xls", weight: 4 },
    { name: "bieu.ods", bytes: await odd.ods(), format: "ods", weight: 3 },
    { name: "bieu.xml", bytes: await odd.xml2003(), format: "xml", weight: 2 },
    { name: "bai nop.zip", bytes: zipSync({ "a/bieu.xlsx": form, "b/bieu.xls": xls, "c.zip": zipSync({ "khac.xlsx": other }) }), format: "zip", weight: 1 },
  ];
}

/** A book with one form taken in. */
async function smallBook(form: Uint8Array): Promise<Uint8Array> {
  const files = await takeIn([{ path: "a.xlsx", bytes: () => Promise.resolve(form) }], { ...request, receivedOn: "2025-06-01", receipts: new Map(), known: [] });
  const report = aggregate({
    plan, answers: {}, roster, stage: request.stage, files, decisions: [], corrections: [], extensions: [], entered: [], snapshots: [], notes: {}, documents: {},
  }, { asOf: "2025-06-30", treeDate: "2025-06-30" });
  return bookBytes(report, null, template);
}

/** Plans and rosters as they lie in their files. */
export const inputSeeds: readonly { readonly kind: "plan" | "roster"; readonly json: unknown }[] = [
  { kind: "plan", json: benTre }, { kind: "plan", json: quangNinh }, { kind: "roster", json: provinceJson }, { kind: "roster", json: districtJson },
];
