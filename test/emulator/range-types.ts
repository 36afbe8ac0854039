/** Ranges and all that hangs on them. */
import type { CellRange } from "#domain/snapshot";
import { fullAddress, overlaps, parseArea } from "./addresses";
import { enter } from "./cell-input";
import { EmulatedError } from "./emulated-error";
import { cellAt, ensureCell, FULL, PLAIN, setEdge, type Conditional, type EmulatedCell, type EmulatedSheet, type Line, type Look } from "./model";
import { typeOfRule } from "./rules";
import { found, NOTHING, orNothing, type RangeSelf, type Running, type Thing, type TypeTable } from "./types";

const BLANK: EmulatedCell = { value: null, format: "General", look: PLAIN, rule: null };
const MOST = 3_000_000;

function only({ areas }: RangeSelf): CellRange {
  const [area] = areas;
  if (!area) throw new EmulatedError("InvalidArgument", "An empty range.");
  return area;
}

function* cellsIn(areas: readonly CellRange[]): Generator<[number, number]> {
  for (const { top, left, bottom, right } of areas) {
    if ((bottom - top + 1) * (right - left + 1) > MOST) throw new EmulatedError("CellsExceedLimit", "emulator: too many cells at once.");
    for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) yield [row, column];
  }
}

function matrix(self: RangeSelf, read: (cell: EmulatedCell) => unknown): unknown[][] {
  const { top, left, bottom, right } = only(self);
  if ((bottom - top + 1) * (right - left + 1) > 5_000_000) throw new EmulatedError("RangeExceedsLimit", "More than 5,000,000 cells.");
  return Array.from({ length: bottom - top + 1 }, (_, down) => Array.from({ length: right - left + 1 }, (_unused, across) => read(cellAt(self.sheet, top + down, left + across) ?? BLANK)));
}

/** One value over all cells, or null. */
function uniform(self: RangeSelf, read: (cell: EmulatedCell) => unknown): unknown {
  let first: unknown;
  let isFirst = true;
  for (const [row, column] of cellsIn(self.areas)) {
    const value = read(cellAt(self.sheet, row, column) ?? BLANK);
    if (isFirst) [first, isFirst] = [value, false];
    else if (JSON.stringify(value) !== JSON.stringify(first)) return null;
  }
  return first;
}

function shown(cell: EmulatedCell): unknown {
  const { value } = cell;
  return value === null ? "" : typeof value === "object" ? value.error : value;
}

