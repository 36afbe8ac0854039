/** Papers that leave the office (văn bản gửi đi): the report in Word, its annexes, the list of awards; and what was written in Word. */
import type { Report } from "#domain/report";
import { annexBook, annexFileName } from "../annex-book/annex-book";
import { awardList } from "../award-list";
import { reportingOffices } from "../offices";
import { withoutNames } from "../without-names";
import { takeWords } from "../word-report/own-words";
import { wordFileName, wordReport } from "../word-report/word-report";
import { frontOf, refused, taken, wordsOf, type Bench, type Part } from "./bench";
import type { Answer } from "./contract";
import { bytesOf } from "./offered-bytes";
import { change } from "./session";

export function papers(bench: Bench): Part<"wordReport" | "annexBook" | "awardList" | "takeWords"> {
  const { library } = bench.desk;
  const leaving = (nameless: boolean): Report => {
    const { report } = frontOf(bench);
    return nameless ? withoutNames(report, library.template) : report;
  };
  const ofOffice = async (node: string, nameless: boolean, write: typeof wordReport, nameOf: typeof wordFileName): Promise<Answer<{ fileName: string; file: Uint8Array }>> => {
    const report = leaving(nameless);
    const office = reportingOffices(report).find((code) => code === node);
    if (!office) return refused(wordsOf(bench).unknownUnit(node));
    return taken({ fileName: nameOf(report, library.reportTemplate, office), file: await write(report, library.reportTemplate, office) });
  };
  return {
    wordReport: (node, nameless = false) => ofOffice(node, nameless, wordReport, wordFileName),
    annexBook: (node, nameless = false) => ofOffice(node, nameless, annexBook, annexFileName),
    async takeWords(file) {
      const session = frontOf(bench);
      const { report } = session;
      const { reportTemplate } = library;
      const read = await takeWords(await bytesOf(file), report, reportTemplate, async (node) => {
        const office = reportingOffices(report).find((code) => code === node);
        return office ? wordReport(report, reportTemplate, office) : null;
      });
      if (!read) return refused(wordsOf(bench).notAReport(file.path));
      if (read.taken.length > 0) change(session, { ...session.state, ownWords: read.ownWords });
      return taken({ taken: read.taken.length, edits: read.edits });
    },
    async awardList(nameless = false) {
      const { fileName, bytes, rows, uncoded } = await awardList(leaving(nameless), library.awardLayout);
      return { fileName, file: bytes, count: rows, uncoded: uncoded.map(({ heading, text, count }) => wordsOf(bench).uncoded(heading, text, count)) };
    },
  };
}
