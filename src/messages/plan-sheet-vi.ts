/** Headings of the plan sheet (bảng kế hoạch), by table and column. */

export const planSheetWords = {
  factSheet: "Kế hoạch",
  review: {
    sheet: "Cần xem lại", hint: "Kế hoạch nhân bản từ kế hoạch trước. Xem từng việc dưới đây, sửa ở sheet ghi bên cạnh; sheet này không được đọc lại.",
    headings: ["Việc", "Nội dung", "Sửa ở sheet", "Đã xem"],
  },
  factHeadings: ["Mục", "Khóa", "Nội dung"],
  hint: "Sửa các ô nền vàng. Dòng chữ xám (khóa) để máy đọc, xin giữ nguyên. Ô trống = kế hoạch chưa quy định.",
  tables: {
    indicators: "Chỉ tiêu", targets: "Mức kế hoạch", milestones: "Mốc thời hạn", groups: "Nhóm nội dung", headcounts: "Số liệu nền",
    rules: "Ràng buộc", open: "Chưa quy định", registrationColumns: "Cột đăng ký", movements: "Phong trào", themes: "Chủ đề",
    workCategories: "Loại công việc", subjects: "Đối tượng", basedOn: "Căn cứ", phases: "Đợt, giai đoạn", events: "Sự kiện",
    steps: "Các bước điển hình", roles: "Phân công", awardForms: "Hình thức khen thưởng", awardCriteria: "Tiêu chuẩn",
    awardAttention: "Chú trọng khen thưởng", awardTiming: "Thời gian xét khen", remarks: "Lưu ý về văn bản",
  } as Readonly<Record<string, string>>,
  columns: {
    id: "Mã", code: "Mã chỉ tiêu", version: "Phiên bản", title: "Tên kế hoạch / văn bản", shortTitle: "Tên ngắn", number: "Số", issuedOn: "Ngày ban hành",
    date: "Ngày", name: "Tên", shortName: "Tên ngắn", group: "Nhóm", measure: "Kiểu số liệu", unit: "ĐVT", numeratorLabel: "Tử số là",
    denominatorLabel: "Mẫu số là", denominatorHeadcount: "Lấy mẫu số từ", question: "Câu hỏi theo loại đơn vị", details: "Chi tiết hỏi thêm",
    collectedFrom: "Đơn vị trả lời (loại)", couldBeCollectedFrom: "Có thể giao cho (loại)", collectedOnlyFrom: "Chỉ các đơn vị", stages: "Biểu",
    overTime: "Cộng qua các kỳ", "period.from": "Thời kỳ – Từ ngày", "period.to": "Thời kỳ – Đến ngày", "time.from": "Từ ngày", "time.to": "Đến ngày", "perYear.detail": "Theo năm: chi tiết ghi năm", "perYear.least": "Theo năm: bình quân ít nhất", "ofYear.indicator": "Là số một năm của chỉ tiêu", "ofYear.year": "Năm", required: "Bắt buộc", mayNotApply: "Có thể không có đối tượng", continues: "Nối tiếp chỉ tiêu",
    indicator: "Mã chỉ tiêu", role: "Cấp", appliesTo: "Áp dụng cho", basis: "Tính trên", comparator: "So sánh", value: "Mức", of: "Trên số đạt của",
    by: "Đến hạn", alternatives: "Nhóm cách hiểu", chosen: "Được chọn", label: "Diễn giải", stage: "Biểu", due: "Hạn", rule: "before = trước ngày, by = đến hết ngày",
    from: "Ai nộp", to: "Nơi nhận", channel: "Kênh gửi", fileName: "Tên tệp", deliverables: "Phải nộp gì", definition: "Cách đếm", kinds: "Loại đơn vị",
    kind: "Kiểu", part: "Phần", whole: "Toàn thể", severity: "Mức độ", sentence: "Câu thông báo", answer: "Kiểu trả lời", choices: "Các lựa chọn",
    order: "Thứ tự", who: "Ai", duty: "Nhiệm vụ", level: "Cấp", subject: "Đối tượng", text: "Nội dung", words: "Nguyên văn thời gian",
    section: "Mục của văn bản", quote: "Trích nguyên văn", reading: "Là cách hiểu", note: "Ghi chú", capacity: "Chức vụ người ký",
    parentName: "Cơ quan chủ quản", place: "Địa danh", asked: "Có hỏi chỉ tiêu riêng",
  } as Readonly<Record<string, string>>,
  groups: {
    issuer: "Cơ quan ban hành", scope: "Phạm vi", period: "Thời kỳ", ownTargets: "Chỉ tiêu riêng của đơn vị", signedBy: "Người ký", source: "", time: "Thời gian",
  } as Readonly<Record<string, string>>,
} as const;
