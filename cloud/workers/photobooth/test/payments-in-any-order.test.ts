import { expect, test, vi } from "vitest";
import { randomFrom } from "../../../packages/photobooth-core/test/random.ts";
import { TestBooth } from "./booth.ts";
import { hear, payAtXendit, putFaults } from "./xendit.ts";

const SEQUENCES = 14;
const STEPS = 4;

vi.setConfig({ testTimeout: 120_000 });

const RANK = { pending: 0, processing: 1, failed: 2, completed: 3 };

interface Row {
  id: string;
  amount: number;
  status: keyof typeof RANK;
  version: number;
  paid_at: string | null;
  paid_late: boolean;
  expires_at: string;
  xendit_payment_id: string;
}

interface Scene {
  booth: TestBooth;
  payment: Row;
  random: (below: number) => number;
}

/** All that may come to a payment, in the booth's name or in Xendit's; each answers whether it must have completed it. */
const HAPPENINGS: ((scene: Scene) => Promise<boolean>)[] = [
  async ({ payment, random }) => {
    const updated = new Date(Date.parse(payment.expires_at) + (random(2) ? 1000 : -1000)).toISOString();
    return (
      (await hear(payment, { updated, webhookId: `${payment.id}-${random(2)}` })).body.outcome === "applied"
    );
  },
  async ({ payment }) => {
    await hear(payment, { event: "payment_request.expiry", status: "EXPIRED" });
    return false;
  },
  async ({ payment }) => {
    await hear(payment, { event: "payment.failure", status: "FAILED" });
    return false;
  },
  async ({ payment, random }) => {
    const wrong = [
      { request_amount: payment.amount + 1 },
      { payment_request_id: "pr-another" },
      { token: "wrong" },
    ];
    expect((await hear(payment, wrong[random(wrong.length)])).status).toBeGreaterThan(400);
    return false;
  },
  async ({ booth, payment }) => {
    await booth.post(`/api/payments/${payment.id}/cancel`);
    return false;
  },
  async ({ booth, payment }) => {
    await booth.get(`/api/payments/${payment.id}?verify=1`);
    return false;
  },
  async ({ payment }) => {
    await payAtXendit(payment);
    return false;
  },
  async ({ random }) => {
    await putFaults({ fault: "lost_answer", call: random(2) ? "get" : "cancel", times: 1 });
    return false;
  },
  async ({ booth, payment: { id, amount } }) => {
    expect((await booth.post("/api/payments", booth.payment({ id, amount }))).status).toBe(200);
    return false;
  },
];

function expectForward(before: Row, after: Row): void {
  expect(RANK[after.status]).toBeGreaterThanOrEqual(RANK[before.status]);
  expect(after.version).toBeGreaterThanOrEqual(before.version);
  expect(after).toMatchObject({ amount: before.amount, xendit_payment_id: before.xendit_payment_id });
  if (before.status === "completed") expect(after).toEqual(before);
  if (before.status !== "completed" && after.status === "completed")
    expect(after.paid_late).toBe(before.status === "failed" || String(after.paid_at) > after.expires_at);
  if (after.status !== "completed") expect(after).toMatchObject({ paid_at: null, paid_late: false });
}

test("webhooks, cancellations and verifications in any order move a payment forward only, and lose no money", async () => {
  const seen = { completed: 0, late: 0, failed: 0 };
  for (let seed = 1; seed <= SEQUENCES; seed++) {
    const booth = await TestBooth.register();
    const { body: opened } = await booth.post("/api/payments", booth.payment());
    const scene = { booth, payment: opened as Row, random: randomFrom(seed) };
    let isPaid = false;
    let before: Row = opened;
    for (let step = 0; step < STEPS; step++) {
      const happening = HAPPENINGS[scene.random(HAPPENINGS.length)];
      isPaid = (await happening?.(scene)) || isPaid;
      const { body: after } = await booth.get(`/api/payments/${opened.id}`);
      expectForward(before, after);
      if (isPaid) expect(after.status).toBe("completed");
      before = after;
    }
    seen.completed += Number(before.status === "completed");
    seen.late += Number(before.paid_late);
    seen.failed += Number(before.status === "failed");
  }
  expect(Math.min(seen.completed, seen.late, seen.failed)).toBeGreaterThan(0);
});
