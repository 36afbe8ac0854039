// House rules for code. Every rule of our own has a message that says what to do instead.
// Who may import what is checked apart, in dependency-cruiser.cjs.
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const houseSyntax = [
  {
    selector: "ExportDefaultDeclaration",
    message: "Export by name, so that the thing has one name everywhere: `export function …`.",
  },
  {
    selector: "TSEnumDeclaration",
    message: 'Write a union of strings instead of an enum: `type State = "open" | "closed"`.',
  },
  {
    selector: "ExportAllDeclaration",
    message: "No barrels: import each thing from the file that defines it.",
  },
];
const noConsole = {
  selector: "MemberExpression[object.name='console']",
  message: "Only src/cli prints. Elsewhere return the facts (a Problem, a value) and let the caller show them.",
};
const pureDomain = [
  {
    selector: "ClassDeclaration",
    message: "No classes in the domain: plain readonly data and functions over it.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], MemberExpression[object.name='Date'][property.name='now']",
    message: "The domain has no clock: take the date as an argument (asOf, receivedOn …).",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "The domain is deterministic: same files, same dates, same decisions give the same report.",
  },
  {
    selector: "FunctionDeclaration[async=true], ArrowFunctionExpression[async=true], AwaitExpression",
    message: "The domain is synchronous: read in src/workbook or src/tasks first, then pass plain values in.",
  },
];

const officeGlobals = ["Excel", "Office", "OfficeExtension"].map((name) => ({
  name,
  message: `Only src/excel (and the start-up in src/taskpane/index.tsx) talks to ${name}. Add the operation to the host port there.`,
}));

export default tseslint.config(
  { ignores: ["dist/", "build/", "coverage/", "node_modules/", "templates/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },

  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // Takes away assertions of template-literal types that the compiler needs.
      "@typescript-eslint/no-unnecessary-type-assertion": "off",
      // Only classes lose their `this`, and the house has next to none.
      "@typescript-eslint/unbound-method": "off",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "prefer-const": "error",
      "no-var": "error",
      "no-restricted-syntax": ["error", ...houseSyntax],
    },
  },

  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "max-lines": ["warn", { max: 300, skipBlankLines: true }],
      "max-lines-per-function": ["warn", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-restricted-globals": ["error", ...officeGlobals],
      "no-restricted-syntax": ["error", ...houseSyntax, noConsole],
    },
  },
  { files: ["src/domain/**/*.ts"], rules: { "no-restricted-syntax": ["error", ...houseSyntax, noConsole, ...pureDomain] } },
  { files: ["src/cli/**/*.ts"], rules: { "no-restricted-syntax": ["error", ...houseSyntax] } },
  { files: ["src/excel/**/*.ts", "src/taskpane/index.tsx"], rules: { "no-restricted-globals": "off" } },
  {
    files: ["src/**/*.tsx", "src/taskpane/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "max-lines-per-function": "off",
    },
  },

  // Tests state cases: long tables and untyped file contents are fine there.
  {
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
);
