/** The shape of a screen's words: the Vietnamese source sets it, English follows it word for word. */
export type WordsLike<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : Source[Key] extends string ? string : WordsLike<Source[Key]>;
};
