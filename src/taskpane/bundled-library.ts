/** What is shipped with the pane (có sẵn trong tiện ích): the newest version of every plan, the common parts of forms, the report's words, the layout of award lists, the sample district. */
import type { Plan } from "#domain/plan";
import type { Library } from "#tasks/engine/session";
import awardLayout from "#templates/awards/import.json";
import formTemplate from "#templates/forms/form.json";
import reportTemplate from "#templates/reports/report.json";
import sampleRoster from "#templates/rosters/sample-district.json";
import { libraryOf } from "#tasks/engine/library";

declare global {
  interface ImportMeta {
    webpackContext(request: string, options: { recursive: boolean; regExp: RegExp }): { keys(): string[]; (key: string): unknown };
  }
}

/** The tests parse every file of these folders, so what is bundled is known to be sound. */
export function bundledLibrary(): Library {
  const files = import.meta.webpackContext("../../templates/plans", { recursive: true, regExp: /\/\d+\.json$/ });
  return libraryOf({ plans: files.keys().map((key) => files(key) as Plan), formTemplate, reportTemplate, awardLayout, sampleRoster });
}
