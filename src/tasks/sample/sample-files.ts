/** The files of a sample, one sender after another, each with its own trouble. */
import type { FormTemplate } from "#domain/form";
import type { LedgerState } from "#domain/ledger-types";
import type { Roster, Unit, UnitCode } from "#domain/unit";
import { sampleWords as words } from "#messages/sample-vi";
import { convertWorkbook, packFiles } from "#workbook/form/convert-workbook";
import { fillForm, type FormEdit, type TypedValue } from "#workbook/form/fill-form";
import { partName, UNIT_CODE_NAME, UNIT_NAME_NAME, UNIT_PICK_NAME, unitLabel } from "#workbook/form-layout";
import { insertRows } from "#workbook/form/insert-rows";
import { formWorkbook } from "#workbook/form/write-form";
import { safeName } from "../safe-name";
import { randomOf } from "./random";
import { closedUnitOf, type Sender } from "./sender";
import { asText, numberSpot, shareSpot, withBlanks, withCell } from "./spoil-cells";
import type { SampleSetting } from "./true-figures";
import { troubles, type Trouble } from "./troubles";
import type { FileTruth } from "./truth";

export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly receivedOn: string | null;
  readonly truth: readonly FileTruth[];
}

export interface FilesSetting extends SampleSetting {
  readonly template: FormTemplate;
}

interface Draft {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly state: LedgerState;
  readonly group?: string;
}

/** Every file of every sender; what is sent packed together becomes one archive. */
export async function sampleFiles(setting: FilesSetting, senders: ReadonlyMap<string, Sender>, shared: ReadonlyMap<string, Trouble>): Promise<SampleFile[]> {
  const desk = new Desk(setting, [...senders.values()].filter(({ unit }) => !shared.has(unit.code)));
  const files: SampleFile[] = [];
  const packed: SampleFile[] = [];
  for (const sender of senders.values()) {
    const trouble = shared.get(sender.unit.code);
    const day = dayOf(sender, trouble, setting);
    for (const { path, bytes, state, group } of await desk.draftsOf(sender, trouble)) {
      const truth: FileTruth = { path, sender: sender.unit.code, trouble: trouble ?? "none", state, ...(group === undefined ? {} : { group }) };
      (trouble === "zip" ? packed : files).push({ path, bytes, receivedOn: day, truth: [truth] });
    }
  }
  return packed.length > 0 ? [...files, archive(packed)] : files;
}

function archive(packed: readonly SampleFile[]): SampleFile {
  const path = `${words.archive}.zip`;
  const members = packed.map(({ path: member, bytes }) => ({ path: member.slice(member.lastIndexOf("/") + 1), bytes }));
  const days = packed.flatMap(({ receivedOn }) => (receivedOn === null ? [] : [receivedOn])).sort();
  const truth = packed.flatMap((file, index) => file.truth.map((one) => ({ ...one, path: `${path} › ${members[index]?.path ?? ""}` })));
  return { path, bytes: packFiles(members), receivedOn: days.at(-1) ?? null, truth };
}

