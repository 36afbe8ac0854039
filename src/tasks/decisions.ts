export { parseDecisionFile, type DecisionFile } from "#domain/decision-file";
