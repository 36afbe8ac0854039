/** Every word the book shows (sổ tổng hợp) that is neither plan data nor a problem's sentence. */

export const bookWords = {
  sheets: {
    overview: "Tổng quan", report: "Báo cáo", coverage: "Tình hình nộp", ledger: "Sổ tiếp nhận", problems: "Vấn đề", data: "Số liệu",
    decisions: "Quyết định", extensions: "Gia hạn", entered: "Nhập thay", documents: "Hồ sơ kèm", roster: "Danh mục", answers: "Kế hoạch",
    models: "Điển hình", nominations: "Đề nghị khen thưởng", titles: "Đăng ký danh hiệu", ownTargets: "Chỉ tiêu riêng", snapshots: "Chốt số liệu", notes: "Ghi chú", movements: "Kết quả phong trào", shortcomings: "Tồn tại, kiến nghị",
  },
  titles: {
    overview: "TỔNG QUAN KẾT QUẢ THỰC HIỆN CHỈ TIÊU", coverage: "TÌNH HÌNH NỘP BÁO CÁO", ledger: "SỔ TIẾP NHẬN", problems: "VẤN ĐỀ CẦN XỬ LÝ", data: "SỐ LIỆU CỦA CÁC ĐƠN VỊ",
    decisions: "QUYẾT ĐỊNH CỦA CÁN BỘ TỔNG HỢP", extensions: "GIA HẠN", entered: "NHẬP THAY ĐƠN VỊ", documents: "HỒ SƠ, VĂN BẢN KÈM THEO", roster: "DANH MỤC ĐƠN VỊ",
    answers: "CHỖ KẾ HOẠCH CHƯA QUY ĐỊNH", models: "ĐIỂN HÌNH TIÊN TIẾN", nominations: "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", titles: "ĐĂNG KÝ DANH HIỆU THI ĐUA",
    ownTargets: "CHỈ TIÊU RIÊNG CỦA ĐƠN VỊ", snapshots: "CHỐT SỐ LIỆU", notes: "GHI CHÚ", movements: "KẾT QUẢ PHONG TRÀO", shortcomings: "TỒN TẠI, HẠN CHẾ, KIẾN NGHỊ",
  },
  reportTitle: { registration: "TỔNG HỢP ĐĂNG KÝ THI ĐUA", midterm: "BÁO CÁO SƠ KẾT THỰC HIỆN CHỈ TIÊU THI ĐUA", summary: "BÁO CÁO KẾT QUẢ THỰC HIỆN CHỈ TIÊU THI ĐUA" },
  country: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  dated: (place: string, iso: string): string => {
    const [year = "", month = "", day = ""] = iso.split("-");
    const shownMonth = Number(month) <= 2 ? month : String(Number(month));
    return `${place}, ngày ${day} tháng ${shownMonth} năm ${year}`;
  },
  draft: "DỰ THẢO – số liệu chưa chốt",
  frozen: (name: string, on: string): string => `Số liệu chốt “${name}” ngày ${on}`,
  changedSince: (name: string, count: number): string => `DỰ THẢO – ${count} số đã thay đổi sau lần chốt “${name}”`,
  parentOpen: "ỦY BAN NHÂN DÂN ……………",
  reportNumber: { so: "Số: ……/BC-SGDĐT", phong: "Số: ……/BC-PGDĐT" },
  ditto: "″",
  sample: "DỮ LIỆU MẪU – không phải số liệu thật",
  asOf: (asOf: string, treeDate: string): string => `Tính đến ngày ${asOf}; danh mục đơn vị tại ngày ${treeDate}`,
  planLine: (title: string): string => `Kế hoạch: ${title}`,
  pick: "Chọn nơi cần xem (ô vàng):",
  pickError: { title: "Không có trong danh sách", text: "Chọn một nơi trong danh sách của ô này." },
  inputHint: "Ô nền vàng là ô cán bộ được sửa; mỗi điều chỉnh phải có lý do mới được tính. Mọi báo cáo tự tính lại.",
  readingMark: "(*)",
  readingNote: "(*) Kế hoạch không ghi rõ; đây là cách hiểu đang dùng, cơ quan tổng hợp có thể chọn lại ở trang “Kế hoạch”.",
  blocks: { value: "A. KẾT QUẢ", reported: "B. ĐÃ BÁO CÁO / PHẢI BÁO CÁO", verdict: "C. KẾT LUẬN SO VỚI MỨC KẾ HOẠCH" },
  node: "Nơi tổng hợp",
  byKind: (name: string): string => `Loại hình: ${name}`,
  directlyManaged: "Các đơn vị trực thuộc",
  verdicts: { met: "✔ Đạt", notMet: "✘ Chưa đạt", undecided: "? Chưa kết luận", none: "–" },
  noValue: "–",
  reportColumns: {
    no: "TT", code: "Mã", name: "Nội dung, chỉ tiêu", unit: "ĐVT", numerator: "Số đạt / Số lượng", denominator: "Tổng số", value: "Kết quả",
    reported: "Đã báo cáo", expected: "Phải báo cáo", low: "Thấp nhất", high: "Cao nhất", target: "Mức kế hoạch", verdict: "Kết luận", source: "Căn cứ",
  },
  targetText: (words: string, value: string, label: string): string => [`${words} ${value}`, label].filter((part) => part !== "").join("; "),
  section: (section: string, quote: string): string => `Mục ${section}: “${quote}”`,
  people: { to: "Nơi nhận:", toLines: ["- Như trên;", "- Lãnh đạo cơ quan;", "- Lưu: VT, ….."], by: "NGƯỜI LẬP BIỂU", head: "THỦ TRƯỞNG CƠ QUAN", byHint: "(Ký, ghi rõ họ tên)", headHint: "(Ký, đóng dấu, ghi rõ họ tên)" },
  states: { reported: "Đã báo cáo", notReported: "Chưa báo cáo", notApplicable: "Không có đối tượng" },
  corrections: { notReported: "CHƯA CÓ SỐ", notApplicable: "KHÔNG CÓ ĐỐI TƯỢNG", yes: "Đạt", no: "Chưa đạt" },
  reasonNeeded: "Cần ghi lý do",
  wrongCorrection: "Số điều chỉnh chưa hợp lệ",
  yes: "có",
  columns: {
    no: "TT", unit: "Mã đơn vị", name: "Tên đơn vị", kind: "Loại hình", parent: "Mã cấp trên", parentName: "Cấp trên", milestone: "Mốc", due: "Hạn nộp", dueFrom: "Hạn do ai đặt",
    state: "Tình trạng", receivedOn: "Ngày nhận", daysLate: "Số ngày muộn", returned: "Bị trả lại", extendedTo: "Gia hạn đến", filled: "Đã điền", required: "Phải điền", note: "Ghi chú",
    path: "File", sha256: "Dấu vân tay của file", times: "Lần nộp", errors: "Lỗi", warnings: "Cảnh báo", content: "Mã nội dung", checksum: "Mã số liệu", severity: "Mức độ", sheet: "Trang", cell: "Ô",
    sentence: "Vấn đề và cách xử lý", indicator: "Mã chỉ tiêu", indicatorName: "Chỉ tiêu", measure: "Kiểu", direct: "Trực thuộc", scope: "Phạm vi", weight: "Số đơn vị tính", weightIn: "Số đơn vị có số", counted: "Được cộng",
    reportedState: "Đơn vị báo cáo", reportedCode: "Mã tình trạng", reportedN: "Số đạt / Số lượng", reportedD: "Tổng số", reportedStartN: "Đầu năm: số", reportedStartD: "Đầu năm: tổng số", reportedText: "Nội dung",
    correctionN: "Điều chỉnh: số đạt / số lượng", correctionPercent: "Điều chỉnh: tỷ lệ % / số lượng", correctionD: "Điều chỉnh: tổng số", correctionStartN: "Điều chỉnh đầu năm: số", correctionStartD: "Điều chỉnh đầu năm: tổng số",
    reason: "Lý do điều chỉnh", reasonCheck: "Kiểm tra điều chỉnh", correctionCode: "Mã điều chỉnh", effectiveState: "Hiệu lực", effectiveN: "Hiệu lực: số", effectiveD: "Hiệu lực: tổng số", effectiveStartN: "Hiệu lực đầu năm: số", effectiveStartD: "Hiệu lực đầu năm: tổng",
    bareShare: "Tỷ lệ không có tổng số", origin: "Nguồn", raw: "Nguyên văn", action: "Quyết định", reasonOfDecision: "Lý do", on: "Ngày", by: "Người quyết định", until: "Gia hạn đến", document: "Văn bản", date: "Ngày văn bản",
    openId: "Mã câu hỏi", question: "Kế hoạch chưa quy định", choices: "Các lựa chọn", answer: "Trả lời", deliverable: "Hồ sơ", text: "Số, ngày, kênh gửi", from: "Từ ngày", to: "Đến ngày", decision: "Quyết định",
    openedOn: "Ngày thành lập", closedOn: "Ngày giải thể", cluster: "Cụm", row: "Mã dòng", snapshot: "Tên lần chốt", reportNumber: "Số báo cáo", frozenValue: "Số đã chốt", nowValue: "Số hiện nay", changed: "Thay đổi",
    main: "Số / câu trả lời", base: "Tổng số", startN: "Đầu năm: số", startD: "Đầu năm: tổng số",
  },
  /** Decisions as the officer chooses them from the list; no commas, which would part the list. */
  actions: {
    choose: "Chọn bản này", acceptProvisionally: "Nhận tạm", assignUnit: "Gán cho đơn vị", useOfficeTotal: "Dùng số tổng hợp của Phòng", useSchools: "Dùng số cộng từ các trường", reopen: "Mở khóa số liệu",
  },
  dueFrom: { plan: "Kế hoạch", office: "Cơ quan tự đặt" },
  damaged: (sheet: string): string => sheet,
} as const;
