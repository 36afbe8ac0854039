/** The workbook, its sheets, names, charts and what hangs on a sheet. */
import { areaText, parseArea } from "./addresses";
import { EmulatedError } from "./emulated-error";
import { FULL, newSheet, usedRange, type Chart, type EmulatedSheet, type EmulatedWorkbook, type Name, type Series } from "./model";
import { rangeOrNothing, rangeThing } from "./range-types";
import { found, NOTHING, orNothing, type RangeSelf, type Running, type Thing, type TypeTable } from "./types";

interface NamesSelf {
  readonly list: Name[];
  readonly sheet: EmulatedSheet | null;
}

interface NameSelf extends NamesSelf {
  readonly item: Name;
}

interface ChartSelf {
  readonly sheet: EmulatedSheet;
  readonly chart: Chart;
}

interface SeriesSelf extends ChartSelf {
  readonly series: Series;
}

export function sheetTypes(run: Running): Readonly<Record<string, TypeTable>> {
  const { workbook } = run;
  const find = (key: string): EmulatedSheet | undefined => workbook.sheets.find(({ id, name }) => id === key || name.toUpperCase() === key.toUpperCase());
  const sheetThing = (sheet: EmulatedSheet): Thing => ({ type: "Worksheet", self: sheet });
  const structure = (): void => {
    if (workbook.isStructureProtected) throw new EmulatedError("AccessDenied", "The workbook's structure is protected.");
  };
  return {
    Workbook: {
      scalars: { Name: ({ name }: EmulatedWorkbook) => name },
      children: {
        Worksheets: (self: EmulatedWorkbook) => ({ type: "WorksheetCollection", self }), Names: ({ names }: EmulatedWorkbook) => ({ type: "NamedItemCollection", self: { list: names, sheet: null } }),
        Application: (self: EmulatedWorkbook) => ({ type: "Application", self }), _Runtime: (self: EmulatedWorkbook) => ({ type: "Runtime", self }),
        Protection: (self: EmulatedWorkbook) => ({ type: "WorkbookProtection", self }),
      },
      methods: {
        InsertWorksheetsFromBase64: (_self: EmulatedWorkbook, base64: string, options: { sheetNamesToInsert?: string[] }) => {
          structure();
          return run.insert(base64, options);
        },
        _RemoveReference: () => null,
      },
    },
    WorkbookProtection: { scalars: { Protected: ({ isStructureProtected }: EmulatedWorkbook) => isStructureProtected } },
    Runtime: {
      scalars: { EnableEvents: () => run.eventsEnabled() },
      setters: { EnableEvents: (_self: EmulatedWorkbook, enabled: boolean) => run.setEvents(enabled) },
    },
    Application: {
      methods: {
        SuspendScreenUpdatingUntilNextSync: () => null, SuspendApiCalculationUntilNextSync: () => null,
        CreateWorkbook: (_self: EmulatedWorkbook, base64: string | null) => ({ type: "WorkbookCreated", self: base64 ?? "" }),
      },
    },
    WorkbookCreated: { methods: { Open: (base64: string) => { workbook.opened.push(Uint8Array.from(Buffer.from(base64, "base64"))); } } },
    AddinInternalService: { methods: { NotifyActionHandlerReady: () => null } },
    WorksheetCollection: {
      items: ({ sheets }: EmulatedWorkbook) => sheets.map(sheetThing),
      item: (_self: EmulatedWorkbook, key: string) => sheetThing(found(find(key), key)),
      methods: {
        GetItem: (_self: EmulatedWorkbook, key: string) => sheetThing(found(find(key), key)),
        GetItemOrNullObject: (_self: EmulatedWorkbook, key: string) => orNothing("Worksheet", find(key)),
        Add: (_self: EmulatedWorkbook, name: string) => {
          structure();
          if (find(name)) throw new EmulatedError("ItemAlreadyExists", "A sheet of this name exists.");
          if (name.length > 31 || /[[\]*?:/\\]/u.test(name)) throw new EmulatedError("InvalidArgument", "No name for a sheet.");
          const sheet = newSheet(workbook, name);
          workbook.sheets.push(sheet);
          run.changed(sheet, "Add", [], false);
          return sheetThing(sheet);
        },
        _RegisterDataChangedEvent: () => run.register("changed", true), _UnregisterDataChangedEvent: () => run.register("changed", false),
        _RegisterSelectionChangedEvent: () => run.register("selected", true), _UnregisterSelectionChangedEvent: () => run.register("selected", false),
      },
    },
    Worksheet: {
      identity: ({ id }: EmulatedSheet) => ({ Id: id }),
      scalars: {
        Id: ({ id }: EmulatedSheet) => id, Name: ({ name }: EmulatedSheet) => name, Visibility: ({ visibility }: EmulatedSheet) => visibility,
        Position: (self: EmulatedSheet) => workbook.sheets.indexOf(self), TabColor: ({ tabColor }: EmulatedSheet) => tabColor, ShowGridlines: ({ showGridlines }: EmulatedSheet) => showGridlines,
      },
      setters: {
        Name: (self: EmulatedSheet, name: string) => {
          structure();
          if (workbook.sheets.some((sheet) => sheet !== self && sheet.name.toUpperCase() === name.toUpperCase())) throw new EmulatedError("InvalidArgument", "The name is taken.");
          self.name = name;
        },
        Visibility: (self: EmulatedSheet, visibility: EmulatedSheet["visibility"]) => {
          structure();
          if (visibility !== "Visible" && workbook.sheets.every((sheet) => sheet === self || sheet.visibility !== "Visible")) throw new EmulatedError("InvalidOperation", "One sheet must stay visible.");
          self.visibility = visibility;
        },
        Position: (self: EmulatedSheet, position: number) => {
          structure();
          workbook.sheets = workbook.sheets.filter((sheet) => sheet !== self);
          workbook.sheets.splice(position, 0, self);
        },
        TabColor: (self: EmulatedSheet, colour: string) => {
          self.tabColor = colour.toUpperCase();
          run.changed(self, "TabColor", [], false);
        },
        Gridlines: (self: EmulatedSheet, show: boolean) => {
          self.showGridlines = show;
          run.changed(self, "ShowGridlines", [], false);
        },
      },
      children: {
        Names: (sheet: EmulatedSheet) => ({ type: "NamedItemCollection", self: { list: sheet.names, sheet } }), Protection: (self: EmulatedSheet) => ({ type: "WorksheetProtection", self }),
        FreezePanes: (self: EmulatedSheet) => ({ type: "WorksheetFreezePanes", self }), AutoFilter: (self: EmulatedSheet) => ({ type: "AutoFilter", self }),
        PageLayout: (self: EmulatedSheet) => ({ type: "PageLayout", self }), Charts: (self: EmulatedSheet) => ({ type: "ChartCollection", self }),
      },
      methods: {
        GetRange: rangeThing,
        GetRanges: (sheet: EmulatedSheet, addresses: string) => ({ type: "RangeAreas", self: { sheet, areas: addresses.split(",").map(parseArea) } }),
        GetUsedRangeOrNullObject: (sheet: EmulatedSheet, valuesOnly: boolean | null) => rangeOrNothing(sheet, usedRange(sheet, valuesOnly === true)),
        Activate: (sheet: EmulatedSheet) => {
          if (sheet.visibility !== "Visible") throw new EmulatedError("InvalidOperation", "The sheet is hidden.");
          workbook.active = sheet.id;
        },
        Delete: (sheet: EmulatedSheet) => {
          structure();
          if (sheet.visibility === "VeryHidden") throw new EmulatedError("InvalidOperation", "A very hidden sheet cannot be deleted.");
          if (workbook.sheets.every((one) => one === sheet || one.visibility !== "Visible")) throw new EmulatedError("InvalidOperation", "The last visible sheet cannot be deleted.");
          workbook.sheets = workbook.sheets.filter((one) => one !== sheet);
          run.changed(sheet, "Delete", [], false);
        },
      },
    },
    WorksheetProtection: {
      scalars: { Protected: ({ protection }: EmulatedSheet) => protection !== null, Options: ({ protection }: EmulatedSheet) => protection?.options ?? {} },
      methods: {
        Protect: (sheet: EmulatedSheet, options: object | null, password: string | null) => {
          if (sheet.protection) throw new EmulatedError("InvalidOperation", "The sheet is protected already.");
          sheet.protection = { options: options ?? {}, password };
        },
        Unprotect: (sheet: EmulatedSheet, password: string | null) => {
          if (sheet.protection && sheet.protection.password !== null && sheet.protection.password !== password) throw new EmulatedError("AccessDenied", "The password is wrong.");
          sheet.protection = null;
        },
      },
    },
    WorksheetFreezePanes: {
      methods: {
        GetLocationOrNullObject: (sheet: EmulatedSheet) => rangeOrNothing(sheet, sheet.frozen),
        Unfreeze: (sheet: EmulatedSheet) => { sheet.frozen = null; },
        FreezeRows: (sheet: EmulatedSheet, count: number) => { sheet.frozen = { ...FULL, bottom: count - 1 }; },
        FreezeColumns: (sheet: EmulatedSheet, count: number) => { sheet.frozen = { ...FULL, right: count - 1 }; },
        FreezeAt: (sheet: EmulatedSheet, address: string) => { sheet.frozen = { ...parseArea(address), top: 0, left: 0 }; },
      },
    },
    AutoFilter: {
      methods: {
        GetRangeOrNullObject: (sheet: EmulatedSheet) => rangeOrNothing(sheet, sheet.filter),
        Apply: (sheet: EmulatedSheet, range: string | RangeSelf) => {
          run.allow(sheet, "structure");
          sheet.filter = typeof range === "string" ? parseArea(range) : (range.areas[0] ?? null);
        },
        Remove: (sheet: EmulatedSheet) => {
          run.allow(sheet, "structure");
          sheet.filter = null;
        },
      },
    },
    PageLayout: {
      scalars: { Orientation: ({ page }: EmulatedSheet) => page.orientation, Zoom: ({ page }: EmulatedSheet) => page.zoom },
      setters: {
        Orientation: ({ page }: EmulatedSheet, orientation: string) => { page.orientation = orientation; },
        Zoom: ({ page }: EmulatedSheet, zoom: object) => { page.zoom = zoom; },
      },
      methods: {
        GetPrintAreaOrNullObject: (sheet: EmulatedSheet) => (sheet.page.area ? { type: "RangeAreas", self: { sheet, areas: [sheet.page.area] } } : NOTHING),
        GetPrintTitleRowsOrNullObject: (sheet: EmulatedSheet) => rangeOrNothing(sheet, sheet.page.titles),
        SetPrintArea: ({ page }: EmulatedSheet, range: string) => { page.area = parseArea(range); },
        SetPrintTitleRows: ({ page }: EmulatedSheet, rows: string) => { page.titles = parseArea(rows); },
      },
    },
    ...nameTypes(run),
    ...chartTypes(run),
  };
}

