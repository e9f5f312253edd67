import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Answer, type Json, newId, TestBooth } from "./booth.ts";
import { openPayment, paidPayment } from "./good-calls.ts";
import { hear, hearRefund, refundsAtXendit } from "./xendit.ts";

const METHODS = ["qris", "cash", "voucher"];
const NOT_FOR = [-1, -35_000, 0, 35_000.5, 1_000_000_001, 1e300, "35000", null, [35_000]];

let lines: string[];

beforeEach(() => {
  lines = [];
  for (const level of ["info", "warn", "error"] as const)
    vi.spyOn(console, level).mockImplementation((line) => void lines.push(String(line)));
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function moneyRows(): Promise<unknown[]> {
  const tables = ["payments", "webhook_events", "applied_events"];
  const reads = tables.map((table) => env.DB.prepare(`select * from ${table} order by rowid`));
  return (await env.DB.batch(reads)).map(({ results }) => results);
}

/** The answer of a call that must leave every row as it is, and one line in the log that says how it ended. */
async function unchangedBy(call: () => Promise<Answer>): Promise<Answer> {
  const before = await moneyRows();
  lines = [];
  const answer = await call();
  expect(await moneyRows()).toEqual(before);
  const told = lines.map((line) => JSON.parse(line)).filter(({ route }) => route);
  expect(told).toMatchObject([{ status: answer.status }]);
  for (const secret of [env.XENDIT_SECRET_KEY, env.XENDIT_CALLBACK_TOKEN, "Bearer", "forged"])
    expect(lines.join()).not.toContain(secret);
  return answer;
}

function expectField(answer: Answer, field: string): void {
  expect(answer.status).toBe(422);
  expect(new Set(answer.body.errors.map((error: Json) => error.field))).toEqual(new Set([field]));
}

describe.each(METHODS)("a payment by %s", (method) => {
  test.each(NOT_FOR)("of %j is refused, also in a sync", async (amount) => {
    const booth = await TestBooth.register();
    const payment = booth.payment({ method, amount });
    expectField(await unchangedBy(() => booth.post("/api/payments", payment)), "amount");
    const events = [{ id: newId(), kind: "payment", body: payment }];
    const { body } = await unchangedBy(() => booth.post("/api/sync", { events }));
    expect(body.results).toMatchObject([{ outcome: "rejected", reason: expect.stringMatching(/^amount: /) }]);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ warning: "rejected_events", booth_id: booth.id, count: 1 }),
    );
  });

  test.each(["USD", "idr", "", null, 360])(
    "in the currency %j is refused, also in a sync",
    async (currency) => {
      const booth = await TestBooth.register();
      const payment = booth.payment({ method, currency });
      expectField(await unchangedBy(() => booth.post("/api/payments", payment)), "currency");
      const events = [{ id: newId(), kind: "payment", body: payment }];
      const { body } = await unchangedBy(() => booth.post("/api/sync", { events }));
      expect(body.results).toMatchObject([{ outcome: "rejected" }]);
    },
  );

  test("that says it is in rupiah is taken", async () => {
    const booth = await TestBooth.register();
    const { status } = await booth.post("/api/payments", booth.payment({ method, currency: "IDR" }));
    expect(status).toBe(201);
  });

  test("under another customer's id, or in another's name, is refused", async () => {
    const [mine, theirs] = [await TestBooth.register(), await TestBooth.register()];
    const known = await paidPayment(theirs);
    const taken = mine.payment({ method, id: known.id });
    expect((await unchangedBy(() => mine.post("/api/payments", taken))).status).toBe(404);
    const named = theirs.payment({ method });
    expect((await unchangedBy(() => mine.post("/api/payments", named))).status).toBe(403);
    for (const body of [taken, named]) {
      const events = [{ id: newId(), kind: "payment", body }];
      const { body: answer } = await unchangedBy(() => mine.post("/api/sync", { events }));
      expect(answer.results).toMatchObject([{ outcome: "rejected" }]);
    }
  });
});

test("QRIS over its limit is refused", async () => {
  const booth = await TestBooth.register();
  const payment = booth.payment({ amount: env.QRIS_MAX_AMOUNT + 1 });
  expectField(await unchangedBy(() => booth.post("/api/payments", payment)), "amount");
});

type Hear = (difference: Json) => Promise<Answer>;

/** A payment that waits for money, and one whose money is on its way back; with what Xendit would say of each. */
const news: Record<string, () => Promise<Hear>> = {
  payment: async () => {
    const payment = await openPayment(await TestBooth.register());
    return (difference) => hear(payment, difference);
  },
  refund: async () => {
    const booth = await TestBooth.register();
    const { id } = await paidPayment(booth);
    const { body } = await booth.post(`/api/payments/${id}/refund`);
    return ({ request_amount: amount, ...difference }) =>
      hearRefund(body, { ...(amount !== undefined && { amount }), ...difference });
  },
};

