/**
 * Every problem as an officer would say it to a colleague (câu thông báo): what is wrong, where, what to do.
 * The file and the sheet stand beside the sentence; the cell is in it where the reader must go there.
 */
import type { ProblemCode, ProblemFacts, ProblemPlace } from "#domain/problem";
import { formatDate, formatSize, formatText, formatWhole, localiseFigures } from "./format-vi";
import { comparatorWord, partName, stageWord, titleWord } from "./words-vi";

/** One sentence (or two) per problem code; a missing one fails the build. */
export type Sentences = { readonly [Code in ProblemCode]: (facts: ProblemFacts[Code], at: ProblemPlace) => string };

const row = ({ indicator, name }: { readonly indicator: string; readonly name: string }): string => `Dòng ${indicator} “${name}”`;
const cell = (at: ProblemPlace): string => (at.cell ? ` (ô ${at.cell})` : "");
const cells = (list: string): string => (list === "" ? "" : ` (ô ${list})`);

/** What to do about a blank depends on what belongs there: a number, an answer, or words. */
function blank(facts: ProblemFacts["cell-blank"], at: ProblemPlace): string {
  const where = `${at.cell ? `Ô ${at.cell} ` : ""}“${partName(facts.label)}” của dòng ${facts.indicator} “${facts.name}”`;
  if (facts.label === "answer") return `Ô còn trống, chưa được tính. ${where} chưa có câu trả lời. Chọn “Đạt” hoặc “Chưa đạt”; nếu không có đối tượng này, chọn “Không có đối tượng”.`;
  if (facts.label === "text") return `Ô còn trống. ${where} chưa ghi gì. Ghi ngắn gọn kết quả; nếu không có gì để báo cáo, ghi “Không có”.`;
  return `Ô còn trống, chưa được tính. ${where} chưa có số. Nếu không có ai, gõ 0; nếu không có đối tượng này, chọn “Không có đối tượng”. Ô trống không được coi là 0.`;
}

interface Clause { readonly section: string; readonly quote: string; readonly reading: boolean }
const clause = ({ section, quote, reading }: Clause): string => {
  if (section === "" && quote === "") return "";
  const words = [section && `mục ${section}`, quote && `“${quote}”`].filter(Boolean).join(": ");
  return ` Căn cứ ${words}${reading ? " (mức này là cách hiểu, xem phần Kế hoạch)" : ""}.`;
};

function beyondLimit(what: ProblemFacts["file-beyond-limit"]["what"], limit: string): string {
  switch (what) {
    case "cells": return `File có hơn ${limit} ô có nội dung`;
    case "rows": return `File có ô nằm ngoài dòng ${limit}, quá khổ của một bảng tính`;
    case "columns": return `File có ô nằm ngoài cột ${limit}, quá khổ của một bảng tính`;
    case "text": return `File có ô dài hơn ${limit} ký tự`;
    case "formula": return `File có công thức dài hơn ${limit} ký tự`;
    case "repeats": return `File lặp một ô hoặc một dòng hơn ${limit} lần`;
    case "entries": return `File nén có hơn ${limit} tệp bên trong`;
  }
}

const unsafeParts: Readonly<Record<ProblemFacts["file-unsafe"]["what"], string>> = {
  documentType: "Bên trong file có khai báo lạ (DTD, thực thể XML)",
  overlap: "Các phần bên trong file chồng lên nhau",
  partTwice: "Bên trong file có hai phần cùng tên",
};

