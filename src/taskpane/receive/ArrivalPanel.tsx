import { useState } from "react";
import { Button, Field, Input, makeStyles, Radio, RadioGroup, Textarea, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { receiveWords } from "#messages/pane/receive";
import type { Arrival } from "#tasks/engine/contract";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { Overlay } from "../parts/Overlay";
import { useAsked } from "../parts/use-asked";

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere", maxHeight: "220px", overflowY: "auto" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

type Way = "onTime" | "oneDay" | "table";

/** Asked once after an intake: without an answer nobody is late. */
export function ArrivalPanel() {
  const styles = useStyles();
  const words = useWords(receiveWords);
  const shared = useWords(deskWords);
  const { engine, act, show } = useDesk();
  const view = useAsked((asked) => asked.arrivals(), "arrivals");
  const [way, setWay] = useState<Way>("onTime");
  const [day, setDay] = useState("");
  const [table, setTable] = useState("");
  if (!view) return null;
  const apply = async (): Promise<void> => {
    const arrival: Arrival = way === "onTime" ? { onTime: true } : way === "oneDay" ? { all: day } : { table };
    const answer = await act(words.arrivals, () => engine.setArrival(arrival), { changesBook: true });
    if (answer?.ok) show(null);
  };
  return (
    <Overlay title={words.arrivals}>
      {view.files.length === 0 ? <p>{words.noArrivals}</p> : (
        <>
          <p>{words.arrivalsHint(view.files.length)} {view.due.day === null ? shared.noDue : shared.due(view.due.from, view.due.day)}</p>
          <ul className={styles.list}>{view.files.map(({ key, path, unitName }) => <li key={key}>{unitName ?? path}</li>)}</ul>
          <Field label={words.arrivals}>
            <RadioGroup value={way} onChange={(_event, { value }) => setWay(value as Way)}>
              <Radio value="onTime" label={words.allOnTime} disabled={view.due.day === null} />
              <Radio value="oneDay" label={words.oneDay} />
              <Radio value="table" label={words.table} />
            </RadioGroup>
          </Field>
          {way === "oneDay" && <Field label={words.day}><Input value={day} placeholder={words.dayHint} onChange={(_event, { value }) => setDay(value)} /></Field>}
          {way === "table" && <Field label={words.table} hint={words.tableHint}><Textarea rows={5} value={table} onChange={(_event, { value }) => setTable(value)} /></Field>}
          <div className={styles.buttons}>
            <Button appearance="primary" onClick={() => void apply()}>{words.apply}</Button>
            <Button onClick={() => show(null)}>{words.later}</Button>
          </div>
        </>
      )}
    </Overlay>
  );
}