describe.each(Object.entries(news))("news of a %s", (_, happen) => {
  test.each(["forged", "", "null", "test-callback-tokem"])("with the token %j is refused", async (token) => {
    const tell = await happen();
    expect((await unchangedBy(() => tell({ token }))).status).toBe(401);
  });

  test.each([
    { request_amount: 1 },
    { request_amount: 35_001 },
    { request_amount: -35_000 },
    { request_amount: 0 },
    { request_amount: 35_000.01 },
    { request_amount: "35000" },
    { currency: "USD" },
    { currency: "idr" },
    { payment_request_id: "pr-another" },
  ])("with %j is refused, and the true one is still heard", async (difference) => {
    const tell = await happen();
    expect((await unchangedBy(() => tell({ ...difference, webhookId: "one" }))).status).toBe(422);
    expect((await tell({ webhookId: crypto.randomUUID() })).body.outcome).toBe("applied");
  });

  test("is taken once: a replay changes nothing, whatever it says then", async () => {
    const tell = await happen();
    const webhookId = crypto.randomUUID();
    await tell({ webhookId });
    for (const difference of [{}, { request_amount: 1 }, { currency: "USD" }])
      expect((await unchangedBy(() => tell({ ...difference, webhookId }))).body.outcome).toBe("duplicate");
  });
});

test("money for a payment that was cancelled is kept, for a person to look at; that it is said again changes nothing", async () => {
  const booth = await TestBooth.register();
  const payment = await openPayment(booth);
  await booth.post(`/api/payments/${payment.id}/cancel`);
  expect((await unchangedBy(() => hear(payment, { request_amount: 1 }))).status).toBe(422);
  const updated = new Date().toISOString();
  await hear(payment, { updated });
  expect((await booth.get("/api/payments?late=1")).body.payments).toMatchObject([
    { id: payment.id, status: "completed", paid_late: true, amount: 35_000 },
  ]);
  expect((await unchangedBy(() => hear(payment))).body.outcome).toBe("duplicate");
});

test.each(["cash", "voucher"])("Xendit's news of a %s payment changes nothing", async (method) => {
  const { id, amount } = await openPayment(await TestBooth.register(), { method });
  const known = { id, amount, xendit_payment_id: "pr-1", xendit_refund_id: null };
  expect((await unchangedBy(() => hear(known))).body.outcome).toBe("ignored");
  expect((await unchangedBy(() => hearRefund(known))).status).toBe(422);
});

describe("a refund", () => {
  const refund = (booth: TestBooth, id: string) => booth.post(`/api/payments/${id}/refund`);

  test.each([
    ["open", async (booth: TestBooth) => await openPayment(booth)],
    ["cancelled", async (booth: TestBooth) => await cancelled(booth)],
    ["cash", async (booth: TestBooth) => await openPayment(booth, { method: "cash" })],
    ["voucher", async (booth: TestBooth) => await openPayment(booth, { method: "voucher" })],
  ])("of what is %s and not paid by QRIS is refused, and news of one too", async (_, find) => {
    const booth = await TestBooth.register();
    const payment = await find(booth);
    expect((await unchangedBy(() => refund(booth, payment.id))).status).toBe(409);
    const known = { ...payment, xendit_payment_id: payment.xendit_payment_id ?? "pr-1" };
    expect((await unchangedBy(() => hearRefund(known))).status).toBe(422);
  });

  test("of another customer's payment, or of none, is refused", async () => {
    const { id } = await paidPayment(await TestBooth.register());
    const booth = await TestBooth.register();
    expect((await unchangedBy(() => refund(booth, id))).status).toBe(404);
    expect((await unchangedBy(() => refund(booth, newId()))).status).toBe(404);
  });

  test("that is asked for twice is one", async () => {
    const booth = await TestBooth.register();
    const payment = await paidPayment(booth);
    const first = await refund(booth, payment.id);
    const second = await unchangedBy(() => refund(booth, payment.id));
    expect([second.status, second.body]).toEqual([200, first.body]);
    await hearRefund(first.body);
    expect((await unchangedBy(() => refund(booth, payment.id))).body.refund_status).toBe("succeeded");
    expect(await refundsAtXendit(payment)).toHaveLength(1);
  });

  test("of another refund's id is refused", async () => {
    const booth = await TestBooth.register();
    const { id } = await paidPayment(booth);
    const { body } = await refund(booth, id);
    expect((await unchangedBy(() => hearRefund(body, { id: "rfd-another" }))).status).toBe(422);
  });
});

async function cancelled(booth: TestBooth) {
  const { id } = await openPayment(booth);
  return (await booth.post(`/api/payments/${id}/cancel`)).body;
}
