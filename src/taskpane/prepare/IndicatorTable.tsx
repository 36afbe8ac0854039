import { Fragment } from "react";
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Indicator, Plan } from "#domain/plan";
import { measureWords, paneWords as words } from "#messages/pane-vi";
import { SourceNote } from "./SourceNote";
import { targetLines } from "./target-lines";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  head: {
    textAlign: "left",
    padding: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontWeight: tokens.fontWeightRegular,
  },
  codeColumn: { width: "50px" },
  targetColumn: { width: "36%" },
  group: {
    textAlign: "left",
    padding: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: {
    verticalAlign: "top",
    padding: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "break-word",
  },
  code: { textAlign: "left", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  target: { fontWeight: tokens.fontWeightSemibold, "::first-letter": { textTransform: "uppercase" } },
  line: { marginBottom: tokens.spacingVerticalXS },
});

/** The plan's indicators by heading, each with its targets and the clause they rest on. */
export function IndicatorTable({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const groups = plan.groups
    .map((group) => ({ ...group, indicators: plan.indicators.filter((indicator) => indicator.group === group.id) }))
    .filter(({ indicators }) => indicators.length > 0);
  return (
    <table className={styles.table}>
      <colgroup>
        <col className={styles.codeColumn} />
        <col />
        <col className={styles.targetColumn} />
      </colgroup>
      <thead>
        <tr>
          {[words.code, words.indicator, words.target].map((heading) => (
            <th key={heading} scope="col" className={styles.head}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ id, name, indicators }) => (
        <tbody key={id}>
          <tr>
            <th colSpan={3} scope="rowgroup" className={styles.group}>
              {name}
            </th>
          </tr>
          {indicators.map((indicator) => (
            <IndicatorRow key={indicator.code} indicator={indicator} scope={plan.scope.name} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function IndicatorRow({ indicator, scope }: { readonly indicator: Indicator; readonly scope: string }) {
  const styles = useStyles();
  const source = indicator.source ?? indicator.targets.find((target) => target.source)?.source;
  return (
    <tr>
      <th scope="row" className={`${styles.cell} ${styles.code}`}>
        {indicator.code}
      </th>
      <td className={styles.cell}>
        <div>{indicator.name}</div>
        <div className={styles.small}>{measureWords(indicator)}</div>
        {indicator.collectedFrom.length === 0 && <div className={styles.small}>{words.nobodyAnswers}</div>}
        <SourceNote source={source} note={indicator.note} reading={indicator.reading} />
      </td>
      <td className={styles.cell}>
        <TargetCell indicator={indicator} scope={scope} />
      </td>
    </tr>
  );
}

function TargetCell({ indicator, scope }: { readonly indicator: Indicator; readonly scope: string }) {
  const styles = useStyles();
  const lines = targetLines(indicator, scope);
  const inForce = lines.filter(({ chosen }) => chosen);
  const others = lines.filter(({ chosen }) => !chosen);
  return (
    <>
      {inForce.length === 0 && <span className={styles.small}>{indicator.measure === "text" ? words.qualitative : words.noTarget}</span>}
      {inForce.map((line) => (
        <div key={line.words} className={styles.line}>
          <div className={styles.target}>{line.words}</div>
          {line.label !== undefined && <div className={styles.small}>{line.label}</div>}
          <div className={styles.small}>
            {line.binds.map((who, index) => (
              <Fragment key={who}>
                {index > 0 && " · "}
                {who}
              </Fragment>
            ))}
          </div>
        </div>
      ))}
      {others.length > 0 && (
        <div className={styles.small}>
          {words.otherReadings}
          {others.map((line) => (
            <div key={line.words}>– {line.words}</div>
          ))}
        </div>
      )}
    </>
  );
}
