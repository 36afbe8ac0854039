/** The shape of the emulator's tables: one entry for each type, listing every member that it knows. */
import type { CellRange } from "#domain/snapshot";
import type { EmulatedCell, EmulatedSheet, EmulatedWorkbook } from "./model";
import { EmulatedError } from "./emulated-error";

/** An object on the wire: its type's name and what it stands for. */
export interface Thing {
  readonly type: string;
  readonly self: unknown;
}

export const NOTHING: Thing = { type: "null", self: null };

export interface TypeTable {
  readonly scalars?: Readonly<Record<string, (self: never) => unknown>>;
  readonly setters?: Readonly<Record<string, (self: never, value: never) => void>>;
  readonly children?: Readonly<Record<string, (self: never) => Thing>>;
  /** A thing, or a plain result. */
  readonly methods?: Readonly<Record<string, (self: never, ...values: never[]) => unknown>>;
  readonly item?: (self: never, key: never) => Thing;
  readonly items?: (self: never) => readonly Thing[];
  /** What identifies the object after it was made: the library re-addresses it by this. */
  readonly identity?: (self: never) => Readonly<Record<string, unknown>>;
  /** Ranges are kept by reference. */
  readonly isReferenced?: boolean;
}

/** What the tables need of the running emulator. */
export interface Running {
  readonly workbook: EmulatedWorkbook;
  /** Refuses where the sheet is protected. */
  readonly allow: (sheet: EmulatedSheet, kind: "cells" | "format" | "structure") => void;
  /** Tells of a write, for counting and for events. */
  readonly changed: (sheet: EmulatedSheet, property: string, areas: readonly CellRange[], isData: boolean) => void;
  /** Result of a formula, there being no engine. */
  readonly calculate: (sheet: string, row: number, column: number, formula: string) => EmulatedCell["value"];
  readonly insert: (base64: string, options: { readonly sheetNamesToInsert?: readonly string[] }) => Promise<string[]>;
  readonly setEvents: (enabled: boolean) => void;
  readonly eventsEnabled: () => boolean;
  readonly register: (event: "changed" | "selected", on: boolean) => void;
}

export interface RangeSelf {
  readonly sheet: EmulatedSheet;
  readonly areas: readonly CellRange[];
}

/** `isNull` where a thing may be absent. */
export function orNothing(type: string, self: unknown): Thing {
  return self === null || self === undefined ? NOTHING : { type, self };
}

export function found<Value>(value: Value | undefined | null, what: string): Value {
  if (value === undefined || value === null) throw new EmulatedError("ItemNotFound", `The requested resource doesn't exist: ${what}`);
  return value;
}
