/** Words and severities for the screens and the command line. */
export { severity } from "#domain/problem";
export { sentenceOf, severityWord } from "#messages/problems";
/** Words without marks and case, so that typed ones are found however they are written. */
export { foldNameWithoutMarks } from "#domain/name-folding";
