/** Always true, and known again: our marks are told by it from the officer's own conditional formats, also after reopening. */
export const MARK_FORMULA = '=LEN("so-thi-dua:mark")>0';

export function isMark(formula: string): boolean {
  return formula.replace(/^=/u, "") === MARK_FORMULA.slice(1);
}
