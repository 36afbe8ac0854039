/** A cell's text made comparable: what cannot be seen makes no difference; letters and their case stay. */

import { remembering } from "./remembering";

/** NFC, no-break and other spaces as one space, invisible characters gone, full-width digits and signs as plain ones. */
export const cleanText = remembering((text) => text.normalize("NFC")
  .replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  .replace(/[\u200B-\u200F\u2060\uFEFF\u0000-\u0008\u000E-\u001F]/gu, "")
  .replace(/\s+/gu, " ").trim()
  .replace(/^'+/u, ""));
