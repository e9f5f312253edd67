import { describe, expect, test, vi } from "vitest";
import { TestBooth } from "./booth.ts";
import { openPayment, paidPayment } from "./good-calls.ts";
import {
  hear,
  hearRefund,
  putFaults,
  refundByHand,
  refundsAtXendit,
  settleRefundsAtXendit,
} from "./xendit.ts";

async function paid() {
  const booth = await TestBooth.register();
  const { id } = await paidPayment(booth);
  const path = `/api/payments/${id}`;
  const refund = () => booth.post(`${path}/refund`);
  const look = async () => (await booth.get(path)).body;
  return { booth, id, payment: await look(), refund, look };
}

/** A paid payment whose refund Xendit has begun. */
async function refunding() {
  const scene = await paid();
  const { body } = await scene.refund();
  return { ...scene, payment: body };
}

test("a refund is begun at Xendit with our own reference, and succeeds by webhook", async () => {
  const { payment, look } = await refunding();
  expect(payment).toMatchObject({ status: "completed", refund_status: "pending", refunded_at: null });
  expect(await refundsAtXendit(payment)).toMatchObject([
    { id: payment.xendit_refund_id, reference_id: payment.id, amount: payment.amount, currency: "IDR" },
  ]);
  expect((await hearRefund(payment)).body.outcome).toBe("applied");
  expect(await look()).toMatchObject({
    status: "completed",
    refund_status: "succeeded",
    refunded_at: "2026-07-30T11:00:00.000Z",
  });
});

test("a refund that is asked for again, also at the same time, is the one that there is", async () => {
  const { refund, look, payment } = await paid();
  const answers = await Promise.all([refund(), refund(), refund(), refund()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const { xendit_refund_id } = await look();
  expect(await refundsAtXendit(payment)).toMatchObject([{ id: xendit_refund_id }]);
  await hearRefund(await look());
  const done = await look();
  expect((await refund()).body).toEqual(done);
});

test("a refund that failed stays so, and is not begun anew", async () => {
  const { payment, refund, look } = await refunding();
  await hearRefund(payment, { event: "refund.failed", failure_code: "INSUFFICIENT_BALANCE" });
  const failed = await look();
  expect(failed).toMatchObject({ refund_status: "failed", refunded_at: null });
  expect((await refund()).body).toEqual(failed);
  expect(await refundsAtXendit(payment)).toMatchObject([{ id: failed.xendit_refund_id }]);
});

test("what Xendit refuses to give back has failed at once, and is not asked for again", async () => {
  const { refund, payment } = await paid();
  await putFaults({ fault: "refund_refused", times: 1 });
  expect((await refund()).body).toMatchObject({ refund_status: "failed", xendit_refund_id: null });
  expect((await refund()).body.refund_status).toBe("failed");
  expect(await refundsAtXendit(payment)).toEqual([]);
});

test.each([{ fault: "known_reference" }, { fault: "slow", ms: 1 }])(
  "a refund whose answer was lost is found again, where Xendit's fault then is %j",
  async (then) => {
    const { refund, look, payment } = await paid();
    await putFaults({ fault: "lost_answer", call: "refund", times: 1 }, then);
    expect((await refund()).status).toBe(502);
    expect(await look()).toMatchObject({ refund_status: "pending", xendit_refund_id: null });
    const { status, body } = await refund();
    expect([status, body.refund_status]).toEqual([200, "pending"]);
    expect(await refundsAtXendit(payment)).toMatchObject([{ id: body.xendit_refund_id }]);
  },
);

test.each([
  [{ fault: "server_error" }, 502],
  [{ fault: "too_many", reset_s: 7 }, 503],
] as const)("%j is told to the booth, and asking again heals", async (fault, status) => {
  const { refund, look } = await paid();
  await putFaults({ ...fault, times: 1 });
  expect((await refund()).status).toBe(status);
  expect((await look()).refund_status).toBe("pending");
  expect((await refund()).body.xendit_refund_id).toMatch(/^rfd-/);
});

test("a refund whose webhook was lost is found out by asking again", async () => {
  const { refund } = await refunding();
  expect((await refund()).body.refund_status).toBe("pending");
  await settleRefundsAtXendit();
  expect((await refund()).body).toMatchObject({ refund_status: "succeeded" });
});

test("a refund that the operator made by hand at Xendit is not made twice", async () => {
  const { payment, refund } = await paid();
  await refundByHand(payment);
  expect((await refund()).body.refund_status).toBe("succeeded");
  expect(await refundsAtXendit(payment)).toHaveLength(1);
});

describe("nothing moves a refund back", () => {
  test("after success comes no failure", async () => {
    const { payment, look } = await refunding();
    await hearRefund(payment);
    const done = await look();
    expect((await hearRefund(payment, { event: "refund.failed" })).status).toBe(200);
    expect(await look()).toEqual(done);
  });

  test("after failure may come success: money that went back is not denied", async () => {
    const { payment, look } = await refunding();
    await hearRefund(payment, { event: "refund.failed" });
    await hearRefund(payment);
    expect((await look()).refund_status).toBe("succeeded");
  });
});

test.each([{ webhookId: "with-an-id" }, {}])("the same news twice, %j, is a duplicate", async (id) => {
  const { payment, look } = await refunding();
  await hearRefund(payment, id);
  const { version } = await look();
  expect((await hearRefund(payment, id)).body.outcome).toBe("duplicate");
  expect((await look()).version).toBe(version);
});

test("news that is wrapped as in Xendit's own example is understood", async () => {
  const { payment, look } = await refunding();
  const { id, xendit_refund_id, amount } = payment;
  const data = { id: xendit_refund_id, reference_id: id, amount, currency: "IDR", status: "SUCCEEDED" };
  expect((await hearRefund(payment, { id: undefined, data })).body.outcome).toBe("applied");
  expect((await look()).refund_status).toBe("succeeded");
});

test("news that differs from the payment is logged by its ids alone", async () => {
  const { payment } = await refunding();
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  await hearRefund(payment, { amount: 1, webhookId: "w-1", payer_name: "Sari" });
  const warnings = warn.mock.calls.map(([line]) => JSON.parse(line));
  warn.mockRestore();
  expect(warnings).toEqual([
    {
      level: "warn",
      warning: "mismatched_refund",
      payment_id: payment.id,
      webhook_id: "w-1",
      fields: ["amount"],
    },
  ]);
});

test.each([{ reference_id: "another-shop" }, { reference_id: null }, { status: "PENDING" }])(
  "news with %j is heard and ignored",
  async (difference) => {
    const { payment, look } = await refunding();
    expect((await hearRefund(payment, difference)).body.outcome).toBe("ignored");
    expect(await look()).toEqual(payment);
  },
);

test("late payments are the customer's own of the last 30 days, the newest first", async () => {
  const booth = await TestBooth.register();
  const late = async (daysAgo: number) => {
    const payment = await openPayment(booth);
    await booth.post(`/api/payments/${payment.id}/cancel`);
    await hear(payment, { updated: new Date(Date.now() - daysAgo * 86_400_000).toISOString() });
    return payment.id;
  };
  const [older, newer] = [await late(29), await late(1)];
  await late(31);
  await paidPayment(booth);
  const { status, body } = await booth.get("/api/payments?late=1");
  expect(status).toBe(200);
  expect(body.payments.map(({ id }: { id: string }) => id)).toEqual([newer, older]);
  expect(body.payments[0]).toMatchObject({ paid_late: true, booth_id: booth.id });
  const other = await TestBooth.register();
  expect((await other.get("/api/payments?late=1")).body.payments).toEqual([]);
});
