import { Button } from "@fluentui/react-components";
import { receiveWords } from "#messages/pane/receive";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { CopyButton } from "../parts/CopyButton";

/** A unit's return slip as a file, and the message to paste beside it. */
export function SlipButtons({ unit, size = "medium" }: { readonly unit: string; readonly size?: "small" | "medium" }) {
  const words = useWords(receiveWords);
  const { engine, act, give } = useDesk();
  const make = async (): Promise<void> => {
    const made = await act(words.making, () => engine.slip(unit));
    if (made?.ok) await give(made.value.fileName, made.value.file);
  };
  const message = async (): Promise<string> => {
    const made = await engine.slip(unit);
    return made.ok ? made.value.message : made.faults.join(" ");
  };
  return (
    <>
      <Button size={size} onClick={() => void make()}>{words.slip}</Button>
      <CopyButton size={size} label={words.copyToSchool} textOf={message} />
    </>
  );
}
