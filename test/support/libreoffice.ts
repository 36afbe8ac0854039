/**
 * LibreOffice as a second opinion: it recalculates our formulas and prints our pages. Where it is not installed,
 * its tests say so once and pass over.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const installed = spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0;
if (!installed) process.stderr.write("SKIPPED: LibreOffice is not installed\n");

/** `test`, or `test.skip` where LibreOffice is missing. */
export const testWithLibreOffice: jest.It = installed ? test : test.skip;

/** Makes LibreOffice calculate every formula anew when it opens a file. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Converts files in one run; the result has the bytes in the same order. */
export function convert(files: readonly Uint8Array[], to: "xlsx" | "xls" | "ods" | "pdf" | "docx", from = "xlsx"): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), "std-office-"));
  try {
    const profile = join(folder, "profile");
    mkdirSync(join(profile, "user"), { recursive: true });
    writeFileSync(join(profile, "user", "registrymodifications.xcu"), ALWAYS_RECALCULATE);
    const names = files.map((bytes, index) => {
      const path = join(folder, `f${index}.${from}`);
      writeFileSync(path, bytes);
      return path;
    });
    const out = join(folder, "out");
    execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${profile}`, "--convert-to", to, "--outdir", out, ...names], { stdio: "ignore", timeout: 240_000 });
    return files.map((_, index) => new Uint8Array(readFileSync(join(out, `f${index}.${to}`))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens, recalculates and saves workbooks. */
export function recalculate(files: readonly Uint8Array[]): Uint8Array[] {
  return convert(files, "xlsx");
}
