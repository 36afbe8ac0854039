import { useEffect, useState } from "react";
import { Button, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { deskWords } from "#messages/pane/desk";
import { prepareWords } from "#messages/pane/prepare";
import type { PlanAnswers, Stage } from "#domain/plan";
import type { OpenPointView, PlanCard } from "#tasks/engine/views/preparing";
import type { OfferedFile } from "#tasks/engine/contract";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { isoDay } from "#tasks/receipts";
import { DayField } from "../parts/DayField";
import { FileDrop } from "../parts/FileDrop";
import { Section } from "../parts/Section";
import { useAsked } from "../parts/use-asked";
import { MakeNextPlan, PlanReview } from "./NextPlan";
import { PlanScreen } from "./PlanScreen";
import type { StepProps } from "./use-preparing";
import { Disclosure } from "../parts/Disclosure";

const useStyles = makeStyles({
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** The plan, and what it leaves open: required questions first. */
export function PlanStep({ state, set, answer }: StepProps) {
  const styles = useStyles();
  const words = useWords(prepareWords);
  const shared = useWords(deskWords);
  const { engine, act, give, say, overview } = useDesk();
  const known = useAsked((asked) => asked.plans(), "plans");
  // Those added since, which may take the place of one of the same id.
  const [added, setAdded] = useState<readonly PlanCard[]>([]);
  const plans = known && [...known.filter(({ id }) => !added.some((one) => one.id === id)), ...added];
  const [round, setRound] = useState(0);
  const card = plans?.find(({ id }) => id === state.plan) ?? plans?.[0];
  const plan = useAsked(async (asked) => (card ? asked.plan(card.id) : null), `${card?.id ?? ""}|${round}`);
  const points = useAsked(async (asked) => (card ? asked.openPoints(card.id, state.answers) : []), `${card?.id ?? ""}|${round}|${JSON.stringify(state.answers)}`);
  useEffect(() => {
    if (card && (card.id !== state.plan || !card.stages.includes(state.stage))) set({ plan: card.id, stage: card.stages.includes(state.stage) ? state.stage : card.stages.at(-1) ?? "summary" });
  }, [card, set, state.plan, state.stage]);
  if (!plans || !card) return null;
  const choose = (chosen: PlanCard, given: PlanAnswers): void => {
    setRound((before) => before + 1);
    setAdded((before) => [...before.filter(({ id }) => id !== chosen.id), chosen]);
    set({ plan: chosen.id, given });
  };
  const add = async ([file]: readonly OfferedFile[]): Promise<void> => {
    if (!file) return;
    const taken = await act(words.plan.adding, () => engine.addPlan(file));
    if (taken?.ok) {
      choose(taken.value, taken.value.id === card.id ? state.answers : {});
      say({ kind: "done", text: words.plan.added(taken.value.title) });
    }
  };
  const saveAnswers = async (): Promise<void> => {
    const saved = await act(words.plan.answersSaved, () => engine.answer(state.answers), { changesBook: true });
    if (saved?.ok) set({ given: {} });
  };
  const saveSheet = async (): Promise<void> => {
    const made = await act(words.plan.sheet, () => engine.planSheet(card.id));
    if (made?.ok) await give(made.value.fileName, made.value.file);
  };
  return (
    <>
      <Field label={words.plan.choose}>
        <Select value={card.id} onChange={(_event, { value }) => set({ plan: value, given: {} })}>{plans.map(({ id, shortTitle, issuer }) => <option key={id} value={id}>{`${shortTitle} – ${issuer}`}</option>)}</Select>
      </Field>
      <p className={styles.small}>{words.plan.facts(card.indicators, card.period)}</p>
      <Field label={words.plan.stage}>
        <Select value={state.stage} onChange={(_event, { value }) => set({ stage: value as Stage })}>{card.stages.map((stage) => <option key={stage} value={stage}>{shared.stages[stage]}</option>)}</Select>
      </Field>
      <PlanReview plan={card.id} round={round} />
      {points && points.length > 0 && (
        <Section title={words.plan.open(points.length)}>
          <p className={styles.small}>{words.plan.openHint}</p>
          {points.map((view) => <OpenPoint key={view.point.id} view={view} onAnswer={(text) => answer(view.point.id, text)} />)}
          {overview?.plan === card.id && <div><Button onClick={() => void saveAnswers()}>{words.plan.answersSaved}</Button></div>}
        </Section>
      )}
      {plan && <Disclosure summary={words.plan.view}><PlanScreen plan={plan} /></Disclosure>}
      <FileDrop title={words.plan.add} hint={words.plan.addHint} chooseFiles={words.roster.choose} accept=".xlsx,.json" onFiles={(files) => void add(files)} />
      <div className={styles.buttons}><Button onClick={() => void saveSheet()}>{words.plan.sheet}</Button></div>
      <MakeNextPlan card={card} answers={state.answers} onMade={choose} />
    </>
  );
}

interface OpenPointProps {
  readonly view: OpenPointView;
  readonly onAnswer: (answer: string) => void;
}

/** One question, with the input its answer needs. */
function OpenPoint({ view, onAnswer }: OpenPointProps) {
  const { point, answer, fault } = view;
  const words = useWords(prepareWords);
  const { id, question, required, choices = [] } = point;
  if (point.answer === "date") return <OpenDay view={view} onAnswer={onAnswer} />;
  const options = point.answer === "yesNo" ? [{ id: "yes", label: words.plan.yes }, { id: "no", label: words.plan.no }] : choices;
  return (
    <Field key={id} label={question} required={required} {...(fault === null ? {} : { validationMessage: fault })} {...(point.note === undefined ? {} : { hint: point.note })}>
      {options.length > 0
        ? <Select value={answer} onChange={(_event, { value }) => onAnswer(value)}><option value="">{words.plan.unanswered}</option>{options.map((option) => <option key={option.id} value={option.id}>{option.label}</option>)}</Select>
        : <Input inputMode={point.answer === "number" ? "decimal" : "text"} value={answer} onChange={(_event, { value }) => onAnswer(value)} />}
    </Field>
  );
}

/** A day as the officer types it, as long as what was typed is the answer. */
function OpenDay({ view: { point: { question, required, note }, answer, fault }, onAnswer }: OpenPointProps) {
  const [typed, setText] = useState("");
  const text = (isoDay(typed) ?? typed) === answer ? typed : dayText(answer);
  const change = (next: string): void => {
    setText(next);
    onAnswer(isoDay(next) ?? next);
  };
  return <DayField label={question} required={required} value={text} onChange={change} {...(fault === null ? {} : { fault })} {...(note === undefined ? {} : { hint: note })} />;
}

function dayText(answer: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(answer) ? answer.split("-").reverse().join("/") : answer;
}
