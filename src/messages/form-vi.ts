/** Every word of the form (biểu mẫu) that is neither the plan's nor the template's. */
import type { FigureScope, PartId } from "#domain/form";
import { parseExact } from "#domain/exact";
import { lastValidDay } from "#domain/form-plan";
import type { Milestone, Plan, Stage, Target } from "#domain/plan";
import { exactNumber, exactPercent, exactPoints, formatDay } from "./format-vi";
import { comparatorWords } from "./words-vi";

/** A row of the form that still misses a cell begins with this; the self-check counts by it. */
export const BLANK = "✘ Chưa điền";
/** Both cells of a row are missing. */
export const BOTH_BLANK = `${BLANK} cả`;
export const WRONG = "✘";
export const WARNING = "⚠";
export const GOOD = "✔";

const stageTitles: Readonly<Record<Stage, string>> = {
  registration: "ĐĂNG KÝ CHỈ TIÊU THI ĐUA",
  midterm: "BÁO CÁO SƠ KẾT THỰC HIỆN CHỈ TIÊU THI ĐUA",
  summary: "BÁO CÁO KẾT QUẢ THỰC HIỆN CHỈ TIÊU THI ĐUA",
};

/** Name of a stage in a file name. */
export const stageFileWords: Readonly<Record<Stage, string>> = { registration: "Đăng ký", midterm: "Sơ kết", summary: "Tổng kết" };
const stageSentence: Readonly<Record<Stage, string>> = { registration: "đăng ký thi đua", midterm: "báo cáo sơ kết", summary: "báo cáo tổng kết" };

export const sheetNames = { slip: "Cần sửa", guide: "Hướng dẫn", info: "Thông tin", figures: "Chỉ tiêu", catalogue: "Danh mục" } as const;

