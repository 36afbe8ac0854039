/** The places of a report that an office writes itself (phần cơ quan tự viết). */
export const ownSections = ["guidance", "results", "shortcomings", "proposals"] as const;
export type OwnSection = (typeof ownSections)[number];

export const ownKey = (node: string, section: OwnSection): string => `${node}|${section}`;
