import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkManifest } from "./check-manifest";

const root = path.resolve(__dirname, "../..");
const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");

/** The pages are asked of the build configuration itself, so that a renamed page cannot leave the manifest behind. */
async function pagesOfTheBuild(): Promise<string[]> {
  const { default: configure } = (await import(path.join(root, "webpack.config.js"))) as {
    default: (env: object) => Promise<{ plugins: { userOptions?: { filename?: string } }[] }[]>;
  };
  return (await configure({})).flatMap(({ plugins }) => plugins).flatMap(({ userOptions }) => userOptions?.filename ?? []);
}

function imageSize(file: string): { width: number; height: number } | undefined {
  const full = path.join(root, file);
  if (!file.endsWith(".png") || !existsSync(full)) return undefined;
  const bytes = readFileSync(full);
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
  return isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined;
}

describe("manifest.xml", () => {
  const origin = "https://localhost:3000";
  const problemsOf = async (xml: string): Promise<string[]> => checkManifest(xml, { origin, imageSize, pages: await pagesOfTheBuild() });

  test("is what Excel accepts", async () => {
    expect(await problemsOf(manifest)).toEqual([]);
  });

  test("introduces the product in Vietnamese and in English", () => {
    expect(manifest).toContain("<DefaultLocale>vi-VN</DefaultLocale>");
    expect(manifest).toContain('<Description DefaultValue="Tổng hợp thi đua – khen thưởng ngành Giáo dục');
    expect(manifest).toContain('Locale="en-US"');
  });

  test("has the version of package.json", () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
  });

  test.each<{ slip: string; from: RegExp | string; to: string; found: string }>([
    { slip: "the Id is no GUID", from: /<Id>.*<\/Id>/, to: "<Id>so-thi-dua</Id>", found: "Id is not a GUID" },
    { slip: "the version has three parts", from: /<Version>.*<\/Version>/, to: "<Version>1.0.0</Version>", found: "Version has not four parts" },
    { slip: "elements are out of order", from: /(\s*<Version>.*<\/Version>)(\s*<ProviderName>.*<\/ProviderName>)/, to: "$2$1", found: "<Version> comes too late in <OfficeApp>" },
    { slip: "an element is unknown", from: "<Permissions>", to: "<Colour /><Permissions>", found: "<Colour> does not belong in <OfficeApp>" },
    { slip: "a required element is gone", from: /<IconUrl [^>]*>/, to: "", found: "<OfficeApp> lacks <IconUrl>" },
    { slip: "a resid leads nowhere", from: 'resid="Tab.Label"', to: 'resid="Tab.Labels"', found: "resid is not defined: ShortStrings/Tab.Labels" },
    { slip: "a resource is left over", from: '<LearnMoreUrl resid="Browser.Url" />', to: "", found: "resource is never used: Urls/Browser.Url" },
    { slip: "an address is not https", from: "https://localhost:3000/index.html", to: "http://localhost:3000/index.html", found: "not https: http://localhost:3000/index.html" },
    { slip: "a page is not built", from: "3000/taskpane.html", to: "3000/pane.html", found: "the build serves no pane.html" },
    { slip: "an icon has another size", from: /icon-80\.png/, to: "icon-64.png", found: "https://localhost:3000/assets/icon-64.png is not 80 × 80 pixels" },
    { slip: "a required icon is left out", from: /<bt:Image size="32" [^>]*>/, to: "", found: "an <Icon> lacks size 32" },
    { slip: "a short text is long", from: 'DefaultValue="Mở sổ"', to: `DefaultValue="${"Mở sổ ".repeat(30)}"`, found: "longer than 125 characters" },
    { slip: "English is missing", from: '<bt:Override Locale="en-US" Value="Open register" />', to: "", found: "no English for Open.Label" },
  ])("the check finds it when $slip", async ({ from, to, found }) => {
    const changed = manifest.replace(from, to);
    expect(changed).not.toBe(manifest);
    expect((await problemsOf(changed)).some((problem) => problem.includes(found))).toBe(true);
  });
});
