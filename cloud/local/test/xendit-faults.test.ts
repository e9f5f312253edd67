import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { MISSED_PAYMENTS } from "../../workers/photobooth/src/crons.ts";
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

/** What the cloud logs from here on, and how its Worker answers webhooks, in the order of its answers. */
function listen() {
  const before = cloud.log().length;
  const log = () => cloud.log().slice(before);
  const answers = (): number[] =>
    log()
      .split("\n")
      .filter((line) => line.includes('"/api/webhooks/xendit"') && line.endsWith("}"))
      .map((line) => JSON.parse(line).status);
  return { log, answers };
}

function expectPaidOnce(opened: Payment, now: Payment): void {
  const { id, amount, qr_string, xendit_payment_id } = opened;
  expect(now).toMatchObject({
    id,
    amount,
    qr_string,
    xendit_payment_id,
    status: "completed",
    paid_late: false,
  });
  expect(now.version).toBe(opened.version + 1);
}

/** As Cloudflare would run it so many minutes after the code's expiry. */
async function runMissedPayments({ expires_at }: Payment, minutes: number): Promise<void> {
  const time = String(Date.parse(expires_at) + minutes * 60_000);
  const query = new URLSearchParams({ cron: MISSED_PAYMENTS, time });
  expect((await fetch(`${cloud.ready.api}/cdn-cgi/handler/scheduled?${query}`)).ok).toBe(true);
}

async function payAndSee(opened: Payment): Promise<void> {
  await booth.pay(opened);
  expectPaidOnce(opened, await booth.untilCompleted(opened));
}

test("without faults a payment is paid once, by one webhook", async () => {
  const { answers } = listen();
  const opened = await booth.open();
  await payAndSee(opened);
  await expect.poll(answers, SOON).toEqual([200]);
});

test.each<{ fault: Fault; status: number; retryAfter: string | null }>([
  { fault: { fault: "server_error", times: 1 }, status: 502, retryAfter: null },
  { fault: { fault: "too_many", reset_s: 9, times: 1 }, status: 503, retryAfter: "9" },
  { fault: { fault: "lost_answer", times: 1 }, status: 502, retryAfter: null },
  { fault: { fault: "slow", ms: 11_000, times: 1 }, status: 502, retryAfter: null },
])("$fault.fault: the booth is told, and asking again brings a code that can be paid", async (scene) => {
  const { log } = listen();
  const sale = booth.newSale();
  await booth.putFaults(scene.fault);
  const start = Date.now();
  const refusal = await booth.ask("POST", "", sale);
  expect(Date.now() - start).toBeLessThan(12_000);
  expect(refusal.status).toBe(scene.status);
  expect(refusal.headers.get("retry-after")).toBe(scene.retryAfter);
  expect(refusal.headers.get("content-type")).toBe("application/problem+json");
  expect(await booth.look(sale)).toMatchObject({ status: "pending", qr_string: null });
  await payAndSee(await booth.open(sale));
  expect(log()).toContain(`the fault ${scene.fault.fault} strikes a create`);
});

test("all who ask at once get one code, though Xendit is slow and an answer is lost", async () => {
  const sale = booth.newSale();
  await booth.putFaults({ fault: "slow", ms: 200 }, { fault: "lost_answer", times: 1 });
  const opened = await Promise.all([1, 2, 3, 4, 5].map(() => booth.open(sale)));
  expect(new Set(opened.map(({ xendit_payment_id }) => xendit_payment_id)).size).toBe(1);
  expect(new Set(opened.map(({ qr_string }) => qr_string)).size).toBe(1);
  await payAndSee(await booth.look(sale));
});

test.each<{ fault: Fault; heard: number[] }>([
  { fault: { fault: "twice", times: 1 }, heard: [200, 200] },
  { fault: { fault: "late", ms: 700, times: 1 }, heard: [200] },
  { fault: { fault: "out_of_order", times: 1 }, heard: [200, 200] },
  { fault: { fault: "wrong_amount", times: 2 }, heard: [422, 422, 200] },
  { fault: { fault: "wrong_token", times: 2 }, heard: [401, 401, 200] },
])("a webhook under $fault.fault pays once", async ({ fault, heard }) => {
  const { log, answers } = listen();
  const opened = await booth.open();
  await booth.putFaults(fault);
  await payAndSee(opened);
  await expect.poll(answers, SOON).toEqual(heard);
  expectPaidOnce(opened, await booth.look(opened));
  expect(log()).toContain(`the fault ${fault.fault} strikes`);
});

