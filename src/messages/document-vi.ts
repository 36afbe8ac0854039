/** What every official document says in the same words (lời chung của văn bản hành chính). */
export const documentWords = {
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  recipients: "Nơi nhận:",
  report: "BÁO CÁO",
  reportNumber: (sign: string): string => `Số:        /BC-${sign}`,
  placeAndDate: (place: string, year: string): string => `${place}, ngày … tháng … năm ${year}`,
} as const;
