import type { Env } from "./env.ts";
import { createApp } from "./http/app.ts";
import { booths } from "./routes/booths.ts";
import { customers } from "./routes/customers.ts";
import { guestPage } from "./routes/guest-page.ts";
import { health } from "./routes/health.ts";
import { license, licenses } from "./routes/licenses.ts";
import { paymentRefund } from "./routes/payment-refund.ts";
import { paymentSimulation } from "./routes/payment-simulation.ts";
import { paymentStatus } from "./routes/payment-status.ts";
import { payments } from "./routes/payments.ts";
import { photos } from "./routes/photos.ts";
import { prices } from "./routes/prices.ts";
import { printers } from "./routes/printers.ts";
import { report } from "./routes/report.ts";
import { sync } from "./routes/sync.ts";
import { uploadCredentials } from "./routes/upload-credentials.ts";
import { vouchers } from "./routes/vouchers.ts";
import { webhooks } from "./routes/webhooks.ts";
import { runScheduled } from "./scheduled.ts";

const app = createApp();
app.route("/api/customers", customers);
app.route("/api/booths", booths);
app.route("/api/license", license);
app.route("/api/licenses", licenses);
app.route("/api/payments", payments);
app.route("/api/payments", paymentStatus);
app.route("/api/payments", paymentSimulation);
app.route("/api/payments", paymentRefund);
app.route("/api/photos", photos);
app.route("/api/printers", printers);
app.route("/api/prices", prices);
app.route("/api/vouchers", vouchers);
app.route("/api/report", report);
app.route("/api/sync", sync);
app.route("/api/upload-credentials", uploadCredentials);
app.route("/api/webhooks", webhooks);
app.route("/api/health", health);
app.route("/p", guestPage);

export default {
  fetch: app.fetch,
  scheduled: runScheduled,
} satisfies ExportedHandler<Env>;
