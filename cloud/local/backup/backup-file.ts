import { createReadStream } from "node:fs";
import { Failure } from "@repo/photobooth-core/command";

/** What the database's backup puts between two of its comment lines; `start` and `end` are bytes of the file. */
export interface Section {
  kind: "schema" | "rows";
  name: string;
  start: number;
  end: number;
}

export interface BackupFile {
  path: string;
  sections: Section[];
  /** Rows of each table. */
  counts: Record<string, number>;
}

const FIRST_LINE = "-- photobooth-db, backup of ";

/** Reads the whole file once, and holds none of it. Throws Failure for what is no whole backup. */
export async function openBackup(path: string): Promise<BackupFile> {
  const sections: Section[] = [];
  let counts: BackupFile["counts"] | undefined;
  for await (const { text, start, next } of linesOf(path)) {
    if (start === 0 && !text.startsWith(FIRST_LINE))
      throw new Failure(`${path} is no backup of the photobooth's database.`);
    const [, kind, what = ""] = /^-- (schema|rows|end) (.*)\n$/.exec(text) ?? [];
    counts = kind === "end" ? readCounts(what) : undefined;
    const last = sections.at(-1);
    if (kind && last) last.end = start;
    if (kind === "schema" || kind === "rows") sections.push({ kind, name: what, start: next, end: next });
  }
  if (!counts) throw new Failure(`${path} was cut off: the line that ends every backup is not there.`);
  return { path, sections, counts };
}

function readCounts(json: string): BackupFile["counts"] | undefined {
  try {
    const counts: BackupFile["counts"] = JSON.parse(json);
    return Object.values(counts).every(Number.isInteger) ? counts : undefined;
  } catch {
    return undefined;
  }
}

/** The section's statements, one after the other. */
export async function* statementsOf(path: string, { kind, start, end }: Section): AsyncGenerator<string> {
  let statement = "";
  for await (const { text } of linesOf(path, start, end)) {
    statement += text;
    // Rows hold no line breaks, so that a line that ends a statement does so outside of any text.
    if (kind === "schema" || !text.endsWith(";\n")) continue;
    yield statement;
    statement = "";
  }
  if (statement !== "") yield statement;
}

/** Tables, then rows with parents before their children, then the rest: a backup reads children first. */
export function inOrderOfRestoring({ sections }: BackupFile): Section[] {
  const rows = sections.filter(({ kind }) => kind === "rows");
  const firstRows = sections.findIndex(({ kind }) => kind === "rows");
  const isBefore = (section: Section) => sections.indexOf(section) < firstRows;
  const schema = sections.filter(({ kind }) => kind === "schema");
  return [...schema.filter(isBefore), ...rows.reverse(), ...schema.filter((section) => !isBefore(section))];
}

interface Line {
  /** With its line feed, where it has one. */
  text: string;
  start: number;
  next: number;
}

async function* linesOf(path: string, from = 0, until = Number.POSITIVE_INFINITY): AsyncGenerator<Line> {
  if (until <= from) return;
  let rest: Buffer = Buffer.alloc(0);
  let start = from;
  for await (const chunk of createReadStream(path, { start: from, end: until - 1 })) {
    const bytes: Buffer = Buffer.concat([rest, chunk]);
    let used = 0;
    for (let feed = bytes.indexOf(10); feed !== -1; feed = bytes.indexOf(10, used)) {
      const text = bytes.toString("utf8", used, feed + 1);
      yield { text, start: start + used, next: start + feed + 1 };
      used = feed + 1;
    }
    rest = bytes.subarray(used);
    start += used;
  }
  if (rest.length > 0) yield { text: rest.toString("utf8"), start, next: start + rest.length };
}
