import { allOf, at, compared, countBeginning, firstOf, isBlank, joined, lit, over, remainder, rounded, when, type Expr } from "#workbook/form/formula";

describe("formulas know their results", () => {
  test.each<{ case: string; expr: Expr; text: string; value: unknown }>([
    { case: "an empty cell equals empty text", expr: compared(at("A1", null), "=", lit("")), text: 'A1=""', value: true },
    { case: "an empty cell equals zero", expr: compared(at("A1", null), "=", lit(0)), text: "A1=0", value: true },
    { case: "text stands above every number", expr: compared(at("A1", "a"), ">", lit(9)), text: "A1>9", value: true },
    { case: "text compares without regard to case", expr: compared(at("A1", "đạt"), "=", lit("Đạt")), text: 'A1="Đạt"', value: true },
    { case: "spaces are blank, zero is not", expr: allOf(isBlank(at("A1", "  ")), compared(isBlank(at("B1", 0)), "=", lit(false))), text: 'AND(TRIM(A1)="",(TRIM(B1)="")=FALSE)', value: true },
    { case: "comparisons are bracketed before they are compared", expr: compared(compared(lit(2), ">=", lit(1)), "=", compared(lit(3), ">=", lit(4))), text: "(2>=1)=(3>=4)", value: false },
    { case: "division by zero is an error that IF steps around", expr: when(lit(false), over(lit(1), lit(0)), lit("x")), text: 'IF(FALSE,(1/0),"x")', value: "x" },
    { case: "quotes are doubled", expr: lit('a"b'), text: '"a""b"', value: 'a"b' },
    { case: "rounding works on the written decimal", expr: rounded(at("A1", 1.005), 2), text: "ROUND(A1,2)", value: 1.01 },
    { case: "a remainder needs no MOD", expr: remainder(at("A1", 25), 7), text: "(A1-7*INT(A1/7))", value: 4 },
    { case: "numbers join as text", expr: joined(lit("x"), lit(3)), text: '("x"&3)', value: "x3" },
    { case: "the first case that holds wins", expr: firstOf([[lit(false), lit(1)], [lit(true), lit(2)]], lit(3)), text: "IF(FALSE,1,IF(TRUE,2,3))", value: 2 },
    { case: "beginnings are counted", expr: countBeginning("A1:A3", ["ab", "ac", null], "a"), text: 'SUMPRODUCT(--(LEFT(A1:A3,1)="a"))', value: 2 },
  ])("$case", ({ expr, text, value }) => {
    expect(expr).toMatchObject({ text, value });
  });

  test("a long text is cut into pieces a formula may hold", () => {
    const long = "chữ ".repeat(100);
    expect(lit(long).value).toBe(long);
    expect(Math.max(...[...lit(long).text.matchAll(/"([^"]*)"/g)].map(([, piece = ""]) => piece.length))).toBeLessThanOrEqual(120);
  });
});
