import type { Payment } from "@repo/db-schema";
import { expect, test } from "vitest";
import type { PaymentRepository } from "../src/index.ts";
import { EXPIRY, NOW, newRepository, payment as paymentNow } from "./payment-rows.ts";
import { randomFrom } from "./random.ts";

const RANK = { pending: 0, processing: 1, failed: 2, completed: 3 };

const payment = { ...paymentNow, expires_at: EXPIRY };

async function doSomething(payments: PaymentRepository, id: string, random: (below: number) => number) {
  const paid_at = `2026-07-30T10:0${1 + random(5)}:00.000Z`;
  const xendit_payment_id = `pr-${random(3)}`;
  const news = random(2) ? { id: `w${random(5)}-${id}`, event: "any", received_at: NOW } : undefined;
  switch (random(4)) {
    case 0:
      return await payments.complete(id, { paid_at, xendit_payment_id }, news);
    case 1:
      return await payments.fail(id, news);
    case 2:
      return await payments.attachCode(id, {
        xendit_payment_id,
        qr_string: xendit_payment_id,
        expires_at: EXPIRY,
      });
    default:
      return await payments.record({ ...payment, id });
  }
}

function expectForward(before: Payment, after: Payment): void {
  expect(RANK[after.status]).toBeGreaterThanOrEqual(RANK[before.status]);
  expect(after.version).toBeGreaterThanOrEqual(before.version);
  if (before.status === "completed") expect(after).toEqual(before);
  else if (after.status === "completed") {
    expect(after.paid_late).toBe(before.status === "failed" || String(after.paid_at) > EXPIRY);
    expect(after.xendit_payment_id).toBe(before.xendit_payment_id ?? after.xendit_payment_id);
  } else expect(after).toMatchObject({ paid_at: null, paid_late: false });
}

test("whatever happens in whatever order, a payment moves forward only and what completed it stays", async () => {
  const payments = await newRepository();
  let completed = 0;
  let late = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed);
    const id = `p${seed}`;
    await payments.record({ ...payment, id });
    let before = (await payments.findForAnyone(id)) as Payment;
    for (let step = 0; step < 8; step++) {
      await doSomething(payments, id, random);
      const after = (await payments.findForAnyone(id)) as Payment;
      expectForward(before, after);
      before = after;
    }
    completed += Number(before.status === "completed");
    late += Number(before.paid_late);
  }
  expect(completed).toBeGreaterThan(200);
  expect(late).toBeGreaterThan(50);
});
