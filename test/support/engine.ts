/** The engine over the product's own files, beside the test. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { WorkbookContent } from "#domain/sheet-content";
import type { Engine } from "#tasks/engine/contract";
import { createEngine } from "#tasks/engine/engine";
import { libraryOf } from "#tasks/engine/library";

const templates = path.resolve(__dirname, "../../templates");
const json = (file: string): unknown => JSON.parse(readFileSync(path.join(templates, file), "utf8"));

export const library = libraryOf({
  plans: readdirSync(path.join(templates, "plans")).map((id) => json(`plans/${id}/1.json`)),
  formTemplate: json("forms/form.json"),
  reportTemplate: json("reports/report.json"),
  awardLayout: json("awards/import.json"),
  sampleRoster: json("rosters/sample-district.json"),
});

const EMPTY: WorkbookContent = { sheets: [], names: [], styles: [] };

export function anEngine(contentOf: (file: Uint8Array) => Promise<WorkbookContent> = async () => EMPTY): Engine {
  return createEngine(library, { contentOf });
}
