/** What is wrong with a plan file, an officer's answers or a roster (lỗi của tệp), each in one sentence. */
import type { PlanFault, PlanFaultKind } from "#domain/plan-parse";
import type { RosterFault, RosterFaultKind } from "#domain/roster-parse";
import { formatDate } from "./format-vi";
import { comparatorWord, measureNames } from "./words-vi";

type Facts = Readonly<Record<string, string>>;
const fact = (facts: Facts, key: string): string => facts[key] ?? "";
const quoted = (facts: Facts, key = "found"): string => `“${fact(facts, key)}”`;
const day = (facts: Facts, key: string): string => formatDate(fact(facts, key));
const target = (facts: Facts): string => `Mức ${quoted(facts, "target")} của chỉ tiêu ${fact(facts, "code")}`;
const measure = (facts: Facts): string => (measureNames as Facts)[fact(facts, "measure")] ?? fact(facts, "measure");

const typeNames: Facts = {
  string: "chữ", number: "số", boolean: "đúng/sai", array: "một danh sách", object: "một nhóm mục", date: "ngày", bigint: "số", int: "số nguyên",
};
const typeName = (type: string): string => typeNames[type] ?? type;

const planSentences: Readonly<Record<PlanFaultKind, (facts: Facts) => string>> = {
  "not-an-object": () => "Tệp này không phải một kế hoạch: không đọc được các mục của kế hoạch trong đó.",
  missing: (facts) => `Thiếu mục ${quoted(facts, "key")}. Bổ sung, hoặc xem một kế hoạch có sẵn để biết cách ghi.`,
  "wrong-type": (facts) => `Đang ghi ${quoted(facts)}, mục này phải là ${typeName(fact(facts, "expected") || "giá trị dạng khác")}.`,
  "unknown-key": (facts) => `Không có mục ${quoted(facts, "key")} trong một kế hoạch. Sửa tên mục hoặc xóa đi.`,
  "forbidden-key": (facts) => `Tên mục ${quoted(facts, "key")} không được dùng. Xóa mục này.`,
  "value-not-allowed": (facts) => `Giá trị ${quoted(facts)} không dùng được. Chọn một trong: ${fact(facts, "allowed")}.`,
  "empty-text": () => "Mục này còn trống. Ghi nội dung, hoặc xóa cả mục nếu kế hoạch không quy định.",
  "empty-list": () => "Danh sách này còn trống, cần ít nhất một dòng.",
  "bad-id": (facts) => `Mã ${quoted(facts)} chỉ được gồm chữ thường không dấu, số và gạch nối, ví dụ “tong-ket”.`,
  "bad-code": (facts) => `Mã chỉ tiêu ${quoted(facts)} phải gồm 2–4 chữ hoa, hai chữ số và có thể thêm một chữ thường, ví dụ BT06 hoặc BT03a.`,
  "bad-format": (facts) => `Giá trị ${quoted(facts)} ghi chưa đúng cách.`,
  "not-a-date": (facts) => `${quoted(facts)} không phải một ngày. Ghi dạng năm-tháng-ngày, ví dụ 2025-10-31.`,
  "not-a-decimal": (facts) => `${quoted(facts)} không phải một số. Trong tệp kế hoạch, số thập phân ghi bằng dấu chấm, ví dụ 0.995.`,
  "not-a-number": (facts) => `${quoted(facts)} không phải số dùng được ở đây.`,

  duplicate: (facts) => `Mã ${quoted(facts)} đã dùng ở dòng khác. Mỗi dòng một mã riêng.`,
  "unknown-indicator": (facts) => `Kế hoạch không có chỉ tiêu mã ${quoted(facts)}.`,
  "unknown-group": (facts) => `Kế hoạch không có nhóm nội dung mã ${quoted(facts)}.`,
  "unknown-detail": (facts) => `Chỉ tiêu không có chi tiết mã ${quoted(facts)}.`,
  "unknown-headcount": (facts) => `Kế hoạch không có số liệu nền mã ${quoted(facts)}.`,
  "open-point-of-nothing": (facts) => `Chỗ chưa quy định ${quoted(facts)} không ứng với chỉ tiêu, mốc thời hạn hay cách hiểu nào của kế hoạch.`,

  "several-chosen": (facts) => `Nhóm cách hiểu ${quoted(facts, "group")} (chỉ tiêu ${fact(facts, "code")}) có nhiều mức được chọn. Chỉ chọn một.`,
  "none-chosen": (facts) => `Nhóm cách hiểu ${quoted(facts, "group")} (chỉ tiêu ${fact(facts, "code")}) chưa chọn mức nào. Chọn một mức, hoặc ghi vào phần Chưa quy định lựa chọn “không áp dụng”.`,
  "chosen-without-alternatives": (facts) => `${target(facts)} ghi là được chọn nhưng không có cách hiểu nào khác để chọn.`,
  "alternatives-across-indicators": (facts) => `Nhóm cách hiểu ${quoted(facts, "group")} nằm ở hai chỉ tiêu ${fact(facts, "code")} và ${fact(facts, "other")}. Một nhóm chỉ thuộc một chỉ tiêu.`,
  "share-without-base": (facts) => `${target(facts)} tính theo tỷ lệ, nhưng chỉ tiêu là số lượng nên không có tổng số để chia.`,
  "share-above-one": (facts) => `${target(facts)} ghi ${quoted(facts)}, vượt 100 %. Trong tệp kế hoạch, 95 % ghi là 0.95.`,
  "of-not-yes-no": (facts) => `${target(facts)} tính trên số đạt của ${quoted(facts)}: cả hai chỉ tiêu đều phải là loại Có/không và mức phải là tỷ lệ.`,
  "change-basis-needs-change": (facts) => `${target(facts)} tính theo điểm %, chỉ dùng được cho chỉ tiêu Tăng/giảm; chỉ tiêu này là ${measure(facts)}.`,
  "basis-does-not-fit": (facts) => `${target(facts)} không so sánh được: chỉ tiêu là ${measure(facts)}.`,
  "comparator-needs-change": (facts) => `${target(facts)} ghi “${comparatorWord(fact(facts, "comparator"))}”, chỉ dùng được cho mức tính theo điểm %.`,

  "due-without-rule": (facts) => `Mốc ${quoted(facts, "milestone")} có ngày ${day(facts, "due")} nhưng chưa nói là “trước ngày” hay “đến hết ngày”.`,
  "period-reversed": (facts) => `Ngày bắt đầu ${day(facts, "from")} sau ngày kết thúc ${day(facts, "to")}.`,
  "phases-overlap": (facts) => `Đợt ${quoted(facts, "phase")} bắt đầu ${day(facts, "from")} trong khi đợt ${quoted(facts, "other")} đến ${day(facts, "to")} mới hết.`,

  "unknown-answer": (facts) => `Kế hoạch không hỏi ${quoted(facts, "id")}. Câu trả lời này không được dùng.`,
  "answer-not-a-choice": (facts) => `Câu trả lời ${quoted(facts)} không có trong các lựa chọn: ${fact(facts, "allowed")}.`,
  "answer-not-a-date": (facts) => `Câu trả lời ${quoted(facts)} phải là một ngày, ví dụ 2025-10-31.`,
  "answer-not-a-number": (facts) => `Câu trả lời ${quoted(facts)} phải là một số.`,
  "answer-not-yes-no": (facts) => `Câu trả lời ${quoted(facts)} phải là yes (có) hoặc no (không).`,
};

