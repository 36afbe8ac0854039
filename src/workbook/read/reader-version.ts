/** Raised whenever some workbook is read as something else than before: a book that goes on reads its files anew where they are given again. */
export const READER_VERSION = 2;
