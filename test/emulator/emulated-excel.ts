/**
 * An emulated Excel for Microsoft's own office.js: an in-memory workbook behind the library's request protocol. It
 * proves which calls we make and how we bear refusals; it does not prove how Excel computes.
 */
import type { Scalar, WorkbookContent } from "#domain/sheet-content";
import type { CellRange } from "#domain/snapshot";
import { contentOf } from "#workbook/content/read-content";
import { areaText, parseArea } from "./addresses";
import { enter } from "./cell-input";
import { EmulatedError } from "./emulated-error";
import { contentOfSheet, loadContent } from "./load-content";
import { ensureCell, newSheet, newWorkbook, type EmulatedSheet, type EmulatedWorkbook } from "./model";
import type { NativeAnswer, NativeCall, NativeFacts, RichMessage } from "./native-host";
import { rangeTypes } from "./range-types";
import { answer, type RequestBody, type Session } from "./request";
import { saveWorkbook } from "./save-workbook";
import { sheetTypes } from "./sheet-types";
import type { Running } from "./types";

/** How this Excel misbehaves; may be changed at any time. */
export interface Faults {
  /** A cell is being edited: every request is refused. */
  cellEditing: boolean;
  /** From the n-th write on (1: the next), every write is refused with this code, until taken away. */
  refuseWrites: { after: number; code: string; times?: number } | null;
  /** What becomes of taking in a file. */
  insert: "works" | "refuses" | "half" | "renames";
  /** Names of the file are lost, or come once more in the scope of each sheet. */
  names: "kept" | "lost" | "doubled";
  /** What is not in cells is lost on the way in. */
  losesRules: boolean;
  /** Events wait until `releaseEvents`. */
  lateEvents: boolean;
  /** `enableEvents` has no effect. */
  ignoresEnableEvents: boolean;
}

export interface Write {
  readonly sheet: string;
  readonly property: string;
  readonly address: string;
}

export interface EmulatedExcelOptions {
  readonly name?: string;
  readonly platform?: NativeFacts["platform"];
  /** Highest requirement set, `1.17`. */
  readonly api?: string;
  readonly locale?: string;
  readonly readOnly?: boolean;
  /** Most bytes of one request or answer; on the web 5 MB. */
  readonly limit?: number;
  /** The result of a formula that is written. */
  readonly calculate?: Running["calculate"];
  readonly content?: WorkbookContent;
}

export interface EmulatedExcel {
  readonly workbook: EmulatedWorkbook;
  readonly facts: NativeFacts;
  readonly call: NativeCall;
  /** Where messages (events) go. */
  readonly connect: (deliver: (messages: readonly RichMessage[]) => void) => void;
  readonly faults: Faults;
  readonly requests: { readonly bytes: number; readonly actions: number }[];
  readonly writes: Write[];
  readonly openFiles: () => number;
  readonly sheet: (name: string) => EmulatedSheet;
  readonly addSheet: (name: string) => EmulatedSheet;
  readonly load: (content: WorkbookContent) => void;
  /** Everything, as plain values, to compare before and after. */
  readonly everything: () => unknown;
  readonly valueAt: (sheet: string, address: string) => Scalar;
  readonly formulaAt: (sheet: string, address: string) => string | undefined;
  /** The officer types, or pastes a block, from the address on. */
  readonly type: (sheet: string, address: string, values: Scalar | readonly (readonly Scalar[])[]) => void;
  readonly select: (sheet: string, address: string) => void;
  readonly releaseEvents: () => void;
}

const LIMIT_ON_WEB = 5 * 1024 * 1024;

