/** Makes our sheets stand in the open workbook (đưa trang vào sổ đang mở): new ones added, ours brought up to date in place. */
import type { PutOptions, PutResult } from "#domain/host";
import type { CellLook, SheetContent, WorkbookContent } from "#domain/sheet-content";
import { faultOf, HostStop } from "../host-faults";
import type { OwnWrites } from "../own-writes";
import { has, stopIfCancelled } from "../run-excel";
import type { Face } from "./face";
import { insertSheets } from "./insert-sheets";
import { protectAgain, unprotect } from "./protection";
import { putNames } from "./put-names";
import { readFaces } from "./read-faces";
import { settleSheets } from "./settle-sheets";
import type { Undo } from "./undo";
import { changesOf, writeChanges, type WriteJob } from "./write-face";

/** Throws a stop; `undo` then says what was done until then. */
export async function putContent(context: Excel.RequestContext, given: WorkbookContent, options: PutOptions, undo: Undo, ownWrites: OwnWrites): Promise<PutResult> {
  stopIfCancelled(options.signal);
  const content = { ...given, styles: has("1.9") ? given.styles : given.styles.map(lookOfOldExcel) };
  const standing = await findSheets(context, content, options);
  const existing = content.sheets.flatMap((sheet) => {
    const id = standing.get(keyOf(sheet.name));
    return id === undefined ? [] : [{ id, face: { sheet, styles: content.styles } }];
  });
  const faces = await readFaces(context, existing, { looks: true, signal: options.signal });
  const absent = content.sheets.filter(({ name }) => !standing.has(keyOf(name)));
  const added = await addSheets(context, content, absent, options, undo);
  const ids = new Map(content.sheets.map(({ name }) => [name, standing.get(keyOf(name)) ?? added.ids.get(name) ?? ""]));
  await putNames(context, content.names, ids, undo);
  const jobs = await jobsFor(context, content, { ids, faces, inserted: added.inserted }, options);
  const rewritten = await writeAll(context, jobs, faces, undo, ownWrites, options);
  await settleSheets(context, content.sheets, ids, undo.added);
  await protectAgain(context, undo, content.sheets.filter(({ name, isProtected }) => isProtected && undo.added.has(ids.get(name) ?? "")).map(({ name }) => ids.get(name) ?? ""));
  const shown = options.show === undefined ? undefined : ids.get(options.show);
  if (shown !== undefined) {
    context.workbook.worksheets.getItem(shown).activate();
    await context.sync();
  }
  return { added: absent.map(({ name }) => name), rewritten };
}

/** Indents and struck-out text can neither be asked for nor set there. */
function lookOfOldExcel({ indent: _indent, font: { strike: _strike, ...font }, ...look }: CellLook): CellLook {
  return { ...look, font };
}

/** Excel tells sheets neither by case nor by how accents are composed. */
function keyOf(name: string): string {
  return name.normalize("NFC").toUpperCase();
}

/** Ids of the wanted sheets that stand; a name that is taken, or a locked workbook, stops before anything is written. */
async function findSheets(context: Excel.RequestContext, { sheets }: WorkbookContent, { owned }: PutOptions): Promise<Map<string, string>> {
  const { workbook } = context;
  workbook.worksheets.load("items/id,items/name");
  if (has("1.7")) workbook.protection.load("protected");
  await context.sync();
  const wanted = new Set(sheets.map(({ name }) => keyOf(name)));
  const ours = new Set([...owned].map(keyOf));
  const found = workbook.worksheets.items.filter(({ name }) => wanted.has(keyOf(name)));
  const taken = found.find(({ name }) => !ours.has(keyOf(name)));
  if (taken) throw new HostStop({ kind: "name-taken", sheet: taken.name });
  if (has("1.7") && workbook.protection.protected && found.length < sheets.length) throw new HostStop({ kind: "protected" });
  return new Map(found.map(({ id, name }) => [keyOf(name), id]));
}

interface Added {
  readonly ids: ReadonlyMap<string, string>;
  /** Names of the sheets that came out of the file. */
  readonly inserted: ReadonlySet<string>;
}

async function addSheets(context: Excel.RequestContext, content: WorkbookContent, absent: readonly SheetContent[], { file, signal }: PutOptions, undo: Undo): Promise<Added> {
  if (absent.length === 0) return { ids: new Map(), inserted: new Set() };
  stopIfCancelled(signal);
  const inserted = absent.length === content.sheets.length ? await insertSheets(context, content.sheets, file) : null;
  for (const id of inserted ?? []) undo.added.add(id);
  const named = new Map<string, string>();
  if (inserted) {
    const sheets = inserted.map((id) => context.workbook.worksheets.getItem(id));
    sheets.forEach((sheet) => sheet.load("id,name"));
    await context.sync();
    for (const { id, name } of sheets) named.set(name.normalize("NFC"), id);
  }
  const fromFile = new Set(named.keys());
  for (const { name } of absent.filter((sheet) => !named.has(sheet.name))) {
    const sheet = context.workbook.worksheets.add(name);
    sheet.load("id");
    await context.sync();
    undo.added.add(sheet.id);
    named.set(name, sheet.id);
  }
  return { ids: named, inserted: fromFile };
}

interface Known {
  readonly ids: ReadonlyMap<string, string>;
  readonly faces: ReadonlyMap<string, Face>;
  readonly inserted: ReadonlySet<string>;
}

/** What came out of the file is read back too: not every Excel takes everything in. */
async function jobsFor(context: Excel.RequestContext, { sheets, styles }: WorkbookContent, { ids, faces, inserted }: Known, { signal }: PutOptions): Promise<WriteJob[]> {
  const taken = sheets.filter(({ name }) => inserted.has(name)).map((sheet) => ({ id: ids.get(sheet.name) ?? "", face: { sheet, styles } }));
  const arrived = await readFaces(context, taken, { looks: false, signal });
  return sheets.map((sheet) => {
    const id = ids.get(sheet.name) ?? "";
    return { id, name: sheet.name, to: { sheet, styles }, from: faces.get(id) ?? arrived.get(id) ?? blankFace(sheet.name), looks: !arrived.has(id) };
  });
}

function blankFace(name: string): Face {
  return {
    styles: [], sheet: {
      name, state: "visible", cells: [], merges: [], columns: [], rows: [], frozen: { rows: 0, columns: 0 }, validations: [], conditionals: [],
      isProtected: false, showGridlines: true, page: { landscape: false, fitToWidth: false },
    },
  };
}

/** Names of the sheets that stood and were changed. */
async function writeAll(context: Excel.RequestContext, jobs: readonly WriteJob[], faces: ReadonlyMap<string, Face>, undo: Undo, ownWrites: OwnWrites, { signal, onProgress }: PutOptions): Promise<string[]> {
  const rewritten: string[] = [];
  for (const [index, job] of jobs.entries()) {
    stopIfCancelled(signal);
    const changes = changesOf(job);
    if (changes) {
      await unprotect(context, job, undo).catch((error: unknown) => { throw new HostStop(faultOf(error, job.name)); });
      if (faces.has(job.id)) {
        undo.rewritten.push({ id: job.id, name: job.name, from: job.from, to: job.to });
        rewritten.push(job.name);
      }
      await writeChanges(context, job, changes, ownWrites, signal);
    }
    onProgress?.(index + 1, jobs.length, job.name);
  }
  return rewritten;
}
