/**
 * The emulation plan (kế hoạch thi đua) as data: what a Sở or Phòng asks for, by when, from whom,
 * and the clause each demand rests on. Plans are files in `templates/plans`; code lists none of them.
 */
import { z } from "zod";
import { parseExact } from "./exact";

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "lower-case letters, digits and hyphens");
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "YYYY-MM-DD").refine((text) => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}, "a day of the calendar");
const decimal = z.string().refine((text) => parseExact(text) !== null, "a decimal number written with a point");
const text = z.string().min(1);

/** Where the plan says it: the section, and the clause word for word (white space apart). */
export const sourceSchema = z.strictObject({ section: text, quote: text });

/**
 * What every statement of a plan carries. `source` is the plan's own words; `reading: true` marks
 * our reading of them (cách hiểu), which the product always shows as such.
 */
const sourced = { source: sourceSchema.optional(), reading: z.literal(true).optional(), note: text.optional() };

/** Forms exist for three stages: đăng ký, sơ kết, tổng kết. */
export const stageSchema = z.enum(["registration", "midterm", "summary"]);
/** The five measures: số lượng, tỷ lệ, có/không, tăng/giảm (điểm %), định tính. */
export const measureSchema = z.enum(["count", "ratio", "yesNo", "change", "text"]);
/** Levels are roles given by the roster, never names: a unit, an office between, the whole scope of the plan. */
export const roleSchema = z.enum(["unit", "intermediate", "scope"]);
export const comparatorSchema = z.enum([">=", ">", "<=", "<", "=", "reduceBy", "increaseBy"]);

/** Who is meant: every condition given must hold; a list of selectors means any of them. */
export const selectorSchema = z.strictObject({
  roles: z.array(roleSchema).min(1).optional(),
  kinds: z.array(id).min(1).optional(),
  exceptKinds: z.array(id).min(1).optional(),
  /** Directly under the scope's own office (trực thuộc Sở), and not itself an office. */
  directlyManaged: z.boolean().optional(),
});

/**
 * A target (mức kế hoạch). Several may stand side by side; those with the same `alternatives` group are
 * readings of one clause, of which exactly one is `chosen` (the officer may choose another).
 */
export const targetSchema = z.strictObject({
  id,
  /** Whom it binds: each unit, each office between, or the total over the scope. */
  role: roleSchema,
  /** Narrower than the role, e.g. only directly managed units. */
  appliesTo: z.array(selectorSchema).min(1).optional(),
  /** `count`: the number itself (or the number of đạt); `share`: numerator over base; `change`: percentage points. */
  basis: z.enum(["count", "share", "change"]),
  comparator: comparatorSchema,
  /** Count as a number, share as a fraction of 1 ("0.995"), change in percentage points ("0.3"). */
  value: decimal,
  /** A share whose base is the number of đạt of another yes/no indicator. */
  of: z.string().optional(),
  by: z.union([isoDate, z.string().regex(/^\d{4}$/)]).optional(),
  alternatives: id.optional(),
  chosen: z.boolean().optional(),
  /** One Vietnamese phrase that says which reading this is. */
  label: text.optional(),
  ...sourced,
});

const detailSchema = z.strictObject({ id, label: text, kind: z.enum(["text", "date", "number"]) });

/** One thing the plan follows (chỉ tiêu). */
export const indicatorSchema = z.strictObject({
  /** Never reused, printed on the form as `Mã`. */
  code: z.string().regex(/^[A-Z]{2,4}[0-9]{2}[a-z]?$/, "e.g. BT06 or BT03a"),
  /** The clause's name for it, as the form prints it. */
  name: text,
  shortName: text.optional(),
  /** The heading (nội dung) it stands under. */
  group: id,
  measure: measureSchema,
  /** Đơn vị tính of the rolled-up figure: "trường", "%", "người"… */
  unit: text,
  numeratorLabel: text.optional(),
  denominatorLabel: text.optional(),
  /** The head count (in `headcounts`) that is this ratio's base, typed once in Thông tin đơn vị. */
  denominatorHeadcount: id.optional(),
  /** The indicator as a question to one unit kind ("Trường đã đạt chuẩn quốc gia chưa?"); `*` for every other kind. */
  question: z.record(z.string(), text).optional(),
  /** Further facts asked beside a yes/no (mức độ, số quyết định, đến ngày). */
  details: z.array(detailSchema).optional(),
  /** Unit kinds that answer. Empty: nobody yet (chưa quy định). */
  collectedFrom: z.array(id),
  /** Who could answer in our reading; off until the officer turns it on (answer `collect.<code>`). */
  couldBeCollectedFrom: z.array(id).optional(),
  /** Narrower than the kinds, e.g. only directly managed units. */
  collectedOnlyFrom: z.array(selectorSchema).min(1).optional(),
  stages: z.array(stageSchema).min(1),
  overTime: z.enum(["last", "sum", "average", "none"]),
  /** Told year by year (theo từng năm): the detail in which a unit says the year of its đạt, and the least the plan wants a year on average. */
  perYear: z.strictObject({ detail: id, least: decimal.optional() }).optional(),
  /** The office's own figure of one year of another indicator. */
  ofYear: z.strictObject({ indicator: text, year: z.number().int() }).optional(),
  /** A figure or words the form insists on; false = may be left blank without a problem. */
  required: z.boolean(),
  /** `Không có đối tượng` is an allowed answer. */
  mayNotApply: z.boolean(),
  targets: z.array(targetSchema),
  /** `<plan>/<code>` of the indicator of an earlier plan that this one goes on with. */
  continues: text.optional(),
  ...sourced,
});

