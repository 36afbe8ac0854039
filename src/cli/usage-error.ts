/** The command cannot start or cannot write: exit code 2, with a sentence for the person at the keyboard. */
export class UsageError extends Error {}
