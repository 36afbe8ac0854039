// vietnamese-data: the words in which an officer writes whom a target or a deadline is for
/** Selectors as an officer writes them: `vai trò: intermediate | trực thuộc: có, trừ loại: gdnn-gdtx`. */
import type { Selector } from "#domain/plan";

const WORDS = { roles: "vai trò", kinds: "loại", exceptKinds: "trừ loại", directlyManaged: "trực thuộc" } as const;
type Key = keyof typeof WORDS;

export function formatSelectors(selectors: readonly Selector[]): string {
  return selectors.map(formatSelector).join(" | ");
}

function formatSelector(selector: Selector): string {
  const parts = (Object.keys(WORDS) as Key[]).flatMap((key) => {
    const value = selector[key];
    if (value === undefined) return [];
    const words = typeof value === "boolean" ? (value ? "có" : "không") : value.join(", ");
    return [`${WORDS[key]}: ${words}`];
  });
  return parts.length > 0 ? parts.join("; ") : "mọi đơn vị";
}

/** Reads selectors; an unknown word becomes an unknown key, which parsing the plan then names. */
export function parseSelectors(text: string): unknown[] {
  return text.normalize("NFC").split("|").map((one) => one.trim()).filter((one) => one !== "").map(parseSelector);
}

function parseSelector(text: string): Record<string, unknown> {
  if (text.toLowerCase() === "mọi đơn vị") return {};
  return Object.fromEntries(text.split(";").map((part) => part.trim()).filter((part) => part !== "").map((part): [string, unknown] => {
    const colon = part.indexOf(":");
    const word = part.slice(0, colon < 0 ? undefined : colon).trim().toLowerCase();
    const value = colon < 0 ? "" : part.slice(colon + 1).trim();
    const key = (Object.keys(WORDS) as Key[]).find((candidate) => WORDS[candidate] === word) ?? word;
    if (key === "directlyManaged") return [key, value === "" || /^(có|x|true)$/i.test(value)];
    return [key, value.split(",").map((item) => item.trim()).filter((item) => item !== "")];
  }));
}