export const sentencesVi: Sentences = {
  "file-unreadable": () => `File này không đọc được. Mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại; nếu vẫn không được, xin bản khác của đơn vị.`,
  "file-empty": () => "File rỗng, không có nội dung nào. Đề nghị đơn vị gửi lại file đã điền.",
  "file-encrypted": () => "File có đặt mật khẩu nên không đọc được. Đề nghị đơn vị bỏ mật khẩu, lưu lại rồi gửi lại.",
  "file-corrupt": () => `File bị hỏng hoặc tải về chưa đủ. Tải lại, hoặc đề nghị đơn vị gửi lại.`,
  "file-took-too-long": ({ seconds }) => `Đọc file này quá ${seconds} giây chưa xong nên đã dừng. Đề nghị đơn vị điền vào biểu mới rồi gửi lại.`,
  "file-too-large": ({ size, limit }) => `File quá lớn: ${formatSize(size)}, giới hạn ${formatSize(limit)}. Xóa ảnh và sheet thừa, lưu lại rồi gửi lại.`,
  "file-beyond-limit": ({ what, limit }) => `${beyondLimit(what, formatWhole(limit))}, nên không đọc tiếp. Đề nghị đơn vị điền vào biểu mới rồi gửi lại.`,
  "file-unsafe": ({ what }) => `${unsafeParts[what]}, không chương trình bảng tính nào ghi như vậy, nên không đọc. Đề nghị đơn vị điền vào biểu mới rồi gửi lại.`,
  "file-not-a-workbook": ({ kind }) => `File này${kind === "?" ? "" : ` (${kind})`} không phải bảng tính nên không đọc được số liệu. Đề nghị đơn vị gửi biểu bằng file Excel.`,
  "file-is-picture": ({ kind }) => `Đây là ảnh chụp (${kind}), không đọc được số liệu. Đề nghị đơn vị gửi file Excel, hoặc nhập thay đơn vị; ảnh vẫn được ghi vào sổ.`,
  "file-is-pdf": () => "Đây là file PDF, không đọc được số liệu. Đề nghị đơn vị gửi file Excel, hoặc nhập thay đơn vị; bản PDF vẫn được ghi vào sổ.",
  "file-is-word": () => "Đây là file Word, không đọc được số liệu. Đề nghị đơn vị gửi biểu Excel, hoặc nhập thay đơn vị; văn bản vẫn được ghi vào sổ.",
  "file-is-rar": () => "File nén .rar chưa mở được ở đây. Giải nén ra thư mục rồi chọn thư mục đó, hoặc nén lại thành .zip.",
  "file-is-lock": () => "Dấu hiệu biểu cùng tên đang được mở trong Excel, không phải bài nộp. Số chưa lưu thì chưa đọc được: nếu còn người đang nhập, chờ lưu và đóng biểu rồi nhận lại.",
  "file-is-html": () => "File có đuôi Excel nhưng bên trong là trang web. Mở bằng Excel, chọn Lưu thành .xlsx rồi gửi lại.",
  "archive-unreadable": () => `File nén không mở được. Đề nghị đơn vị gửi lại, hoặc gửi từng file không nén.`,
  "archive-too-deep": () => "File nén nằm trong nhiều lớp file nén khác nên chưa mở hết. Giải nén ra thư mục rồi chọn thư mục đó.",
  "has-macros": () => "File có macro. Số liệu vẫn được đọc, macro không được chạy.",
  "has-external-links": () => "File có công thức lấy số từ file khác, có thể do dán từ file khác sang. Số đang ghi trong file vẫn được đọc; nên kiểm tra lại với đơn vị.",
  "has-objects": () => "File có đối tượng nhúng (OLE, ActiveX). Số liệu vẫn được đọc, đối tượng không được mở.",

  "not-a-form": () => "File này không phải biểu đã phát: không tìm thấy mã biểu và cột Mã. Nếu đơn vị chép số sang file khác, đề nghị điền vào biểu đã phát.",
  "other-plan": ({ found, expected }) => `Biểu này thuộc kế hoạch khác (${found}), không phải kế hoạch đang tổng hợp (${expected}). Chuyển sang sổ của kế hoạch đó.`,
  "other-stage": ({ found, expected }) => `Đây là biểu ${stageWord(found)}, đang nhận biểu ${stageWord(expected)}. Chuyển sang đúng đợt, hoặc đề nghị đơn vị gửi đúng biểu.`,
  "older-version": ({ found, current }) => `Đơn vị dùng biểu bản cũ (bản ${found}, hiện là bản ${current}). Các mã chỉ tiêu vẫn giữ nghĩa nên số liệu vẫn được nhận.`,
  "unknown-version": ({ found, current }) => `Biểu ghi bản ${found}, phần mềm chỉ biết đến bản ${current}. Cập nhật phần mềm, hoặc đề nghị đơn vị điền biểu bản ${current}.`,
  "hidden-sheet-lost": () => "Biểu đã mất sheet ẩn, thường do lưu bằng chương trình khác. Thông tin biểu được lấy từ dòng mã in trên sheet; không cần làm gì.",
  "sheet-missing": ({ sheet }) => `Biểu thiếu sheet “${sheet}”. Đề nghị đơn vị gửi lại biểu đủ các sheet như lúc phát.`,
  "row-missing": (facts) => `${row(facts)} không còn trong biểu. Đề nghị đơn vị khôi phục dòng này từ biểu đã phát; số chưa có không được coi là 0.`,
  "row-duplicated": (facts) => `${row(facts)} xuất hiện nhiều lần${cells(facts.cells)}, chưa biết dùng dòng nào. Giữ lại một dòng, xóa dòng thừa.`,
  "rows-of-nobody": ({ codes }) => `Biểu có dòng mang mã không thuộc kế hoạch: ${codes}. Các dòng này không được cộng vào đâu; xem đơn vị có gõ nhầm mã không.`,
  "column-missing": ({ column }) => `Không tìm thấy cột “${column}”, nên chưa đọc được số của cả cột. Khôi phục tiêu đề cột như biểu đã phát.`,
  "several-units": ({ units }) => `Một file mang số của nhiều đơn vị (${units}). Đề nghị tách mỗi đơn vị một file.`,
  "form-empty": ({ rows }) => `Biểu chưa điền: cả ${formatWhole(rows)} dòng đều trống. Biểu trống không được tính là đã nộp; đề nghị đơn vị điền rồi gửi lại.`,

  "unit-not-chosen": (_, at) => `Chưa chọn đơn vị${at.cell ? ` ở ô ${at.cell}` : ""}. Đề nghị đơn vị chọn tên mình trong danh sách rồi gửi lại, hoặc chỉ ra đây là báo cáo của đơn vị nào.`,
  "unit-unknown": ({ found, nearest }, at) => `Không có đơn vị “${found}” trong danh mục${cell(at)}.${nearest === "" ? " Kiểm tra lại mã và tên, hoặc bổ sung danh mục." : ` Có phải là ${nearest} không?`}`,
  "unit-name-differs": ({ code, rosterName, foundName }, at) => `Mã và tên đơn vị không khớp: mã ${code} là của ${rosterName}, nhưng tên ghi “${foundName}”${cell(at)}. Có thể đơn vị dùng nhầm file; cần xác định đây là báo cáo của đơn vị nào.`,
  "unit-found-by-name": ({ code, name }) => `Biểu không có mã đơn vị; theo tên thì đây là ${name} (mã ${code}). Kiểm tra lại nếu có đơn vị trùng tên.`,
  "unit-not-expected": ({ code, name }) => `${name} (mã ${code}) không thuộc diện phải nộp biểu này. Số liệu không được cộng; nếu đơn vị phải nộp, sửa danh mục hoặc kế hoạch.`,
  "unit-closed": ({ code, closedOn }) => `Đơn vị mã ${code} đã thôi hoạt động từ ngày ${formatDate(closedOn)}. Kiểm tra xem báo cáo này thuộc đơn vị nào sau sáp nhập.`,

  "cell-blank": (facts, at) => blank(facts, at),
  "cell-not-a-number": (facts, at) => `${row(facts)}${cell(at)} ghi “${facts.found}”, không phải số. Gõ lại bằng chữ số; số này chưa được cộng.`,
  "cell-ambiguous": (facts, at) => `Chưa rõ số này là bao nhiêu. ${row(facts)}${cell(at)} ghi “${facts.found}”: là ${readings(facts.readings)}? Gõ lại cho rõ; trước khi rõ, số này chưa được cộng vào đâu cả.`,
  "cell-doubtful-reading": (facts, at) => `${row(facts)}${cell(at)} ghi “${facts.found}”, được hiểu là ${readAs(facts.read)}. Nếu không đúng, sửa lại ô này.`,
  "cell-negative": (facts, at) => `${row(facts)}${cell(at)} ghi số âm “${facts.found}”. Số lượng không thể âm; kiểm tra rồi sửa lại.`,
  "cell-fraction": (facts, at) => `${row(facts)}${cell(at)} ghi “${facts.found}”, nhưng ô này đếm số người hoặc số đơn vị nên phải là số nguyên. Nếu đây là tỷ lệ %, hãy gõ số đạt và tổng số.`,
  "cell-too-large": (facts, at) => `${row(facts)}${cell(at)} ghi “${facts.found}”, quá lớn để là số thật. Kiểm tra xem có gõ thừa chữ số không.`,
  "cell-error": (facts, at) => `${row(facts)}${cell(at)} đang báo lỗi ${facts.found} của bảng tính. Gõ số trực tiếp vào ô này.`,
  "cell-no-cached-value": (facts, at) => `${row(facts)}${cell(at)} là công thức chưa có kết quả. Mở file bằng Excel, lưu lại rồi gửi lại, hoặc gõ số trực tiếp.`,
  "cell-over-hundred": (facts, at) => `${row(facts)}${cell(at)} ghi ${facts.found}, vượt 100 %. Kiểm tra lại tỷ lệ.`,
  "cell-not-yes-no": (facts, at) => `${row(facts)}${cell(at)} ghi “${facts.found}”, chưa rõ là đạt hay chưa. Chọn “Đạt”, “Chưa đạt” hoặc “Không có đối tượng”.`,
  "cell-not-a-date": (facts, at) => `${row(facts)}${cell(at)} ghi “${facts.found}”, chưa rõ là ngày nào. Gõ đủ ngày/tháng/năm, ví dụ 05/9/2025.`,
  "cell-too-long": (facts, at) => `${row(facts)}${cell(at)} dài ${formatWhole(facts.length)} ký tự, quá giới hạn ${formatWhole(facts.limit)}. Phần vượt giới hạn có thể bị cắt khi in; nên tóm tắt lại.`,
  "cell-old-font": (facts, at) => `${row(facts)}${cell(at)} gõ bằng phông cũ ${facts.font}: “${facts.found}”. Đề nghị đơn vị gõ lại bằng bảng mã Unicode (Times New Roman).`,
  "cell-does-not-apply": (facts, at) => `${row(facts)} không hỏi đơn vị này, nhưng${cell(at)} có ghi “${facts.found}”. Số này không được cộng; kiểm tra xem đơn vị có điền nhầm dòng không.`,
  "formula-altered": (facts, at) => `${row(facts)}${cell(at)}: công thức của biểu đã bị thay bằng “${facts.found}”. Kết quả được tính lại từ số đạt và tổng số; ô này không được dùng.`,

  "numerator-above-denominator": (facts) => `Số đạt lớn hơn tổng số. ${row(facts)}: số đạt ${formatText(facts.numerator)}, tổng số ${formatText(facts.denominator)}${cells(facts.cells)}, vượt ${formatText(facts.over)}. Kiểm tra xem hai số có bị gõ đổi chỗ không rồi sửa lại.`,
  "ratio-without-base": (facts, at) => `${row(facts)}${cell(at)} chỉ ghi tỷ lệ “${facts.found}”, không có số đạt và tổng số. Tỷ lệ này được giữ lại nhưng không cộng được; đề nghị gõ số đạt và tổng số.`,
  "denominator-differs-from-headcount": (facts) => `${row(facts)}: tổng số ${formatText(facts.denominator)}, nhưng ${headcount(facts.headcountName)} ở Thông tin đơn vị ghi ${formatText(facts.headcount)}. Kiểm tra số nào đúng rồi sửa cho khớp.`,
  "part-above-whole": ({ part, whole, partValue, wholeValue, sentence }) => `${sentence} Đang ghi ${part}: ${shown(partValue)}; ${whole}: ${shown(wholeValue)}. Kiểm tra lại hai dòng này.`,
  "cause-missing": (facts) => `${row(facts)} chưa đạt (${localiseFigures(facts.actual)}, mức ${localiseFigures(facts.target)}) mà chưa ghi nguyên nhân. Đề nghị đơn vị ghi ở cột Nguyên nhân.`,

  "registered-below-plan": (facts) => `${row(facts)}: đăng ký ${amount(facts)}, chưa bằng mức kế hoạch ${demand(facts)}. Hỏi lại đơn vị.${clause(facts)}`,
  "target-missed": (facts) => `${row(facts)}: ${amount(facts)}, mức kế hoạch ${demand(facts)}: chưa đạt.${facts.cause === "" ? "" : ` Nguyên nhân đơn vị nêu: “${facts.cause}”.`}${clause(facts)}`,
  "registered-not-reached": (facts) => `${row(facts)}: kết quả ${localiseFigures(facts.actual)}, chưa bằng mức đơn vị đã đăng ký ${localiseFigures(facts.registered)}.`,
  "total-registered-below-plan": (facts) => `${row(facts)}: tổng đăng ký ${amount(facts)}, mức kế hoạch ${demand(facts)}, còn thiếu ${localiseFigures(facts.shortBy)}${points(facts)}. Cần vận động đăng ký thêm.${clause(facts)}`,
  "change-at-floor": (facts) => `${row(facts)}: đầu năm chỉ ${localiseFigures(facts.start)} %, không thể giảm ${localiseFigures(facts.target)} điểm %. Ghi riêng là “đã ở mức thấp nhất”, không tính là chưa đạt.`,

  "roster-edit-not-taken": ({ unit, reason }, at) => `Danh mục vừa sửa chưa dùng được${unit === "" ? "" : `, ở “${unit}”`}${cell(at)}: ${reason} Sổ vẫn tính theo danh mục cũ; sửa lại chỗ này thì danh mục mới được dùng.`,
  "list-row-incomplete": ({ list, row: line, missing }) => `${list}, dòng ${formatWhole(line)}: còn thiếu ${missing}. Đề nghị đơn vị điền đủ.`,
  "list-duplicate-person": ({ list, name, rows }) => `${list}: “${name}” được ghi nhiều lần (dòng ${rows}). Một thành tích chỉ đề nghị một lần (Luật Thi đua, khen thưởng, Điều 5); kiểm tra có phải cùng một người không.`,
  "award-same-person": ({ name, birth, count, units, awards }) => `“${name}”${birth === "" ? "" : ` (sinh ${/^\d{4}-/.test(birth) ? formatDate(birth) : birth})`} có trong danh sách của ${count} đơn vị: ${units}${awards === "" ? "" : `; trùng: ${awards}`}. Kiểm tra đơn vị nào đề nghị; một thành tích chỉ khen một lần (Luật Thi đua, khen thưởng, Điều 5).`,
  "award-same-name": ({ name, count, units }) => `“${name}” có trong danh sách của ${count} đơn vị (${units}), có chỗ thiếu ngày sinh nên chưa biết là một hay nhiều người. Bổ sung ngày sinh nếu cần phân biệt.`,
  "award-two-groups": ({ name, groups }) => `“${name}” được ghi ở nhiều đối tượng: ${groups}. Hỏi lại đơn vị đối tượng đúng.`,
  "award-several-forms": ({ name, awards }) => `“${name}” được đề nghị nhiều hình thức khen cho cùng một loại thành tích: ${awards}. Không khen thưởng nhiều hình thức cho một thành tích (Luật Thi đua, khen thưởng, Điều 5); chọn một.`,
  "award-share": ({ title, article, count, members, percent, least }) => `Đề nghị ${titleWord(title)}: ${formatText(count)}/${formatText(members)} người = ${localiseFigures(percent)} % có danh hiệu LĐTT trở lên, tiêu chuẩn ít nhất ${least} % (Luật Thi đua, khen thưởng, Điều ${article}). Hỏi lại đơn vị.`,
  "award-no-cstdcs": ({ title, article }) => `Đề nghị ${titleWord(title)}, nhưng danh sách cá nhân của đơn vị không có CSTĐCS nào; tiêu chuẩn là có (Luật Thi đua, khen thưởng, Điều ${article}). Hỏi lại đơn vị.`,
  "award-initiative": ({ name, title, article }) => `“${name}”, ${titleWord(title)}: chưa ghi sáng kiến được công nhận. Cần có sáng kiến, hoặc được xếp loại hoàn thành xuất sắc nhiệm vụ (Luật Thi đua, khen thưởng, Điều ${article}); đề nghị đơn vị bổ sung.`,
  "award-succession": ({ name, title, article, times, of }) => `“${name}”, ${titleWord(title)}: chưa thấy ghi ${times} năm liên tục có danh hiệu ${titleWord(of)} (Luật Thi đua, khen thưởng, Điều ${article}). Đề nghị đơn vị ghi số, năm các quyết định trước.`,
  "award-quota": ({ count, base, percent, most }) => `${formatText(count)} CSTĐCS trên ${formatText(base)} LĐTT = ${localiseFigures(percent)} %, vượt mức ${localiseFigures(most)} % mà cơ quan tổng hợp đã đặt. Hỏi lại đơn vị.`,
  "registration-column-missing": (facts) => `${row(facts)}: chưa ghi “${facts.column}”. Kế hoạch yêu cầu nội dung này khi đăng ký; đề nghị đơn vị bổ sung.`,

  "submissions-differ": ({ unit, files, figures }) => `Nhiều file của ${unit} có số khác nhau: ${files}. Khác ở: ${figures}. Chọn bản dùng; trước khi chọn, các số khác nhau chưa được cộng.`,
  "copy-of-other-unit": ({ code, other }) => `File mang mã ${code} nhưng nội dung giống hệt file của ${other}. Có thể đơn vị này điền vào bản sao của đơn vị khác; hỏi lại trước khi nhận.`,
  "decision-unknown-content": ({ unit, content }) => `Quyết định đã ghi cho đơn vị ${unit} chỉ đến nội dung ${content}, nhưng không có file nào mang nội dung đó. Xem lại quyết định hoặc nạp lại file.`,
  "received-date-unknown": () => "Chưa biết ngày nhận file này. Khi chưa ghi ngày nhận, đơn vị không bị coi là nộp muộn.",
  "office-total-differs": (facts) => `Số tổng hợp của đơn vị cấp trên khác số cộng từ các trường. ${row(facts)}: cấp trên báo ${localiseFigures(facts.officeTotal)}, cộng các file trường được ${localiseFigures(facts.schoolsTotal)}${facts.without === "" ? "" : `; không có file của ${facts.missing} đơn vị: ${facts.without}`}. Chọn số dùng để tổng hợp; cả hai số đều được lưu.`,
  "after-freeze": ({ snapshot }) => `File đến sau khi đã chốt số liệu “${snapshot}”. Số đã chốt không đổi; muốn đưa vào phải mở khóa và ghi lý do.`,

  "book-formula-overwritten": ({ found }, at) => `Công thức báo cáo${at.cell ? ` ở ô ${at.cell}` : ""} đã bị gõ đè bằng “${found}”. Lần tổng hợp này ghi lại công thức; muốn sửa số, dùng cột Điều chỉnh ở sheet số liệu.`,
  "book-file-lost": ({ name }) => `${name === "" ? "Một bài nộp" : `Bài nộp “${name}”`} lưu trong sổ đã hỏng, số liệu của bài này không còn được cộng. Nhận lại file của đơn vị.`,
  "book-sheet-damaged": ({ sheet }) => `Sheet “${sheet}” của sổ không đọc được. Mở bản lưu trước đó của sổ, hoặc nạp lại các file của đơn vị.`,
  "book-too-large": ({ rows, limit }) => `Sổ cần ${formatWhole(rows)} dòng số liệu, quá giới hạn ${formatWhole(limit)}. Tổng hợp riêng từng đơn vị cấp trên.`,
  "correction-without-reason": (facts) => `${row(facts)}: có số điều chỉnh nhưng chưa ghi lý do, nên chưa được dùng. Ghi lý do vào cột bên cạnh.`,
  "correction-not-a-number": (facts, at) => `${row(facts)}: số điều chỉnh “${facts.found}”${cell(at)} không đọc được. Gõ lại bằng chữ số, ví dụ 41 hoặc 41/45.`,
};

