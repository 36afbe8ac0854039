import { useMemo } from "react";
import { Button, makeStyles, SearchBox, ToggleButton, tokens } from "@fluentui/react-components";
import { resultsWords } from "#messages/pane/results";
import type { CoverageView } from "#tasks/engine/views/coverage";
import { useWords } from "../language";
import { Choice } from "../parts/Choice";
import { Section } from "../parts/Section";
import { VirtualList } from "../parts/VirtualList";
import { OtherUnits } from "./OtherUnits";
import { everyUnit, narrowings, shownUnits, stands, type UnitFilter } from "./unit-filter";
import { UnitRow } from "./UnitRow";

const useStyles = makeStyles({
  filters: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  search: { maxWidth: "100%" },
  none: { margin: 0, display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
});

/** Every unit of the milestone, filtered by how it stands, by office and by words. */
export function UnitList({ coverage, filter, onFilter }: { readonly coverage: CoverageView; readonly filter: UnitFilter; readonly onFilter: (filter: UnitFilter) => void }) {
  const styles = useStyles();
  const words = useWords(resultsWords);
  const { units, offices, milestone } = coverage;
  const codes = useMemo(() => new Set(offices.map(({ code }) => code)), [offices]);
  const counts = useMemo(() => new Map(narrowings.map((one) => [one, units.filter((unit) => stands(unit, one)).length])), [units]);
  const asked = useMemo(() => new Set<string>(units.map(({ unit }) => unit)), [units]);
  const shown = useMemo(() => shownUnits(units, filter, codes), [units, filter, codes]);
  return (
    <Section title={words.units(shown.length, units.length)}>
      <div className={styles.filters} role="group" aria-label={words.filter}>
        {narrowings.filter((one) => one === "all" || (counts.get(one) ?? 0) > 0).map((one) => (
          <ToggleButton key={one} size="small" checked={filter.standing === one} onClick={() => onFilter({ ...filter, standing: one })}>{words.count(words.states[one], counts.get(one) ?? 0)}</ToggleButton>
        ))}
      </div>
      {offices.length > 1 && (
        <Choice
          label={words.office} value={filter.office} onChange={(office) => onFilter({ ...filter, office })}
          options={[{ value: "all", label: words.everyOffice }, ...offices.map(({ code, name }) => ({ value: code, label: name }))]}
        />
      )}
      <SearchBox className={styles.search} aria-label={words.search} placeholder={words.search} value={filter.text} onChange={(_event, { value }) => onFilter({ ...filter, text: value })} />
      {shown.length === 0
        ? <p className={styles.none} role="status">{words.noneFound}<Button size="small" onClick={() => onFilter(everyUnit)}>{words.clear}</Button></p>
        : <VirtualList label={words.units(shown.length, units.length)} items={shown} keyOf={({ unit }) => unit} guess={58} most={520} render={(unit) => <UnitRow unit={unit} milestone={milestone} />} />}
      <OtherUnits text={filter.text} asked={asked} />
    </Section>
  );
}
