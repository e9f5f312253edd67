import { Hono } from "hono";
import { basicAuth } from "hono/basic-auth";
import type { Desk } from "./desk.ts";
import { apiFaults } from "./faults/api-faults.ts";
import type { FaultBook } from "./faults/fault-book.ts";
import { faultRoutes } from "./faults/fault-routes.ts";
import { pages } from "./pages.ts";
import { present } from "./payment-request.ts";
import { refunds } from "./refunds.ts";
import { refuse } from "./refusal.ts";
import type { Store } from "./store.ts";

const DEFAULT_LIFETIME_MS = 48 * 3600 * 1000;

export interface StandInParts {
  store: Store;
  desk: Desk;
  faults: FaultBook;
  secretKey: string;
}

/**
 * The subset of Xendit's payment API that the Worker speaks. NOT Xendit: no money moves, and every answer says so. It
 * fails on demand, by what is PUT to `/faults`; what a fault has touched says so in `x-stand-in-fault`.
 */
export function createStandIn({ store, desk, faults, secretKey }: StandInParts): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header("x-stand-in", "Not Xendit but a local stand-in: no money moves");
  });
  app.use("/v3/*", basicAuth({ username: secretKey, password: "" }), apiFaults(faults));
  app.use("/refunds/*", basicAuth({ username: secretKey, password: "" }), apiFaults(faults));

  app.post("/v3/payment_requests", async (c) => {
    if (!c.req.header("api-version")) return refuse(c, 400, "API_VALIDATION_ERROR");
    const { reference_id, request_amount, currency, channel_code, channel_properties } = await c.req.json();
    if (typeof reference_id !== "string" || !Number.isInteger(request_amount))
      return refuse(c, 400, "API_VALIDATION_ERROR");
    if (currency !== "IDR" || channel_code !== "QRIS") return refuse(c, 400, "CHANNEL_UNAVAILABLE");

    const known = store.findByReference(reference_id);
    if (known && (known.request_amount !== request_amount || known.status !== "REQUIRES_ACTION"))
      return refuse(c, 409, "DUPLICATE_ERROR");
    if (known && faults.strike(["known_reference"], "create")) {
      c.header("x-stand-in-fault", "known_reference");
      return refuse(c, 409, "DUPLICATE_ERROR");
    }
    const expiresAt =
      channel_properties?.expires_at ?? new Date(Date.now() + DEFAULT_LIFETIME_MS).toISOString();
    return c.json(present(known ?? desk.open(reference_id, request_amount, expiresAt)), 201);
  });

  app.get("/v3/payment_requests/:id", (c) => {
    const request = store.find(c.req.param("id"));
    return request ? c.json(present(request)) : refuse(c, 404, "DATA_NOT_FOUND");
  });

  app.post("/v3/payment_requests/:id/cancel", (c) => {
    const request = store.find(c.req.param("id"));
    if (!request) return refuse(c, 404, "DATA_NOT_FOUND");
    return desk.cancel(request) ? c.json(present(request)) : refuse(c, 409, "INVALID_PAYMENT_STATUS");
  });

  app.post("/v3/payment_requests/:id/simulate", async (c) => {
    const request = store.find(c.req.param("id"));
    if (!request) return refuse(c, 404, "DATA_NOT_FOUND");
    const { amount } = await c.req.json();
    if (amount !== request.request_amount) return refuse(c, 400, "API_VALIDATION_ERROR");
    if (!desk.pay(request)) return refuse(c, 409, "INVALID_PAYMENT_STATUS");
    return c.json({ status: "PENDING", message: "The result comes by webhook" });
  });

  return app
    .route("/refunds", refunds({ store, desk, faults }))
    .route("/faults", faultRoutes(faults))
    .route("/", pages(store, desk, faults));
}