export const formWords = {
  product: "Sổ Thi Đua",
  nation: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  motto: "Độc lập - Tự do - Hạnh phúc",
  parentBlank: "(CƠ QUAN CẤP TRÊN)",
  unitBlank: "(CHỌN ĐƠN VỊ Ở SHEET THÔNG TIN)",
  sampleRoster: "Danh mục đơn vị MẪU, không phải số liệu thật",
  commonFileName: (plan: Plan, stage: Stage): string => `Biểu chung - ${stageFileWords[stage]} - ${plan.shortTitle}`,
  figuresTitle: (stage: Stage, scope: FigureScope): string => stageTitles[stage] + (scope === "total" ? " (SỐ TỔNG HỢP CỦA CÁC ĐƠN VỊ)" : ""),
  planLine: (plan: Plan): string => `(Thực hiện ${lowerFirst(plan.title)}${plan.number ? ` số ${plan.number}` : ""} của ${plan.issuer.name})`,
  planTitle: (plan: Plan): string => plan.title + (plan.number ? ` (số ${plan.number})` : ""),
  guideTitle: (stage: Stage): string => `HƯỚNG DẪN LẬP BIỂU ${stageSentence[stage].toUpperCase()}`,
  infoTitle: "THÔNG TIN ĐƠN VỊ",

  // The self-check line.
  notChosen: "CHƯA CHỌN ĐƠN VỊ · CHƯA NỘP ĐƯỢC",
  complete: "ĐỦ SỐ LIỆU · CÓ THỂ NỘP",
  incomplete: "CHƯA NỘP ĐƯỢC",
  stillBlank: ["Còn ", " ô chưa điền · "] as const,
  errors: " lỗi · ",
  worthALook: [" · ", " chỗ nên xem lại (⚠)"] as const,

  // Sentences of the column Kiểm tra.
  good: `${GOOD} Hợp lệ`,
  goodNotApplicable: `${GOOD} Không có đối tượng`,
  goodZeroOverZero: `${GOOD} 0/0: không có đối tượng`,
  optional: "– Không bắt buộc",
  doesNotApply: "không áp dụng",
  cellError: `${WRONG} Ô bị lỗi công thức: xóa và gõ lại số`,
  blankOne: (label: string): string => `${BLANK} ${label}. Không có thì ghi 0`,
  blankAnswer: `${BLANK}: chọn Đạt hoặc Chưa đạt`,
  blankWords: `${BLANK} nội dung`,
  blankBoth: (main: string, base: string): string => `${BOTH_BLANK} ${main} và ${base}`,
  blankPercent: (label: string): string => `${BLANK} ${label}`,
  blankHeadcount: `${BLANK}: có chỉ tiêu tính trên số này`,
  blankInfo: BLANK,
  fromHeadcount: (name: string): string => `→ Điền “${name}” ở sheet Thông tin`,
  notANumber: (label: string): string => `${WRONG} ${label} phải là số (chỉ gõ chữ số)`,
  negative: (label: string): string => `${WRONG} ${label} không được âm`,
  fraction: (label: string): string => `${WRONG} ${label} phải là số nguyên`,
  overHundred: `${WRONG} Tỷ lệ % phải từ 0 đến 100`,
  tinyPercent: `${WARNING} Tỷ lệ dưới 1 %? 95,5 % thì ghi 95,5`,
  aboveBase: (main: string, base: string): readonly [string, string] => [`${WRONG} ${main} lớn hơn ${base}, vượt `, ". Kiểm tra hai số"],
  notAnAnswer: `${WRONG} Chọn đúng: Đạt hoặc Chưa đạt`,
  mayNotBeAbsent: `${WRONG} Chỉ tiêu này không có lựa chọn “Không có đối tượng”`,
  causeMissing: `${WARNING} Chưa đạt mức kế hoạch: ghi nguyên nhân`,
  belowPlan: `${WARNING} Thấp hơn mức kế hoạch`,
  listIncomplete: (labels: readonly string[]): string => `${WARNING} Dòng này cần có: ${labels.join(", ")}`,
  ownTargetsMissing: `${BLANK} nội dung, chỉ tiêu nào`,
  notADate: `${WRONG} Ghi ngày dạng 31/12/2024`,

  // Verdicts.
  met: "Đạt",
  notMet: "Chưa đạt",
  atFloor: "Đã ở mức thấp nhất",

  // Headings.
  columns: { no: "TT", code: "Mã", indicator: "Nội dung, chỉ tiêu", unit: "ĐVT", plan: "Mức kế hoạch", result: "Tỷ lệ %", verdict: "Đánh giá", comparison: "So với kế hoạch", check: "Kiểm tra" },
  mainLabel: (stage: Stage): string => (stage === "registration" ? "Mức đăng ký" : "Số đạt / Kết quả"),
  baseLabel: (stage: Stage): string => (stage === "registration" ? "Tổng số dự kiến" : "Tổng số"),
  helperColumns: ["Mã chính", "Mã gốc", "Mã dòng", "Áp dụng"] as const,
  infoColumns: ["TT", "Nội dung", "Trả lời", "Kiểm tra"] as const,
  listCode: "Mã dòng",
  yesNoUnit: "Đạt/ Chưa đạt",
  mustBeYes: "Đạt",
  totalYesNoUnit: "đơn vị",
  noRows: "Kế hoạch không giao chỉ tiêu bằng số cho đơn vị ở kỳ này.",

  // Beside the question.
  momentNames: (plan: Plan) => (plan.period.kind === "calendarYear" ? { start: "Đầu năm", end: "Cuối năm" } : { start: "Đầu năm học", end: "Cuối năm học" }),
  counts: (numerator: string | undefined, denominator: string | undefined): string => [numerator && `Số đạt: ${lowerFirst(numerator)}`, denominator && `Tổng số: ${lowerFirst(denominator)}`].filter(Boolean).join(". "),
  totalYesNo: "Số đạt: số đơn vị đạt. Tổng số: số đơn vị có báo cáo.",
  percentHint: (denominator: string | undefined): string => `Ghi tỷ lệ % (95,5 % thì gõ 95,5)${denominator ? `. Tổng số: ${lowerFirst(denominator)}` : ""}.`,
  startHint: (numerator: string | undefined): string => `Số thực tế${numerator ? `: ${lowerFirst(numerator)}` : ""}.`,
  endPercentHint: "Ghi tỷ lệ % phấn đấu (3,2 % thì gõ 3,2).",
  section: (sections: readonly string[]): string => `(mục ${sections.join("; ")})`,
  readingMark: " (*)",
  readingNote: "(*) Kế hoạch không ghi rõ điểm này; đây là cách hiểu dùng để tính, cơ quan tổng hợp có thể thay đổi.",
  greyNote: "Mức chữ xám (“Toàn …”, “Từng địa bàn …”) là mức chung của cấp trên, ghi để đối chiếu.",
  scopeTarget: (plan: Plan): string => (plan.issuer.level === "so" ? "Toàn tỉnh" : "Toàn địa bàn"),
  officeTarget: "Từng địa bàn",

  // Thông tin.
  pick: "Chọn đơn vị (bấm vào ô, bấm mũi tên, chọn trong danh sách)",
  unitCode: "Mã đơn vị",
  unitName: "Tên đơn vị",
  unitParent: "Cơ quan cấp trên",
  unitKind: "Loại hình",
  sections: { unit: "ĐƠN VỊ", headcounts: "SỐ NGƯỜI, SỐ LỚP DÙNG LÀM TỔNG SỐ (điền một lần, các dòng chỉ tiêu tự lấy)", people: "NGƯỜI PHỤ TRÁCH, NGƯỜI LẬP BIỂU" },
  nobodyAbove: "(không có)",

  // Signature.
  preparer: "NGƯỜI LẬP BIỂU",
  preparerSign: "(Ký, ghi rõ họ tên)",
  head: "THỦ TRƯỞNG ĐƠN VỊ",
  headSign: "(Ký, đóng dấu, ghi rõ họ tên)",
  checksum: "Mã số liệu: ",
  checksumNote: "(số này trên giấy và trong file phải giống nhau)",
  dateBlank: "Ngày ...... tháng ...... năm ............",
  dateParts: ["Ngày ", " tháng ", " năm "] as const,
  page: "Trang",

  // Messages of data validation.
  validation: {
    title: "Sổ Thi Đua",
    whole: "Gõ số nguyên từ 0 trở lên. Không có ai thì gõ 0; ô trống không được coi là 0.",
    wholeOrAbsent: "Gõ số nguyên từ 0 trở lên, hoặc bấm mũi tên chọn “Không có đối tượng” nếu đơn vị không có đối tượng này.",
    wholeError: "Ô này chỉ nhận số nguyên từ 0 trở lên, ví dụ 38.",
    linked: "Số này tự lấy từ sheet Thông tin. Chỉ gõ đè khi chỉ tiêu có tổng số khác.",
    percent: "Gõ tỷ lệ % từ 0 đến 100: 95,5 % thì gõ 95,5.",
    percentOrAbsent: "Gõ tỷ lệ % từ 0 đến 100 (95,5 % thì gõ 95,5), hoặc bấm mũi tên chọn “Không có đối tượng”.",
    percentError: "Tỷ lệ % phải là số từ 0 đến 100, ví dụ 95,5.",
    answer: "Bấm mũi tên và chọn trong danh sách.",
    answerError: "Chỉ chọn một trong các mục của danh sách.",
    date: "Gõ ngày dạng 31/12/2024.",
    dateError: "Ô này nhận ngày, tháng, năm, ví dụ 31/12/2024.",
    number: "Gõ số từ 0 trở lên.",
    choice: "Chọn trong danh sách hoặc gõ nội dung khác.",
    pick: "Bấm mũi tên, chọn đơn vị. Các dòng không thuộc đơn vị sẽ tự chuyển xám.",
    pickError: "Chọn đơn vị trong danh sách; không gõ tên khác.",
    words: "Ghi ngắn gọn bằng chữ.",
  },

  // Hướng dẫn.
  enable: "Bấm Enable Editing (Bật chỉnh sửa) ở thanh màu vàng phía trên màn hình.",
  stepPick: "Mở sheet “Thông tin”, bấm vào ô vàng đầu tiên và chọn đơn vị trong danh sách. Chỉ những dòng của đơn vị là phải điền; dòng xám ghi “không áp dụng” thì để nguyên.",
  stepInfo: "Mở sheet “Thông tin”, kiểm tra tên đơn vị rồi điền các ô vàng còn trống.",
  stepFigures: "Mở sheet “Chỉ tiêu”, điền các ô vàng. Không có ai thì gõ 0; ô trống không được coi là 0. Đơn vị không có đối tượng thì chọn “Không có đối tượng” (ở dòng có lựa chọn này).",
  stepCheck: "Nhìn cột “Kiểm tra”: dấu  ✔  = được; dấu  ✘  = phải sửa; dấu  ⚠  = nên xem lại. Dòng trên cùng cho biết còn bao nhiêu ô chưa điền, bao nhiêu lỗi.",
  stepLists: (sheets: readonly string[]): string => `Điền các danh sách nếu có: ${sheets.map((sheet) => `“${sheet}”`).join(", ")}. Thiếu dòng thì chèn thêm dòng.`,
  stepSend: "Khi dòng trên cùng ghi “ĐỦ SỐ LIỆU · CÓ THỂ NỘP”: lưu file và gửi file Excel (không gửi ảnh chụp, không gửi bản scan thay cho file).",
  stepPrint: "Nếu phải nộp bản giấy: in, ký, đóng dấu. “Mã số liệu” ở chỗ ký phải giống trong file; sửa số thì in lại.",
  stepKeep: "Được chèn dòng, kéo rộng cột, đổi cỡ chữ. Không xóa cột “Mã”, không đổi mã trong cột này.",
  facts: { plan: "Kế hoạch", issuer: "Cơ quan ban hành", deadline: "Hạn nộp", recipient: "Nơi nhận", channel: "Cách gửi", fileName: "Tên file", documents: "Gửi kèm" },
  factsTitle: "NỘP Ở ĐÂU, KHI NÀO",
  stepsTitle: "CÁC BƯỚC",
  noDeadline: "Kế hoạch không quy định hạn nộp cho đơn vị; nộp theo thông báo của cơ quan cấp trên.",
  noChannel: "Theo hướng dẫn của cơ quan nhận.",
  toParent: "Cơ quan quản lý cấp trên trực tiếp của đơn vị.",
  noMilestone: "Kế hoạch không yêu cầu đơn vị gửi biểu ở kỳ này; điền khi cơ quan cấp trên yêu cầu.",
  legend: "Màu ô: vàng = điền vào; xanh nhạt = tự lấy số từ sheet Thông tin; xám, gạch chéo = không điền.",
} as const;

