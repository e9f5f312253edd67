import { type Section, statementsOf } from "./backup-file.ts";

/** D1 takes a batch in one request, which is held in memory. */
const CHARACTERS_A_BATCH = 1_000_000;

/** The section's statements, as many at once as make about a megabyte. */
export async function* inBatches(path: string, section: Section): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let length = 0;
  for await (const statement of statementsOf(path, section)) {
    batch.push(statement);
    length += statement.length;
    if (length < CHARACTERS_A_BATCH) continue;
    yield batch;
    [batch, length] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
