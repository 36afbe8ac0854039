/** Words that sample submissions are filled with (dữ liệu mẫu): plainly invented, and harmless to print. */

export const sampleWords = {
  /** People carry “Mẫu” as their last name so that nobody takes them for real. */
  people: ["Nguyễn Thị Mẫu", "Trần Văn Mẫu", "Lê Thị Hoa Mẫu", "Phạm Minh Mẫu", "Võ Thị Lan Mẫu", "Huỳnh Văn Mẫu", "Đặng Thị Mẫu", "Bùi Quốc Mẫu"],
  team: (number: number): string => `Tổ chuyên môn mẫu ${number}`,
  votes: (agreed: number, all: number): string => `${agreed}/${all} phiếu`,
  positions: ["Hiệu trưởng", "Phó Hiệu trưởng", "Thư ký Hội đồng", "Chủ tịch Công đoàn", "Văn thư"],
  texts: [
    "Đã triển khai theo kế hoạch của đơn vị, có phân công và kiểm tra hằng tháng (nội dung mẫu).",
    "Thực hiện đúng tiến độ, được cha mẹ học sinh đồng thuận (nội dung mẫu).",
    "Cơ bản hoàn thành, còn một phần việc chuyển sang học kỳ sau (nội dung mẫu).",
    "Tổ chức 3 đợt sinh hoạt chuyên đề, nhân rộng 1 mô hình trong đơn vị (nội dung mẫu).",
  ],
  evidence: "Hồ sơ lưu tại đơn vị (mẫu)",
  causes: ["Thiếu phòng học nên chưa bố trí đủ (mẫu).", "Giáo viên đang đi học nâng chuẩn, năm sau hoàn thành (mẫu).", "Hồ sơ đang chờ thẩm định (mẫu)."],
  document: (number: number): string => `Số ${String(number).padStart(2, "0")}/QĐ-MẪU`,
  level: "Mức độ 1",
  /** How a clerk names the file before sending it. */
  fileName: (stage: string, unit: string): string => `${stage} - ${unit}`,
  renamedFile: (unit: string): string => `bao cao ${unit} sua lan 2 (final)`,
  finalFile: (base: string): string => `${base} - bản chính thức`,
  copyFile: (base: string): string => `${base} (1)`,
  photoFile: "IMG_20251020_0815",
  scanFile: (unit: string): string => `${unit} - bản ký đóng dấu`,
  archive: "Các trường gửi chung",
  otherUnit: { code: "99X99", name: "Trường Tiểu học Mẫu Không Có Trong Danh Mục" },
  otherPlan: { id: "ke-hoach-mau-khac", title: "Kế hoạch mẫu khác (không phải kế hoạch này)" },
  stages: { registration: "Đăng ký thi đua", midterm: "Báo cáo sơ kết", summary: "Báo cáo tổng kết" },
  /** What clerks call the sheets once they have renamed them. */
  renamedSheet: (index: number): string => `Bieu ${index + 1} (sua)`,
  answers: { yes: ["Đạt", "đạt", "Có", "x"], no: ["Chưa đạt", "Không", "chưa đạt"] },
} as const;
