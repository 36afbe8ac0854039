import { readOldFont } from "#workbook/read/old-fonts";

describe("readOldFont", () => {
  test.each<{ typed: string; font?: string; reads: string; as: string }>([
    { typed: "Tr­êng TiÓu häc Lª Lîi", reads: "Trường Tiểu học Lê Lợi", as: "TCVN3" },
    { typed: "Tröôøng Tieåu hoïc Leâ Lôïi", reads: "Trường Tiểu học Lê Lợi", as: "VNI" },
    { typed: "NguyÔn V¨n Hïng", reads: "Nguyễn Văn Hùng", as: "TCVN3" },
    { typed: "Nguyeãn Thò Ñieäp", reads: "Nguyễn Thị Điệp", as: "VNI" },
    { typed: "ch­a ®¹t", reads: "chưa đạt", as: "TCVN3" },
    { typed: "§¹t", font: ".VnTime", reads: "Đạt", as: "TCVN3" },
    { typed: "tr­êng thpt", font: ".VnTimeH", reads: "TRƯỜNG THPT", as: "TCVN3" },
    { typed: "TRÖÔØNG TIEÅU HOÏC", font: "VNI-Times", reads: "TRƯỜNG TIỂU HỌC", as: "VNI" },
  ])("reads $typed as $reads ($as)", ({ typed, font, reads, as }) => {
    expect(readOldFont(typed, font)).toEqual({ font: as, text: reads });
  });

  test.each(["Trường Tiểu học Lê Lợi", "Tiểu học", "Lê Thị Hoà", "có", "không", "Văn", "cô giáo", "95 %", "n/a", "Noël Müller", "à la carte", "³½", "khá, giỏi", "đạt", "Hà Nam", "TH&THCS"])(
    "leaves %s alone", (typed) => {
      expect(readOldFont(typed)).toBeNull();
    });

  test("a Unicode name set in an old font is left alone", () => {
    expect(readOldFont("Trường Tiểu học", ".VnTime")).toBeNull();
  });

  test("text that no table reads with certainty is named, not converted", () => {
    expect(readOldFont("µ¸¶·¹¨»¾ xyz¹¹¹", ".VnArial")).toEqual({ font: "TCVN3", text: null });
  });
});
