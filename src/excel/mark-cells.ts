/** Marks on cells (đánh dấu ô) as conditional formats: they can be taken away without touching the officer's own fills. */
import type { CellMark, HostOutcome } from "#domain/host";
import type { CellRange } from "#domain/snapshot";
import { runOperations, type Operation } from "./batches";
import { faultOf, HostStop } from "./host-faults";
import { isMark, MARK_FORMULA } from "./mark-formula";
import { protectAgain, unprotect } from "./put/protection";
import type { Undo } from "./put/undo";
import { addressOfRange, rangesOfAddress } from "./ranges";
import { has, inExcel } from "./run-excel";

/** Fill and ink; bold besides, so that colour is not all that tells. */
const LOOKS: Readonly<Record<CellMark["severity"], { readonly fill: string; readonly ink: string }>> = {
  error: { fill: "#FBD9D5", ink: "#8C1D18" },
  warning: { fill: "#FFF1C2", ink: "#6B4A00" },
  info: { fill: "#DCEBFB", ink: "#0B4A80" },
};

/** Replaces all marks, those of an earlier opening too. An Excel without conditional formats shows none. */
export function markCells(marks: readonly CellMark[]): Promise<HostOutcome<void>> {
  return inExcel(async (context) => {
    if (!has("1.6")) return;
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    await context.sync();
    const standing = await standingMarks(context, worksheets.items);
    const lifted: Pick<Undo, "unprotected"> = { unprotected: new Map() };
    try {
      for (const { id, name } of worksheets.items) {
        const operations = [
          ...(standing.get(id) ?? []).map((mark): Operation => ({ bytes: 300, apply: (running) => running.workbook.worksheets.getItem(id).getRange().conditionalFormats.getItem(mark).delete() })),
          ...additions(id, marks.filter(({ sheet }) => sheet === name)),
        ];
        if (operations.length > 0) await writeMarks(context, { id, name }, operations, lifted);
      }
    } finally {
      await protectAgain(context, lifted, []);
    }
  });
}

async function writeMarks(context: Excel.RequestContext, sheet: { readonly id: string; readonly name: string }, operations: readonly Operation[], lifted: Pick<Undo, "unprotected">): Promise<void> {
  await unprotect(context, sheet, lifted);
  try {
    await runOperations(context, operations);
  } catch (error) {
    throw new HostStop(faultOf(error, sheet.name));
  }
}

async function standingMarks(context: Excel.RequestContext, sheets: readonly Excel.Worksheet[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const listed = sheets.map((sheet) => {
    const formats = sheet.getRange().conditionalFormats;
    formats.load("items/id,items/type");
    return { id: sheet.id, formats };
  });
  await context.sync();
  const custom = listed.map(({ id, formats }) => ({ id, items: formats.items.filter(({ type }) => type === "Custom") }));
  custom.forEach(({ items }) => items.forEach((item) => item.custom.rule.load("formula")));
  await context.sync();
  return new Map(custom.map(({ id, items }) => [id, items.filter((item) => isMark(item.custom.rule.formula)).map((item) => item.id)]));
}

const MOST_AREAS = 100;

/** One format for each severity, over all its cells. */
function additions(id: string, marks: readonly CellMark[]): Operation[] {
  return (["info", "warning", "error"] as const).flatMap((severity) => {
    const cells = marks.filter((mark) => mark.severity === severity).flatMap(({ cell }): CellRange[] => rangesOfAddress(cell));
    const addresses = [...new Set(cells.map(addressOfRange))];
    return has("1.9") ? groups(addresses).map((group) => addMark(id, group.join(","), severity)) : addresses.map((address) => addMark(id, address, severity));
  });
}

function groups(addresses: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(addresses.length / MOST_AREAS) }, (_, index) => addresses.slice(index * MOST_AREAS, (index + 1) * MOST_AREAS));
}

function addMark(id: string, address: string, severity: CellMark["severity"]): Operation {
  return {
    bytes: 1_000 + address.length, apply: (context) => {
      const sheet = context.workbook.worksheets.getItem(id);
      const { custom } = (address.includes(",") ? sheet.getRanges(address) : sheet.getRange(address)).conditionalFormats.add("Custom");
      custom.rule.formula = MARK_FORMULA;
      custom.format.fill.color = LOOKS[severity].fill;
      custom.format.font.color = LOOKS[severity].ink;
      custom.format.font.bold = true;
    },
  };
}
