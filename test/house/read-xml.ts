/** An element of an XML file: enough of XML for the add-in's manifest, which we write ourselves. */
export interface Element {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** Reads a well-formed file without CDATA or DTD; throws where tags do not match. */
export function readXml(xml: string): Element {
  const root = { name: "", attributes: {}, children: [] as Element[], text: "" };
  const open = [root];
  const withoutComments = xml.replace(/<!--[\s\S]*?-->/g, "").replace(/^\s*<\?xml[^?]*\?>/, "");
  for (const [token] of withoutComments.matchAll(/<[^>]+>|[^<]+/g)) {
    const parent = open.at(-1)!;
    if (!token.startsWith("<")) {
      parent.text += decoded(token);
    } else if (token.startsWith("</")) {
      const closed = token.slice(2, -1).trim().replace(/^.*:/, "");
      if (closed !== parent.name) throw new Error(`</${closed}> closes <${parent.name}>`);
      open.pop();
    } else {
      const [, name, rest] = /^<([\w.:-]+)([\s\S]*?)\/?>$/.exec(token) ?? [];
      if (name === undefined || rest === undefined) throw new Error(`not a tag: ${token}`);
      const element = { name: name.replace(/^.*:/, ""), attributes: attributesOf(rest), children: [] as Element[], text: "" };
      parent.children.push(element);
      if (!token.endsWith("/>")) open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  return root.children[0]!;
}

/** The element and everything below it. */
export function withDescendants(element: Element): Element[] {
  return [element, ...element.children.flatMap(withDescendants)];
}

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/([\w.:-]+)\s*=\s*"([^"]*)"/g)) found[name!] = decoded(value!);
  if (text.replace(/([\w.:-]+)\s*=\s*"([^"]*)"/g, "").trim() !== "") throw new Error(`attributes: ${text}`);
  return found;
}

function decoded(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name]!);
}
