/** Search in lists (tìm): every word typed must be said; marks and case do not matter. */
import { foldNameWithoutMarks } from "#tasks/words";

export function matcher(typed: string): (texts: readonly string[]) => boolean {
  const words = foldNameWithoutMarks(typed).split(" ").filter((word) => word !== "");
  if (words.length === 0) return () => true;
  return (texts) => {
    const said = foldNameWithoutMarks(texts.join(" "));
    return words.every((word) => said.includes(word));
  };
}
