/** What every official document says in the same words (lời chung của văn bản hành chính). */
export const documentWords = {
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  recipients: "Nơi nhận:",
  report: "BÁO CÁO",
  reportNumber: (sign: string): string => `Số:        /BC-${sign}`,
  placeAndDate: (place: string, year: string): string => `${place}, ngày … tháng … năm ${year}`,
} as const;

const MOST_LETTERS = 140;
const short = (text: string): string => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);

/** About the places an office writes itself, and about what else was changed in Word. */
export const ownWordsWords = {
  place: { guidance: "Công tác chỉ đạo, triển khai", results: "Đánh giá chung về kết quả", shortcomings: "Nguyên nhân của tồn tại, hạn chế", proposals: "Phương hướng, kiến nghị" },
  placeGone: (place: string): string => `Chỗ viết “${place}” không còn trong báo cáo; lời đã lưu trong sổ được giữ nguyên.`,
  figureChanged: (before: string, now: string): string => `Số “${short(before)}” đã sửa thành “${short(now)}”: không lấy vào sổ. Muốn đổi số, dùng Điều chỉnh trong sổ.`,
  figureGone: (before: string): string => `Số “${short(before)}” không còn trong báo cáo: không lấy vào sổ.`,
  added: (text: string): string => `Đoạn thêm hoặc sửa ngoài chỗ được viết, không lấy vào sổ: “${short(text)}”`,
  removed: (text: string): string => `Đoạn bỏ hoặc sửa ngoài chỗ được viết, báo cáo lập lại vẫn có: “${short(text)}”`,
} as const;
