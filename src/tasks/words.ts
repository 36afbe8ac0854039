/** Words and severities for the screens and the command line. */
export { severity } from "#domain/problem";
export { sentenceOf, severityWord } from "#messages/problems";
