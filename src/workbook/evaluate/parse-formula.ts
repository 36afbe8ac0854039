/** A formula's text as a tree (cây công thức). Only what spreadsheet programs agree on; anything else is not understood. */
import { columnOf } from "../content/range-text";

export type Operator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | ">" | "<=" | ">=";

/** Which corners stay where they are when the formula is used for another cell (`$A$1`). */
export interface Fixed {
  readonly top: boolean;
  readonly left: boolean;
  readonly bottom: boolean;
  readonly right: boolean;
}

export type Node =
  | { readonly kind: "value"; readonly value: string | number | boolean | { readonly error: string } | null }
  | { readonly kind: "range"; readonly sheet: string | null; readonly top: number; readonly left: number; readonly bottom: number; readonly right: number; readonly isCell: boolean; readonly fixed: Fixed }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly given: readonly Node[] }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: Node; readonly right: Node }
  | { readonly kind: "negative" | "positive" | "percent"; readonly of: Node };

/** What the formula says cannot be told: the cell keeps the value it has. */
export class NotUnderstood extends Error {}

const TOKEN = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|(#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!))|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_(])|([\p{L}_\\][\p{L}\p{N}_.]*)|(<>|<=|>=|[-+*/^&=<>(),;%]))/uy;

interface Token {
  readonly kind: "number" | "text" | "error" | "reference" | "word" | "sign";
  readonly text: string;
  readonly sheet?: string;
}

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const from = TOKEN.lastIndex;
    if (formula.slice(from).trim() === "") break;
    const match = TOKEN.exec(formula);
    if (!match) throw new NotUnderstood(formula.slice(from));
    const [, number, text, error, sheet, reference, word, sign] = match;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (text !== undefined) tokens.push({ kind: "text", text: text.replaceAll('""', '"') });
    else if (error !== undefined) tokens.push({ kind: "error", text: error });
    else if (reference !== undefined) tokens.push({ kind: "reference", text: reference, ...(sheet === undefined ? {} : { sheet: sheetName(sheet) }) });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else tokens.push({ kind: "sign", text: sign ?? "" });
  }
  return tokens;
}

function sheetName(prefix: string): string {
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

const POWER: Readonly<Record<string, number>> = { "=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5 };
/** A sign before a value binds closer than any power: -2^2 is 4 in a spreadsheet. */
const SIGN_POWER = 6;

/** Throws `NotUnderstood` for what it cannot read. */
export function parseFormula(formula: string): Node {
  const tokens = tokensOf(formula);
  let at = 0;
  const is = (text: string): boolean => tokens[at]?.kind === "sign" && tokens[at]?.text === text;
  const expect = (text: string): void => {
    if (!is(text)) throw new NotUnderstood(formula);
    at += 1;
  };
  const node = expression(0);
  if (at < tokens.length) throw new NotUnderstood(formula);
  return node;

  function expression(least: number): Node {
    let left = prefix();
    for (;;) {
      if (is("%")) {
        at += 1;
        left = { kind: "percent", of: left };
        continue;
      }
      const operator = tokens[at]?.kind === "sign" ? tokens[at]?.text ?? "" : "";
      const power = POWER[operator];
      if (power === undefined || power <= least) return left;
      at += 1;
      left = { kind: "binary", operator: operator as Operator, left, right: expression(power) };
    }
  }

  function prefix(): Node {
    const token = tokens[at];
    at += 1;
    switch (token?.kind) {
      case "number": return { kind: "value", value: Number(token.text) };
      case "text": return { kind: "value", value: token.text };
      case "error": return { kind: "value", value: { error: token.text } };
      case "reference": return reference(token);
      case "word": return word(token.text);
      case "sign": return signed(token.text);
      case undefined: throw new NotUnderstood(formula);
    }
  }

  function signed(sign: string): Node {
    if (sign === "(") {
      const inner = expression(0);
      expect(")");
      return inner;
    }
    if (sign === "-") return { kind: "negative", of: expression(SIGN_POWER) };
    if (sign === "+") return { kind: "positive", of: expression(SIGN_POWER) };
    throw new NotUnderstood(formula);
  }

  function word(text: string): Node {
    const upper = text.toUpperCase();
    if (is("(")) return call(upper);
    if (upper === "TRUE" || upper === "FALSE") return { kind: "value", value: upper === "TRUE" };
    return { kind: "name", name: text };
  }

  function call(name: string): Node {
    expect("(");
    const given: Node[] = [];
    while (!is(")")) {
      given.push(is(",") || is(";") ? { kind: "value", value: null } : expression(0));
      if (is(",") || is(";")) at += 1;
      else if (!is(")")) throw new NotUnderstood(formula);
    }
    expect(")");
    return { kind: "call", name, given };
  }

  function reference({ text, sheet }: Token): Node {
    const [first = "", last = first] = text.split(":");
    const [a, b] = [cornerOf(first), cornerOf(last)];
    const [upper, lower] = a.row <= b.row ? [a, b] : [b, a];
    const [near, far] = a.column <= b.column ? [a, b] : [b, a];
    return {
      kind: "range", sheet: sheet ?? null, isCell: !text.includes(":"), top: upper.row, bottom: lower.row, left: near.column, right: far.column,
      fixed: { top: upper.isRowFixed, bottom: lower.isRowFixed, left: near.isColumnFixed, right: far.isColumnFixed },
    };
  }
}

interface Corner {
  readonly row: number;
  readonly column: number;
  readonly isRowFixed: boolean;
  readonly isColumnFixed: boolean;
}

function cornerOf(address: string): Corner {
  const [, dollar = "", letters = "A", rowDollar = "", digits = "1"] = /^(\$?)([A-Z]+)(\$?)(\d+)$/u.exec(address) ?? [];
  return { row: Number(digits) - 1, column: columnOf(letters), isRowFixed: rowDollar !== "", isColumnFixed: dollar !== "" };
}
