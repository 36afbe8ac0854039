/** Words of the list for award-management programs (danh sách nhập phần mềm khen thưởng). */
export const awardWords = {
  fileName: (plan: string): string => `Danh sách khen thưởng - ${plan}`,
  individual: "Cá nhân",
  collective: "Tập thể",
  address: { Nam: "Ông", Nữ: "Bà" } as Readonly<Record<string, string | undefined>>,
} as const;
