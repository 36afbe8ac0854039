import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { prepareWords } from "#messages/pane/prepare";
import { useLanguage, useWords, type Language } from "../language";
import { useDesk } from "../desk/desk";
import { Overlay } from "../parts/Overlay";
import type { Settings, Theme } from "./use-settings";

/** Language and theme, and the promise about the data. */
export function SettingsPanel({ settings, onChange }: { readonly settings: Settings; readonly onChange: (settings: Settings) => void }) {
  const words = useWords(prepareWords).settings;
  const language = useLanguage();
  const { host } = useDesk();
  return (
    <Overlay title={words.title}>
      <Field label={words.language}>
        <RadioGroup value={language} onChange={(_event, { value }) => onChange({ ...settings, language: value as Language })}><Radio value="vi" label={words.vi} /><Radio value="en" label={words.en} /></RadioGroup>
      </Field>
      <Field label={words.theme}>
        <RadioGroup value={settings.theme} onChange={(_event, { value }) => onChange({ ...settings, theme: value as Theme })}><Radio value="system" label={words.system} /><Radio value="light" label={words.light} /><Radio value="dark" label={words.dark} /></RadioGroup>
      </Field>
      <p>{words.privacy}</p>
      {host.abilities.losesUndo && host.kind === "excel" && <p>{words.undoNote}</p>}
    </Overlay>
  );
}
