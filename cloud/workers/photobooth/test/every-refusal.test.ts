import { env } from "cloudflare:workers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { badValuesOf } from "./bad-values.ts";
import { type Answer, newCode, send, TestBooth } from "./booth.ts";
import { BROKEN_DATABASE } from "./broken-database.ts";
import { type Call, GOOD_CALLS, pathOf, proofOf } from "./good-calls.ts";
import { OPERATIONS, type Operation } from "./operations.ts";
import { OWN_REFUSALS } from "./own-refusals.ts";
import { sendWith } from "./with-env.ts";

const booth = await TestBooth.register();
const WELL = [200, 201, 202];

/** One request more than a limit of five. */
const TOO_OFTEN = 6;

test("each operation has a good call", () => {
  expect(Object.keys(GOOD_CALLS).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
});

describe.each(OPERATIONS)("$id", (operation) => {
  const { id, method, statuses } = operation;
  const good = async () => (await GOOD_CALLS[id]?.(booth)) ?? {};
  let sound: Call;
  beforeAll(async () => {
    sound = await good();
  });
  const proof = proofOf(operation, booth);
  const provoked = new Set([500]);

  async function expectRefusal(status: number, answer: Answer): Promise<void> {
    expect(answer).toMatchObject({ status });
    expectProblem(answer);
    provoked.add(status);
  }

  test("a good call succeeds, with a status that is documented", async () => {
    const { status, headers } = await call(operation, await good(), proof);
    expect(statuses.filter((known) => WELL.includes(known))).toContain(status);
    expectGuarded(headers);
  });

  if (operation.authority !== "nobody")
    test.each(["", "Bearer wrong", "Basic d3Jvbmc6"])(
      "without proof of who asks, but %j, it is refused",
      async (wrong) => {
        const header = operation.authority === "booth" ? "authorization" : "x-callback-token";
        await expectRefusal(401, await call(operation, sound, { [header]: wrong }));
      },
    );

  if (operation.body)
    test.each([
      ["cut off", 400, "{"],
      ["said to be text", 415, "{}", "text/plain"],
      ["too large", 413, JSON.stringify({ name: "x".repeat(512 * 1024) })],
      ["a list", 422, "[]"],
      ["null", 422, "null"],
      ["a text", 422, '"text"'],
      ["an object's prototype, and a key twice", 422, '{"__proto__": {"id": "1"}, "a": 1, "a": 2}'],
      ["nested deeply", 422, `{"deep": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
    ])("a body that is %s is answered %i", async (_, status, body, type = "application/json") => {
      const answer = await send(method, pathOf(operation, sound), body, {
        "content-type": type,
        ...proof,
      });
      await expectRefusal(status, answer);
    });

  if (operation.body)
    test("each field that is missing is named", async () => {
      const answer = await call(operation, { ...sound, body: {} }, proof);
      await expectRefusal(422, answer);
      expect(fieldsOf(answer)).toEqual(operation.body?.required);
    });

  test.each(badFields(operation))("a bad %s is named: %j", async (field, value) => {
    const answer = await call(operation, { ...sound, body: { ...sound.body, [field]: value } }, proof);
    await expectRefusal(422, answer);
    expect(fieldsOf(answer).map((name) => name.split(".")[0])).toContain(field);
  });

  if (operation.path.includes("{id}"))
    test.each(["1", "%00", "%", "0198F3C2-5B7E-7C31-9D2A-6F0E8A4B1C77"])(
      "an id that is none is named: %s",
      async (bad) => {
        const answer = await call(operation, { ...sound, id: bad }, proof);
        await expectRefusal(422, answer);
        expect(fieldsOf(answer)).toEqual(["id"]);
      },
    );

  if (statuses.includes(429))
    test("who asks too often is told to wait", async () => {
      const [few, address] = [limits(), { "cf-connecting-ip": newCode() }];
      const headers = operation.authority === "xendit" ? address : { ...address, ...proof };
      const { body, ...rest } = await good();
      const answers: Answer[] = [];
      for (let count = 0; count < TOO_OFTEN; count++)
        answers.push(await sendWith(few, method, pathOf(operation, rest), headers, body));
      const last = answers.at(-1) as Answer;
      await expectRefusal(429, last);
      expect(last.headers.get("retry-after")).toMatch(/^\d+$/);
    });

  for (const [status, provoke] of Object.entries(OWN_REFUSALS[id] ?? {}))
    test(`is answered ${status} where that is due`, async () => {
      await expectRefusal(Number(status), await provoke(booth));
    });

  test("a fault of ours is told without a word of what it was about", async () => {
    const sound = await good();
    const headers = { ...proof, "cf-connecting-ip": newCode() };
    const answer = await sendWith(
      { DB: BROKEN_DATABASE },
      method,
      pathOf(operation, sound),
      headers,
      sound.body,
    );
    expect(JSON.stringify(answer.body)).not.toMatch(/gone_|select|insert|SQLITE|D1_/i);
    if (answer.status === 500) expectProblem(answer);
    else expect(DATABASE_FREE[id]).toBe(answer.status);
    provoked.add(answer.status);
  });

  // Each documented refusal was provoked, and none beyond.
  afterAll(() => {
    const documented = statuses.filter((status) => !WELL.includes(status));
    expect([...provoked].filter((status) => !WELL.includes(status)).sort()).toEqual(documented.sort());
  });
});

/** What works without the database, or says in its own way that it does not. */
const DATABASE_FREE: Record<string, number> = { showHealth: 503 };

function badFields(operation: Operation): [string, unknown][] {
  return Object.entries(operation.body?.properties ?? {}).flatMap(([field, schema]) =>
    badValuesOf(schema).map((value): [string, unknown] => [field, value]),
  );
}

function limits() {
  const few = env.SMALL_RATE_LIMITER;
  return { READ_RATE_LIMITER: few, WRITE_RATE_LIMITER: few, PUBLIC_RATE_LIMITER: few };
}

async function call(operation: Operation, target: Call, headers: Record<string, string>): Promise<Answer> {
  return await send(operation.method, pathOf(operation, target), target.body, headers);
}

function fieldsOf({ body }: Answer): string[] {
  return body.errors.map(({ field }: { field: string }) => field);
}

function expectProblem({ status, headers, body }: Answer): void {
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body).toMatchObject({
    type: "about:blank",
    status,
    title: expect.any(String),
    detail: expect.any(String),
  });
  expectGuarded(headers);
}

function expectGuarded(headers: Headers): void {
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
}
