import { receiptNumber } from "@repo/photobooth-core";
import { expect, test } from "vitest";
import { type Json, newId, TestBooth } from "./booth.ts";
import { openPayment, paidPayment } from "./good-calls.ts";
import { open, upload } from "./guest-page.ts";
import { hearRefund } from "./xendit.ts";

const SESSION = "0198f3c2-5b7e-7c31-9d2a-6f0e8a4b1c77";

/** A booth, and a photo of the session that is on the page. */
async function takePhoto(session_id: string | null) {
  const booth = await TestBooth.register({}, { name: "Studio <Senja>" });
  const photo = booth.photo({ session_id });
  await booth.post("/api/photos", photo);
  await upload(photo.r2_key);
  const pay = (fields: Json) => booth.post("/api/payments", booth.payment({ session_id, ...fields }));
  return { booth, photo, pay };
}

const textOf = (body: string) =>
  body
    .slice(body.indexOf("<details"), body.indexOf("</details>"))
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

test("the receipt names number, day, what was paid by which way, and no fee", async () => {
  const { photo, pay } = await takePhoto(SESSION.replace("0198", newId().slice(0, 4)));
  await pay({ method: "cash", amount: 20_000, created_at: "2026-07-29T20:00:00.000Z" });
  await pay({
    method: "voucher",
    voucher: "0ABCDEFGHJKM",
    amount: 5_000,
    created_at: "2026-07-29T20:01:00.000Z",
  });
  await pay({ method: "cash", amount: 10_000, created_at: "2026-07-29T20:02:00.000Z" });
  await pay({ method: "qris", amount: 99_000 });
  const { status, body } = await open(photo.code);
  expect(status).toBe(200);
  expect(textOf(body)).toBe(
    "Bukti pembayaran Penyedia Studio &lt;Senja&gt; Nomor 260729-1T54P73Q Tanggal 30 Juli 2026" +
      " Tunai Rp 30.000 Voucher Rp 5.000 Biaya layanan Rp 0 Total dibayar Rp 35.000",
  );
});

test("English readers get it in English", async () => {
  const { photo, pay } = await takePhoto(newId());
  await pay({ method: "cash", amount: 35_000 });
  const { body } = await open(photo.code, { "accept-language": "en" });
  expect(textOf(body)).toMatch(
    /^Receipt Operator .* Date 30 July 2026 Cash Rp 35,000 Service fee Rp 0 Total paid Rp 35,000$/,
  );
});

test("what went back through Xendit is told", async () => {
  const { booth, photo } = await takePhoto(newId());
  const { id } = await paidPayment(booth, { amount: 35_000, session_id: photo.session_id });
  const { body: refunding } = await booth.post(`/api/payments/${id}/refund`);
  expect(textOf((await open(photo.code)).body)).not.toContain("Dikembalikan");
  await hearRefund(refunding);
  expect(textOf((await open(photo.code)).body)).toContain("Total dibayar Rp 35.000 Dikembalikan –Rp 35.000");
});

test("a free session has no receipt, nor has one whose code was never paid", async () => {
  const { booth, photo } = await takePhoto(newId());
  await openPayment(booth, { session_id: photo.session_id });
  expect((await open(photo.code)).body).not.toContain("<details");
  expect((await open((await takePhoto(null)).photo.code)).body).not.toContain("<details");
});

test("another customer's payment of the same session is not on it", async () => {
  const { photo } = await takePhoto(newId());
  const other = await takePhoto(photo.session_id as string);
  await other.pay({ method: "cash" });
  expect((await open(photo.code)).body).not.toContain("<details");
});

test("the number is the day in UTC and the last 40 bits of the session's id", () => {
  expect(receiptNumber(SESSION, "2026-11-22T23:59:59.999Z")).toBe("261122-1T54P73Q");
  expect(receiptNumber("0198f3c2-5b7e-7c31-9d2a-000000000000", "2026-01-02T00:00:00.000Z")).toBe(
    "260102-00000000",
  );
  expect(receiptNumber("0198f3c2-5b7e-7c31-9d2a-ffffffffffff", "2026-01-02T00:00:00.000Z")).toBe(
    "260102-ZZZZZZZZ",
  );
});
