import { env } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { randomFrom } from "../../../packages/photobooth-core/test/random.ts";
import { MISSED_PAYMENTS } from "../src/crons.ts";
import { TestBooth } from "./booth.ts";
import { runCron } from "./scheduled.ts";
import { askXendit, hear, payAtXendit, putFaults } from "./xendit.ts";

const MINUTE_MS = 60_000;
const DAY_MIN = 24 * 60;

vi.setConfig({ testTimeout: 60_000 });

/** A run looks at every customer's payments, and other tests leave some. */
beforeEach(async () => {
  await env.DB.prepare("update payments set verify_at = null").run();
});

interface Opened {
  id: string;
  amount: number;
  expires_at: string;
  xendit_payment_id: string;
}

class Sale {
  readonly booth: TestBooth;
  readonly payment: Opened;

  private constructor(booth: TestBooth, payment: Opened) {
    this.booth = booth;
    this.payment = payment;
  }

  static async open(booth?: TestBooth): Promise<Sale> {
    const seller = booth ?? (await TestBooth.register());
    return new Sale(seller, (await seller.post("/api/payments", seller.payment())).body);
  }

  static async cancelled(booth?: TestBooth): Promise<Sale> {
    const sale = await Sale.open(booth);
    await sale.booth.post(`/api/payments/${sale.payment.id}/cancel`);
    return sale;
  }

  async look() {
    return (await this.booth.get(`/api/payments/${this.payment.id}`)).body;
  }

  /** Of a code that was cancelled, too; the webhook is lost. */
  async pay(): Promise<void> {
    await putFaults({ fault: "pays_late" });
    const paying = { method: "POST", redirect: "manual" } as const;
    await fetch(`${env.XENDIT_API_URL}/pay/${this.payment.id}`, paying);
    expect((await askXendit("GET", this.payment.xendit_payment_id)).status).toBe("SUCCEEDED");
  }

  /** The job runs so many minutes after the code's expiry. */
  async run(minutes: number): Promise<Record<string, unknown>> {
    const info = vi.spyOn(console, "info").mockImplementation(() => undefined);
    try {
      await runCron(MISSED_PAYMENTS, this.at(minutes));
      const lines = info.mock.calls.map(([line]) => JSON.parse(line));
      return lines.find(({ job }) => job === "missed_payments");
    } finally {
      info.mockRestore();
    }
  }

  at(minutes: number): string {
    return new Date(Date.parse(this.payment.expires_at) + minutes * MINUTE_MS).toISOString();
  }

  async set(column: "verify_at" | "xendit_payment_id", value: string): Promise<void> {
    const update = env.DB.prepare(`update payments set ${column} = ? where id = ?`);
    await update.bind(value, this.payment.id).run();
  }
}

/** Which payment requests Xendit is asked about while `act` runs. */
async function asked(act: () => Promise<unknown>): Promise<string[]> {
  const fetching = vi.spyOn(globalThis, "fetch");
  try {
    await act();
    return fetching.mock.calls.map(
      ([url]) => /\/v3\/payment_requests\/([^/]+)$/.exec(String(url))?.[1] ?? "",
    );
  } finally {
    fetching.mockRestore();
  }
}