interface Held { readonly actual: string; readonly comparator: string; readonly target: string }
const isChange = ({ comparator }: Pick<Held, "comparator">): boolean => comparator === "reduceBy" || comparator === "increaseBy";
const points = (held: Pick<Held, "comparator">): string => (isChange(held) ? " điểm %" : "");

/** What was reached: `412/415 = 99,28 %`, or by how much a ratio fell or rose, `giảm 0,2 điểm %`. */
function amount(held: Held): string {
  if (!isChange(held)) return localiseFigures(held.actual);
  const against = held.actual.startsWith("-");
  const falls = (held.comparator === "reduceBy") !== against;
  return `${falls ? "giảm" : "tăng"} ${localiseFigures(held.actual.replace("-", ""))} điểm %`;
}

/** What was asked: `ít nhất 99,5 %`, `giảm ít nhất 0,3 điểm %`. */
function demand(held: Held): string {
  return `${comparatorWord(held.comparator)} ${localiseFigures(held.target)}${points(held)}`;
}

/** A part's or a whole's value: a number, or đạt / chưa đạt. */
function shown(value: string): string {
  return value === "true" ? "đạt" : value === "false" ? "chưa đạt" : formatText(value);
}

/** A head count by its name; by its id alone it is only "the head count". */
function headcount(name: string): string {
  return /^[a-z0-9-]*$/.test(name) ? "số liệu nền" : `“${name}”`;
}

/** What a doubtful cell was read as: without thousands points, which are just what made it doubtful. */
function readAs(text: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? formatDate(text) : text.replace(/(\d)\.(\d)/g, "$1,$2");
}

function readings(text: string): string {
  return text.split(" / ").map(readAs).join(" hay ");
}
