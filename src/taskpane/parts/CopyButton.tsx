import { useState } from "react";
import { Button } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";

export interface CopyButtonProps {
  readonly appearance?: "primary" | "secondary" | "transparent";
  readonly size?: "small" | "medium";
  readonly label: string;
  readonly textOf: () => Promise<string>;
}

/** Copies a text that is made when asked for; says that it did, or shows the text where the machine forbids copying. */
export function CopyButton({ label, textOf, appearance = "secondary", size = "medium" }: CopyButtonProps) {
  const { copy, say } = useDesk();
  const words = useWords(deskWords);
  const [isCopied, setCopied] = useState(false);
  const run = async (): Promise<void> => {
    const text = await textOf();
    const done = await copy(text);
    setCopied(done);
    say(done ? { kind: "done", text: words.copied, details: [text] } : { kind: "partial", text: words.copyFailed, details: [text] });
    setTimeout(() => setCopied(false), 3000);
  };
  return <Button appearance={appearance} size={size} onClick={() => void run()}>{isCopied ? `✔ ${words.copied}` : label}</Button>;
}
