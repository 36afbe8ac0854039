/** The criteria of COUNTIFS and SUMIFS (điều kiện đếm): a value, or a sign and a value. */
import type { Scalar } from "#domain/sheet-content";
import { compareValues, isError } from "./values";

export function criterion(wanted: Scalar): (cell: Scalar) => boolean {
  if (typeof wanted !== "string") return (cell) => !isError(cell) && cell !== null && typeof cell === typeof wanted && compareValues(cell, wanted) === 0;
  const [, sign = "", rest = ""] = /^(<>|<=|>=|=|<|>)?(.*)$/su.exec(wanted) ?? [];
  const value = scalarOf(rest);
  const like = typeof value === "string" && /[*?]/u.test(value) ? wildcard(value) : null;
  const equals = (cell: Scalar): boolean => {
    if (isError(cell)) return false;
    if (like) return typeof cell === "string" && like.test(cell);
    if (value === "") return cell === null || cell === "";
    return cell !== null && compareValues(typeof value === "number" ? scalarOf(String(cell)) : cell, value) === 0;
  };
  if (sign === "" || sign === "=") return equals;
  if (sign === "<>") return (cell) => !equals(cell);
  return (cell) => {
    if (isError(cell) || cell === null || typeof cell !== typeof value) return false;
    const side = compareValues(cell, value);
    return sign === "<" ? side < 0 : sign === ">" ? side > 0 : sign === "<=" ? side <= 0 : side >= 0;
  };
}

function scalarOf(text: string): string | number {
  return /^[+-]?\d+(?:\.\d+)?$/u.test(text.trim()) ? Number(text) : text;
}

function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|([*?])|[.+^${}()|[\]\\]/gu, (match, escaped: string | undefined, wild: string | undefined) =>
    (escaped ? `\\${escaped}` : wild === "*" ? ".*" : wild === "?" ? "." : `\\${match}`));
  return new RegExp(`^${source}$`, "isu");
}
