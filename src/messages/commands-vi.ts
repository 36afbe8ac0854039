/** What the command line says (dòng lệnh): usage, what cannot be read, the receipt. */
import type { LedgerState } from "#domain/ledger-types";
import { ledgerStateShort } from "./words-vi";

interface Fault {
  readonly place: string;
  readonly sentence: string;
}

const lines = (faults: readonly Fault[]): string => faults.map(({ place, sentence }) => `  - ${place}: ${sentence}`).join("\n");

export const commandWords = {
  usage: `Sổ Thi Đua – Tổng hợp thi đua – khen thưởng ngành Giáo dục

  npm run --silent cli -- <lệnh>

  plans [--json]                         các kế hoạch có sẵn
  plan check FILE                        kiểm tra một kế hoạch (JSON hoặc bảng Excel)
  plan to-sheet PLAN --out FILE.xlsx     kế hoạch thành bảng Excel để sửa
  plan from-sheet FILE.xlsx --out FILE.json
  plan next PLAN --out FILE.xlsx [--years SO_NAM]
        (nhân bản cho năm sau: dời thời hạn và năm, nêu từng việc cần xem lại, ở màn hình và sheet đầu của bảng)
  forms --plan PLAN --form BIEU --roster FILE --out THU_MUC [--common | --unit MA [--total]] [--tree-date NGAY] [--answers FILE]
        [--registered SO_DANG_KY.xlsx]
        (--total: biểu tổng hợp của Phòng, xã: một số cho cả địa bàn, không có chi tiết từng trường)
  check --plan PLAN [--form BIEU] [--roster FILE] [--json] FILE…
  aggregate --plan PLAN --form BIEU --roster FILE --as-of NGAY [--tree-date NGAY] [--received-on NGAY] [--receipts CSV]
            [--decisions FILE] [--answers FILE] [--registered SO_DANG_KY.xlsx] [--freeze TEN --by NGUOI]
            --out SO.xlsx [--book SO_CU.xlsx] [--node-files THU_MUC] [--word BAO_CAO.docx] [--json OUT.json] [--no-names] TEP_HOAC_THU_MUC…
            (--no-names: không ghi tên, ngày sinh, điện thoại cá nhân ở sổ của Phòng, báo cáo Word và JSON; sổ chính vẫn giữ đủ)
            (chỉ --json, không --out: chỉ lấy số liệu, không lập sổ, cho địa bàn lớn hơn một sổ chứa được)
  explain --book SO.xlsx --node MA --indicator MA [--form BIEU] [--json]
  report --book SO.xlsx [--node MA] [--as-of NGAY] [--tree-date NGAY] [--template MAU.json] [--no-names] --out BAO_CAO.docx [--annexes PHU_LUC.xlsx]
        (báo cáo Word và tập phụ lục biểu Excel của Sở, hoặc của một cấp dưới: --node; có thể chỉ lấy một trong hai)
  export-up --book SO_PHONG.xlsx --out NOP_CAP_TREN.xlsx [--as-of NGAY] [--tree-date NGAY]
        (sổ để nộp cấp trên: đủ số liệu, nguồn, quyết định; không có ghi chú, liên hệ riêng. Cấp trên nhận như mọi file)
  handover --book SO.xlsx --out THU_MUC [--tree-date NGAY] [--roster DANH_MUC_MOI] [--as-of NGAY]
        (bàn giao: mỗi đơn vị cấp dưới của danh mục tại ngày đó một sổ, phần còn lại ở sổ của cơ quan đứng đầu)
  handover --merge --roster DANH_MUC --out SO.xlsx [--tree-date NGAY] [--as-of NGAY] SO_1.xlsx SO_2.xlsx…
  former --book SO.xlsx --from SO_TRUOC.xlsx
        (lấy số từ sổ trước: sổ đăng ký, sổ sơ kết của cùng kế hoạch, để đặt cạnh kết quả; hoặc sổ năm trước, để báo cáo ghi tăng, giảm)
  words --book SO.xlsx --from BAO_CAO_DA_SUA.docx
        (lấy lời cơ quan viết trong báo cáo Word về sổ, để lần lập sau có sẵn; chỗ sửa khác được nêu ra, không lấy)
  awards --book SO.xlsx --out DANH_SACH.xlsx [--layout MAU_NHAP.json] [--no-names] [--as-of NGAY] [--tree-date NGAY]
        (danh sách đề nghị, đăng ký của mọi đơn vị theo mẫu nhập của phần mềm khen thưởng)
  slips --book SO.xlsx --out THU_MUC [--unit MA] [--as-of NGAY] [--tree-date NGAY]
        (phiếu trả lại: mỗi đơn vị có bài bị trả lại được một biểu đã điền sẵn số của mình, tô chỗ cần sửa, kèm tin nhắn)
  remind --book SO.xlsx [--milestone MOC] [--unit MA | --office MA] [--as-of NGAY] [--tree-date NGAY] [--out TIN_NHAC.xlsx]
        (tin nhắc các đơn vị chưa nộp; --out: thêm bảng tin nhắc từng đơn vị)
  sample --plan PLAN --form BIEU --out THU_MUC [--roster FILE]   dữ liệu mẫu: bài nộp của một tỉnh mẫu
  demo [--plan PLAN] [--form BIEU] [--out THU_MUC]               cả việc chính trên tỉnh mẫu

  BIEU: registration (đăng ký) | midterm (sơ kết) | summary (tổng kết).  NGAY: 2025-10-31.
  Mã thoát: 0 xong; 1 xong nhưng còn lỗi cần xử lý; 2 dùng sai lệnh, không đọc được kế hoạch/danh mục, không ghi được kết quả.`,

  unknownCommand: (command: string): string => `Không có lệnh “${command}”.`,
  badOption: (detail: string): string => `Tham số không đúng: ${detail}`,
  missing: (option: string): string => `Thiếu tham số ${option}.`,
  badDay: (option: string, found: string): string => `${option} phải là ngày dạng 2025-10-31, đang là “${found}”.`,
  badStage: (found: string): string => `Không có biểu “${found}”. Chọn: registration, midterm, summary.`,
  noStage: (plan: string, stage: string): string => `Kế hoạch ${plan} không có biểu ${stage}.`,
  unknownPlan: (found: string, known: string): string => `Không có kế hoạch “${found}”. Các kế hoạch có sẵn: ${known}.`,
  cannotRead: (path: string): string => `Không mở được “${path}”. Kiểm tra lại đường dẫn và quyền đọc.`,
  cannotReadOrWrite: (path: string): string => `Không mở hoặc không ghi được “${path}”. Kiểm tra đường dẫn, quyền ghi, và đóng tệp nếu đang mở trong Excel.`,
  diskFull: (path: string): string => `Ổ đĩa đã đầy nên chưa ghi được “${path}”. Xóa bớt tệp hoặc chọn nơi khác; tệp cũ vẫn còn nguyên.`,
  readOnly: (path: string): string => `Nơi lưu “${path}” chỉ cho đọc. Chọn thư mục khác.`,
  openElsewhere: (path: string, mark: string): string => `“${path}” đang mở trong Excel hoặc LibreOffice. Lưu và đóng sổ rồi chạy lại. Nếu không còn ai mở, xóa tệp “${mark}”.`,
  writtenBeside: (path: string): string => `Kết quả đã được ghi ở “${path}”.`,
  newCopy: (number: number): string => (number === 1 ? "bản mới" : `bản mới ${number}`),
  notJson: (path: string): string => `“${path}” không phải tệp JSON đọc được.`,
  planFaults: (path: string, faults: readonly Fault[]): string => `Kế hoạch “${path}” có ${faults.length} lỗi:\n${lines(faults)}`,
  rosterFaults: (path: string, faults: readonly Fault[]): string => `Danh mục đơn vị “${path}” có ${faults.length} lỗi:\n${lines(faults)}`,
  answersFault: (path: string): string => `“${path}” phải là một danh sách “mã câu hỏi”: “câu trả lời”.`,
  answerFaults: (path: string, faults: readonly Fault[]): string => `Câu trả lời trong “${path}” có ${faults.length} chỗ không dùng được:\n${lines(faults)}`,
  decisionsFault: (path: string, places: readonly string[]): string => `“${path}” có chỗ không đọc được: ${places.join("; ")}.`,
  receiptsFault: (path: string, unread: readonly string[]): string => `“${path}” có ${unread.length} dòng không đọc được (mỗi dòng: tên tệp, ngày nhận): ${unread.slice(0, 3).join(" / ")}`,
  notAnOffice: (code: string, offices: readonly string[]): string => `“${code}” không phải cơ quan có báo cáo. Chọn: ${offices.join(", ")}.`,
  templateFault: (path: string, places: readonly string[]): string => `“${path}” không phải mẫu báo cáo dùng được. Câu thiếu, mục lạ, hoặc chỗ điền {…} không có trong mẫu đi kèm: ${places.join("; ")}.`,
  registeredNeedsUnits: "Mức đăng ký chỉ in được trên biểu của từng đơn vị: bỏ --common hoặc bỏ --registered.",
  unknownUnit: (code: string): string => `Danh mục không có đơn vị mã “${code}”.`,
  unknownMilestone: (found: string, known: readonly string[]): string => `Kế hoạch không có mốc “${found}”. Các mốc của biểu này: ${known.join(", ")}.`,
  layoutFault: (path: string, places: readonly string[]): string => `“${path}” không phải mẫu nhập dùng được: ${places.join("; ")}.`,
  uncoded: (heading: string, text: string, count: number): string => `Chưa có mã ở cột “${heading}” cho “${text}”: ${count} dòng để trống.`,
  wroteAwards: (count: number, path: string): string => `Đã ghi ${count} lượt đề nghị vào “${path}”.`,
  notAReport: (path: string): string => `“${path}” không phải báo cáo Word do sổ này lập, hoặc các chỗ để viết đã bị xóa hết.`,
  tookWords: (count: number, path: string): string => (count === 0 ? "Lời trong báo cáo giống lời đã lưu trong sổ; không ghi gì." : `Đã lấy ${count} phần lời của cơ quan vào “${path}”.`),
  notFrozenYet: "Sổ chưa chốt số liệu; cấp trên sẽ thấy đây là số chưa chốt.",
  unlisted: (units: readonly string[]): string => `Danh mục mới không có ${units.length} đơn vị đang có số liệu trong sổ: ${units.slice(0, 12).join(", ")}${units.length > 12 ? "…" : ""}. Bổ sung (đơn vị đã giải thể thì ghi ngày và đơn vị kế tiếp) rồi chạy lại.`,
  cannotMerge: "Chỉ ghép được các sổ của cùng một kế hoạch và cùng một biểu; cần ít nhất một sổ.",
  part: (name: string, files: number, path: string): string => `${name}: ${files} file → ${path}`,
  merged: (count: number, path: string): string => `Đã ghép ${count} sổ vào “${path}”.`,
  notFormer: (path: string): string => `“${path}” không phải sổ đăng ký, sơ kết của cùng kế hoạch, cũng không phải sổ cùng biểu của năm trước.`,
  tookFormer: (label: string, path: string): string => `Đã lấy số ${label} vào “${path}”.`,
  slipLine: (code: string, name: string, errors: number, questions: number): string => `${code} ${name}: ${errors} chỗ cần sửa${questions > 0 ? `, ${questions} chỗ nên xem lại` : ""}`,
  noSlip: (path: string, sentence: string): string => `Không lập được phiếu cho “${path}”: ${sentence}`,
  madeSlips: (count: number, folder: string): string => `Đã lập ${count} phiếu trả lại trong “${folder}”, mỗi phiếu kèm một tin nhắn (.txt).`,
  wroteReminders: (count: number, path: string): string => `Đã ghi tin nhắc của ${count} đơn vị vào “${path}”.`,
  noInput: "Không có tệp nào để nhận trong các đường dẫn đã cho.",
  notABook: (path: string): string => `“${path}” không phải sổ tổng hợp của Sổ Thi Đua.`,
  otherBook: (path: string, found: string, asked: string): string => `“${path}” là sổ của ${found}, không phải ${asked}.`,
  nothingToExplain: (node: string, indicator: string): string => `Sổ không có số liệu “${indicator}” của “${node}”.`,
  badYears: (found: string): string => `--years phải là số năm từ 1 đến 9, đang là “${found}”.`,
  reviewGroup: (title: string, texts: readonly string[]): string => `${title} (${texts.length})\n${texts.map((text) => `  - ${text}`).join("\n")}`,
  planOk: (title: string, indicators: number, milestones: number): string => `Kế hoạch hợp lệ: ${title} – ${indicators} chỉ tiêu, ${milestones} mốc thời hạn.`,
  planLine: (id: string, title: string, facts: string): string => `${id}\n  ${title}\n  ${facts}`,
  planFacts: (indicators: number, targets: number, milestones: number, open: number): string => `${indicators} chỉ tiêu · ${targets} mức kế hoạch · ${milestones} mốc · ${open} chỗ chưa quy định`,
  reading: (done: number, total: number): string => `Đang đọc ${done}/${total} tệp…`,
  writing: "Đang ghi sổ…",
  madeForms: (count: number, folder: string): string => `Đã tạo ${count} biểu trong “${folder}”.`,
  madeSample: (count: number, folder: string): string => `Đã tạo ${count} tệp mẫu trong “${folder}” (dữ liệu mẫu, không phải số liệu thật).`,
  previous: (number: number): string => (number === 1 ? "bản trước" : `bản trước ${number}`),
  keptPrevious: (path: string): string => `Đã có tệp cùng tên; bản cũ được giữ lại ở “${path}”.`,
  wrote: (path: string): string => `Đã ghi “${path}”.`,
  receipt: (files: number, counts: Readonly<Partial<Record<LedgerState, number>>>): string => {
    const parts = (Object.keys(ledgerStateShort) as LedgerState[]).flatMap((state) => (counts[state] ? [`${counts[state]} ${ledgerStateShort[state]}`] : []));
    return `${files} tệp = ${parts.length > 0 ? parts.join(" + ") : "0"}`;
  },
  stateWord: (state: LedgerState): string => ledgerStateShort[state],
  coverage: (name: string, words: { expected: number; onTime: number; late: number; dateUnknown: number; missing: number; notDue: number }, hasDue: boolean): string =>
    !hasDue ? `${name}: ${words.expected} đơn vị = ${words.onTime} đã nộp + ${words.notDue} chưa nộp (chưa đặt hạn nên không ai bị tính là muộn)` : `${name}: ${words.expected} đơn vị = ${words.onTime} đúng hạn + ${words.late} muộn + ${words.dateUnknown} chưa rõ ngày nhận + ${words.missing} chưa nộp + ${words.notDue} chưa đến hạn`,
  canSubmit: "NỘP ĐƯỢC",
  cannotSubmit: "CHƯA NỘP ĐƯỢC",
  explainHead: (name: string, indicator: string, value: string, reported: number, expected: number): string =>
    `${name} · ${indicator}\n  ${value} – cộng từ ${reported}/${expected} đơn vị`,
  explainSource: (unit: string, value: string, file: string, place: string, raw: string): string => `  ${unit}: ${value}  ←  ${file} · ${place} · “${raw}”`,
  explainEntered: (unit: string, value: string, reason: string): string => `  ${unit}: ${value}  ←  ${reason}`,
  explainMissing: (names: readonly string[]): string => `  Chưa có số (không tính): ${names.join("; ")}`,
  explainSum: (ok: boolean): string => (ok ? "  Cộng các nguồn trên đúng bằng số này." : "  CỘNG CÁC NGUỒN KHÔNG BẰNG SỐ NÀY – xin báo lỗi phần mềm."),
  notApplicable: "không có đối tượng",
} as const;
