/** What goes back to units (trả lại, nhắc nộp): slips for returned reports, reminders for those who are out. */
import { engineWords } from "#messages/engine-words";
import { writeZip } from "#workbook/write-zip";
import { outOf, remindersWorkbook, reminderText } from "../reminder";
import { safeName } from "../safe-name";
import { returnedOf, returnSlips } from "../slips";
import { frontOf, refused, taken, wordsOf, type Bench, type Part } from "./bench";

type Returning = Part<"reminder" | "reminders" | "slip" | "slips">;

export function returning(bench: Bench): Returning {
  const { library: { template } } = bench.desk;
  return {
    reminder(to, milestone, now) {
      return reminderText(frontOf(bench).report, to, milestone, now);
    },
    async reminders(milestone, now) {
      const { report } = frontOf(bench);
      const file = await remindersWorkbook(report, milestone, now);
      return { fileName: fileName(engineWords.vi.remindersName(report.plan.shortTitle), "xlsx"), file, count: outOf(report, milestone).length };
    },
    async slip(unit) {
      for await (const { path, bytes, message } of returnSlips({ report: frontOf(bench).report, template, units: [unit] })) {
        return taken({ fileName: path.split("/").at(-1) ?? path, file: bytes, message });
      }
      return refused(wordsOf(bench).nothingReturned);
    },
    async slips(options) {
      const { report } = frontOf(bench);
      const total = returnedOf(report).length;
      if (total === 0) return refused(wordsOf(bench).nothingReturned);
      const files: { path: string; bytes: Uint8Array }[] = [];
      let count = 0;
      for await (const { path, bytes, message } of returnSlips({ report, template })) {
        if (options?.signal?.aborted) return refused();
        files.push({ path, bytes }, { path: path.replace(/\.xlsx$/u, ".txt"), bytes: new TextEncoder().encode(`\uFEFF${message}\n`) });
        count += 1;
        options?.onProgress?.({ phase: "making", done: count, total, what: path });
      }
      return taken({ fileName: fileName(engineWords.vi.slipsName(report.plan.shortTitle), "zip"), file: writeZip(files), count });
    },
  };
}

function fileName(name: string, ending: string): string {
  return `${safeName(name, 120)}.${ending}`;
}