function nameTypes(run: Running): Readonly<Record<string, TypeTable>> {
  const find = ({ list }: NamesSelf, name: string): Name | undefined => list.find((item) => item.name.toUpperCase() === name.toUpperCase());
  const thing = (self: NamesSelf, item: Name): Thing => ({ type: "NamedItem", self: { ...self, item } });
  return {
    NamedItemCollection: {
      items: (self: NamesSelf) => self.list.map((item) => thing(self, item)),
      item: (self: NamesSelf, name: string) => thing(self, found(find(self, name), name)),
      methods: {
        GetItem: (self: NamesSelf, name: string) => thing(self, found(find(self, name), name)),
        GetItemOrNullObject: (self: NamesSelf, name: string) => {
          const item = find(self, name);
          return item ? thing(self, item) : NOTHING;
        },
        Add: (self: NamesSelf, name: string, formula: string) => {
          if (typeof formula !== "string" || !formula.startsWith("=")) throw new EmulatedError("InvalidArgument", "A name needs a formula.");
          if (find(self, name)) throw new EmulatedError("ItemAlreadyExists", "The name exists.");
          const sheet = /^='?((?:[^'!]|'')+)'?!/u.exec(formula)?.[1]?.replaceAll("''", "'");
          if (sheet !== undefined && !run.workbook.sheets.some((one) => one.name === sheet)) throw new EmulatedError("InvalidArgument", `The name points to ${sheet}, which is not there.`);
          const item: Name = { name, formula, visible: true };
          self.list.push(item);
          return thing(self, item);
        },
      },
    },
    NamedItem: {
      identity: ({ item }: NameSelf) => ({ _Id: item.name, Name: item.name }),
      scalars: {
        Name: ({ item }: NameSelf) => item.name, _Id: ({ item }: NameSelf) => item.name, Formula: ({ item }: NameSelf) => item.formula, Value: ({ item }: NameSelf) => item.formula,
        Visible: ({ item }: NameSelf) => item.visible, Scope: ({ sheet }: NameSelf) => (sheet ? "Worksheet" : "Workbook"),
      },
      setters: { Formula: ({ item }: NameSelf, formula: string) => { item.formula = formula; } },
      methods: { Delete: ({ list, item }: NameSelf) => { list.splice(list.indexOf(item), 1); } },
    },
  };
}

