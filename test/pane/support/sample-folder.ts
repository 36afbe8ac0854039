/** The sample district's submissions, as files in a folder the officer could choose. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeSample } from "#tasks/sample/make-sample";
import districtJson from "#templates/rosters/sample-district.json";
import { planOf } from "../../support/form-samples";
import { template } from "../../support/sample-reports";
import { parseRoster } from "#domain/roster-parse";

export interface SampleFolder {
  readonly folder: string;
  /** Names as an officer would paste them, one a line. */
  readonly names: string;
  /** `file<tab>day`, as kept by whoever received them. */
  readonly receipts: string;
  readonly count: number;
  readonly remove: () => void;
}

export async function sampleFolder(): Promise<SampleFolder> {
  const parsed = parseRoster(districtJson);
  if (!parsed.ok) throw new Error("The sample roster has faults.");
  const sample = await makeSample({ plan: planOf("ben-tre-2024-2025"), stage: "summary", roster: parsed.roster, template, seed: 7 });
  const base = mkdtempSync(join(tmpdir(), "std-mau-"));
  const folder = join(base, "Bài nộp các trường");
  for (const { path, bytes } of sample.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return {
    folder, count: sample.files.length, names: parsed.roster.units.filter(({ kind }) => kind !== "phong").map(({ name }) => name).join("\n"),
    receipts: sample.receipts.map(({ path, receivedOn }) => `${path}\t${receivedOn}`).join("\n"), remove: () => rmSync(base, { recursive: true, force: true }),
  };
}
