/** Sentences of the report template with their facts put in (điền vào mẫu câu). */
import { plainText, type Run } from "#document/official-document";

export type Facts = Readonly<Record<string, string | number | Run | readonly Run[]>>;

/** `{name}` becomes the fact of that name. A place without a fact is a fault of the template and throws. */
export function fill(sentence: string, facts: Facts = {}): Run[] {
  return sentence.split(/(\{[A-Za-z]+\})/u).flatMap((piece): Run[] => {
    if (!/^\{[A-Za-z]+\}$/u.test(piece)) return piece === "" ? [] : [piece];
    const fact = facts[piece.slice(1, -1)];
    if (fact === undefined) throw new RangeError(`No fact for ${piece} in “${sentence}”.`);
    return isRuns(fact) ? [...fact] : [typeof fact === "number" ? String(fact) : fact];
  });
}

/** The same as plain text. */
export function said(sentence: string, facts: Facts = {}): string {
  return plainText(fill(sentence, facts));
}

function isRuns(fact: Facts[string]): fact is readonly Run[] {
  return Array.isArray(fact);
}
