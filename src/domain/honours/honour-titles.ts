// vietnamese-data: names and abbreviations of titles and forms of award, needed to recognise what units write
/**
 * Titles of emulation and forms of award (danh hiệu thi đua, hình thức khen thưởng) as units write them, told apart by
 * the Law on Emulation and Commendation 06/2022/QH15, articles 21 to 28.
 */

/** Lao động tiên tiến, chiến sĩ thi đua cơ sở, of a ministry or province, of the country: each includes the one below it. */
export type IndividualTitle = "LDTT" | "CSTDCS" | "CSTDBT" | "CSTDTQ";
export type CollectiveTitle = "TTLDTT" | "TTLDXS";

export type Honour =
  | { readonly kind: "individual"; readonly title: IndividualTitle }
  | { readonly kind: "collective"; readonly title: CollectiveTitle }
  /** A form of award: giấy khen, bằng khen, huân chương… */
  | { readonly kind: "award" }
  | { readonly kind: "other" };

const SIGNS: readonly (readonly [RegExp, Honour])[] = [
  [/^(tập thể lao động xuất sắc|tt ?lđ ?xs)/u, { kind: "collective", title: "TTLDXS" }],
  [/^(tập thể lao động tiên tiến|tt ?lđ ?tt)/u, { kind: "collective", title: "TTLDTT" }],
  [/^(chiến sĩ thi đua|cstđ) ?(toàn quốc|tq)/u, { kind: "individual", title: "CSTDTQ" }],
  [/^(chiến sĩ thi đua|cstđ) ?(cấp )?(cơ sở|cs)/u, { kind: "individual", title: "CSTDCS" }],
  [/^(chiến sĩ thi đua|cstđ) ?(cấp )?(bộ|ban|ngành|tỉnh|thành phố)/u, { kind: "individual", title: "CSTDBT" }],
  [/^(lao động tiên tiến|lđ ?tt)/u, { kind: "individual", title: "LDTT" }],
  [/^(giấy khen|bằng khen|huân chương|huy chương|gk|bk|hclđ)(?=$|[^\p{L}])/u, { kind: "award" }],
];

export function honourOf(text: string): Honour {
  const folded = text.normalize("NFC").toLowerCase().replace(/sỹ/gu, "sĩ").replace(/\s+/gu, " ").trim();
  return SIGNS.find(([sign]) => sign.test(folded))?.[1] ?? { kind: "other" };
}

const LADDER: readonly IndividualTitle[] = ["LDTT", "CSTDCS", "CSTDBT", "CSTDTQ"];

/** Whether a title is this one or one above it. */
export function isAtLeast(title: IndividualTitle, least: IndividualTitle): boolean {
  return LADDER.indexOf(title) >= LADDER.indexOf(least);
}
