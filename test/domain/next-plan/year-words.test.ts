import { moveYears, namesYear } from "#domain/next-plan/year-words";
import fc from "fast-check";

const window = { from: 2023, to: 2026 };

describe("moveYears", () => {
  test.each([
    ["năm học 2024 - 2025", "năm học 2025 - 2026"],
    ["Đồng Khởi mới 2024-2025", "Đồng Khởi mới 2025-2026"],
    ["Kỳ thi năm 2024, 2025", "Kỳ thi năm 2025, 2026"],
    ["gửi trước ngày 01/5/2024", "gửi trước ngày 01/5/2025"],
    ["trong tháng 10/2025", "trong tháng 10/2026"],
    ["{unit}-DKTD NH 2024-2025", "{unit}-DKTD NH 2025-2026"],
    ["2023 đến 2025", "2024 đến 2026"],
  ])("%s becomes %s", (before, after) => {
    expect(moveYears(before, 1, window)).toEqual({ text: after, keepsYear: false });
  });

  test.each([
    ["a document's number", "theo Nghị định 98/2023/NĐ-CP", false],
    ["a number that looks like a year", "Kế hoạch 2024/KH-UBND", false],
    ["the day of a document", "Hướng dẫn số 6980/HD-UBND ngày 13/11/2023 của UBND tỉnh", false],
    ["another programme's span", "giai đoạn 2021-2025", true],
    ["a span that goes further", "giai đoạn 2023 - 2030", true],
    ["an earlier year", "Chương trình Giáo dục phổ thông 2018", false],
    ["digits of a longer number", "điện thoại 02024202", false],
  ])("leaves %s as it is", (_case, text, keepsYear) => {
    expect(moveYears(text, 1, window)).toEqual({ text, keepsYear });
  });

  test("moved on and back are the words before", () => {
    const year = fc.integer({ min: 2023, max: 2026 }).map(String);
    const words = fc.array(fc.oneof(fc.constantFrom("năm ", " - ", "giai đoạn ", ", ", "ngày 01/5/", " và "), year), { maxLength: 8 }).map((parts) => parts.join(" "));
    fc.assert(fc.property(words, fc.integer({ min: 1, max: 5 }), (text, by) => {
      const there = moveYears(text, by, window).text;
      expect(moveYears(there, -by, { from: window.from + by, to: window.to + by }).text).toBe(text);
    }));
  });
});

test.each([["năm 2024 của tỉnh", true], ["giai đoạn 2021 - 2025", true], ["năm học 2019 - 2020", false], ["Nghị định 98/2023/NĐ-CP", false]])("%s names a year of the plan: %s", (text, expected) => {
  expect(namesYear(text, window)).toBe(expected);
});
