/** Live Excel as a host (Excel đang mở): the one place that talks to Office.js, operation by operation. */
import type { HostOutcome, WorkbookHost } from "#domain/host";
import { abilitiesHere } from "./abilities";
import { drawCharts } from "./draw-charts";
import { markCells } from "./mark-cells";
import { openWorkbook, workbookName } from "./open-workbook";
import { ownWrites } from "./own-writes";
import { putting } from "./put/put-and-take-back";
import { readFile } from "./read-file";
import { readWorkbook } from "./read-workbook";
import { selectCell } from "./select-cell";
import { watchChanges, watchSelection } from "./watch";

/** Needs Office to be ready (`startOffice`). What changes the workbook waits for its turn; reading does not. */
export function excelHost(): WorkbookHost {
  const writes = ownWrites(() => Date.now());
  const { put, takeBack, canTakeBack } = putting(writes);
  const inTurn = oneAfterAnother();
  return {
    kind: "excel",
    abilities: abilitiesHere(),
    name: workbookName,
    openedFile: () => null,
    read: (options) => readWorkbook(options),
    file: readFile,
    put: (content, options) => inTurn(() => put(content, options)),
    takeBack: () => inTurn(takeBack),
    canTakeBack,
    mark: (marks) => inTurn(() => markCells(marks)),
    select: selectCell,
    drawCharts: (charts) => inTurn(() => drawCharts(charts)),
    watchChanges: (listener) => watchChanges(listener, writes),
    watchSelection,
    open: (file) => openWorkbook(file),
    watchWorkbook: () => Promise.resolve({ ok: true, value: () => Promise.resolve() }),
  };
}

function oneAfterAnother(): <Value>(work: () => Promise<HostOutcome<Value>>) => Promise<HostOutcome<Value>> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