/** What is logged as a warning or an error meanwhile. */
async function silently(act: () => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const spies = (["warn", "error"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => undefined),
  );
  try {
    await act();
    return spies.flatMap((spy) => spy.mock.calls.map(([line]) => JSON.parse(line)));
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test("a code that was paid is found two minutes after its expiry, and not asked about before or again", async () => {
  const sale = await Sale.open();
  await payAtXendit(sale.payment);
  expect(await asked(() => sale.run(1.99))).toEqual([]);
  expect(await sale.look()).toEqual(sale.payment);
  expect(await sale.run(2)).toMatchObject({ paid: 1, left: 0 });
  expect(await sale.look()).toMatchObject({ status: "completed", paid_late: false, version: 3 });
  expect(await asked(() => sale.run(DAY_MIN))).toEqual([]);
});

test("a code that was paid after its cancelling is found and flagged, and the booth's question for late money has it", async () => {
  const sale = await Sale.cancelled();
  await sale.pay();
  await sale.run(2);
  const found = await sale.look();
  expect(found).toMatchObject({ status: "completed", paid_late: true });
  expect((await sale.booth.get("/api/payments?late=1")).body.payments).toEqual([found]);
  expect(found).not.toHaveProperty("verify_at");
});

test("a pending payment whose code ended at Xendit has failed, and is found where it is paid after all", async () => {
  const sale = await Sale.open();
  await askXendit("POST", `${sale.payment.xendit_payment_id}/cancel`);
  expect(await sale.run(2)).toMatchObject({ ended: 1, paid: 0 });
  expect(await sale.look()).toMatchObject({ status: "failed" });
  await sale.pay();
  expect(await sale.run(10)).toMatchObject({ ended: 0, paid: 1 });
  expect(await sale.look()).toMatchObject({ status: "completed", paid_late: true });
});

test("a code that Xendit calls open is asked about until it is not", async () => {
  const sale = await Sale.open();
  for (const minutes of [2, 7, 12, DAY_MIN, 3 * DAY_MIN])
    expect(await sale.run(minutes)).toMatchObject({ open: 1 });
  expect(await sale.look()).toEqual(sale.payment);
  await payAtXendit(sale.payment);
  expect(await sale.run(4 * DAY_MIN)).toMatchObject({ paid: 1 });
});

/** Minutes after the expiry. */
const STEPS = [2, 10, 30, 120, DAY_MIN];

function everyFiveMinutes(from: number): number[] {
  return Array.from({ length: 295 }, (_, run) => from + 5 * run);
}

const random = randomFrom(5);

test.each([
  ["each run comes", everyFiveMinutes(0)],
  ["runs fall between the steps", everyFiveMinutes(3.7)],
  ["two of three runs are skipped", everyFiveMinutes(1.2).filter(() => random(3) === 0)],
  ["nothing runs for the first hour", everyFiveMinutes(61)],
  ["nothing runs between the second minute and the second day", [2, 3 * DAY_MIN, 3 * DAY_MIN + 5]],
])("a failed payment is asked about at the first run after each of five times, where %s", async (_, runs) => {
  const sale = await Sale.cancelled();
  const visits: number[] = [];
  for (const minutes of runs) for (const _ of await asked(() => sale.run(minutes))) visits.push(minutes);
  const due = STEPS.map((step) => runs.find((minutes) => minutes >= step));
  expect(visits).toEqual([...new Set(due)]);
  expect(visits.length).toBeGreaterThan(0);
});

test("who waits longest is asked about first, at most two hundred in a run, and the next run has the rest", async () => {
  const sale = await Sale.cancelled();
  await env.DB.prepare("update payments set verify_at = null").run();
  const { customerId } = sale.booth;
  await env.DB.prepare(
    `insert into payments (id, customer_id, xendit_payment_id, amount, platform_fee, status, expires_at, verify_at)
     with recursive numbers(i) as (select 0 union all select i + 1 from numbers where i < 229)
     select ?1 || i, ?1, 'pr-' || i, 1, 0, 'failed', ?2, strftime('%Y-%m-%dT%H:%M:%fZ', ?2, -i || ' seconds') from numbers`,
  )
    .bind(customerId, sale.payment.expires_at)
    .run();
  const oldestFirst = Array.from({ length: 230 }, (_, index) => `pr-${229 - index}`);
  expect(await asked(() => sale.run(5))).toEqual(oldestFirst.slice(0, 200));
  const next = await asked(() => sale.run(10));
  expect(next).toHaveLength(200);
  expect(next.slice(0, 30)).toEqual(oldestFirst.slice(200));
});

const FAILURES: Record<string, (sale: Sale) => Promise<unknown>> = {
  "names another payment": async (sale) => {
    const other = await Sale.open();
    await payAtXendit(other.payment);
    await sale.set("xendit_payment_id", other.payment.xendit_payment_id);
    await hear(other.payment);
  },
  "is not known to Xendit": (sale) => sale.set("xendit_payment_id", "pr-unknown"),
  "gets no answer": () => putFaults({ fault: "server_error", call: "get", times: 1 }),
};

test.each(Object.entries(FAILURES))("one that %s does not stop the others", async (_, makeFail) => {
  const booth = await TestBooth.register();
  const [bad, good, cancelled] = [
    await Sale.open(booth),
    await Sale.open(booth),
    await Sale.cancelled(booth),
  ];
  await good.pay();
  await cancelled.pay();
  await makeFail(bad);
  await bad.set("verify_at", bad.at(-60));
  const before = await bad.look();
  await silently(async () => expect(await bad.run(5)).toMatchObject({ paid: 2, unanswered: 1 }));
  expect([(await good.look()).status, (await cancelled.look()).status]).toEqual(["completed", "completed"]);
  expect(await bad.look()).toEqual(before);
  await silently(async () => expect(await asked(() => bad.run(10))).toHaveLength(1));
});

test("one whose row cannot be written does not stop the others, and the run is said to have failed", async () => {
  const [bad, good] = [await Sale.open(), await Sale.open()];
  for (const { payment } of [bad, good]) await payAtXendit(payment);
  await bad.set("verify_at", bad.at(-60));
  await env.DB.prepare(
    `create trigger broken before update on payments when old.id = '${bad.payment.id}' begin select raise(abort, 'no'); end`,
  ).run();
  try {
    await silently(async () => await expect(bad.run(5)).rejects.toThrow());
  } finally {
    await env.DB.prepare("drop trigger broken").run();
  }
  expect((await good.look()).status).toBe("completed");
  expect(await bad.run(10)).toMatchObject({ paid: 1 });
});

test("where Xendit is busy the run ends, and the next one begins with the others", async () => {
  const [first, second] = [await Sale.open(), await Sale.open()];
  for (const { payment } of [first, second]) await payAtXendit(payment);
  await first.set("verify_at", first.at(-60));
  await putFaults({ fault: "too_many", reset_s: 1, times: 1 });
  expect(await first.run(5)).toMatchObject({ paid: 0, busy: 1, left: 1 });
  const order = await asked(() => first.run(10));
  expect(order).toEqual([second, first].map(({ payment }) => payment.xendit_payment_id));
  expect([(await first.look()).status, (await second.look()).status]).toEqual(["completed", "completed"]);
});

test("a run ends after two minutes, however slow Xendit is, and the next one has the rest", async () => {
  const [first, second] = [await Sale.open(), await Sale.open()];
  for (const { payment } of [first, second]) await payAtXendit(payment);
  const start = Date.now();
  const clock = vi.spyOn(Date, "now").mockReturnValue(start + 120_001);
  clock.mockReturnValueOnce(start).mockReturnValueOnce(start + 119_999);
  try {
    await runCron(MISSED_PAYMENTS, second.at(5));
  } finally {
    clock.mockRestore();
  }
  const statuses = async () => [(await first.look()).status, (await second.look()).status];
  expect((await statuses()).toSorted()).toEqual(["completed", "pending"]);
  expect(await second.run(10)).toMatchObject({ paid: 1, left: 0 });
  expect(await statuses()).toEqual(["completed", "completed"]);
});

test("an outage of Xendit's for days takes no payment's turn", async () => {
  const sale = await Sale.cancelled();
  await sale.pay();
  await putFaults({ fault: "server_error", call: "get" });
  for (let minutes = 5; minutes < 3 * DAY_MIN; minutes += 60)
    expect(await sale.run(minutes)).toMatchObject({ paid: 0 });
  await fetch(`${env.XENDIT_API_URL}/faults`, { method: "DELETE" });
  expect(await sale.run(4 * DAY_MIN)).toMatchObject({ paid: 1 });
});

test("what Xendit has never known to be paid or not is given up after thirty days, and said by its id", async () => {
  const sale = await Sale.open();
  const warnings = await silently(async () => await sale.run(31 * DAY_MIN));
  const { id: payment_id } = sale.payment;
  expect(warnings).toEqual([{ level: "warn", warning: "payment_never_settled", payment_id }]);
  expect(await asked(() => sale.run(60 * DAY_MIN))).toEqual([]);
});

test("a webhook that comes while Xendit is asked completes the payment once", async () => {
  const sale = await Sale.open();
  await putFaults({ fault: "slow", call: "get", ms: 500 });
  const running = sale.run(2);
  await hear(sale.payment, { updated: sale.payment.expires_at });
  const heard = await sale.look();
  expect(heard).toMatchObject({ status: "completed", version: 3 });
  await running;
  expect(await sale.look()).toEqual(heard);
  expect(await asked(() => sale.run(DAY_MIN))).toEqual([]);
});

test("what is logged are counts", async () => {
  const sale = await Sale.cancelled();
  const counts = { paid: 0, ended: 1, open: 0, unanswered: 0, busy: 0, broken: 0, left: 0 };
  expect(await sale.run(2)).toEqual({ level: "info", job: "missed_payments", ...counts });
});
