import { env } from "cloudflare:workers";
import { newLicenseKeys } from "@repo/photobooth-core/license-keys";
import { type Answer, type Json, NOW, newCustomer, newId, send, signLicense, TestBooth } from "./booth.ts";
import { A_DAY, openPayment, paidPayment } from "./good-calls.ts";
import { sendWith } from "./with-env.ts";
import { hear, putFaults } from "./xendit.ts";

type Provocation = (booth: TestBooth) => Promise<Answer>;

const FORGED = `${"A".repeat(20)}.${"A".repeat(86)}`;
const ANOTHERS = { customer_id: newId() };

const xenditFails = () => putFaults({ fault: "server_error" });
const xenditIsBusy = () => putFaults({ fault: "too_many", reset_s: 7 });

/** For each operation the refusals that are not everybody's, by their status. */
export const OWN_REFUSALS: Record<string, Record<number, Provocation>> = {
  createCustomer: {
    401: () => send("POST", "/api/customers", newCustomer({ license_key: `PB1.${FORGED}` })),
    409: (booth) => send("POST", "/api/customers", newCustomer({ license_key: booth.licenseKey })),
  },
  showCustomer: { 404: (booth) => booth.get(`/api/customers/${newId()}`) },
  changeCustomer: { 404: (booth) => booth.patch(`/api/customers/${newId()}`, { retention_days: 3 }) },
  registerBooth: {
    401: () => register({ license_key: `PB1.${FORGED}` }),
    404: async (booth) => register({ id: (await TestBooth.register()).id, license_key: booth.licenseKey }),
    409: async () => register({ license_key: await signLicense() }),
  },
  revokeLicense: {
    401: () => send("POST", "/api/licenses/revocations", { revocation: `PBR1.${FORGED}` }),
  },
  showLicense: {
    403: async ({ authorization }) => {
      const LICENSE_PUBLIC_KEY = (await newLicenseKeys()).public_key;
      return await sendWith({ LICENSE_PUBLIC_KEY }, "GET", "/api/license", { authorization });
    },
  },
  createPayment: {
    403: (booth) => booth.post("/api/payments", booth.payment(ANOTHERS)),
    404: async (booth) => booth.post("/api/payments", booth.payment({ id: (await anothers()).payment })),
    409: async (booth) => booth.post("/api/payments", booth.payment({ id: (await cash(booth)).id })),
    502: (booth) => afterwards(xenditFails, () => booth.post("/api/payments", booth.payment())),
    503: (booth) => afterwards(xenditIsBusy, () => booth.post("/api/payments", booth.payment())),
  },
  showPayment: {
    404: (booth) => booth.get(`/api/payments/${newId()}`),
    ...withoutXendit((booth, id) => booth.get(`/api/payments/${id}?verify=1`)),
  },
  cancelPayment: {
    404: (booth) => booth.post(`/api/payments/${newId()}/cancel`),
    409: async (booth) => booth.post(`/api/payments/${(await paid(booth)).id}/cancel`),
    ...withoutXendit((booth, id) => booth.post(`/api/payments/${id}/cancel`)),
  },
  listLatePayments: { 422: (booth) => booth.get("/api/payments") },
  refundPayment: {
    404: (booth) => booth.post(`/api/payments/${newId()}/refund`),
    409: async (booth) => booth.post(`/api/payments/${(await openPayment(booth)).id}/refund`),
    ...withoutXendit((booth, id) => booth.post(`/api/payments/${id}/refund`), paidPayment),
  },
  simulatePayment: {
    404: (booth) => booth.post(`/api/payments/${newId()}/simulate`),
    409: async (booth) => booth.post(`/api/payments/${(await cash(booth)).id}/simulate`),
    ...withoutXendit((booth, id) => booth.post(`/api/payments/${id}/simulate`)),
  },
  logPhoto: {
    403: async (booth) => booth.post("/api/photos", (await TestBooth.register()).photo()),
    404: async (booth) => booth.post("/api/photos", booth.photo({ id: (await anothers()).photo })),
    409: async (booth) => {
      const { body } = await booth.post("/api/photos", booth.photo());
      return await booth.post("/api/photos", booth.photo({ code: body.code }));
    },
    410: async (booth) => {
      const photo = booth.photo();
      await env.DB.prepare("insert into deleted_photos (id, customer_id, deleted_at) values (?, ?, ?)")
        .bind(photo.id, booth.customerId, NOW)
        .run();
      return await booth.post("/api/photos", photo);
    },
  },
  showPhoto: { 404: (booth) => booth.get(`/api/photos/${newId()}`) },
  registerPrinter: {
    403: (booth) => booth.post("/api/printers", booth.printer(ANOTHERS)),
    404: async (booth) => booth.post("/api/printers", booth.printer({ id: (await anothers()).printer })),
  },
  recordPrice: {
    403: (booth) => booth.post("/api/prices", booth.price(ANOTHERS)),
    404: async (booth) => booth.post("/api/prices", booth.price({ id: (await anothers()).price })),
  },
  listUsedVouchers: { 422: (booth) => booth.get("/api/vouchers/used?after=1") },
  showReport: {
    404: (booth) => booth.get(`/api/report?${new URLSearchParams({ ...A_DAY, booth: newId() })}`),
    422: (booth) => booth.get(`/api/report?from=${A_DAY.to}&to=${A_DAY.from}`),
  },
  issueUploadCredentials: {
    502: (booth) => uploadKeysFrom("down", booth),
    503: (booth) => uploadKeysFrom("busy", booth),
  },
};

function register(fields: Json): Promise<Answer> {
  return send("POST", "/api/booths", { id: newId(), name: "Front", ...fields });
}

/** `account` names a fault of the stand-in for Cloudflare's account API. */
async function uploadKeysFrom(account: string, { authorization }: TestBooth): Promise<Answer> {
  const changes = { UPLOAD_CREDENTIALS: "r2-temporary" as const, CLOUDFLARE_ACCOUNT_ID: account };
  return await sendWith(changes, "POST", "/api/upload-credentials", { authorization });
}

async function anothers() {
  const other = await TestBooth.register();
  const payment = (await cash(other)).id;
  const photo = (await other.post("/api/photos", other.photo())).body.id;
  const printer = (await other.post("/api/printers", other.printer())).body.id;
  const price = (await other.post("/api/prices", other.price())).body.id;
  return { payment, photo, printer, price };
}

async function cash(booth: TestBooth) {
  return await openPayment(booth, { method: "cash" });
}

async function paid(booth: TestBooth) {
  const payment = await openPayment(booth);
  await hear(payment);
  return payment;
}

/** What becomes of a payment, an open one if nothing is said, when Xendit fails, and when it is busy. */
function withoutXendit(
  call: (booth: TestBooth, id: string) => Promise<Answer>,
  payment = openPayment,
): Record<number, Provocation> {
  return {
    502: async (booth) => {
      const { id } = await payment(booth);
      return await afterwards(xenditFails, () => call(booth, id));
    },
    503: async (booth) => {
      const { id } = await payment(booth);
      return await afterwards(xenditIsBusy, () => call(booth, id));
    },
  };
}

async function afterwards(first: () => Promise<void>, call: () => Promise<Answer>): Promise<Answer> {
  await first();
  return await call();
}