export function emulatedExcel(options: EmulatedExcelOptions = {}): EmulatedExcel {
  const workbook = newWorkbook(options.name ?? "So.xlsx");
  if (options.content) loadContent(workbook, options.content);
  const faults: Faults = { cellEditing: false, refuseWrites: null, insert: "works", names: "kept", losesRules: false, lateEvents: false, ignoresEnableEvents: false };
  const platform = options.platform ?? "PC";
  const limit = options.limit ?? (platform === "OfficeOnline" ? LIMIT_ON_WEB : Infinity);
  const api = options.api ?? "1.17";
  const requests: { bytes: number; actions: number }[] = [];
  const writes: Write[] = [];
  const events = eventDesk(workbook, faults, Number(api.split(".")[1]) >= 14);
  const refuse = (): void => {
    const planned = faults.refuseWrites;
    if (!planned) return;
    planned.after -= 1;
    if (planned.after > 0) return;
    if (planned.times !== undefined && (planned.times -= 1) < 0) faults.refuseWrites = null;
    else throw new EmulatedError(planned.code, "The emulated Excel refuses.");
  };
  const running: Running = {
    workbook,
    allow: (sheet, kind) => {
      refuse();
      const lets = sheet.protection?.options as { allowFormatCells?: boolean } | undefined;
      if (sheet.protection && !(kind === "format" && lets?.allowFormatCells === true)) throw new EmulatedError("AccessDenied", "The sheet is protected.");
    },
    changed: (sheet, property, areas, isData) => {
      writes.push({ sheet: sheet.name, property, address: areas.map(areaText).join(",") });
      if (isData) for (const area of areas) events.tell("changed", sheet, area, "ThisLocalAddin");
    },
    calculate: options.calculate ?? (() => 0),
    insert: (base64, { sheetNamesToInsert = [] }) => takeIn(workbook, faults, Uint8Array.from(Buffer.from(base64, "base64")), sheetNamesToInsert),
    setEvents: (enabled) => { events.enabled = enabled; },
    eventsEnabled: () => events.enabled,
    register: (event, on) => events.register(event, on),
  };
  const session: Session = {
    tables: { ...rangeTypes(running), ...sheetTypes(running) }, root: { type: "Workbook", self: workbook }, references: new Map(), nextReference: 1,
    beforeAction: () => undefined,
  };
  const files = fileDesk(workbook);
  const call: NativeCall = async (id, parameters) => {
    if (id === 77 || id === 80 || id === 81) return files.call(id, parameters);
    if (id !== 93) throw new Error(`emulator: native call ${id} is not known`);
    const text = String((parameters as readonly (readonly unknown[])[])[0]?.[4]);
    const body = JSON.parse(text) as RequestBody;
    const isInternal = Object.values(body.ObjectPaths).some(({ Name }) => Name.startsWith("Microsoft."));
    if (!isInternal) requests.push({ bytes: text.length, actions: body.Actions.length });
    const refused = isInternal ? null : faults.cellEditing ? "InvalidOperationInCellEditMode" : text.length > limit ? "RequestPayloadSizeLimitExceeded" : null;
    const full = refused === null ? JSON.stringify(await answer(session, body)) : refusal(refused);
    events.flush();
    return { code: 0, values: [[200, [], full.length > limit ? refusal("ResponsePayloadSizeLimitExceeded") : full]] };
  };
  const find = (name: string): EmulatedSheet => {
    const sheet = workbook.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`The emulated workbook has no sheet ${name}.`);
    return sheet;
  };
  return {
    workbook, call, faults, requests, writes, connect: events.connect, openFiles: files.open, sheet: find,
    facts: { locale: options.locale ?? "vi-VN", platform, requirementSets: { ExcelApi: api }, url: `C:\\Ho so\\${workbook.name}`, readOnly: options.readOnly ?? false },
    addSheet: (name) => {
      const sheet = newSheet(workbook, name);
      workbook.sheets.push(sheet);
      workbook.active ||= sheet.id;
      return sheet;
    },
    load: (content) => { loadContent(workbook, content); },
    everything: () => ({
      names: structuredClone(workbook.names),
      sheets: workbook.sheets.map((sheet) => ({ ...contentOfSheet(sheet), id: sheet.id, names: structuredClone(sheet.names), charts: structuredClone(sheet.charts), protection: structuredClone(sheet.protection) })),
    }),
    valueAt: (sheet, address) => ensureCell(find(sheet), parseArea(address).top, parseArea(address).left).value,
    formulaAt: (sheet, address) => ensureCell(find(sheet), parseArea(address).top, parseArea(address).left).formula,
    type: (name, address, values) => {
      const sheet = find(name);
      const { top, left } = parseArea(address);
      const lines: readonly (readonly Scalar[])[] = Array.isArray(values) ? (values as readonly (readonly Scalar[])[]) : [[values as Scalar]];
      lines.forEach((line, down) => line.forEach((value, across) => {
        const cell = ensureCell(sheet, top + down, left + across);
        enter(cell, value === null ? "" : typeof value === "object" ? value.error : value, (formula) => running.calculate(name, top + down, left + across, formula));
      }));
      const area = { top, left, bottom: top + lines.length - 1, right: left + (lines[0]?.length ?? 1) - 1 };
      events.tell("changed", sheet, area, "Unknown");
      events.flush();
    },
    select: (name, address) => {
      const sheet = find(name);
      workbook.active = sheet.id;
      workbook.selected = parseArea(address);
      events.tell("selected", sheet, parseArea(address), "Unknown");
      events.flush();
    },
    releaseEvents: () => events.flush(true),
  };
}

