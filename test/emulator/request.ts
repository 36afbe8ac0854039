/** One request of the library: its object paths are resolved, its actions done one by one until one is refused. */
import { EmulatedError } from "./emulated-error";
import { NOTHING, type Thing, type TypeTable } from "./types";

interface Arguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | readonly number[] | null)[];
}

interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: Arguments;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: Arguments;
  readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Expand?: readonly string[] };
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ResponseBody {
  readonly Error: { readonly Code: string; readonly Message: string; readonly ActionIndex: number; readonly Location: string | null } | null;
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly TraceIds: readonly number[];
}

/** What stays between requests. */
export interface Session {
  readonly tables: Readonly<Record<string, TypeTable>>;
  readonly root: Thing;
  readonly references: Map<string, Thing>;
  nextReference: number;
  /** Called before each action; may refuse. */
  readonly beforeAction: (index: number) => void;
}

export async function answer(session: Session, body: RequestBody): Promise<ResponseBody> {
  const resolved = new Map<number, Thing>();
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      session.beforeAction(index);
      if (action.ActionType === 5) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: action.ActionType === 5 ? null : await act(session, body, resolved, action) });
    } catch (error) {
      if (!(error instanceof EmulatedError)) throw error;
      return { Error: { Code: error.code, Message: error.message, ActionIndex: index, Location: null }, Results: results, TraceIds: traces };
    }
  }
  return { Error: null, Results: results, TraceIds: traces };
}

async function act(session: Session, body: RequestBody, resolved: Map<number, Thing>, action: Action): Promise<unknown> {
  const target = await resolve(session, body, resolved, action.ObjectPathId);
  if (target === NOTHING) return null;
  const table = tableOf(session, target.type);
  switch (action.ActionType) {
    case 1: return identify(session, target, table);
    case 2: return query(session, target, table, action.QueryInfo?.Select ?? []);
    case 3: {
      if (action.Name === "_KeepReference") return null;
      if (action.Name === "_RemoveReference") {
        session.references.delete(String(action.ArgumentInfo?.Arguments?.[0]));
        return null;
      }
      const outcome = await callMethod(target, table, action.Name, await argumentsOf(session, body, resolved, action.ArgumentInfo));
      return isThing(outcome) ? null : (outcome ?? null);
    }
    case 4: {
      const setter = table.setters?.[action.Name];
      if (!setter) throw unknown(`${target.type}.${action.Name} (write)`);
      const [value] = await argumentsOf(session, body, resolved, action.ArgumentInfo);
      setter(target.self as never, value as never);
      return null;
    }
    default: throw unknown(`action type ${action.ActionType}`);
  }
}

function unknown(member: string): EmulatedError {
  return new EmulatedError("emulator", `emulator: ${member} is not known`);
}

function tableOf({ tables }: Session, type: string): TypeTable {
  const table = tables[type];
  if (!table) throw unknown(type);
  return table;
}

function identify(session: Session, { type, self }: Thing, table: TypeTable): object {
  if (!table.isReferenced) return table.identity?.(self as never) ?? {};
  const id = `ref${session.nextReference++}`;
  session.references.set(id, { type, self });
  return { _ReferenceId: id };
}

/** Names come as the application wrote them and go back as Excel spells them. */
function query(session: Session, { type, self }: Thing, table: TypeTable, select: readonly string[]): object {
  if (table.items) return { _Items: table.items(self as never).map((item) => ({ ...(tableOf(session, item.type).identity?.(item.self as never) ?? {}), ...scalars(item, tableOf(session, item.type), select) })) };
  return scalars({ type, self }, table, select);
}

function scalars({ type, self }: Thing, table: TypeTable, select: readonly string[]): Record<string, unknown> {
  const known = Object.keys(table.scalars ?? {});
  return Object.fromEntries(select.map((wanted): [string, unknown] => {
    const name = known.find((one) => one.toLowerCase() === wanted.replace(/^items\//iu, "").toLowerCase());
    if (name === undefined) throw unknown(`${type}.${wanted}`);
    return [name, table.scalars?.[name]?.(self as never)];
  }));
}

async function resolve(session: Session, body: RequestBody, resolved: Map<number, Thing>, id: number): Promise<Thing> {
  const known = resolved.get(id);
  if (known) return known;
  const path = body.ObjectPaths[String(id)];
  if (!path) throw new EmulatedError("InvalidObjectPath", `No object path ${id}.`);
  const thing = await follow(session, body, resolved, path);
  resolved.set(id, thing);
  return thing;
}

async function follow(session: Session, body: RequestBody, resolved: Map<number, Thing>, path: ObjectPath): Promise<Thing> {
  if (path.ObjectPathType === 1) return session.root;
  if (path.ObjectPathType === 2) return { type: path.Name.split(".").at(-1) ?? "", self: null };
  if (path.ObjectPathType === 6) {
    const kept = session.references.get(path.Name);
    if (!kept) throw new EmulatedError("InvalidObjectPath", `The reference ${path.Name} is no longer kept.`);
    return kept;
  }
  if (path.ObjectPathType === 7) return NOTHING;
  const parent = await resolve(session, body, resolved, path.ParentObjectPathId ?? 0);
  if (parent === NOTHING) return NOTHING;
  const table = tableOf(session, parent.type);
  const values = await argumentsOf(session, body, resolved, path.ArgumentInfo);
  if (path.ObjectPathType === 4) {
    const child = table.children?.[path.Name];
    if (!child) throw unknown(`${parent.type}.${path.Name}`);
    return child(parent.self as never);
  }
  if (path.ObjectPathType === 5) {
    if (!table.item) throw unknown(`${parent.type}[…]`);
    return table.item(parent.self as never, values[0] as never);
  }
  const outcome = await callMethod(parent, table, path.Name, values);
  if (!isThing(outcome)) throw unknown(`${parent.type}.${path.Name} as an object`);
  return outcome;
}

async function callMethod({ type, self }: Thing, table: TypeTable, name: string, values: readonly unknown[]): Promise<unknown> {
  const method = table.methods?.[name];
  if (!method) throw unknown(`${type}.${name}()`);
  return await method(self as never, ...(values as never[]));
}

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && "type" in value && "self" in value;
}

/** An argument that is an object arrives as a path. */
async function argumentsOf(session: Session, body: RequestBody, resolved: Map<number, Thing>, info: Arguments | undefined): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const [index, value] of (info?.Arguments ?? []).entries()) {
    const reference = info?.ReferencedObjectPathIds?.[index];
    values.push(typeof reference === "number" && reference > 0 ? (await resolve(session, body, resolved, reference)).self : value);
  }
  return values;
}
