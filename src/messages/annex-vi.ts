/** Every word of the annex book (tập phụ lục biểu) that is neither plan data nor the report template's. */
import { formatWhole } from "./format-vi";

export const annexWords = {
  fileName: (plan: string, office: string): string => `Phụ lục biểu - ${plan} - ${office}`,
  contents: { name: "Mục lục", title: "PHỤ LỤC BIỂU SỐ LIỆU", columns: ["Biểu", "Nội dung", "Trang tính"] },
  people: { by: "NGƯỜI LẬP BIỂU", byHint: "(Ký, ghi rõ họ tên)", headHint: "(Ký tên, đóng dấu)" },
  title: (number: number): string => `BIỂU SỐ ${number}`,
  sheet: (number: number): string => `Biểu ${number}`,
  chartTitle: (number: number): string => `BIỂU ĐỒ ${number}`,
  chartSheet: (number: number): string => `Biểu đồ ${number}`,
  subtitles: {
    compared: "KẾT QUẢ SO VỚI MỨC KẾ HOẠCH",
    group: (name: string, part: number, parts: number): string => `${name.toUpperCase()}${parts > 1 ? ` (${part}/${parts})` : ""}`,
    offices: "KẾT QUẢ CỦA TỪNG ĐƠN VỊ CẤP DƯỚI",
    coverage: "TÌNH HÌNH NỘP BÁO CÁO",
    honours: "TỔNG HỢP DANH HIỆU, HÌNH THỨC KHEN THƯỞNG",
  },
  columns: {
    no: "STT", unit: "Đơn vị", indicator: "Chỉ tiêu", measureUnit: "Đơn vị tính", numerator: "Số đạt", denominator: "Tổng số", value: "Kết quả", share: "Tỷ lệ", count: "Số lượng",
    start: "Đầu kỳ", end: "Cuối kỳ", change: "Tăng, giảm (điểm %)", target: "Mức kế hoạch", verdict: "Kết luận", reported: "Đơn vị có số/ phải báo cáo", registration: "Đăng ký", midterm: "Sơ kết",
    owed: "Phải nộp", onTime: "Đúng hạn", late: "Muộn", dateUnknown: "Chưa rõ ngày nhận", missing: "Chưa nộp", notDue: "Chưa đến hạn", filed: "Tỷ lệ đã nộp", returned: "Bị trả lại",
    award: "Danh hiệu, hình thức", kind: "Tập thể/ cá nhân", times: "Số lượt", units: "Số đơn vị đề nghị",
  },
  lines: { target: "Mức kế hoạch", verdict: "Kết luận", reported: "Đơn vị có số/ phải báo cáo", own: (office: string): string => `Cơ quan ${office}`, sum: "Cộng" },
  ofKind: (kind: string): string => `${kind} (trực tiếp)`,
  years: {
    subtitle: (name: string): string => `${name.toUpperCase()}, THEO TỪNG NĂM`, kind: "Loại hình", withoutYear: "Chưa ghi năm", own: "Cơ quan ghi từng năm",
    average: (average: string, years: string, least: string): string => `Bình quân cả kỳ: ${average} một năm (chia ${years} năm, theo cách hiểu đang chọn); mức kế hoạch: ${least}.`,
    differs: (years: readonly number[]): string => `Số cơ quan ghi khác số cộng của các đơn vị ở năm ${years.join(", ")}.`,
  },
  collective: "Tập thể", person: "Cá nhân", noAward: "Chưa ghi danh hiệu, hình thức",
  notes: {
    returned: "Bị trả lại: đã gửi báo cáo nhưng phải sửa, chưa gửi lại; tính trong số chưa nộp hoặc chưa đến hạn.",
    signs: "(…) chưa có số; (-) không có đối tượng hoặc không phải báo cáo; số in nghiêng: còn đơn vị chưa có số.",
    sums: "Dòng tổng là công thức cộng các dòng dưới.",
    notSum: (names: readonly string[]): string => `Không bằng cộng các dòng (có số do cấp trên báo cáo chung, hoặc của đơn vị đã giải thể): ${names.join("; ")}.`,
    reading: "(*) mức kế hoạch theo cách hiểu của cơ quan tổng hợp, vì văn bản kế hoạch không ghi rõ.",
    honours: "Số lượt các đơn vị ghi trong danh sách, chưa qua xét duyệt.",
  },
  noFigure: "…",
  notAsked: "-",
  points: "điểm %",
  chart: { result: "Kết quả", target: "Mức kế hoạch" },
  reportedOf: (reported: number, expected: number): string => `${formatWhole(reported)}/${formatWhole(expected)}`,
} as const;
