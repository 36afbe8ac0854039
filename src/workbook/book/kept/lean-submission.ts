/**
 * Submissions for tens of thousands of files (bài nộp cất gọn), of which no more than one is looked at at a time: what stands
 * beside the figures (causes, facts, lists) stays packed and is unpacked each time it is asked for.
 */
import type { Reading, Submission } from "#domain/submission";
import { listsOf, type KeptSubmission } from "./kept-submission";
import { oneText } from "./kept-reading";
import { cellsOf, shapeIn, type Group, type Layout, type Said, type Shape } from "./layouts";
import { packText, type PackedText } from "./packed-text";

const PACKED = Symbol("packed");

interface LeanSubmission extends Submission {
  readonly [PACKED]: { readonly shape: Shape; readonly text: PackedText };
}

type Beside = Pick<KeptSubmission, "said" | "lists">;

export function leanSubmission({ layout: number, said, lists, ...rest }: KeptSubmission, layouts: readonly Layout[]): Submission {
  const shape = shapeIn(layouts, number);
  const isFigure = ([at]: Said): boolean => { const group = shape.places[at]?.group; return group === "p" || group === "h"; };
  const own = cellsOf(said.filter(isFigure), shape, ["p", "h"], true);
  const beside: Beside = { said: said.filter((one) => !isFigure(one)), lists };
  const { plan, planVersion, formVersion } = rest;
  const bare = { ...rest, plan: oneText(plan), planVersion: oneText(planVersion), formVersion: oneText(formVersion), parts: own.p, headcounts: own.h };
  return Object.defineProperties(bare, { ...UNPACKED, [PACKED]: { value: { shape, text: packText(JSON.stringify(beside)) }, enumerable: false } }) as LeanSubmission;
}

const besideOf = (own: LeanSubmission): Beside => JSON.parse(own[PACKED].text()) as Beside;
const cellsBeside = (own: LeanSubmission): Record<Group, Record<string, Reading>> => cellsOf(besideOf(own).said, own[PACKED].shape, ["s", "i"]);

/** Properties of each submission, so that copies made of it (`{ ...submission }`) have the values; their functions are the same for all. */
const UNPACKED = {
  sides: { get(this: LeanSubmission) { return cellsBeside(this).s; }, enumerable: true },
  info: { get(this: LeanSubmission) { return cellsBeside(this).i; }, enumerable: true },
  lists: { get(this: LeanSubmission) { return listsOf(besideOf(this).lists); }, enumerable: true },
};
