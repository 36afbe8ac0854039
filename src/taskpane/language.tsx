/** The pane's language (tiếng Việt trước, English second): every screen's words exist in both. */
import { createContext, useContext, type ReactNode } from "react";
import type { Language } from "#messages/problems";

export type { Language };

const LanguageContext = createContext<Language>("vi");

export function LanguageProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The words of the language chosen: `const words = useWords({ vi: startWordsVi, en: startWordsEn })`. */
export function useWords<Words>(both: Readonly<Record<Language, Words>>): Words {
  return both[useContext(LanguageContext)];
}
