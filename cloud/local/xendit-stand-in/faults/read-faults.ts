import {
  API_FAULTS,
  CALLS,
  type Fault,
  type FaultName,
  GUEST_FAULTS,
  REFUND_FAULTS,
  WEBHOOK_FAULTS,
} from "./fault.ts";

const MOST_FAULTS = 50;

const NAMES: readonly FaultName[] = [...API_FAULTS, ...REFUND_FAULTS, ...WEBHOOK_FAULTS, ...GUEST_FAULTS];

type Rule = readonly string[] | { readonly least: number; readonly most: number };

/** The fields of a fault beside its name; those that must be there are named in `NEEDED`. */
const RULES = {
  call: CALLS,
  ms: { least: 0, most: 60_000 },
  reset_s: { least: 0, most: 3600 },
  times: { least: 1, most: 1_000_000 },
} as const satisfies Record<string, Rule>;

type Field = keyof typeof RULES;

const NEEDED: Partial<Record<FaultName, Field>> = { slow: "ms", late: "ms", too_many: "reset_s" };

/** Thrown with one sentence for each thing that is wrong. */
export class UnreadableFaults extends Error {
  readonly complaints: readonly string[];

  constructor(complaints: readonly string[]) {
    super(complaints.join("; "));
    this.complaints = complaints;
  }
}

export function readFaults(body: unknown): Fault[] {
  const faults = isObject(body) ? body.faults : undefined;
  if (!Array.isArray(faults)) throw new UnreadableFaults(["faults: must be a list"]);
  if (faults.length > MOST_FAULTS) throw new UnreadableFaults([`faults: at most ${MOST_FAULTS}`]);

  const complaints = faults.flatMap((fault, index) =>
    complaintsAbout(fault).map((complaint) => `faults.${index}.${complaint}`),
  );
  if (complaints.length > 0) throw new UnreadableFaults(complaints);
  return faults as Fault[];
}

function complaintsAbout(fault: unknown): string[] {
  const name = isObject(fault) ? fault.fault : undefined;
  if (!isObject(fault) || !isOneOf(NAMES, name)) return [`fault: must be one of ${NAMES.join(", ")}`];

  const allowed = fieldsOf(name);
  const unknown = Object.keys(fault).filter((key) => key !== "fault" && !isOneOf(allowed, key));
  return [
    ...unknown.map((key) => `${key}: ${name} has no such field`),
    ...allowed.flatMap((field) => complaintAbout(field, fault[field], NEEDED[name] === field)),
  ];
}

function fieldsOf(name: FaultName): Field[] {
  const own = NEEDED[name];
  return ["times", ...(own ? [own] : []), ...(isOneOf(API_FAULTS, name) ? (["call"] as const) : [])];
}

function complaintAbout(field: Field, value: unknown, isNeeded: boolean): string[] {
  if (value === undefined) return isNeeded ? [`${field}: is missing`] : [];
  const rule: Rule = RULES[field];
  if ("least" in rule)
    return Number.isInteger(value) && Number(value) >= rule.least && Number(value) <= rule.most
      ? []
      : [`${field}: must be a whole number from ${rule.least} to ${rule.most}`];
  return isOneOf(rule, value) ? [] : [`${field}: must be one of ${rule.join(", ")}`];
}

function isOneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return values.some((known) => known === value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
