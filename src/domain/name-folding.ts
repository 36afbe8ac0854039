// vietnamese-data: the words of unit names and their abbreviations, needed to recognise a school's name
/**
 * Names of units folded for matching only (so khớp tên): spelling twins (`Ủy/Uỷ`, `hoà/hòa`, `sĩ/sỹ`), letter
 * case, white space, abbreviations and the leading word `Trường` make no difference. Never shown to anybody.
 */

const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

const phrases: readonly (readonly [string, string])[] = ([
  ["phổ thông dân tộc nội trú", "ptdtnt"], ["phổ thông dân tộc bán trú", "ptdtbt"], ["dân tộc nội trú", "dtnt"],
  ["trung học phổ thông", "thpt"], ["trung học cơ sở", "thcs"], ["tiểu học", "th"], ["mầm non", "mn"], ["mẫu giáo", "mg"], ["mẫu giáo mầm non", "mn"],
  ["giáo dục nghề nghiệp", "gdnn"], ["giáo dục thường xuyên", "gdtx"], ["giáo dục đào tạo", "gdđt"], ["gd đt", "gdđt"], ["gd và đt", "gdđt"],
  ["trung tâm", "tt"], ["ủy ban nhân dân", "ubnd"], ["thành phố", "tp"], ["thị xã", "tx"], ["thị trấn", "tt"],
  ["pgd", "phòng gdđt"], ["pgdđt", "phòng gdđt"], ["pgd đt", "phòng gdđt"], ["sgd", "sở gdđt"], ["sgdđt", "sở gdđt"], ["sgd đt", "sở gdđt"],
  ["phòng giáo dục", "phòng gdđt"], ["sở giáo dục", "sở gdđt"], ["phòng gd", "phòng gdđt"], ["sở gd", "sở gdđt"],
] as const).toSorted(([a], [b]) => b.length - a.length);

const school = foldLetters("trường");
const withMarks = phrases.map(([phrase, short]) => [foldLetters(phrase), foldLetters(short)] as const);
const withoutMarks = phrases.map(([phrase, short]) => [foldMarks(foldLetters(phrase)), foldMarks(short)] as const);

/** A name without what varies from writer to writer; tone and vowel marks stay. */
export function foldName(name: string): string {
  return dropLeading(shorten(foldLetters(name), withMarks), school);
}

/** Also without marks: for a name typed without any. `Hòa An` and `Hoa An` are different names unless nobody typed marks. */
export function foldNameWithoutMarks(name: string): string {
  const words = foldMarks(foldLetters(name)).split(" ").filter((word) => word !== "va").join(" ");
  return dropLeading(shorten(words, withoutMarks), foldMarks(school));
}

/** Whether a name carries no Vietnamese mark at all, as typed on a keyboard without them. */
export function hasNoMarks(name: string): boolean {
  const folded = foldLetters(name);
  return foldMarks(folded) === folded;
}

function shorten(folded: string, table: readonly (readonly [string, string])[]): string {
  let words = ` ${folded} `;
  for (const [phrase, short] of table) words = words.replaceAll(` ${phrase} `, ` ${short} `);
  return words.trim();
}

function dropLeading(words: string, word: string): string {
  return words.startsWith(`${word} `) ? words.slice(word.length + 1) : words;
}

/** Lower case, one space between words, tone marks at the end of each syllable, `y` alone after a consonant as `i`. */
function foldLetters(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim().replace(/\s+/gu, " ")
    .split(" ").map(foldSyllable).filter((word) => word !== "và").join(" ");
}

function foldSyllable(syllable: string): string {
  const parts = syllable.normalize("NFD");
  const tone = parts.match(tones)?.join("") ?? "";
  const letters = parts.replace(tones, "").normalize("NFC").replace(/^([bcdđghklmnpqrstvx]+)y$/u, "$1i");
  return (letters + tone).normalize("NFC");
}

function foldMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").normalize("NFC");
}
