/** Text of the document as Word's runs; a figure of the book stands in a bookmark of its own, by which it is found again. */
import { Bookmark, TextRun, type ParagraphChild } from "docx";
import { FONT } from "./look";
import type { Run } from "./official-document";

interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

/** Makes runs, numbering the figures through the document. */
export type RunMaker = (runs: readonly Run[], look: Look) => ParagraphChild[];

/** Word allows forty letters, digits and underscores. */
export const FIGURE_MARK = "STD_";

export function runMaker(): RunMaker {
  let count = 0;
  const piece = (run: Run, look: Look): ParagraphChild => {
    if (typeof run === "string") return textRun(run, look);
    if ("open" in run) return new TextRun({ text: run.open, font: FONT, ...look, italics: true, highlight: "yellow" });
    count += 1;
    const name = `${FIGURE_MARK}${count}_${run.node}_${run.indicator}`.replace(/[^A-Za-z0-9_]/gu, "_").slice(0, 40);
    return new Bookmark({ id: name, children: [textRun(run.text, look)] });
  };
  return (runs, look) => runs.map((run) => piece(run, look));
}

export function textRun(text: string, look: Look): TextRun {
  return new TextRun({ text: clean(text), font: FONT, ...look });
}

/** Schools type, and paste, what XML cannot hold. Signs stay with their numbers. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "").replace(/\s*\n\s*/gu, "; ").replace(/(\S) (?=%)/gu, "$1\u00a0").replace(/(^|[\s(])-(?=\d)/gu, "$1\u2011");
}