/** A cross-check between indicators of one unit (and of a group): a part never exceeds its whole. */
export const ruleSchema = z.strictObject({
  id,
  kind: z.enum(["partOfWhole"]),
  part: text,
  whole: text,
  severity: z.enum(["error", "warning"]),
  sentence: text,
  ...sourced,
});

/** Something due: a filled form, or a document that is only ticked off. */
const deliverableSchema = z.strictObject({ id, kind: z.enum(["form", "document"]), name: text, required: z.boolean() });

/** A deadline (mốc thời hạn). Without `due` nobody is late until the office sets a date of its own. */
export const milestoneSchema = z.strictObject({
  id,
  name: text,
  stage: stageSchema,
  due: isoDate.optional(),
  /** `before`: the due day itself is too late (trước ngày); `by`: the due day still counts. */
  rule: z.enum(["before", "by"]).optional(),
  /** Who owes it. Empty: the plan names nobody. */
  from: z.array(selectorSchema),
  /** To whom it goes, in the plan's words. */
  to: text.optional(),
  channel: text.optional(),
  /** File name rule; `{unit}` stands for the unit's name. */
  fileName: text.optional(),
  deliverables: z.array(deliverableSchema).min(1),
  ...sourced,
});

const namedSchema = z.strictObject({ id, name: text, ...sourced });
const dayOrText = z.strictObject({ from: isoDate.optional(), to: isoDate.optional(), words: text });

/** What the plan leaves open (chưa quy định), with the place where an officer's answer goes. */
export const openPointSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9.-]+$/),
  question: text,
  answer: z.enum(["date", "number", "text", "choice", "yesNo"]),
  choices: z.array(z.strictObject({ id: text, label: text })).optional(),
  required: z.boolean(),
  ...sourced,
});

export const planSchema = z.strictObject({
  $schema: z.string().optional(),
  id,
  version: z.string().regex(/^\d+$/),
  title: text,
  /** For tight places (the pane's head, sheet names). */
  shortTitle: text,
  issuer: z.strictObject({
    name: text,
    parentName: text.optional(),
    /** Who stands at the top of this plan's tree. */
    level: z.enum(["so", "phong"]),
    place: text.optional(),
    signedBy: z.strictObject({ capacity: text, name: text }).optional(),
    ...sourced,
  }),
  number: text.optional(),
  issuedOn: isoDate.optional(),
  /** The area the totals and targets are over, as the plan was adopted. */
  scope: z.strictObject({ name: text, ...sourced }),
  period: z.strictObject({ from: isoDate, to: isoDate, label: text, kind: z.enum(["schoolYear", "calendarYear", "span"]), ...sourced }),
  basedOn: z.array(z.strictObject({ title: text, number: text.optional(), date: isoDate.optional(), ...sourced })),
  themes: z.array(namedSchema),
  movements: z.array(namedSchema),
  subjects: z.array(z.strictObject({ id, kind: z.enum(["collective", "individual"]), name: text, ...sourced })),
  /** Classes of registered work, e.g. Bến Tre's "hai chân – ba mũi". */
  workCategories: z.array(namedSchema),
  groups: z.array(z.strictObject({ id, name: text })).min(1),
  /** Head counts typed once in Thông tin đơn vị, with what exactly is counted. */
  headcounts: z.array(z.strictObject({ id, name: text, definition: text, unit: text, kinds: z.array(id).min(1), ...sourced })),
  indicators: z.array(indicatorSchema),
  rules: z.array(ruleSchema),
  /** Columns beside a registered target that the plan asks for (bắt đầu, kết thúc, chủ trì…). */
  registrationColumns: z.array(z.strictObject({ id, label: text, kind: z.enum(["text", "date"]), required: z.boolean(), ...sourced })),
  /** Rows of the unit's own targets in the registration form. */
  ownTargets: z.strictObject({ asked: z.boolean(), from: z.array(selectorSchema), ...sourced }),
  milestones: z.array(milestoneSchema),
  phases: z.array(z.strictObject({ id, name: text, time: dayOrText, ...sourced })),
  events: z.array(z.strictObject({ id, name: text, time: dayOrText, ...sourced })),
  awards: z.strictObject({
    forms: z.array(z.strictObject({ id, name: text, level: text.optional(), ...sourced })),
    criteria: z.array(z.strictObject({ id, subject: text, text, ...sourced })),
    attention: z.array(namedSchema),
    timing: z.array(namedSchema),
  }),
  /** Least number of role models (điển hình) is an indicator; these are the steps a model goes through. */
  steps: z.array(z.strictObject({ id, order: z.number().int().min(1), name: text, ...sourced })),
  roles: z.array(z.strictObject({ id, who: text, duty: text, ...sourced })),
  open: z.array(openPointSchema),
  /** Slips in the issued text that the officer should see, e.g. a wrong school year. */
  remarks: z.array(z.strictObject({ id, text, ...sourced })),
});

export type Plan = z.infer<typeof planSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type Target = z.infer<typeof targetSchema>;
export type Milestone = z.infer<typeof milestoneSchema>;
export type Selector = z.infer<typeof selectorSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type CrossRule = z.infer<typeof ruleSchema>;
export type OpenPoint = z.infer<typeof openPointSchema>;
export type Stage = z.infer<typeof stageSchema>;
export type Measure = z.infer<typeof measureSchema>;
export type Role = z.infer<typeof roleSchema>;
export type Comparator = z.infer<typeof comparatorSchema>;

/** An officer's answers to the plan's open points, kept in the book: open-point id → answer. */
export type PlanAnswers = Readonly<Record<string, string>>;
