/** Words of a day typed by hand (ô ngày). */
import { formatDay } from "../format-vi";
import type { Language } from "../problems";
import type { WordsLike } from "./words";

const vi = {
  placeholder: "ngày/tháng/năm",
  read: (iso: string): string => formatDay(iso),
  wrong: "Ghi dạng ngày/tháng/năm, ví dụ 17/10/2025.",
};

const en: WordsLike<typeof vi> = {
  placeholder: "day/month/year",
  read: (iso) => new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`)),
  wrong: "Write day/month/year, e.g. 17/10/2025.",
};

export const dayFieldWords: Readonly<Record<Language, WordsLike<typeof vi>>> = { vi, en };