test("a webhook that is lost is made up for by verifying", async () => {
  const { log, answers } = listen();
  const opened = await booth.open();
  await booth.putFaults({ fault: "lost" });
  await booth.pay(opened);
  await expect.poll(log, SOON).toContain("the fault lost strikes");
  expect(await booth.look(opened)).toEqual(opened);
  expectPaidOnce(opened, await booth.look(opened, "verify"));
  expect(answers()).toEqual([]);
});

test("a webhook that comes after the payment was verified changes nothing more", async () => {
  const { answers } = listen();
  const opened = await booth.open();
  await booth.putFaults({ fault: "late", ms: 700 });
  await booth.pay(opened);
  const verified = await booth.look(opened, "verify");
  expectPaidOnce(opened, verified);
  await expect.poll(answers, SOON).toEqual([200]);
  expect(await booth.look(opened)).toEqual(verified);
});

test("a cancellation finds the money whose webhook was lost", async () => {
  const opened = await booth.open();
  await booth.putFaults({ fault: "lost" });
  await booth.pay(opened);
  const { status } = await booth.ask("POST", `/${opened.id}/cancel`);
  expect(status).toBe(409);
  expectPaidOnce(opened, await booth.look(opened));
});

test("a cancellation whose answer was lost is repeated, and nobody can pay", async () => {
  const opened = await booth.open();
  await booth.putFaults({ fault: "lost_answer", call: "cancel", times: 1 });
  expect((await booth.ask("POST", `/${opened.id}/cancel`)).status).toBe(502);
  expect((await booth.ask("POST", `/${opened.id}/cancel`)).body.status).toBe("failed");
  await booth.pay(opened);
  expect((await booth.look(opened, "verify")).status).toBe("failed");
});

test("money that comes after a cancellation is kept, and flagged", async () => {
  const opened = await booth.open();
  await booth.ask("POST", `/${opened.id}/cancel`);
  await booth.putFaults({ fault: "pays_late" });
  await booth.pay(opened);
  expect(await booth.untilCompleted(opened)).toMatchObject({ paid_late: true, version: opened.version + 2 });
});

test("money that comes after a cancellation and whose webhook is lost is found by the job that asks Xendit", async () => {
  const { log, answers } = listen();
  const opened = await booth.open();
  await booth.ask("POST", `/${opened.id}/cancel`);
  await booth.putFaults({ fault: "pays_late" }, { fault: "lost" });
  await booth.pay(opened);
  await expect.poll(log, SOON).toContain("the fault lost strikes");
  const { version } = await booth.look(opened);
  await runMissedPayments(opened, 1);
  expect(await booth.look(opened)).toMatchObject({ status: "failed", version });
  await runMissedPayments(opened, 2);
  const found = await booth.look(opened);
  expect(found).toMatchObject({ status: "completed", paid_late: true, version: version + 1 });
  expect(await booth.listLate()).toContainEqual(found);
  expect(answers()).toEqual([]);
  await expect.poll(log, SOON).toMatch(/"job":"missed_payments","paid":[1-9]/);
});

test("a simulated payment is accepted, and comes by webhook", async () => {
  const opened = await booth.open();
  const { status, body } = await booth.ask("POST", `/${opened.id}/simulate`);
  expect([status, body]).toEqual([202, opened]);
  expectPaidOnce(opened, await booth.untilCompleted(opened));
});

test("with every fault at once each payment is paid once, and none is lost", async () => {
  await booth.putFaults(
    { fault: "slow", ms: 100, times: 5 },
    { fault: "too_many", reset_s: 1, times: 3 },
    { fault: "lost_answer", times: 3 },
    { fault: "server_error", times: 3 },
    { fault: "lost_answer", times: 3 },
    { fault: "twice", times: 3 },
    { fault: "wrong_amount", times: 3 },
    { fault: "out_of_order", times: 3 },
    { fault: "wrong_token", times: 3 },
    { fault: "late", ms: 200, times: 3 },
    { fault: "lost", times: 3 },
  );
  const sales = Array.from({ length: 20 }, () => booth.newSale());
  const opened = await Promise.all(sales.map((sale) => booth.open(sale)));
  await Promise.all(opened.map((payment) => booth.pay(payment)));
  const isHeard = async (payment: Payment) => (await booth.look(payment)).status === "completed";
  const countHeard = async () => (await Promise.all(opened.map(isHeard))).filter(Boolean).length;
  await expect.poll(countHeard, SOON).toBe(17);
  for (const payment of opened) expectPaidOnce(payment, await booth.look(payment, "verify"));
});
