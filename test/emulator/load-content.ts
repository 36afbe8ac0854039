/** Sheets as values into the emulated workbook and out of it again. */
import type { CellLook, ContentCell, Edge, SheetContent, WorkbookContent } from "#domain/sheet-content";
import type { CellRange } from "#domain/snapshot";
import { ensureCell, lookOf, newSheet, PLAIN, setEdge, type EmulatedSheet, type EmulatedWorkbook, type Line, type Look } from "./model";
import { ruleFromContent, ruleToContent } from "./rules";

const LINES: Readonly<Record<Edge["style"], readonly [string, string]>> = {
  thin: ["Continuous", "Thin"], medium: ["Continuous", "Medium"], thick: ["Continuous", "Thick"], hair: ["Continuous", "Hairline"],
  dotted: ["Dot", "Thin"], dashed: ["Dash", "Thin"], double: ["Double", "Thick"],
};

function lineOf({ style, colour }: Edge): Line {
  const [line, weight] = LINES[style];
  return { style: line, weight, color: colour ?? "#000000" };
}

/** Adds a sheet as a file would bring it, values of formulas included. */
export function loadSheet(workbook: EmulatedWorkbook, content: SheetContent, styles: readonly CellLook[]): EmulatedSheet {
  const sheet = newSheet(workbook, content.name);
  const looks = styles.map((style): Look => ({ ...PLAIN, ...lookOf(style) }));
  for (const { row, column, value, formula, style } of content.cells) {
    const cell = ensureCell(sheet, row, column);
    cell.value = value;
    if (formula !== undefined) cell.formula = formula;
    cell.format = styles[style]?.format ?? "General";
    cell.look = { ...(looks[style] ?? PLAIN), top: cell.look.top, right: cell.look.right, bottom: cell.look.bottom, left: cell.look.left };
  }
  for (const { row, column, style } of content.cells) {
    for (const side of ["top", "right", "bottom", "left"] as const) {
      const edge = styles[style]?.edges[side];
      if (edge) setEdge(sheet, row, column, side, lineOf(edge));
    }
  }
  sheet.visibility = content.state === "veryHidden" ? "VeryHidden" : content.state === "hidden" ? "Hidden" : "Visible";
  sheet.merges = [...content.merges];
  for (const { column, width, hidden } of content.columns) {
    if (width !== undefined) sheet.columnWidths.set(column, Math.floor(((256 * width + 18) / 256) * 7) * 0.75);
    if (hidden === true) sheet.hiddenColumns.add(column);
  }
  for (const { row, height, hidden } of content.rows) {
    if (height !== undefined) sheet.rowHeights.set(row, height);
    if (hidden === true) sheet.hiddenRows.add(row);
  }
  const { rows, columns } = content.frozen;
  if (rows > 0 || columns > 0) sheet.frozen = { top: 0, left: 0, bottom: rows > 0 ? rows - 1 : 1_048_575, right: columns > 0 ? columns - 1 : 16_383 };
  sheet.filter = content.filter ?? null;
  sheet.page = {
    orientation: content.page.landscape ? "Landscape" : "Portrait", zoom: content.page.fitToWidth ? { horizontalFitToPages: 1 } : { scale: 100 },
    area: content.page.area ?? null, titles: content.page.titleRows ? { top: content.page.titleRows.from, left: 0, bottom: content.page.titleRows.to, right: 16_383 } : null,
  };
  sheet.tabColor = content.tabColour ?? "";
  sheet.showGridlines = content.showGridlines;
  sheet.protection = content.isProtected ? { options: {}, password: null } : null;
  sheet.conditionals = content.conditionals.map(({ ranges, formula, font, fill, stopIfTrue }) => ({
    id: `cf${workbook.nextId++}`, ranges: [...ranges], formula: `=${formula}`, fill: fill ?? null, stopIfTrue: stopIfTrue ?? false,
    font: { color: font?.colour ?? null, bold: font?.bold ?? null, italic: font?.italic ?? null, underline: font?.underline ? "Single" : null, strikethrough: font?.strike ?? null },
  }));
  for (const rule of content.validations) {
    const stored = ruleFromContent(rule);
    for (const { top, left, bottom, right } of rule.ranges) for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) ensureCell(sheet, row, column).rule = stored;
  }
  workbook.sheets.push(sheet);
  return sheet;
}

export function loadContent(workbook: EmulatedWorkbook, { sheets, names, styles }: WorkbookContent): EmulatedSheet[] {
  const added = sheets.map((sheet) => loadSheet(workbook, sheet, styles));
  for (const { name, refersTo, sheet } of names) {
    const scope = sheet === undefined ? workbook.names : (added.find((one) => one.name === sheet)?.names ?? []);
    scope.push({ name, formula: `=${refersTo}`, visible: true });
  }
  if (workbook.active === "") workbook.active = workbook.sheets.find(({ visibility }) => visibility === "Visible")?.id ?? "";
  return added;
}

const STYLES = new Map<string, Edge["style"]>(Object.entries(LINES).map(([style, [line, weight]]) => [`${line} ${weight}`, style as Edge["style"]]));

function edgeOf(line: Line): Edge {
  const style = STYLES.get(`${line.style} ${line.weight}`) ?? "thin";
  return line.color === "#000000" ? { style } : { style, colour: line.color };
}

