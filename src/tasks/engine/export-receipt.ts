/** The receipt and the problems as a workbook to keep or send (xuất kết quả nhận file). */
import { severity } from "#domain/problem";
import { bookWords } from "#messages/book-vi";
import { engineWords } from "#messages/engine-words";
import { formatDate } from "#messages/format-vi";
import { sentenceOf } from "#messages/problems";
import { ledgerStateNames, severityNames } from "#messages/words-vi";
import { writeListWorkbook } from "#workbook/lists/write-list-workbook";
import { safeName } from "../safe-name";
import type { Bench } from "./bench";
import { receiptRows } from "./receipt-view";
import { problemsOf, unitName, type Session } from "./session";
import type { MadeWorkbook } from "./views/workbooks";

export async function exportReceipt(session: Session, { desk, contentOf }: Bench): Promise<MadeWorkbook> {
  const { columns, sheets, titles } = bookWords;
  const file = await writeListWorkbook([
    {
      name: sheets.ledger, title: titles.ledger,
      columns: [{ heading: columns.path, width: 48 }, { heading: columns.name, width: 36 }, { heading: columns.state, width: 22 }, { heading: columns.receivedOn, width: 13 }, { heading: columns.errors, width: 8 }, { heading: columns.warnings, width: 10 }, { heading: columns.sentence, width: 80 }],
      rows: receiptRows(session, desk).map((row) => [row.path, row.units.map(({ name }) => name).join("; "), ledgerStateNames[row.state], row.receivedOn === null ? "" : formatDate(row.receivedOn), row.errors, row.warnings, row.sentence]),
    },
    {
      name: sheets.problems, title: titles.problems,
      columns: [{ heading: columns.severity, width: 11 }, { heading: columns.name, width: 36 }, { heading: columns.path, width: 44 }, { heading: columns.sheet, width: 16 }, { heading: columns.cell, width: 10 }, { heading: columns.sentence, width: 90 }],
      rows: problemsOf(session).map((found) => [
        severityNames[severity(found)], found.at.unit === undefined ? "" : unitName(session, found.at.unit), found.at.file ?? "", found.at.sheet ?? "", found.at.cell ?? "", sentenceOf(found, desk.language),
      ]),
    },
  ]);
  const fileName = `${safeName(engineWords.vi.receiptName(session.state.plan.shortTitle), 120)}.xlsx`;
  return { fileName, file, content: await contentOf(file), owned: [] };
}