function chartTypes(run: Running): Readonly<Record<string, TypeTable>> {
  const thing = (sheet: EmulatedSheet, chart: Chart): Thing => ({ type: "Chart", self: { sheet, chart } });
  const find = (sheet: EmulatedSheet, key: string): Chart | undefined => sheet.charts.find(({ id, name }) => id === key || name === key);
  const text = (range: RangeSelf): string => range.areas.map(areaText).join(",");
  return {
    ChartCollection: {
      items: (sheet: EmulatedSheet) => sheet.charts.map((chart) => thing(sheet, chart)),
      item: (sheet: EmulatedSheet, key: string) => thing(sheet, found(find(sheet, key), key)),
      methods: {
        GetItem: (sheet: EmulatedSheet, key: string) => thing(sheet, found(find(sheet, key), key)),
        GetItemOrNullObject: (sheet: EmulatedSheet, key: string) => {
          const chart = find(sheet, key);
          return chart ? thing(sheet, chart) : NOTHING;
        },
        Add: (sheet: EmulatedSheet, type: string, source: RangeSelf) => {
          run.allow(sheet, "structure");
          const id = `{chart-${run.workbook.nextId++}}`;
          const chart: Chart = { id, name: id, type, title: "", legend: { visible: true, position: "Right" }, series: [{ name: "Series1", values: text(source), categories: "", colour: "" }], at: "" };
          sheet.charts.push(chart);
          return thing(sheet, chart);
        },
      },
    },
    Chart: {
      identity: ({ chart }: ChartSelf) => ({ Id: chart.id }),
      scalars: { Id: ({ chart }: ChartSelf) => chart.id, Name: ({ chart }: ChartSelf) => chart.name },
      setters: { Name: ({ chart }: ChartSelf, name: string) => { chart.name = name; } },
      children: {
        Title: (self: ChartSelf) => ({ type: "ChartTitle", self }), Legend: (self: ChartSelf) => ({ type: "ChartLegend", self }), Series: (self: ChartSelf) => ({ type: "ChartSeriesCollection", self }),
      },
      methods: {
        Delete: ({ sheet, chart }: ChartSelf) => { sheet.charts = sheet.charts.filter((one) => one !== chart); },
        SetPosition: ({ chart }: ChartSelf, from: RangeSelf, to: RangeSelf) => { chart.at = `${text(from)}:${text(to)}`; },
      },
    },
    ChartTitle: { setters: { Text: ({ chart }: ChartSelf, title: string) => { chart.title = title; } } },
    ChartLegend: {
      setters: {
        Visible: ({ chart }: ChartSelf, visible: boolean) => { chart.legend.visible = visible; },
        Position: ({ chart }: ChartSelf, position: string) => { chart.legend.position = position; },
      },
    },
    ChartSeriesCollection: {
      item: (self: ChartSelf, index: number) => ({ type: "ChartSeries", self: { ...self, series: found(self.chart.series[index], "series") } }),
      methods: {
        GetItemAt: (self: ChartSelf, index: number) => ({ type: "ChartSeries", self: { ...self, series: found(self.chart.series[index], "series") } }),
        Add: (self: ChartSelf, name: string) => {
          const series: Series = { name, values: "", categories: "", colour: "" };
          self.chart.series.push(series);
          return { type: "ChartSeries", self: { ...self, series } };
        },
      },
    },
    ChartSeries: {
      setters: { Name: ({ series }: SeriesSelf, name: string) => { series.name = name; } },
      children: { Format: (self: SeriesSelf) => ({ type: "ChartSeriesFormat", self }) },
      methods: {
        SetValues: ({ series }: SeriesSelf, range: RangeSelf) => { series.values = text(range); },
        SetXAxisValues: ({ series }: SeriesSelf, range: RangeSelf) => { series.categories = text(range); },
      },
      isReferenced: false,
      identity: ({ chart, series }: SeriesSelf) => ({ _Id: chart.series.indexOf(series) }),
    },
    ChartSeriesFormat: { children: { Fill: (self: SeriesSelf) => ({ type: "ChartFill", self }) } },
    ChartFill: { methods: { SetSolidColor: ({ series }: SeriesSelf, colour: string) => { series.colour = colour; } } },
  };
}
