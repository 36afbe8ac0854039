// The floors of the house (see README): imports point down only, and floors of the same
// number never import each other. Each rule's comment says how to mend an offence.

/** A floor may import itself, the floors listed and the npm packages listed. Nothing else. */
const floor = (name, { floors = [], packages = [], nodeBuiltins = false, also = [], because }) => ({
  name: `${name}-stands-on-its-floor`,
  severity: "error",
  comment: because,
  from: { path: `^src/${name}/`, pathNot: ["^src/taskpane/index\\.tsx$"] },
  to: {
    couldNotResolve: false, // that has a rule of its own
    ...(nodeBuiltins ? { dependencyTypesNot: ["core"] } : {}),
    pathNot: [`^src/(${[name, ...floors].join("|")})/`, ...packages.map((name) => `node_modules/(@types/)?${name}/`), ...also],
  },
});

const screens = ["react", "react-dom", "scheduler", "@fluentui/[^/]+"];
const templates = "^templates/.+\\.json$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    floor("domain", {
      packages: ["zod"],
      because: "Rules run without Excel, disk, screen or clock. Pass the data in as plain values; words belong in src/messages.",
    }),
    floor("messages", {
      floors: ["domain"],
      because: "Sentences are functions of facts. Compute the facts in src/domain and pass them in.",
    }),
    floor("workbook", {
      floors: ["domain", "messages"],
      packages: ["exceljs", "@e965/xlsx", "fflate", "saxes"],
      because: "This floor turns bytes into plain values and back. It takes bytes, not paths: read files in src/cli; orchestrate in src/tasks.",
    }),
    floor("document", {
      floors: ["domain", "messages"],
      packages: ["docx", "fflate", "saxes"],
      because: "The Word report is written from a finished report, and read back. It neither reads workbooks nor computes figures.",
    }),
    floor("excel", {
      floors: ["domain", "messages"],
      because: "Live Excel is one host beside others. It takes and gives plain sheets; what to write is decided in src/tasks.",
    }),
    floor("browser", {
      floors: ["domain", "messages", "workbook", "document"],
      because: "The browser host offers what src/excel offers, without Excel. It never imports src/excel, src/tasks or the screens.",
    }),
    floor("tasks", {
      floors: ["domain", "messages", "workbook", "document", "browser"],
      because: "A task is one user action over plain values, runnable in a worker: no Excel, no disk, no screen. Let the caller hand in bytes, dates and a host.",
    }),
    floor("taskpane", {
      floors: ["domain", "messages", "tasks"],
      packages: screens,
      also: [templates],
      because: "Screens call tasks and show what comes back. Move reading, writing and computing into src/tasks.",
    }),
    {
      name: "taskpane-start-wires-the-host",
      severity: "error",
      comment: "src/taskpane/index.tsx is the one place that picks a host (live Excel or the browser); beyond that it is a screen like the others.",
      from: { path: "^src/taskpane/index\\.tsx$" },
      to: { couldNotResolve: false, pathNot: ["^src/(taskpane|tasks|messages|excel|browser)/", ...screens.map((name) => `node_modules/(@types/)?${name}/`)] },
    },
    floor("cli", {
      floors: ["domain", "messages", "tasks"],
      nodeBuiltins: true,
      also: [templates],
      because: "The command line reads arguments and files, calls a task and prints. Move everything else into src/tasks.",
    }),
    {
      name: "screens-know-domain-types-only",
      severity: "error",
      comment: "Screens and the command line never compute a figure. Use `import type` from #domain, and call a function of src/tasks for the rest.",
      from: { path: "^src/(taskpane|cli)/" },
      to: { path: "^src/domain/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-circles",
      severity: "error",
      comment: "Two files that need each other are one file, or share a third: move what both need into a file of its own.",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "src-never-imports-test",
      severity: "error",
      comment: "What the product needs lives in src. Move the helper there, or leave it to the tests.",
      from: { path: "^src/" },
      to: { path: "^(test|assets|\\.config)/" },
    },
    {
      name: "everything-resolves",
      severity: "error",
      comment: "The path leads nowhere: check the spelling, or whether the package stands in package.json.",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
