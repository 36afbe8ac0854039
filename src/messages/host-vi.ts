/** Why Excel did not do it (vì sao Excel không làm được), and what to do, each in one sentence. */
import type { HostFault } from "#domain/host";

export type HostFaultSentences = { readonly [Kind in HostFault["kind"]]: (fault: Extract<HostFault, { kind: Kind }>) => string };

export const hostFaultsVi: HostFaultSentences = {
  "too-old": ({ needs }) => `Excel trên máy này chưa có tính năng cần dùng (${needs}). Cập nhật Excel, hoặc mở “So-Thi-Dua.html” (bấm đúp) để làm việc với cùng file này.`,
  protected: ({ sheet }) => (sheet === undefined
    ? "Sổ đang khóa cấu trúc nên không thêm được trang. Vào Review → Protect Workbook để mở khóa rồi làm lại; chưa có gì bị thay đổi."
    : `Trang “${sheet}” đang được bảo vệ bằng mật khẩu. Vào Review → Unprotect Sheet để mở khóa rồi làm lại; số liệu vẫn như trước.`),
  busy: () => "Excel đang bận vì có một ô đang sửa hoặc một hộp thoại đang mở. Nhấn Enter hoặc Esc trong bảng tính rồi bấm lại.",
  "read-only": () => "Sổ này đang mở ở chế độ chỉ đọc. Bấm Enable Editing (Bật chỉnh sửa), hoặc lưu thành bản khác rồi làm lại.",
  "too-large": ({ bytes }) => `Lượng dữ liệu${bytes > 0 ? ` (khoảng ${megabytes(bytes)} MB)` : ""} lớn hơn mức Excel nhận một lần. Mở sổ bằng Excel cài trên máy thay vì trên web, hoặc lưu kết quả thành file.`,
  "name-taken": ({ sheet }) => `Sổ đã có trang “${sheet}” không phải của Sổ Thi Đua nên không ghi đè. Đổi tên trang đó, hoặc mở một sổ trống rồi làm lại.`,
  "sheet-gone": ({ sheet }) => `Không còn trang “${sheet}” trong sổ: trang đã bị xóa hoặc đổi tên. Đặt lại tên cũ, hoặc lập lại sổ.`,
  cancelled: () => "Đã dừng theo yêu cầu; các trang vẫn như trước khi bấm. Bấm lại khi cần.",
  refused: ({ detail }) => `Excel từ chối thao tác này (${detail}). Các trang vẫn như trước; lưu sổ, đóng mở lại Excel rồi thử lại.`,
};

/** The sentence for a fault, in Vietnamese. */
export function hostFaultVi(fault: HostFault): string {
  return (hostFaultsVi[fault.kind] as (fault: HostFault) => string)(fault);
}

function megabytes(bytes: number): string {
  return new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 }).format(bytes / 1_048_576);
}