/** `thứ Ba 30/4/2024`, with the plan's words that it rests on. */
export function deadlineWords(milestone: Milestone): string {
  const day = lastValidDay(milestone);
  if (day === null) return formWords.noDeadline;
  const quoted = milestone.source ? ` Kế hoạch ghi: “${milestone.source.quote}” (mục ${milestone.source.section}).` : "";
  return `Hết ${formatDay(day)}.${quoted}`;
}

/** A target as the form prints it: `Ít nhất 99,5 %`. */
export function targetWords(target: Target, unit = ""): string {
  const value = parseExact(target.value);
  if (!value) return target.value;
  if (target.basis === "share" && target.comparator === "=" && value.n === value.d) return "100 %";
  if (target.basis === "change" && value.n === 0n) return "Không tăng";
  const amount = target.basis === "share" ? exactPercent(value) : target.basis === "change" ? exactPoints(value) : `${exactNumber(value)} ${unit}`.trim();
  return upperFirst(`${comparatorWords[target.comparator]} ${amount}`);
}

/** What a cell is called inside a sentence of the column Kiểm tra. */
export function cellLabel(part: PartId, stage: Stage): string {
  const labels: Readonly<Record<PartId, string>> = {
    value: stage === "registration" ? "Mức đăng ký" : "Kết quả", numerator: "Số đạt", denominator: stage === "registration" ? "Tổng số dự kiến" : "Tổng số", percent: "Tỷ lệ %",
    answer: "câu trả lời", text: "nội dung", startNumerator: "Số đạt", startDenominator: "Tổng số", endNumerator: "Số đạt", endDenominator: "Tổng số", endPercent: "Tỷ lệ %",
  };
  return labels[part];
}

function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
