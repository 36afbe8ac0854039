/** Figures of offices and of some units at a time: the same as all at once, on every sample. */
import { aggregate, unitFigures } from "#domain/aggregate";
import { figuresJsonPieces, toReportJson } from "#tasks/report-json";
import { sampleCases, sampleReport, sampleState } from "../support/sample-reports";

jest.setTimeout(240_000);

test.each(sampleCases)("$name", async (one) => {
  const state = await sampleState(one);
  const whole = sampleReport(state, one.asOf);
  const days = { asOf: one.asOf, treeDate: whole.treeDate };
  const offices = aggregate(state, { ...days, officesOnly: true });
  const units = [...unitFigures(offices)].flat();
  expect([...offices.nodes, ...units]).toEqual(whole.nodes);
  expect(units.length).toBeGreaterThan(offices.nodes.length / 4);
  expect(JSON.parse([...figuresJsonPieces(offices)].join(""))).toEqual(toReportJson(whole));
});
