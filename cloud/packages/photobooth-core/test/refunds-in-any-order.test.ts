import type { Payment } from "@repo/db-schema";
import { expect, test } from "vitest";
import { PaymentRepository, RefundRepository } from "../src/index.ts";
import { NOW, newDatabase, payment } from "./payment-rows.ts";
import { randomFrom } from "./random.ts";

const RANK = { pending: 1, failed: 2, succeeded: 3 };

const rankOf = ({ refund_status }: Payment) => (refund_status === null ? 0 : RANK[refund_status]);

type Parts = { payments: PaymentRepository; refunds: RefundRepository };

async function doSomething({ payments, refunds }: Parts, id: string, random: (below: number) => number) {
  const refunded_at = `2026-07-30T11:0${random(5)}:00.000Z`;
  const xendit_refund_id = `rfd-${random(3)}`;
  const news = random(2) ? { id: `w${random(5)}-${id}`, event: "any", received_at: NOW } : undefined;
  switch (random(6)) {
    case 0:
      return await refunds.begin(id);
    case 1:
      return await refunds.attach(id, xendit_refund_id);
    case 2:
      return await refunds.succeed(id, { xendit_refund_id, refunded_at }, news);
    case 3:
      return await refunds.fail(id, random(2) ? xendit_refund_id : undefined, news);
    case 4:
      return await payments.complete(id, { paid_at: NOW, xendit_payment_id: "pr-1" });
    default:
      return await payments.fail(id);
  }
}

function expectForward(before: Payment, after: Payment): void {
  expect(rankOf(after)).toBeGreaterThanOrEqual(rankOf(before));
  if (before.refund_status === "succeeded") expect(after).toEqual(before);
  if (after.refund_status !== null) expect(after.status).toBe("completed");
  if (before.xendit_refund_id !== null) expect(after.xendit_refund_id).toBe(before.xendit_refund_id);
  expect(after.refunded_at === null).toBe(after.refund_status !== "succeeded");
  const isSame = JSON.stringify({ ...before, version: 0 }) === JSON.stringify({ ...after, version: 0 });
  expect(after.version - before.version).toBe(isSame ? 0 : 1);
}

test("whatever happens in whatever order, a refund moves forward only, of what was paid", async () => {
  const db = await newDatabase();
  const parts = { payments: new PaymentRepository(db), refunds: new RefundRepository(db) };
  const ends = { none: 0, pending: 0, failed: 0, succeeded: 0 };
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const id = `p${seed}`;
    await parts.payments.record({ ...payment, id });
    let before = (await parts.payments.findForAnyone(id)) as Payment;
    for (let step = 0; step < 10; step++) {
      await doSomething(parts, id, random);
      const after = (await parts.payments.findForAnyone(id)) as Payment;
      expectForward(before, after);
      before = after;
    }
    ends[before.refund_status ?? "none"] += 1;
  }
  for (const times of Object.values(ends)) expect(times).toBeGreaterThan(5);
});

test.each(["cash", "voucher"] as const)("a %s payment is not given back through Xendit", async (method) => {
  const db = await newDatabase();
  const payments = new PaymentRepository(db);
  await payments.record({ ...payment, method });
  const before = await payments.findForAnyone("p1");
  const refunds = new RefundRepository(db);
  await refunds.begin("p1");
  await refunds.succeed("p1", { xendit_refund_id: "rfd-1", refunded_at: NOW });
  expect(await payments.findForAnyone("p1")).toEqual(before);
});
