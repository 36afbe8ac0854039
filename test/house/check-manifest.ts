/**
 * What Excel and the Store demand of a task-pane manifest, checked without a network. Sources: "How to find the
 * proper order of manifest elements" and the element reference on learn.microsoft.com (XML manifest, task pane 1.0).
 */
import { type Element, readXml, withDescendants } from "./read-xml";

export interface Surroundings {
  readonly origin: string;
  /** Size of a PNG the build serves under this path; undefined when there is none. */
  readonly imageSize: (path: string) => { readonly width: number; readonly height: number } | undefined;
  /** Pages the build serves. */
  readonly pages: readonly string[];
}

/** Children must come in this order; names ending in `!` must be there. */
const order: Record<string, readonly string[]> = {
  OfficeApp: ["Id!", "AlternateId", "Version!", "ProviderName!", "DefaultLocale!", "DisplayName!", "Description!", "IconUrl!", "HighResolutionIconUrl!",
    "SupportUrl", "AppDomains", "Hosts!", "Requirements", "DefaultSettings!", "Permissions!", "Dictionary", "VersionOverrides!", "ExtendedOverrides"],
  Requirements: ["Sets", "Methods"],
  DefaultSettings: ["SourceLocation!"],
  VersionOverrides: ["Description", "Requirements", "Hosts!", "Resources!", "WebApplicationInfo", "EquivalentAddins"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint!"],
  GetStarted: ["Title!", "Description!", "LearnMoreUrl"],
  ExtensionPoint: ["OfficeTab", "CustomTab"],
  CustomTab: ["Group!", "OfficeGroup", "Label!", "InsertAfter", "InsertBefore"],
  Group: ["OverriddenByRibbonApi", "Label!", "Icon!", "Control!"],
  Control: ["OverriddenByRibbonApi", "Label!", "Supertip!", "Icon!", "Action!", "Enabled", "Items"],
  Supertip: ["Title!", "Description!"],
  Action: ["TaskpaneId", "SourceLocation!", "Title"],
  Resources: ["Images!", "Urls!", "ShortStrings!", "LongStrings!"],
};
const longest: Record<string, number> = { DisplayName: 125, Description: 250, ShortStrings: 125, LongStrings: 250 };
const resourceOf: Record<string, string> = {
  "bt:Image": "Images", SourceLocation: "Urls", LearnMoreUrl: "Urls", FunctionFile: "Urls",
  Label: "ShortStrings", Title: "ShortStrings", Description: "LongStrings", Image: "Images",
};
const requiredIcons = [16, 32, 80];

/** Everything wrong with the manifest, one sentence each. */
export function checkManifest(xml: string, surroundings: Surroundings): string[] {
  const app = readXml(xml);
  const all = withDescendants(app);
  return [
    ...checkIdentity(app),
    ...all.flatMap(checkOrder),
    ...all.flatMap(checkLengths),
    ...checkResources(app, all),
    ...checkAddresses(all, surroundings),
    ...checkIcons(app, all, surroundings),
  ];
}

const child = (element: Element, name: string): Element | undefined => element.children.find((each) => each.name === name);
const textOf = (element: Element, name: string): string => child(element, name)?.text.trim() ?? "";

function checkIdentity(app: Element): string[] {
  const host = child(app, "Hosts")?.children.map(({ attributes }) => attributes["Name"]).join();
  const set = withDescendants(app).find(({ name }) => name === "Set");
  return [
    app.attributes["xsi:type"] !== "TaskPaneApp" && "OfficeApp is not a TaskPaneApp",
    !/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(textOf(app, "Id")) && "Id is not a GUID",
    !/^\d+\.\d+\.\d+\.\d+$/.test(textOf(app, "Version")) && "Version has not four parts",
    !/^[a-z]{2}-[A-Z]{2}$/.test(textOf(app, "DefaultLocale")) && "DefaultLocale is not a locale",
    host !== "Workbook" && "Hosts is not Workbook alone",
    textOf(app, "Permissions") !== "ReadWriteDocument" && "Permissions is not ReadWriteDocument",
    child(app, "VersionOverrides")?.attributes["xsi:type"] !== "VersionOverridesV1_0" && "a task pane knows VersionOverridesV1_0 only",
    set && (set.attributes["Name"] !== "ExcelApi" || !/^1\.\d+$/.test(set.attributes["MinVersion"] ?? "")) && "Set is not ExcelApi with a MinVersion",
  ].filter((found): found is string => typeof found === "string");
}

function checkOrder(element: Element): string[] {
  const expected = order[element.name];
  if (!expected) return [];
  const names = expected.map((name) => name.replace("!", ""));
  const places = element.children.map(({ name }) => names.indexOf(name));
  const unknown = element.children.filter(({ name }) => !names.includes(name)).map(({ name }) => `<${name}> does not belong in <${element.name}>`);
  const missing = expected.filter((name) => name.endsWith("!") && !child(element, name.slice(0, -1))).map((name) => `<${element.name}> lacks <${name.slice(0, -1)}>`);
  const late = places.findIndex((place, index) => index > 0 && place !== -1 && place < places[index - 1]!);
  return [...unknown, ...missing, ...(late > 0 ? [`<${element.children[late]!.name}> comes too late in <${element.name}>`] : [])];
}

function checkLengths(element: Element): string[] {
  const limit = longest[element.name];
  if (limit === undefined) return [];
  return withDescendants(element)
    .flatMap(({ attributes }) => [attributes["DefaultValue"], attributes["Value"]])
    .filter((text) => text !== undefined && text.length > limit)
    .map((text) => `longer than ${limit} characters in <${element.name}>: ${text}`);
}

function checkResources(app: Element, all: readonly Element[]): string[] {
  const resources = child(child(app, "VersionOverrides") ?? app, "Resources")?.children ?? [];
  const defined = resources.flatMap((kind) => kind.children.map(({ attributes }) => `${kind.name}/${attributes["id"]}`));
  const used = all
    .filter(({ attributes }) => attributes["resid"] !== undefined)
    .map(({ name, attributes }) => `${resourceOf[name] ?? name}/${attributes["resid"]}`);
  const ids = all.filter(({ name }) => ["CustomTab", "Group", "Control"].includes(name)).map(({ attributes }) => `id/${attributes["id"]}`);
  return [
    ...used.filter((id) => !defined.includes(id)).map((id) => `resid is not defined: ${id}`),
    ...defined.filter((id) => !used.includes(id)).map((id) => `resource is never used: ${id}`),
    ...[...defined, ...ids].filter((id, index, list) => list.indexOf(id) !== index).map((id) => `defined twice: ${id}`),
    ...defined.filter((id) => id.split("/")[1]!.length > 32).map((id) => `id longer than 32 characters: ${id}`),
    ...resources
      .filter(({ name }) => name.endsWith("Strings"))
      .flatMap(({ children }) => children)
      .filter((text) => !text.children.some(({ attributes }) => attributes["Locale"] === "en-US"))
      .map(({ attributes }) => `no English for ${attributes["id"]}`),
  ];
}

function addressesIn(all: readonly Element[]): string[] {
  return all
    .flatMap(({ attributes }) => [attributes["DefaultValue"], attributes["Value"]])
    .filter((value): value is string => value !== undefined && /^\w+:\/\//.test(value));
}

function checkAddresses(all: readonly Element[], { origin, pages, imageSize }: Surroundings): string[] {
  return addressesIn(all).flatMap((address) => {
    if (!address.startsWith("https://")) return [`not https: ${address}`];
    if (!address.startsWith(`${origin}/`)) return [`leads elsewhere: ${address}`];
    const path = address.slice(origin.length + 1).replace(/\?.*$/, "");
    return pages.includes(path) || imageSize(path) ? [] : [`the build serves no ${path}`];
  });
}

function checkIcons(app: Element, all: readonly Element[], { origin, imageSize }: Surroundings): string[] {
  const sizes = new Map<string, number>();
  const wrong: string[] = [];
  const at = (name: string): string => child(app, name)?.attributes["DefaultValue"] ?? "";
  sizes.set(at("IconUrl"), 32);
  sizes.set(at("HighResolutionIconUrl"), 64);
  for (const icon of all.filter(({ name }) => name === "Icon")) {
    const given = icon.children.map(({ attributes }) => Number(attributes["size"]));
    wrong.push(...requiredIcons.filter((size) => !given.includes(size)).map((size) => `an <Icon> lacks size ${size}`));
    for (const { attributes } of icon.children) {
      const image = all.find((each) => each.name === "Image" && each.attributes["id"] === attributes["resid"]);
      if (image) sizes.set(image.attributes["DefaultValue"] ?? "", Number(attributes["size"]));
    }
  }
  for (const [address, size] of sizes) {
    const real = imageSize(address.slice(origin.length + 1));
    if (real?.width !== size || real.height !== size) wrong.push(`${address} is not ${size} × ${size} pixels`);
  }
  return wrong;
}