function valueType({ value }: EmulatedCell): string {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

function spread(value: unknown, area: CellRange, set: (row: number, column: number, one: unknown) => void): void {
  const { top, left, bottom, right } = area;
  if (!Array.isArray(value)) {
    for (const [row, column] of cellsIn([area])) set(row, column, value);
    return;
  }
  const lines = value as unknown[][];
  if (lines.length !== bottom - top + 1 || lines.some((line) => line.length !== right - left + 1)) throw new EmulatedError("InvalidArgument", "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  lines.forEach((line, down) => line.forEach((one, across) => set(top + down, left + across, one)));
}

const lookNames: Readonly<Record<string, keyof Look>> = {
  Name: "name", Size: "size", Bold: "bold", Italic: "italic", Underline: "underline", Strikethrough: "strikethrough",
};

/** Everything about ranges, bound to the running emulator. */
export function rangeTypes(run: Running): Readonly<Record<string, TypeTable>> {
  const setLook = (self: RangeSelf, key: keyof Look, value: unknown): void => {
    run.allow(self.sheet, "format");
    for (const [row, column] of cellsIn(self.areas)) {
      const cell = ensureCell(self.sheet, row, column);
      cell.look = { ...cell.look, [key]: value };
    }
    run.changed(self.sheet, "Format", self.areas, false);
  };
  const setRule = (self: RangeSelf, change: (cell: EmulatedCell) => EmulatedCell["rule"]): void => {
    run.allow(self.sheet, "cells");
    for (const [row, column] of cellsIn(self.areas)) {
      const cell = ensureCell(self.sheet, row, column);
      cell.rule = change(cell);
    }
    run.changed(self.sheet, "DataValidation", self.areas, false);
  };
  const write = (self: RangeSelf, property: string, value: unknown): void => {
    run.allow(self.sheet, "cells");
    spread(value, only(self), (row, column, one) => enter(ensureCell(self.sheet, row, column), one, (formula) => run.calculate(self.sheet.name, row, column, formula)));
    run.changed(self.sheet, property, self.areas, true);
  };
  const areasOrNothing = (sheet: EmulatedSheet, areas: readonly CellRange[]): Thing => (areas.length === 0 ? NOTHING : { type: "RangeAreas", self: { sheet, areas } });
  const common: TypeTable = {
    scalars: { Address: (self: RangeSelf) => fullAddress(self.sheet.name, self.areas) },
    children: {
      Format: (self: RangeSelf) => ({ type: "RangeFormat", self }),
      DataValidation: (self: RangeSelf) => ({ type: "DataValidation", self }),
      ConditionalFormats: (self: RangeSelf) => ({ type: "ConditionalFormatCollection", self }),
      Worksheet: ({ sheet }: RangeSelf) => ({ type: "Worksheet", self: sheet }),
    },
    isReferenced: true,
  };
  return {
    Range: {
      ...common,
      scalars: {
        ...common.scalars,
        Values: (self: RangeSelf) => matrix(self, shown),
        Formulas: (self: RangeSelf) => matrix(self, (cell) => (cell.formula === undefined ? shown(cell) : `=${cell.formula}`)),
        NumberFormat: (self: RangeSelf) => matrix(self, ({ format }) => format),
        ValueTypes: (self: RangeSelf) => matrix(self, valueType),
        ColumnHidden: (self: RangeSelf) => overColumns(self, (column) => self.sheet.hiddenColumns.has(column)),
        RowHidden: (self: RangeSelf) => overRows(self, (row) => self.sheet.hiddenRows.has(row)),
      },
      setters: {
        Values: (self: RangeSelf, value: unknown) => write(self, "Values", value),
        Formulas: (self: RangeSelf, value: unknown) => write(self, "Formulas", value),
        NumberFormat: (self: RangeSelf, value: unknown) => {
          run.allow(self.sheet, "format");
          spread(value, only(self), (row, column, one) => { if (one !== null) ensureCell(self.sheet, row, column).format = String(one as string); });
          run.changed(self.sheet, "NumberFormat", self.areas, false);
        },
        ColumnHidden: (self: RangeSelf, hidden: boolean) => hide(self.sheet.hiddenColumns, only(self).left, only(self).right, hidden, () => run.allow(self.sheet, "format")),
        RowHidden: (self: RangeSelf, hidden: boolean) => hide(self.sheet.hiddenRows, only(self).top, only(self).bottom, hidden, () => run.allow(self.sheet, "format")),
      },
      methods: {
        GetMergedAreasOrNullObject: (self: RangeSelf) => areasOrNothing(self.sheet, self.sheet.merges.filter((merge) => self.areas.some((area) => overlaps(area, merge)))),
        Merge: (self: RangeSelf, across: boolean) => merge(run, self, across),
        Unmerge: (self: RangeSelf) => {
          run.allow(self.sheet, "cells");
          self.sheet.merges = self.sheet.merges.filter((one) => !self.areas.some((area) => overlaps(area, one)));
        },
        Select: (self: RangeSelf) => {
          if (self.sheet.visibility !== "Visible") throw new EmulatedError("InvalidOperation", "The sheet is hidden.");
          run.workbook.active = self.sheet.id;
          run.workbook.selected = only(self);
        },
        GetRow: (self: RangeSelf, row: number) => ({ type: "Range", self: { sheet: self.sheet, areas: [{ ...only(self), top: only(self).top + row, bottom: only(self).top + row }] } }),
        GetBoundingRect: (self: RangeSelf, other: RangeSelf) => ({ type: "Range", self: { sheet: self.sheet, areas: [bounding(only(self), only(other))] } }),
        _ValidateArraySize: (self: RangeSelf, rows: number, columns: number) => {
          const { top, left, bottom, right } = only(self);
          if (rows !== bottom - top + 1 || columns !== right - left + 1) throw new EmulatedError("InvalidArgument", "The array has another size.");
        },
        GetUsedRangeOrNullObject: () => { throw new EmulatedError("emulator", "emulator: ask the sheet for its used range."); },
      },
    },
    RangeAreas: common,
    RangeFormat: {
      scalars: {
        HorizontalAlignment: (self: RangeSelf) => uniform(self, ({ look }) => look.horizontalAlignment),
        VerticalAlignment: (self: RangeSelf) => uniform(self, ({ look }) => look.verticalAlignment),
        WrapText: (self: RangeSelf) => uniform(self, ({ look }) => look.wrapText),
        IndentLevel: (self: RangeSelf) => uniform(self, ({ look }) => look.indentLevel),
        ColumnWidth: (self: RangeSelf) => overColumns(self, (column) => (self.sheet.hiddenColumns.has(column) ? 0 : (self.sheet.columnWidths.get(column) ?? 48))),
        RowHeight: (self: RangeSelf) => overRows(self, (row) => (self.sheet.hiddenRows.has(row) ? 0 : (self.sheet.rowHeights.get(row) ?? 15))),
      },
      setters: {
        HorizontalAlignment: (self: RangeSelf, value: string) => setLook(self, "horizontalAlignment", value),
        VerticalAlignment: (self: RangeSelf, value: string) => setLook(self, "verticalAlignment", value),
        WrapText: (self: RangeSelf, value: boolean) => setLook(self, "wrapText", value),
        IndentLevel: (self: RangeSelf, value: number) => setLook(self, "indentLevel", value),
        ColumnWidth: (self: RangeSelf, width: number) => {
          run.allow(self.sheet, "format");
          for (let column = only(self).left; column <= only(self).right; column += 1) {
            self.sheet.columnWidths.set(column, width);
            self.sheet.hiddenColumns.delete(column);
          }
        },
        RowHeight: (self: RangeSelf, height: number) => {
          run.allow(self.sheet, "format");
          if (height > 409.5) throw new EmulatedError("InvalidArgument", "A row is at most 409.5 points high.");
          for (let row = only(self).top; row <= only(self).bottom; row += 1) {
            self.sheet.rowHeights.set(row, height);
            self.sheet.hiddenRows.delete(row);
          }
        },
      },
      children: {
        Font: (self: RangeSelf) => ({ type: "RangeFont", self }), Fill: (self: RangeSelf) => ({ type: "RangeFill", self }),
        Borders: (self: RangeSelf) => ({ type: "RangeBorderCollection", self }), Protection: (self: RangeSelf) => ({ type: "FormatProtection", self }),
      },
    },
    RangeFont: {
      scalars: {
        ...Object.fromEntries(Object.entries(lookNames).map(([name, key]) => [name, (self: RangeSelf) => uniform(self, ({ look }) => look[key])])),
        Color: (self: RangeSelf) => uniform(self, ({ look }) => look.color),
      },
      setters: {
        ...Object.fromEntries(Object.entries(lookNames).map(([name, key]) => [name, (self: RangeSelf, value: unknown) => setLook(self, key, value)])),
        Color: (self: RangeSelf, value: string) => setLook(self, "color", value.toUpperCase()),
      },
    },
    RangeFill: {
      scalars: { Color: (self: RangeSelf) => uniform(self, ({ look }) => (look.fill === "" ? "#FFFFFF" : look.fill)) },
      setters: { Color: (self: RangeSelf, value: string) => setLook(self, "fill", value.toUpperCase()) },
      methods: { Clear: (self: RangeSelf) => setLook(self, "fill", "") },
    },
    FormatProtection: {
      scalars: { Locked: (self: RangeSelf) => uniform(self, ({ look }) => look.locked) },
      setters: { Locked: (self: RangeSelf, value: boolean) => setLook(self, "locked", value) },
    },
    RangeBorderCollection: {
      item: (self: RangeSelf, side: string) => ({ type: "RangeBorder", self: { range: self, side } }),
      items: (self: RangeSelf) => SIDES.map((side) => ({ type: "RangeBorder", self: { range: self, side } })),
    },
    RangeBorder: {
      scalars: {
        SideIndex: ({ side }: Border) => side,
        Style: (border: Border) => borderValue(border, (line) => line?.style ?? "None"),
        Weight: (border: Border) => borderValue(border, (line) => line?.weight ?? "Thin"),
        Color: (border: Border) => borderValue(border, (line) => line?.color ?? "#000000"),
      },
      setters: {
        Style: (border: Border, style: string) => setBorder(run, border, (line) => (style === "None" ? null : { weight: line?.weight ?? "Thin", color: line?.color ?? "#000000", style })),
        Weight: (border: Border, weight: string) => setBorder(run, border, (line) => ({ style: line?.style ?? "Continuous", color: line?.color ?? "#000000", weight })),
        Color: (border: Border, color: string) => setBorder(run, border, (line) => (line ? { ...line, color: color.toUpperCase() } : null)),
      },
    },
    DataValidation: {
      scalars: {
        Type: (self: RangeSelf) => (uniform(self, ({ rule }) => rule) === null && [...cellsIn(self.areas)].some(([row, column]) => cellAt(self.sheet, row, column)?.rule) ? "Inconsistent" : ((uniform(self, ({ rule }) => rule) as EmulatedCell["rule"])?.type ?? "None")),
        Rule: (self: RangeSelf) => (uniform(self, ({ rule }) => rule) as EmulatedCell["rule"])?.rule ?? {},
        ErrorAlert: (self: RangeSelf) => (uniform(self, ({ rule }) => rule) as EmulatedCell["rule"])?.errorAlert ?? { showAlert: true, style: "Stop", title: "", message: "" },
        Prompt: (self: RangeSelf) => (uniform(self, ({ rule }) => rule) as EmulatedCell["rule"])?.prompt ?? { showPrompt: true, title: "", message: "" },
        IgnoreBlanks: (self: RangeSelf) => (uniform(self, ({ rule }) => rule) as EmulatedCell["rule"])?.ignoreBlanks ?? true,
      },
      setters: {
        Rule: (self: RangeSelf, rule: object) => {
          const source = (rule as { list?: { source?: string } }).list?.source ?? "";
          if (!source.startsWith("=") && source.length > 255) throw new EmulatedError("InvalidArgument", "A list of words has at most 255 characters.");
          setRule(self, () => ({ type: typeOfRule(rule), rule, errorAlert: { showAlert: true, style: "Stop", title: "", message: "" }, prompt: { showPrompt: true, title: "", message: "" }, ignoreBlanks: true }));
        },
        ErrorAlert: (self: RangeSelf, errorAlert: object) => setRule(self, ({ rule }) => (rule ? { ...rule, errorAlert } : null)),
        Prompt: (self: RangeSelf, prompt: object) => setRule(self, ({ rule }) => (rule ? { ...rule, prompt } : null)),
        IgnoreBlanks: (self: RangeSelf, ignoreBlanks: boolean) => setRule(self, ({ rule }) => (rule ? { ...rule, ignoreBlanks } : null)),
      },
      methods: { Clear: (self: RangeSelf) => setRule(self, () => null) },
    },
    ...conditionalTypes(run),
  };
}

function overColumns(self: RangeSelf, read: (column: number) => unknown): unknown {
  const { left, right } = only(self);
  const first = read(left);
  for (let column = left; column <= right; column += 1) if (read(column) !== first) return null;
  return first;
}

function overRows(self: RangeSelf, read: (row: number) => unknown): unknown {
  const { top, bottom } = only(self);
  const first = read(top);
  for (let row = top; row <= bottom; row += 1) if (read(row) !== first) return null;
  return first;
}

function hide(set: Set<number>, from: number, to: number, hidden: boolean, allow: () => void): void {
  allow();
  for (let at = from; at <= to; at += 1) {
    if (hidden) set.add(at);
    else set.delete(at);
  }
}

function bounding(a: CellRange, b: CellRange): CellRange {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}

/** Only the first cell keeps what it holds. */
function merge(run: Running, self: RangeSelf, across: boolean): void {
  run.allow(self.sheet, "cells");
  if (across) throw new EmulatedError("emulator", "emulator: Range.merge across is not known.");
  const area = only(self);
  self.sheet.merges = [...self.sheet.merges.filter((one) => !overlaps(one, area)), area];
  for (const [row, column] of cellsIn([area])) {
    const cell = row === area.top && column === area.left ? undefined : cellAt(self.sheet, row, column);
    if (cell) {
      cell.value = null;
      delete cell.formula;
    }
  }
  run.changed(self.sheet, "Merge", [area], false);
}

interface Border {
  readonly range: RangeSelf;
  readonly side: string;
}

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"] as const;

type CellSide = "top" | "right" | "bottom" | "left";

function* linesOf({ range, side }: Border): Generator<[number, number, CellSide]> {
  for (const { top, left, bottom, right } of range.areas) {
    switch (side) {
      case "EdgeTop": for (let column = left; column <= right; column += 1) yield [top, column, "top"]; break;
      case "EdgeBottom": for (let column = left; column <= right; column += 1) yield [bottom, column, "bottom"]; break;
      case "EdgeLeft": for (let row = top; row <= bottom; row += 1) yield [row, left, "left"]; break;
      case "EdgeRight": for (let row = top; row <= bottom; row += 1) yield [row, right, "right"]; break;
      case "InsideHorizontal": for (let row = top; row < bottom; row += 1) for (let column = left; column <= right; column += 1) yield [row, column, "bottom"]; break;
      case "InsideVertical": for (let row = top; row <= bottom; row += 1) for (let column = left; column < right; column += 1) yield [row, column, "right"]; break;
      default: break;
    }
  }
}

function borderValue(border: Border, read: (line: Line | null) => unknown): unknown {
  let first: unknown;
  let isFirst = true;
  for (const [row, column, side] of linesOf(border)) {
    const value = read(cellAt(border.range.sheet, row, column)?.look[side] ?? null);
    if (isFirst) [first, isFirst] = [value, false];
    else if (value !== first) return null;
  }
  return isFirst ? read(null) : first;
}

function setBorder(run: Running, border: Border, change: (line: Line | null) => Line | null): void {
  const { sheet } = border.range;
  run.allow(sheet, "format");
  const lines = [...linesOf(border)];
  if (lines.length === 0 && border.side.startsWith("Inside")) throw new EmulatedError("InvalidArgument", "A single cell has no inner edges.");
  for (const [row, column, side] of lines) setEdge(sheet, row, column, side, change(cellAt(sheet, row, column)?.look[side] ?? null));
  run.changed(sheet, "Borders", border.range.areas, false);
}

interface FormatSelf {
  readonly sheet: EmulatedSheet;
  readonly format: Conditional;
}

function conditionalTypes(run: Running): Readonly<Record<string, TypeTable>> {
  const set = <Value>(change: (self: FormatSelf, value: Value) => void) => (self: FormatSelf, value: Value): void => {
    run.allow(self.sheet, "format");
    change(self, value);
    run.changed(self.sheet, "ConditionalFormat", self.format.ranges, false);
  };
  const thing = (sheet: EmulatedSheet, format: Conditional): Thing => ({ type: "ConditionalFormat", self: { sheet, format } });
  const inRange = ({ sheet, areas }: RangeSelf): Conditional[] => sheet.conditionals.filter(({ ranges }) => ranges.some((range) => areas.some((area) => overlaps(area, range))));
  return {
    ConditionalFormatCollection: {
      items: (self: RangeSelf) => inRange(self).map((format) => thing(self.sheet, format)),
      item: (self: RangeSelf, id: string) => thing(self.sheet, found(inRange(self).find((format) => format.id === id), "conditional format")),
      methods: {
        GetItem: (self: RangeSelf, id: string) => thing(self.sheet, found(inRange(self).find((format) => format.id === id), "conditional format")),
        Add: (self: RangeSelf, type: string) => {
          run.allow(self.sheet, "format");
          if (type !== "Custom") throw new EmulatedError("emulator", `emulator: conditional format ${type} is not known.`);
          if (self.areas.some((area) => area.bottom >= FULL.bottom && area.right >= FULL.right)) throw new EmulatedError("InvalidArgument", "emulator: a format over the whole sheet is surely not meant.");
          const format: Conditional = {
            id: `cf${run.workbook.nextId++}`, ranges: [...self.areas], formula: "", fill: null, stopIfTrue: false,
            font: { color: null, bold: null, italic: null, underline: null, strikethrough: null },
          };
          self.sheet.conditionals.unshift(format);
          run.changed(self.sheet, "ConditionalFormat", self.areas, false);
          return thing(self.sheet, format);
        },
      },
    },
    ConditionalFormat: {
      identity: ({ format }: FormatSelf) => ({ Id: format.id }),
      scalars: {
        Id: ({ format }: FormatSelf) => format.id, Type: () => "Custom", StopIfTrue: ({ format }: FormatSelf) => format.stopIfTrue,
        Priority: ({ sheet, format }: FormatSelf) => sheet.conditionals.indexOf(format),
      },
      setters: { StopIfTrue: set<boolean>(({ format }, value) => { format.stopIfTrue = value; }) },
      children: { Custom: (self: FormatSelf) => ({ type: "CustomConditionalFormat", self }), CustomOrNullObject: (self: FormatSelf) => ({ type: "CustomConditionalFormat", self }) },
      methods: {
        Delete: ({ sheet, format }: FormatSelf) => {
          run.allow(sheet, "format");
          sheet.conditionals = sheet.conditionals.filter((one) => one !== format);
          run.changed(sheet, "ConditionalFormat", format.ranges, false);
        },
        GetRange: ({ sheet, format }: FormatSelf) => ({ type: "Range", self: { sheet, areas: format.ranges.slice(0, 1) } }),
        GetRanges: ({ sheet, format }: FormatSelf) => ({ type: "RangeAreas", self: { sheet, areas: format.ranges } }),
      },
    },
    CustomConditionalFormat: {
      children: { Rule: (self: FormatSelf) => ({ type: "ConditionalFormatRule", self }), Format: (self: FormatSelf) => ({ type: "ConditionalRangeFormat", self }) },
    },
    ConditionalFormatRule: {
      scalars: { Formula: ({ format }: FormatSelf) => format.formula },
      setters: { Formula: set<string>(({ format }, value) => { format.formula = value; }) },
    },
    ConditionalRangeFormat: {
      children: { Font: (self: FormatSelf) => ({ type: "ConditionalRangeFont", self }), Fill: (self: FormatSelf) => ({ type: "ConditionalRangeFill", self }) },
    },
    ConditionalRangeFont: {
      scalars: {
        Color: ({ format }: FormatSelf) => format.font.color ?? "", Bold: ({ format }: FormatSelf) => format.font.bold, Italic: ({ format }: FormatSelf) => format.font.italic,
        Underline: ({ format }: FormatSelf) => format.font.underline, Strikethrough: ({ format }: FormatSelf) => format.font.strikethrough,
      },
      setters: {
        Color: set<string>(({ format }, value) => { format.font.color = value.toUpperCase(); }), Bold: set<boolean>(({ format }, value) => { format.font.bold = value; }),
        Italic: set<boolean>(({ format }, value) => { format.font.italic = value; }), Underline: set<string>(({ format }, value) => { format.font.underline = value; }),
        Strikethrough: set<boolean>(({ format }, value) => { format.font.strikethrough = value; }),
      },
    },
    ConditionalRangeFill: {
      scalars: { Color: ({ format }: FormatSelf) => format.fill ?? "" },
      setters: { Color: set<string>(({ format }, value) => { format.fill = value.toUpperCase(); }) },
    },
  };
}

export function rangeThing(sheet: EmulatedSheet, address: string | null): Thing {
  return { type: "Range", self: { sheet, areas: [address === null ? FULL : parseArea(address)] } };
}

export function rangeOrNothing(sheet: EmulatedSheet, area: CellRange | null): Thing {
  return orNothing("Range", area === null ? null : { sheet, areas: [area] });
}

