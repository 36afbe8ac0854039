// vietnamese-data: unit kinds as offices write them
/** Kinds of units (loại hình đơn vị): as a column of a list says them, and as the name of a school begins. */
import { foldText } from "./fold-text";

/** Kinds an office usually names, with the words it uses. A kind not listed is named as a fault. */
export const unitKinds: readonly { readonly id: string; readonly name: string; readonly role: "unit" | "intermediate" | "scope"; readonly words: readonly string[] }[] = [
  { id: "mam-non", name: "Mầm non", role: "unit", words: ["mầm non", "mn", "mẫu giáo", "nhà trẻ"] },
  { id: "tieu-hoc", name: "Tiểu học", role: "unit", words: ["tiểu học", "th"] },
  { id: "thcs", name: "THCS", role: "unit", words: ["thcs", "trung học cơ sở"] },
  { id: "th-thcs", name: "TH&THCS", role: "unit", words: ["th&thcs", "th-thcs", "tiểu học và thcs", "tiểu học và trung học cơ sở"] },
  { id: "thpt", name: "THPT", role: "unit", words: ["thpt", "trung học phổ thông"] },
  { id: "thcs-thpt", name: "THCS&THPT", role: "unit", words: ["thcs&thpt", "thcs-thpt", "thcs và thpt"] },
  { id: "gdnn-gdtx", name: "GDNN-GDTX", role: "unit", words: ["gdnn-gdtx", "gdnn&gdtx", "gdtx", "trung tâm gdnn-gdtx"] },
  { id: "phong", name: "Phòng GDĐT", role: "intermediate", words: ["phòng", "phòng gdđt", "phòng gd&đt", "phòng giáo dục và đào tạo"] },
  { id: "xa", name: "Xã, phường", role: "intermediate", words: ["xã", "phường", "xã, phường", "ubnd xã", "ubnd phường"] },
  { id: "so", name: "Sở GDĐT", role: "scope", words: ["sở", "sở gdđt", "sở gd&đt", "sở giáo dục và đào tạo"] },
];

/** The id for a word in the column Loại hình; the word itself where no kind is called so. */
export function kindOfWord(text: string): string {
  const folded = foldText(text);
  return unitKinds.find(({ id, words }) => id === text || words.some((word) => foldText(word) === folded))?.id ?? text;
}

/** Names begin with the kind: the longest beginning wins, so that THCS&THPT is not taken for THCS. Empty: no kind. */
export function kindOfName(name: string): string {
  const folded = ` ${foldText(name).replace(/^(truong|trung tam) /u, "")} `;
  const found = unitKinds.flatMap(({ id, words }) => words.map((word) => ({ id, word: ` ${foldText(word)} ` })))
    .filter(({ word }) => folded.startsWith(word))
    .sort((a, b) => b.word.length - a.word.length);
  return found[0]?.id ?? (/ (mam non|mau giao|nha tre) /u.test(folded) ? "mam-non" : / tieu hoc /u.test(folded) && !/ thcs | trung hoc /u.test(folded) ? "tieu-hoc" : "");
}
