// vietnamese-data: the letters that old Vietnamese fonts drew in place of Latin-1 characters
/**
 * Text typed for an old font (phông chữ cũ): TCVN3 (.VnTime) and VNI keep Vietnamese as accented Latin-1, so a
 * name reads `TiÓu häc` or `Tieåu hoïc` everywhere but in that font. Recognised by the font, else by letters
 * that no Vietnamese word has, and turned into Unicode where every word of the result is a Vietnamese one.
 */

export interface OldFontText {
  readonly font: "TCVN3" | "VNI";
  /** In Unicode; `null` where the result is not certain. */
  readonly text: string | null;
}

/** Whether a font's name says that its text is not Unicode. */
export function isLegacyFont(font: string): boolean {
  return encodingOf(font) !== null;
}

/** `null`: the text is not in an old font, or carries no letter that would tell. */
export function readOldFont(text: string, font?: string): OldFontText | null {
  if (!HIGH.test(text) || UNICODE_ONLY.test(text)) return null;
  const named = font === undefined ? null : encodingOf(font);
  if (named) {
    const converted = convert(text, named);
    const shown = named === "TCVN3" && /h$/i.test(font ?? "") ? converted.toUpperCase() : converted;
    return { font: named, text: isVietnamese(converted) ? shown.normalize("NFC") : null };
  }
  if (isVietnamese(text)) return null;
  const readings = (["TCVN3", "VNI"] as const).filter((encoding) => SIGNS[encoding].test(text) && isVietnamese(convert(text, encoding)));
  const [only, ...others] = readings;
  return only && others.length === 0 ? { font: only, text: convert(text, only).normalize("NFC") } : null;
}

function encodingOf(font: string): OldFontText["font"] | null {
  if (/^\.vn/i.test(font)) return "TCVN3";
  return /^vni[- ]/i.test(font) ? "VNI" : null;
}

const HIGH = /[\u00A1-\u00FF]/u;
const UNICODE_ONLY = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]/u;

const tcvn3 = pairs("µà¸á¶ả·ã¹ạ¨ă»ằ¾ắ¼ẳ½ẵÆặ©âÇầÊấÈẩÉẫËậ®đÌèÐéÎẻÏẽÑẹªêÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞịßòãóáỏâõäọ«ôåồèốæổçỗéộ¬ơêờíớëởìỡîợïùóúñủòũôụ\u00ADưõừøứöử÷ữùựúỳýýûỷüỹþỵ¡Ă¢Â§Đ£Ê¤Ô¥Ơ¦Ư");

/** A vowel and the sign after it; a sign's case follows the key that was held, not the vowel. */
const vniSigns: Readonly<Record<string, string>> = {
  a: "ùáøàûảõãïạêăéắèằúẳüẵëặââáấàầåẩãẫäậ", e: "ùéøèûẻõẽïẹâêáếàềåểãễäệ", o: "ùóøòûỏõõïọâôáốàồåổãỗäộ",
  u: "ùúøùûủõũïụ", y: "ùýøỳûỷõỹ", ô: "ùớøờûởõỡïợ", ö: "ùứøừûửõữïự",
};
const vniSingle = pairs("ííììæỉóĩòịîỵñđôơöư");

function pairs(text: string): ReadonlyMap<string, string> {
  const letters = [...text.normalize("NFC")];
  return new Map(letters.flatMap((letter, index): [string, string][] => (index % 2 === 0 ? [[letter, letters[index + 1] ?? letter]] : [])));
}

const vniPairs = new Map(Object.entries(vniSigns).flatMap(([vowel, signs]) => [...pairs(signs)].map(([sign, letter]): [string, string] => [vowel + sign, letter])));

const SIGNS = {
  TCVN3: /\p{L}[µ¸¶·¹¨»¾¼½©ª«¬\u00AD®]|[µ¸¶·¹¨»¾¼½©ª«¬\u00AD®§]\p{L}|\p{L}[ßäåæçëîïñö÷øûüþÆÇËÎÏÑÖØÜÞ×]/u,
  VNI: /[aeouyôöAEOUYÔÖ][ùøûõïêéèúüëâáàåãäÙØÛÕÏÊÉÈÚÜËÂÁÀÅÃÄ]|[ñöÑÖ]\p{L}|\p{L}[öæî]/u,
} as const;

function convert(text: string, encoding: OldFontText["font"]): string {
  if (encoding === "TCVN3") return [...text].map((letter) => tcvn3.get(letter) ?? letter).join("");
  let converted = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    const lower = letter.toLowerCase();
    const pair = vniPairs.get(lower + text.charAt(at + 1).toLowerCase());
    const read = pair ?? vniSingle.get(lower) ?? lower;
    converted += letter === lower ? read : read.toUpperCase();
    if (pair) at += 1;
  }
  return converted;
}

const SYLLABLE = /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?(i[êe]u|[iy]êu?|u[ôy]i?|ư[ơu]u?i?|o[aăe]o?i?y?|u[âêơy]a?u?y?|uya|uyê|[aăâeêioôơuưy][aiouyơâ]?)(ng|nh|ch|[cmnpt])?$/u;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Every word could be a Vietnamese syllable, or is a plain abbreviation. */
function isVietnamese(text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{M}\u00A1-\u00BF×÷]+/u).filter((word) => word !== "");
  return words.every((word) => {
    if (/^[a-z]+$/.test(word)) return true;
    const parts = word.normalize("NFD");
    return (parts.match(TONES)?.length ?? 0) <= 1 && SYLLABLE.test(parts.replace(TONES, "").normalize("NFC"));
  });
}
