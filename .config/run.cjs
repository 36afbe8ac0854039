/**
 * `node .config/run.cjs cli …`: a program of this project, put together from its sources and run. Putting together
 * takes a fifth of a second, is done every time, and writes nothing where nothing changed: there is no stale build.
 */
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { buildSync } = require("esbuild");

const root = path.resolve(__dirname, "..");
const readers = { "reader-thread": "src/cli/reader-thread.ts", "reader-process": "src/cli/reader-process.ts" };
/** Scripts of a program: the first is run, the others are threads and processes it starts. */
const programs = {
  cli: { main: "src/cli/main.ts", ...readers },
  bench: { main: "test/bench/main.ts", "growth-job": "test/bench/growth-job.ts", ...readers },
  fuzz: { main: "test/fuzz/main.ts", "witness-process": "test/fuzz/witness-process.ts", ...readers },
  screens: { main: "test/pane/make-screens.ts" },
};

/** The program's folder. It lies as deep as the sources do: `../../templates` leads to the same place from both. */
function bundled(name) {
  const folder = path.join(root, "build", name);
  mkdirSync(folder, { recursive: true });
  const { outputFiles } = buildSync({
    absWorkingDir: root, entryPoints: programs[name], outdir: folder, write: false, logLevel: "warning",
    bundle: true, packages: "external", platform: "node", target: "node20", format: "cjs",
  });
  for (const { path: file, contents } of outputFiles) if (!isThere(file, contents)) writeWhole(file, contents);
  return folder;
}

function isThere(file, contents) {
  try {
    return readFileSync(file).equals(contents);
  } catch {
    return false;
  }
}

/** Another run that starts at the same moment never finds half a program. */
function writeWhole(file, contents) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, file);
}

const [, self, name, ...rest] = process.argv;
if (!Object.hasOwn(programs, name ?? "")) throw new Error(`One of ${Object.keys(programs).join(", ")} is to be run.`);
process.argv = [process.argv[0], self, ...rest];
require(path.join(bundled(name), "main.js"));
