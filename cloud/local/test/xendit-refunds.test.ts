import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Fault } from "../xendit-stand-in/faults/fault.ts";
import { PayingBooth, type Payment } from "./paying-booth.ts";
import { type RunningCloud, startLocalCloud } from "./running-cloud.ts";

const SOON = { timeout: 20_000 };

vi.setConfig({ hookTimeout: 90_000, testTimeout: 60_000 });

let cloud: RunningCloud;
let booth: PayingBooth;

beforeAll(async () => {
  cloud = await startLocalCloud();
  booth = await PayingBooth.register(cloud);
});

afterAll(async () => {
  await cloud?.stop();
});

afterEach(async () => {
  await booth.putFaults();
});

async function untilSettled(payment: Payment): Promise<Payment> {
  await expect.poll(async () => (await booth.look(payment)).refund_status, SOON).not.toBe("pending");
  return await booth.look(payment);
}

function expectBackOnce(paid: Payment, now: Payment): void {
  expect(now).toMatchObject({
    status: "completed",
    amount: paid.amount,
    refund_status: "succeeded",
    refunded_at: expect.stringMatching(/Z$/),
    xendit_refund_id: expect.stringMatching(/^rfd-/),
  });
}

test("a refund is begun at once, and comes by webhook", async () => {
  const paid = await booth.sell();
  expect((await booth.refund(paid)).body).toMatchObject({ refund_status: "pending", refunded_at: null });
  const now = await untilSettled(paid);
  expectBackOnce(paid, now);
  expect(now.version).toBe(paid.version + 3);
});

test.each<Fault>([
  { fault: "twice", times: 1 },
  { fault: "late", ms: 500, times: 1 },
  { fault: "out_of_order", times: 1 },
  { fault: "wrong_amount", times: 2 },
  { fault: "wrong_token", times: 2 },
])("news of a refund under $fault moves it once", async (fault) => {
  const paid = await booth.sell();
  await booth.putFaults(fault);
  await booth.refund(paid);
  const now = await untilSettled(paid);
  expectBackOnce(paid, now);
  await expect.poll(() => cloud.log(), SOON).toContain(`the fault ${fault.fault} strikes`);
  expect(await booth.look(paid)).toEqual(now);
});

test("news of a refund that is lost is made up for by asking again", async () => {
  const paid = await booth.sell();
  await booth.putFaults({ fault: "lost" });
  await booth.refund(paid);
  await expect.poll(async () => (await booth.refund(paid)).body.refund_status, SOON).toBe("succeeded");
});

test.each<{ fault: Fault; status: number }>([
  { fault: { fault: "server_error", call: "refund", times: 1 }, status: 502 },
  { fault: { fault: "too_many", call: "refund", reset_s: 9, times: 1 }, status: 503 },
  { fault: { fault: "lost_answer", call: "refund", times: 1 }, status: 502 },
])("$fault.fault: the booth is told, and asking again gives it back once", async ({ fault, status }) => {
  const paid = await booth.sell();
  await booth.putFaults(fault);
  expect((await booth.refund(paid)).status).toBe(status);
  expect((await booth.refund(paid)).status).toBe(200);
  expectBackOnce(paid, await untilSettled(paid));
});

test.each<Fault>([{ fault: "refund_refused" }, { fault: "refund_fails" }])(
  "$fault: the booth is told that it failed, for good",
  async (fault) => {
    const paid = await booth.sell();
    await booth.putFaults(fault);
    expect((await booth.refund(paid)).status).toBe(200);
    expect(await untilSettled(paid)).toMatchObject({ refund_status: "failed", refunded_at: null });
    await booth.putFaults();
    expect((await booth.refund(paid)).body.refund_status).toBe("failed");
  },
);

test("twenty refunds, each asked for five times at once under faults, all go back", async () => {
  const paid = await Promise.all(Array.from({ length: 20 }, () => booth.sell()));
  await booth.putFaults(
    { fault: "lost_answer", call: "refund", times: 10 },
    { fault: "server_error", times: 10 },
    { fault: "twice", times: 5 },
    { fault: "out_of_order", times: 5 },
    { fault: "lost", times: 5 },
  );
  const refunds = paid.flatMap((payment) => Array.from({ length: 5 }, () => booth.refund(payment)));
  await Promise.all(refunds);
  await booth.putFaults();
  for (const payment of paid) {
    await expect.poll(async () => (await booth.refund(payment)).body.refund_status, SOON).toBe("succeeded");
    expectBackOnce(payment, await booth.look(payment));
  }
});