function dayOf({ unit }: Sender, trouble: Trouble | undefined, { treeDate, seed }: SampleSetting): string | null {
  if (trouble === "noDay") return null;
  const random = randomOf(seed, "day", unit.code);
  const days = trouble === "late" ? random.between(1, 4) : trouble === "zip" ? -3 : -random.between(1, 14);
  return new Date(Date.parse(`${treeDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Where the sample's clerks sit: fills forms and does to the files what happens to files. */
class Desk {
  private readonly setting: FilesSetting;
  private readonly neighbours: Sender[];
  private readonly taken = new Set<string>();

  constructor(setting: FilesSetting, untroubled: readonly Sender[]) {
    this.setting = setting;
    this.neighbours = [...untroubled];
  }

  async draftsOf(sender: Sender, trouble: Trouble | undefined): Promise<Draft[]> {
    const { unit, typed, spots } = sender;
    const state = trouble ? troubles[trouble].state : "accepted";
    if (state === null) return [];
    const name = this.nameOf(sender, trouble);
    const path = (suffix: string, base = name): string => `${sender.folder}/${base}${suffix}`;
    const own = async (changes: { typed?: ReadonlyMap<string, TypedValue>; edits?: readonly FormEdit[] } = {}): Promise<Uint8Array> =>
      fillForm(this.formOf(unit.code), { values: changes.typed ?? typed, rows: sender.rows, edits: changes.edits ?? [] });
    const one = (bytes: Uint8Array, at = path(".xlsx")): Draft[] => [{ path: at, bytes, state }];

    switch (trouble) {
      case "copy": {
        const bytes = await own();
        const group = `copy-${unit.code}`;
        return [{ path: path(".xlsx"), bytes, state, group }, { path: path(".xlsx", words.copyFile(name)), bytes, state: "identicalCopy", group }];
      }
      case "final": {
        const { changed } = sender;
        const second = changed ? withCell(typed, changed.name, changed.change(this.setting.template.answers)) : typed;
        return [...one(await own()), ...one(await own({ typed: second }), path(".xlsx", words.finalFile(name)))];
      }
      case "numeratorAbove": {
        const spot = shareSpot(spots);
        return one(await own({ typed: spot ? withCell(typed, spot.main, spot.base + 3) : typed }));
      }
      case "barePercent": {
        const spot = shareSpot(spots);
        return one(await own({ typed: spot ? withCell(typed, spot.main, "95,5%") : typed }));
      }
      case "dash": return one(await own({ typed: withCell(typed, numberSpot(spots) ?? "", "-") }));
      case "blankCells": return one(await own({ typed: withBlanks(typed, spots) }));
      case "emptyForm": return one(await fillForm(this.formOf(unit.code), { values: new Map() }));
      case "typedText": return one(await own({ typed: asText(typed, spots, this.setting.template.answers) }));
      case "neighbour": return one(await this.onNeighboursForm(sender));
      case "unknownUnit": return one(await this.ofUnknownUnit(sender));
      case "otherPlan": return one(await this.ofOtherPlan(sender));
      case "common": return one(await this.onCommonForm(sender, true));
      case "notChosen": return one(await this.onCommonForm(sender, false));
      case "scan": return one(ascii("%PDF-1.4\n%sample scan, no figures inside\n%%EOF\n"), path(".pdf", words.scanFile(name)));
      case "truncated": {
        const bytes = await own();
        return one(bytes.slice(0, Math.floor(bytes.length * 0.6)));
      }
      case "xls": return one(convertWorkbook(await own(), "xls"), path(".xls"));
      case "ods": return one(convertWorkbook(await own(), "ods"), path(".ods"));
      case "sheets": return one(await own({ edits: [{ kind: "renameSheets", nameOf: words.renamedSheet }, { kind: "reverseSheets" }] }));
      case "hiddenLost": return one(await own({ edits: [{ kind: "dropHiddenSheets" }] }));
      case "pasted": return one(await own({ edits: [{ kind: "pasteAsValues" }] }));
      case "insertedRows": return one(insertRows(await own(), firstCellOf(sender), 2));
      case "lock": return [...one(await own()), { path: path(".xlsx", `~$${name}`), bytes: ascii(`\u0005Mau${" ".repeat(160)}`), state: "unreadable" }];
      case "photo": return [...one(await own()), { path: path(".jpg", `${words.photoFile}-${unit.code}`), bytes: PHOTO, state: "unreadable" }];
      case "closedUnit": return [...one(await own()), ...(await this.ofClosedUnit(sender))];
      default: return one(await own());
    }
  }

  private nameOf({ unit, folder }: Sender, trouble: Trouble | undefined): string {
    const plain = words.fileName(words.stages[this.setting.stage], safeName(unit.name, 120));
    const name = trouble === "renamedFile" ? words.renamedFile(withoutMarks(unit.name)) : trouble === "decomposed" ? plain.normalize("NFD") : plain;
    const key = `${folder}/${name}`.toLowerCase();
    const free = this.taken.has(key) || trouble === "zip" ? `${name} ${unit.code}` : name;
    this.taken.add(key);
    return free;
  }

  private formOf(unit: UnitCode, roster: Roster = this.setting.roster, plan = this.setting.plan): ReturnType<typeof formWorkbook> {
    const { stage, template, treeDate } = this.setting;
    return formWorkbook({ plan, stage, template, roster, treeDate, kind: { unit } });
  }

  private async onCommonForm({ unit, typed, rows }: Sender, isChosen: boolean): Promise<Uint8Array> {
    const { plan, stage, template, roster, treeDate } = this.setting;
    const picked: [string, TypedValue][] = [[UNIT_PICK_NAME, unitLabel(unit.code, unit.name)], [UNIT_CODE_NAME, unit.code], [UNIT_NAME_NAME, unit.name]];
    return fillForm(formWorkbook({ plan, stage, template, roster, treeDate, kind: { common: true } }), { values: new Map([...typed, ...(isChosen ? picked : [])]), rows });
  }

  /** The file of another unit, with the own name typed over the other's. */
  private async onNeighboursForm({ unit, typed, rows }: Sender): Promise<Uint8Array> {
    const neighbour = this.neighbours.find((other) => other.unit.kind === unit.kind) ?? this.neighbours[0];
    return fillForm(this.formOf(neighbour?.unit.code ?? unit.code), { values: withCell(typed, UNIT_NAME_NAME, unit.name), rows });
  }

  private async ofUnknownUnit({ unit, typed, rows }: Sender): Promise<Uint8Array> {
    const stranger: Unit = { ...unit, code: words.otherUnit.code as UnitCode, name: words.otherUnit.name };
    const roster: Roster = { ...this.setting.roster, units: [...this.setting.roster.units, stranger] };
    return fillForm(this.formOf(stranger.code, roster), { values: typed, rows });
  }

  private async ofOtherPlan({ unit, typed, rows }: Sender): Promise<Uint8Array> {
    const plan = { ...this.setting.plan, ...words.otherPlan, shortTitle: words.otherPlan.title };
    return fillForm(this.formOf(unit.code, this.setting.roster, plan), { values: typed, rows });
  }

  private async ofClosedUnit({ folder, typed }: Sender): Promise<Draft[]> {
    const unit = closedUnitOf(this.setting);
    if (!unit) return [];
    const name = words.fileName(words.stages[this.setting.stage], unit.name);
    return [{ path: `${folder}/${name}.xlsx`, bytes: await fillForm(this.formOf(unit.code), { values: typed }), state: "notExpected" }];
  }
}

/** The smallest thing that is a JPEG to everybody who only looks at its beginning. */
const PHOTO = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9]);

function firstCellOf({ spots }: Sender): string {
  const [first] = spots;
  const part = { count: "value", share: "numerator", aim: "percent", answer: "answer", change: "startNumerator", changeAim: "startNumerator", text: "text", notApplicable: "numerator", blank: "value" } as const;
  return first ? partName(first.code, part[first.figure.kind]) : "";
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/\u0111/g, "d").replace(/\u0110/g, "D").toLowerCase();
}