/** One sentence for a fault of a plan file or of an answer; its place stands beside it. */
export function planFaultSentence({ kind, facts }: PlanFault): string {
  return planSentences[kind](facts);
}

const rosterSentences: Readonly<Record<RosterFaultKind, (facts: Facts) => string>> = {
  "not-an-object": () => "Tệp này không phải một danh mục đơn vị: không tìm thấy các cột mã, tên, loại hình, đơn vị cấp trên.",
  missing: (facts) => `Thiếu mục ${quoted(facts, "key")}.`,
  "wrong-type": (facts) => `Đang ghi ${quoted(facts)}, mục này phải là ${typeName(fact(facts, "expected"))}.`,
  "unknown-key": (facts) => `Không có mục ${quoted(facts, "key")} trong danh mục đơn vị. Sửa tên mục hoặc xóa đi.`,
  "bad-value": (facts) => `Giá trị ${quoted(facts)} không dùng được ở đây. Mã đơn vị chỉ gồm chữ, số, dấu chấm, gạch dưới, gạch nối, dài đến 40 ký tự.`,
  empty: () => "Mục này còn trống.",
  "dangerous-key": (facts) => `${quoted(facts, "key")} không được dùng làm mã hay tên mục.`,

  "duplicate-code": (facts) => `Mã đơn vị ${quoted(facts, "code")} đã dùng ở dòng khác. Mỗi đơn vị một mã.`,
  "duplicate-kind": (facts) => `Loại hình ${quoted(facts, "kind")} được khai hai lần.`,
  "unknown-kind": (facts) => `Đơn vị ${fact(facts, "unit")} thuộc loại hình ${quoted(facts, "kind")}, chưa có trong danh sách loại hình.`,
  "bad-date": (facts) => `${quoted(facts)} không phải một ngày. Ghi dạng năm-tháng-ngày, ví dụ 2025-07-01.`,
  "closed-before-opened": (facts) => `Đơn vị ${fact(facts, "unit")} thôi hoạt động ${day(facts, "closedOn")}, trước ngày thành lập ${day(facts, "openedOn")}.`,

  "unknown-parent": (facts) => `Đơn vị ${fact(facts, "unit")} ghi cấp trên là ${quoted(facts, "parent")}, không có trong danh mục.`,
  "parent-not-an-office": (facts) => `Đơn vị ${fact(facts, "unit")} ghi cấp trên là ${quoted(facts, "parent")}, nhưng đó là một trường, không phải cơ quan quản lý.`,
  "edge-reversed": (facts) => `Đơn vị ${fact(facts, "unit")}: thời gian thuộc cấp trên bắt đầu ${day(facts, "from")}, sau khi hết ${day(facts, "to")}.`,
  "two-parents": (facts) => `Đơn vị ${fact(facts, "unit")} có hai cấp trên cùng lúc (${fact(facts, "first")} và ${fact(facts, "second")})${fact(facts, "on") === "" ? "" : ` từ ngày ${day(facts, "on")}`}. Ghi ngày kết thúc cho cấp trên cũ.`,
  cycle: (facts) => `Các đơn vị ${fact(facts, "units")} là cấp trên của nhau thành một vòng. Sửa lại đơn vị cấp trên.`,
  "no-root": () => "Danh mục chưa có đơn vị đứng đầu (Sở hoặc Phòng): cần đúng một đơn vị không có cấp trên.",
  "two-roots": (facts) => `Danh mục có hai đơn vị đứng đầu (${fact(facts, "first")} và ${fact(facts, "second")}). Ghi cấp trên cho một trong hai.`,
  "unknown-successor": (facts) => `Đơn vị ${fact(facts, "from")} được ghi là chuyển thành ${quoted(facts, "to")}, không có trong danh mục.`,
};

/** One sentence for a fault of a roster; its place stands beside it. */
export function rosterFaultSentence({ kind, facts }: RosterFault): string {
  return rosterSentences[kind](facts);
}
