/** A marked place of a document (vùng được đánh dấu): Word's content control, which stays whatever is written in it. */
import { FileChild, XmlAttributeComponent, XmlComponent, type Paragraph } from "docx";

class Value extends XmlAttributeComponent<{ readonly val: string }> {
  protected override readonly xmlKeys = { val: "w:val" };
}

class Element extends XmlComponent {
  constructor(name: string, children: readonly (XmlComponent | Value)[]) {
    super(name);
    this.root.push(...children);
  }
}

const said = (name: string, val: string): Element => new Element(name, [new Value({ val })]);

/** Word's numbers of such places are its own to choose; they only have to differ. */
function numberOf(tag: string): number {
  return [...tag].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2_000_000_000, 7) + 1;
}

export class Region extends FileChild {
  constructor(tag: string, title: string, paragraphs: readonly Paragraph[]) {
    super("w:sdt");
    this.root.push(new Element("w:sdtPr", [said("w:alias", title), said("w:tag", tag), said("w:id", String(numberOf(tag)))]), new Element("w:sdtContent", paragraphs));
  }
}