function refusal(code: string): string {
  return JSON.stringify({ Error: { Code: code, Message: `The emulated Excel refuses: ${code}.`, ActionIndex: 0, Location: null }, Results: [], TraceIds: [] });
}

/** Events wait until the answer is out, as Excel's do, or until they are released. */
function eventDesk(workbook: EmulatedWorkbook, faults: Faults, saysWho: boolean): {
  enabled: boolean; tell: (event: "changed" | "selected", sheet: EmulatedSheet, area: CellRange, source: string) => void; flush: (force?: boolean) => void;
  register: (event: "changed" | "selected", on: boolean) => void; connect: EmulatedExcel["connect"];
} {
  let deliver: ((messages: readonly RichMessage[]) => void) | null = null;
  let waiting: RichMessage[] = [];
  const wanted = { changed: 0, selected: 0 };
  const desk = {
    enabled: true,
    tell: (event: "changed" | "selected", sheet: EmulatedSheet, area: CellRange, source: string): void => {
      // Switched off, only this add-in's listeners hear nothing; nobody else listens here.
      if (wanted[event] === 0 || (!desk.enabled && !faults.ignoresEnableEvents)) return;
      const message = { changeType: "RangeEdited", source: "Local", worksheetId: sheet.id, address: areaText(area), shiftDirection: "None", ...(saysWho ? { triggerSource: source } : {}) };
      waiting.push([65_536, event === "changed" ? 10 : 14, "Workbook", JSON.stringify(message), `${workbook.nextId++}`, false]);
    },
    flush: (force = false): void => {
      if (waiting.length === 0 || (faults.lateEvents && !force)) return;
      const messages = waiting;
      waiting = [];
      setImmediate(() => deliver?.(messages));
    },
    register: (event: "changed" | "selected", on: boolean): void => { wanted[event] += on ? 1 : -1; },
    connect: (to: (messages: readonly RichMessage[]) => void): void => { deliver = to; },
  };
  return desk;
}

/** Takes in sheets of a file as Excel does, or as badly as it is told to. */
async function takeIn(workbook: EmulatedWorkbook, faults: Faults, bytes: Uint8Array, only: readonly string[]): Promise<string[]> {
  if (faults.insert === "refuses") throw new EmulatedError("UnsupportedFeature", "The file holds something that cannot be taken in.");
  const content = await contentOf(bytes);
  if (content.sheets.length === 0) throw new EmulatedError("InvalidArgument", "This is no workbook.");
  const wanted = content.sheets.filter(({ name }) => only.length === 0 || only.includes(name)).map((sheet) => (faults.losesRules
    ? { ...sheet, validations: [], conditionals: [], frozen: { rows: 0, columns: 0 }, state: "visible" as const, page: { landscape: false, fitToWidth: false }, merges: sheet.merges.slice(1) }
    : sheet));
  const names = faults.names === "lost" ? [] : content.names;
  const sheets = faults.insert === "half" ? wanted.slice(0, 1) : wanted;
  const added = loadContent(workbook, { ...content, sheets, names: faults.insert === "half" ? [] : names });
  if (faults.insert === "half") throw new EmulatedError("GeneralException", "Something went wrong half-way.");
  if (faults.names === "doubled") for (const sheet of added) sheet.names.push(...content.names.filter(({ refersTo }) => refersTo.replaceAll("'", "").startsWith(`${sheet.name}!`)).map(({ name, refersTo }) => ({ name, formula: `=${refersTo}`, visible: true })));
  if (faults.insert === "renames") for (const sheet of added) sheet.name = `${sheet.name} (2)`.slice(-31);
  return added.map(({ id }) => id);
}

/** `getFileAsync`: a copy is opened, read in slices, released. */
function fileDesk(workbook: EmulatedWorkbook): { readonly call: NativeCall; readonly open: () => number } {
  const open = new Map<number, Uint8Array>();
  let next = 1;
  const call: NativeCall = async (id, [first, offset, size]): Promise<NativeAnswer> => {
    if (id === 77) {
      // Excel allows two copies at a time.
      if (open.size >= 2) return { code: 5_014, values: [] };
      const bytes = await saveWorkbook(workbook);
      open.set(next, bytes);
      return { code: 0, values: [[next++, bytes.length]] };
    }
    const bytes = open.get(Number(first));
    if (!bytes) return { code: 5_001, values: [] };
    if (id === 81) {
      open.delete(Number(first));
      return { code: 0, values: [] };
    }
    const slice = bytes.slice(Number(offset), Number(offset) + Number(size));
    return { code: 0, values: [[[...slice], slice.length]] };
  };
  return { call, open: () => open.size };
}
