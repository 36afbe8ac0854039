import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CoverageCounts } from "#tasks/engine/views/coverage";
import { deskWords } from "#messages/pane/desk";
import { useWords } from "../language";

const useStyles = makeStyles({
  bar: { display: "flex", height: "14px", borderRadius: tokens.borderRadiusMedium, overflow: "hidden", border: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground3 },
  onTime: { backgroundColor: "#0e700e" },
  late: { backgroundImage: "repeating-linear-gradient(45deg, #bc4b09 0 5px, #f7a774 5px 8px)" },
  dateUnknown: { backgroundImage: "repeating-linear-gradient(90deg, #5b5fc7 0 4px, #c7c9f0 4px 7px)" },
  returned: { backgroundImage: "repeating-linear-gradient(-45deg, #b10e1c 0 4px, #f1bbbc 4px 7px)" },
  missing: { backgroundColor: "transparent" },
  notDue: { backgroundColor: "transparent" },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: "none", fontSize: tokens.fontSizeBase200 },
  sign: { marginInlineEnd: "4px" },
});

const ORDER = ["onTime", "late", "dateUnknown", "returned", "missing", "notDue"] as const;
const SIGNS: Readonly<Record<(typeof ORDER)[number], string>> = { onTime: "✔", late: "◷", dateUnknown: "?", returned: "↩", missing: "○", notDue: "◌" };

/** How the units stand to a deadline: a bar with patterns, and the same in words. */
export function CoverageBar({ counts, label, hasLegend = true }: { readonly counts: CoverageCounts; readonly label: string; readonly hasLegend?: boolean }) {
  const styles = useStyles();
  const words = useWords(deskWords);
  const shown = ORDER.filter((state) => counts[state] > 0);
  const told = shown.map((state) => `${words.number(counts[state])} ${words.bar[state]}`).join(", ");
  return (
    <div>
      <div className={styles.bar} role="img" aria-label={`${label}: ${told}`}>
        {shown.map((state) => <div key={state} className={mergeClasses(styles[state])} style={{ width: `${(counts[state] / Math.max(1, counts.expected)) * 100}%` }} />)}
      </div>
      {hasLegend && (
        <ul className={styles.legend}>
          {shown.map((state) => <li key={state}><span aria-hidden className={styles.sign}>{SIGNS[state]}</span>{words.number(counts[state])} {words.bar[state]}</li>)}
        </ul>
      )}
    </div>
  );
}
