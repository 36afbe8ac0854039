import { useState } from "react";
import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { PlanAnswers } from "#domain/plan";
import { prepareWords } from "#messages/pane/prepare";
import type { ReviewGroup } from "#tasks/next-plan";
import type { PlanCard } from "#tasks/engine/views/preparing";
import { useDesk } from "../desk/desk";
import { useWords } from "../language";
import { Disclosure } from "../parts/Disclosure";
import { Section } from "../parts/Section";
import { useAsked } from "../parts/use-asked";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalS },
  small: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  where: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const MOST_YEARS = 5;

export interface MakeNextPlanProps {
  readonly card: PlanCard;
  readonly answers: PlanAnswers;
  readonly onMade: (made: PlanCard, answers: PlanAnswers) => void;
}

/** Next year's plan from the one shown: a copy, moved on, with the answers that still hold. */
export function MakeNextPlan({ card, answers, onMade }: MakeNextPlanProps) {
  const styles = useStyles();
  const words = useWords(prepareWords).plan.next;
  const { engine, act, say } = useDesk();
  const [chosen, choose] = useState<{ readonly plan: string; readonly years: number } | null>(null);
  const years = chosen?.plan === card.id ? chosen.years : card.yearsToNext;
  const make = async (): Promise<void> => {
    const answer = await act(words.making, () => engine.nextPlan(card.id, answers, years));
    if (!answer?.ok) return;
    onMade(answer.value.card, answer.value.answers);
    say({ kind: "done", text: words.made(answer.value.card.title) });
  };
  const offered = Array.from({ length: Math.max(MOST_YEARS, card.yearsToNext) }, (_none, index) => index + 1);
  return (
    <Disclosure summary={words.title}>
      <p className={styles.small}>{words.hint}</p>
      <div className={styles.row}>
        <Field label={words.years}>
          <Select value={String(years)} onChange={(_event, { value }) => choose({ plan: card.id, years: Number(value) })}>
            {offered.map((count) => <option key={count} value={count}>{words.count(count)}</option>)}
          </Select>
        </Field>
        <Button onClick={() => void make()}>{words.make}</Button>
      </div>
    </Disclosure>
  );
}

/** What to look at in a plan made so, by kind. `round`: how often plans were added, one of which may have taken its place. */
export function PlanReview({ plan, round }: { readonly plan: string; readonly round: number }) {
  const styles = useStyles();
  const words = useWords(prepareWords).plan.next;
  const groups = useAsked((asked) => asked.planReview(plan), `review|${plan}|${round}`);
  if (!groups || groups.length === 0) return null;
  return (
    <Section title={words.review(groups.reduce((count, { lines }) => count + lines.length, 0))}>
      <p className={styles.small}>{words.reviewHint}</p>
      {groups.map((group) => <Group key={group.kind} group={group} />)}
    </Section>
  );
}

function Group({ group: { title, lines } }: { readonly group: ReviewGroup }) {
  const styles = useStyles();
  return (
    <Disclosure summary={`${title} (${lines.length})`}>
      <ul className={styles.list}>
        {lines.map(({ text, sheet }) => <li key={`${sheet} ${text}`}>{text} <span className={styles.where}>[{sheet}]</span></li>)}
      </ul>
    </Disclosure>
  );
}
