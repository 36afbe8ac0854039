// vietnamese-data: the words for numbers
/** Numbers written out (số viết bằng chữ) up to a few thousand: `mười hai`, `hai mươi mốt`, `một trăm linh năm`. */

const DIGITS: Readonly<Record<string, number>> = {
  "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
};

/** `null` for anything that is not wholly a number in words. */
export function numberInWords(text: string): number | null {
  const words = text.normalize("NFC").toLowerCase().split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return null;
  let total = 0;
  let current: number | null = null;
  for (const word of words) {
    const digit = DIGITS[word];
    if (digit !== undefined) {
      // A digit after a digit (`hai ba`) is no number word; after `mười`/`mươi` it is the ones.
      if (current !== null && current % 10 !== 0) return null;
      current = (current ?? 0) + digit;
    } else if (word === "mười") current = (current ?? 0) + 10;
    else if (word === "mươi" && current !== null) current = Math.floor(current / 100) * 100 + (current % 10) * 10;
    else if (word === "trăm" && current !== null && current < 10) current *= 100;
    else if ((word === "nghìn" || word === "ngàn") && current !== null && total === 0) {
      total = current * 1000;
      current = null;
    } else if (word !== "linh" && word !== "lẻ") return null;
  }
  return current === null && total === 0 ? null : total + (current ?? 0);
}
