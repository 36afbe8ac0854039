/** Books that go to others (nộp cấp trên, bàn giao). */
import { engineWords } from "#messages/engine-words";
import { writeZip } from "#workbook/write-zip";
import { bookBytes, readBook, reportOf } from "../book-file";
import { exportedUp, splitBook } from "../handover";
import { safeName } from "../safe-name";
import { takeFormer } from "../take-former";
import { frontOf, refused, taken, wordsOf, type Bench, type Part } from "./bench";
import { bytesOf } from "./offered-bytes";
import { treeOf } from "./report-view";
import { change, unitName } from "./session";

export function handing(bench: Bench): Part<"exportUp" | "handover" | "takeFormer"> {
  const { template } = bench.desk.library;
  const words = engineWords.vi;
  return {
    async exportUp() {
      const session = frontOf(bench);
      const { report, state } = session;
      const name = words.exportUpName(state.plan.shortTitle, state.stage, unitName(session, treeOf(session).root));
      return { fileName: `${safeName(name, 120)}.xlsx`, file: await bookBytes({ ...report, state: exportedUp(report.state) }, null, template), isFrozen: state.snapshots.length > 0 };
    },
    async takeFormer(file) {
      const session = frontOf(bench);
      const former = readBook(await bytesOf(file));
      if (!former.ok) return refused(wordsOf(bench).notABook);
      const found = takeFormer(former, session.report, wordsOf(bench));
      if (!found) return refused(wordsOf(bench).notFormer);
      change(session, found.state);
      return taken({ label: found.label, told: found.told });
    },
    async handover(options) {
      const { state, asOf, treeDate } = frontOf(bench);
      const parts = splitBook(state, { asOf, treeDate });
      const files: { path: string; bytes: Uint8Array }[] = [];
      for (const { office, name, state: part } of parts) {
        if (options?.signal?.aborted) return refused();
        options?.onProgress?.({ phase: "making", done: files.length, total: parts.length, what: name });
        files.push({ path: `${safeName(words.handoverName(name, office, state.plan.shortTitle), 120)}.xlsx`, bytes: await bookBytes(reportOf(part, { asOf, treeDate }), null, template) });
      }
      return taken({ fileName: `${safeName(words.handoverZip(state.plan.shortTitle), 120)}.zip`, file: writeZip(files), count: files.length });
    },
  };
}
