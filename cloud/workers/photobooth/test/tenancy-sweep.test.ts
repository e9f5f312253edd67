import { describe, expect, test } from "vitest";
import { AnotherCustomer } from "./another-customer.ts";
import { type Json, newId, send, TestBooth } from "./booth.ts";
import { type Call, captureOf, GOOD_CALLS, pathOf, refundOf } from "./good-calls.ts";
import { OPERATIONS, type Operation, type Schema } from "./operations.ts";

/** A hundred calls and more, on a machine that may be busy. */
const PATIENCE_MS = 60_000;

const AT_ONCE = 10;

const UUID = /^[0-9a-f-]{36}$/;

const mine = await TestBooth.register();
const theirs = await AnotherCustomer.furnish();
const before = await theirs.rows();
const values = await theirs.values();

test("there is something to lose: a row in every table, and their own token finds them", async () => {
  for (const rows of Object.values(before)) expect(rows).not.toEqual([]);
  expect(values.length).toBeGreaterThan(25);
  const { body } = await theirs.booth.get(`/api/photos/${theirs.told.photo.id}`);
  expect(values.filter((value) => JSON.stringify(body).includes(value)).length).toBeGreaterThan(4);
});

describe.each(OPERATIONS)("$id, tried with all that is theirs by somebody else,", (operation) => {
  test("shows nothing and changes nothing", { timeout: PATIENCE_MS }, async () => {
    const good = (await GOOD_CALLS[operation.id]?.(mine)) ?? {};
    const tried = [...attempts(operation, good)];
    for (let first = 0; first < tried.length; first += AT_ONCE)
      await Promise.all(
        tried.slice(first, first + AT_ONCE).map((call) => expectNothingShown(operation, call)),
      );
    expect(await theirs.rows()).toEqual(before);
  });
});

/** The good call with theirs in place of mine: in the path, in one field at a time, as whole rows, as events. */
function* attempts(operation: Operation, good: Call): Generator<Call> {
  yield good;
  if (operation.path.includes("{id}"))
    for (const id of values.filter((value) => UUID.test(value))) yield { ...good, id };
  for (const [field, pattern] of textFields(operation.body))
    for (const value of values.filter((value) => pattern.test(value)))
      yield { ...good, body: { ...good.body, [field]: value } };
  for (const field of operation.queries)
    for (const value of values) yield { ...good, query: withQuery(good, field, value) };
  const rows = Object.values(theirs.told).flatMap(wholeRows);
  if (operation.body) yield* rows.map((body) => ({ ...good, body }));
  if (operation.id === "sendEvents") yield* rows.map((row) => ({ body: { events: events(row) } }));
  if (operation.id === "hearXendit")
    for (const payment of before.payments ?? []) {
      yield { body: captureOf(payment as never) };
      yield { body: refundOf(payment as never) };
    }
}

function withQuery({ query }: Call, field: string, value: string): string {
  const fields = new URLSearchParams(query);
  fields.set(field, value);
  return `?${fields}`;
}

/** Their row as it is, newer, and claimed for me with and without their keys. */
function wholeRows(row: Json): Json[] {
  const newer = { ...row, version: 9, name: "Mine now", print_status: "failed", amount: 1, is_default: 0 };
  const claimed = { ...newer, customer_id: mine.customerId };
  const { r2_key, shots } = mine.photo();
  return [row, newer, claimed, { ...claimed, r2_key, shots }, { ...claimed, r2_key, shots, id: newId() }];
}

/** As each kind of event, new and under the ids of their own. */
function events(body: Json): Json[] {
  const ids = [newId(), ...(before.applied_events ?? []).map(({ id }) => id)];
  return ["photo", "printer", "price", "payment"].flatMap((kind) => ids.map((id) => ({ id, kind, body })));
}

/** Fields that could take a value of theirs. What their pattern refuses is left out: that is refused to anybody. */
function textFields(schema: Schema | undefined): [string, RegExp][] {
  return Object.entries(schema?.properties ?? {})
    .filter(([, { type, enum: choices }]) => !choices && (!type || [type].flat().includes("string")))
    .map(([field, { pattern = "" }]) => [field, new RegExp(pattern)]);
}

/** An answer may repeat what this very call said, and nothing else of theirs. */
async function expectNothingShown(operation: Operation, attempt: Call): Promise<void> {
  const said = JSON.stringify(attempt);
  for (const query of operation.id === "showPayment" ? ["", "?verify=1"] : [""]) {
    const path = pathOf(operation, { ...attempt, ...(attempt.id && { id: encodeURIComponent(attempt.id) }) });
    const answer = await send(operation.method, path + query, attempt.body, proof());
    const told = JSON.stringify([answer.body, ...answer.headers]);
    expect(
      values.filter((value) => told.includes(value) && !said.includes(value)),
      said,
    ).toEqual([]);
    expect(answer.status, said).not.toBe(500);
  }
}

/** All that I have; Xendit's token is not mine. */
function proof(): Record<string, string> {
  return {
    authorization: mine.authorization,
    "x-callback-token": mine.authorization.slice("Bearer ".length),
  };
}