/** A sheet as it stands, for comparing before and after: every edge on both of its cells. */
export function contentOfSheet(sheet: EmulatedSheet): { readonly sheet: SheetContent; readonly styles: readonly CellLook[] } {
  const styles: CellLook[] = [];
  const numbers = new Map<string, number>();
  const styleOf = (look: Look, format: string): number => {
    const key = JSON.stringify([look, format]);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = styles.push(cellLook(look, format)) - 1;
    numbers.set(key, number);
    return number;
  };
  const cells: ContentCell[] = [];
  const rules = new Map<string, { rule: NonNullable<ReturnType<typeof ruleToContent>>; ranges: CellRange[] }>();
  for (const [row, line] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    for (const [column, cell] of [...line].sort(([a], [b]) => a - b)) {
      if (cell.rule) {
        const key = JSON.stringify(cell.rule);
        const known = rules.get(key) ?? { rule: ruleToContent(cell.rule), ranges: [] };
        known.ranges.push({ top: row, left: column, bottom: row, right: column });
        rules.set(key, known);
      }
      const isBlank = cell.value === null && cell.formula === undefined;
      if (isBlank && JSON.stringify(cell.look) === JSON.stringify(PLAIN) && cell.format === "General") continue;
      cells.push({ row, column, value: cell.value, ...(cell.formula === undefined ? {} : { formula: cell.formula }), style: styleOf(cell.look, cell.format) });
    }
  }
  return {
    styles, sheet: {
      name: sheet.name, state: sheet.visibility === "VeryHidden" ? "veryHidden" : sheet.visibility === "Hidden" ? "hidden" : "visible", cells,
      merges: [...sheet.merges].sort((a, b) => a.top - b.top || a.left - b.left), ...(sheet.tabColor === "" ? {} : { tabColour: sheet.tabColor }),
      columns: [...new Set([...sheet.columnWidths.keys(), ...sheet.hiddenColumns])].sort((a, b) => a - b).map((column) => ({ column, ...sized("width", sheet.columnWidths.get(column)), ...(sheet.hiddenColumns.has(column) ? { hidden: true } : {}) })),
      rows: [...new Set([...sheet.rowHeights.keys(), ...sheet.hiddenRows])].sort((a, b) => a - b).map((row) => ({ row, ...sized("height", sheet.rowHeights.get(row)), ...(sheet.hiddenRows.has(row) ? { hidden: true } : {}) })),
      frozen: { rows: !sheet.frozen || sheet.frozen.bottom === 1_048_575 ? 0 : sheet.frozen.bottom + 1, columns: !sheet.frozen || sheet.frozen.right === 16_383 ? 0 : sheet.frozen.right + 1 },
      validations: [...rules.values()].map(({ rule, ranges }) => ({ ...rule, ranges })),
      conditionals: sheet.conditionals.map(({ ranges, formula, font, fill, stopIfTrue }) => ({
        ranges, formula: formula.slice(1), ...(fill === null ? {} : { fill }), ...(stopIfTrue ? { stopIfTrue } : {}),
        font: { ...(font.color === null ? {} : { colour: font.color }), ...(font.bold ? { bold: true } : {}), ...(font.italic ? { italic: true } : {}) },
      })),
      ...(sheet.filter ? { filter: sheet.filter } : {}), isProtected: sheet.protection !== null, showGridlines: sheet.showGridlines,
      page: {
        landscape: sheet.page.orientation === "Landscape", fitToWidth: (sheet.page.zoom as { horizontalFitToPages?: number }).horizontalFitToPages === 1,
        ...(sheet.page.area ? { area: sheet.page.area } : {}), ...(sheet.page.titles ? { titleRows: { from: sheet.page.titles.top, to: sheet.page.titles.bottom } } : {}),
      },
    },
  };
}

function sized<Key extends string>(key: Key, points: number | undefined): { readonly [K in Key]?: number } {
  return (points === undefined ? {} : { [key]: points }) as { readonly [K in Key]?: number };
}

function cellLook(look: Look, format: string): CellLook {
  const across = { Left: "left", Center: "center", Right: "right", Justify: "justify" } as const;
  const down = { Top: "top", Center: "middle" } as const;
  return {
    font: {
      name: look.name, size: look.size, ...(look.bold ? { bold: true } : {}), ...(look.italic ? { italic: true } : {}),
      ...(look.underline === "None" ? {} : { underline: true }), ...(look.strikethrough ? { strike: true } : {}), ...(look.color === "#000000" ? {} : { colour: look.color }),
    },
    ...(look.fill === "" ? {} : { fill: look.fill }), ...(format === "General" ? {} : { format }),
    edges: {
      ...(look.top ? { top: edgeOf(look.top) } : {}), ...(look.right ? { right: edgeOf(look.right) } : {}),
      ...(look.bottom ? { bottom: edgeOf(look.bottom) } : {}), ...(look.left ? { left: edgeOf(look.left) } : {}),
    },
    ...(look.horizontalAlignment in across ? { across: across[look.horizontalAlignment as keyof typeof across] } : {}),
    ...(look.verticalAlignment in down ? { down: down[look.verticalAlignment as keyof typeof down] } : {}),
    ...(look.wrapText ? { wrap: true } : {}), ...(look.indentLevel > 0 ? { indent: look.indentLevel } : {}), ...(look.locked ? {} : { locked: false }),
  };
}
