/** What the officer chose for the pane itself (cài đặt), kept in this browser where it allows. */
import { useEffect, useState } from "react";
import type { Language } from "../language";

export type Theme = "system" | "light" | "dark";

export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
}

const KEY = "so-thi-dua.settings";

export function useSettings(): { readonly settings: Settings; readonly change: (settings: Settings) => void; readonly isDark: boolean } {
  const [settings, setSettings] = useState<Settings>(kept);
  const [isSystemDark, setSystemDark] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const query = matchMedia("(prefers-color-scheme: dark)");
    const follow = (): void => setSystemDark(query.matches);
    query.addEventListener("change", follow);
    return () => query.removeEventListener("change", follow);
  }, []);
  useEffect(() => { document.documentElement.lang = settings.language; }, [settings.language]);
  return {
    settings, isDark: settings.theme === "dark" || (settings.theme === "system" && isSystemDark),
    change: (next) => {
      setSettings(next);
      try {
        localStorage.setItem(KEY, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing still obeys until it is closed.
      }
    },
  };
}

function kept(): Settings {
  try {
    const { language, theme } = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Settings>;
    return { language: language === "en" ? "en" : "vi", theme: theme === "light" || theme === "dark" ? theme : "system" };
  } catch {
    return { language: "vi", theme: "system" };
  }
}
