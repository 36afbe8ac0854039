/** Workbooks out (phát biểu, ghi sổ) and a school's own form checked. */
import type { Report } from "#domain/report";
import { engineWords } from "#messages/engine-words";
import { sentenceOf } from "#messages/problems";
import { isOwnSheetName } from "#workbook/book/own-sheets";
import { writeContent } from "#workbook/content/write-content";
import { writeZip } from "#workbook/write-zip";
import { bookBytes, bookLimit, chartsOf, makeBook, withoutUnrelated, writeNodeBook } from "../book-file";
import { makeForms, unitsWithForm, type FormsRequest } from "../make-forms";
import { nodeFileName } from "../offices";
import { stagesWithForm } from "../plan-sheet";
import { registeredLevels } from "../registered-levels";
import { safeName } from "../safe-name";
import { withoutNames } from "../without-names";
import { frontOf, refused, taken, wordsOf, type Bench, type Part } from "./bench";
import type { Answer } from "./contract";
import { checkOpenForm } from "./form-check";
import { recogniseWorkbook } from "./recognise";
import { treeOf } from "./report-view";
import { sessionId, unitName, type Session } from "./session";
import type { Stage } from "#domain/plan";
import type { MadeWorkbook } from "./views/workbooks";

type Making = Part<"commonForm" | "unitForm" | "unitForms" | "book" | "bookStands" | "nodeBook" | "shown" | "written" | "checkForm">;

export function making(bench: Bench): Making {
  const { desk } = bench;
  const request = ({ report, state, treeDate }: Session, stage: Stage): Omit<FormsRequest, "what"> => ({ plan: report.plan, stage, template: desk.library.template, roster: state.roster, treeDate, registered: registeredLevels(report) });
  const leaving = (report: Report, nameless: boolean): Report => (nameless ? withoutNames(report, desk.library.template) : report);
  const oneForm = async (stage: Stage, what: FormsRequest["what"]): Promise<Answer<MadeWorkbook>> => {
    const session = frontOf(bench);
    if (!stagesWithForm(session.report.plan).includes(stage)) return refused(wordsOf(bench).noFormStage);
    for await (const form of makeForms({ ...request(session, stage), what })) {
      return taken({ fileName: form.path.split("/").at(-1) ?? form.path, file: form.bytes, content: await bench.contentOf(form.bytes), owned: [] });
    }
    return refused(wordsOf(bench).noFormStage);
  };
  return {
    commonForm: (stage) => oneForm(stage, { common: true }),
    unitForm: (unit, stage) => oneForm(stage, { unit }),
    async unitForms(stage, options) {
      const session = frontOf(bench);
      if (!stagesWithForm(session.report.plan).includes(stage)) return refused(wordsOf(bench).noFormStage);
      const asked = request(session, stage);
      const total = unitsWithForm(asked).length;
      const files: { path: string; bytes: Uint8Array }[] = [];
      for await (const form of makeForms({ ...asked, what: { everyUnit: true } })) {
        if (options?.signal?.aborted) return refused();
        files.push(form);
        options?.onProgress?.({ phase: "making", done: files.length, total, what: form.path });
      }
      return taken({ fileName: `${safeName(wordsOf(bench).formsName(session.state.plan.shortTitle, stage), 120)}.zip`, file: writeZip(files), count: files.length });
    },
    async book(options) {
      const session = frontOf(bench);
      const report = { ...session.report, problems: [...session.bookProblems, ...session.report.problems] };
      const tooLarge = bookLimit(report);
      if (tooLarge) return refused(sentenceOf(tooLarge, desk.language));
      options?.onProgress?.({ phase: "writing", done: 0, total: 1, what: "" });
      // Into the officer's own file, where the book was opened from one.
      const grafted = async (existing: Uint8Array): Promise<Pick<MadeWorkbook, "file" | "content">> => {
        const bytes = await bookBytes(withoutUnrelated(report), existing, desk.library.template);
        return { file: bytes, content: await bench.contentOf(bytes) };
      };
      const { file, content } = session.file === null
        ? await makeBook(withoutUnrelated(report), desk.library.template, session.node === null ? {} : { node: session.node })
        : await grafted(session.file);
      session.offered = session.state;
      const { plan, stage } = session.state;
      const fileName = `${safeName(engineWords.vi.bookName(plan.shortTitle, stage, unitName(session, treeOf(session).root)), 120)}.xlsx`;
      return taken({ fileName, file, content, owned: content.sheets.map(({ name }) => name).filter(isOwnSheetName), charts: chartsOf(report) });
    },
    bookStands() {
      const session = frontOf(bench);
      session.written = session.offered;
    },
    async nodeBook(node, nameless = false) {
      const session = frontOf(bench);
      const code = session.state.roster.units.find((unit) => unit.code === node)?.code;
      if (!code) return refused(wordsOf(bench).unknownUnit(node));
      const file = await writeNodeBook(leaving(withoutUnrelated(session.report), nameless), code);
      return taken({ fileName: nodeFileName(session.report, code), file, content: await bench.contentOf(file), owned: [] });
    },
    async shown(file) {
      const content = await bench.contentOf(file);
      bench.shown = { file, content };
      return content;
    },
    written: (content) => writeContent(content),
    checkForm(workbook, file, today) {
      const found = recogniseWorkbook(workbook, desk.library);
      const plan = found.kind === "form" ? desk.library.plans.find(({ id }) => id === found.plan) : undefined;
      if (!plan || found.kind !== "form") return refused(wordsOf(bench).notABook);
      return checkOpenForm({ workbook, file, today, plan, stage: found.stage, session: bench.sessions.get(sessionId(plan.id, found.stage)) ?? null }, desk);
    },
  };
}
