import { Hono } from "hono";
import type { StandInParts } from "./app.ts";
import { presentRefund } from "./payment-request.ts";
import { refuse } from "./refusal.ts";

const REASONS = ["FRAUDULENT", "DUPLICATE", "REQUESTED_BY_CUSTOMER", "CANCELLATION", "OTHERS"];

/** Xendit's refunds, of the whole amount alone. The same idempotency key gets the same refund. */
export function refunds({ store, desk, faults }: Pick<StandInParts, "store" | "desk" | "faults">): Hono {
  return new Hono()
    .post("/", async (c) => {
      const { payment_request_id, reference_id, amount, currency, reason } = await c.req.json();
      if (!REASONS.includes(reason) || typeof reference_id !== "string" || currency !== "IDR")
        return refuse(c, 400, "API_VALIDATION_ERROR");
      const request = store.find(payment_request_id);
      if (!request) return refuse(c, 404, "DATA_NOT_FOUND");
      if (request.status !== "SUCCEEDED") return refuse(c, 403, "INELIGIBLE_TRANSACTION");
      if (amount > request.request_amount) return refuse(c, 400, "MAXIMUM_REFUND_AMOUNT_REACHED");
      if (amount !== request.request_amount) return refuse(c, 400, "PARTIAL_REFUND_NOT_SUPPORTED");

      const idempotency_key = c.req.header("idempotency-key");
      const known = request.refund;
      if (known && faults.strike(["known_reference"], "refund")) return refuse(c, 409, "DUPLICATE_ERROR");
      if (known && known.idempotency_key === idempotency_key) return c.json(presentRefund(request, known));
      if (known?.status === "PENDING") return refuse(c, 400, "REFUND_IN_PROGRESS");
      if (known?.status === "SUCCEEDED") return refuse(c, 400, "MAXIMUM_REFUND_AMOUNT_REACHED");
      if (faults.strike(["refund_refused"])) return refuse(c, 400, "REFUND_NOT_SUPPORTED");
      const failure = faults.strike(["refund_fails"]) ? "INSUFFICIENT_BALANCE" : null;
      return c.json(
        presentRefund(request, desk.refund(request, { reference_id, idempotency_key, reason }, failure)),
      );
    })
    .get("/", (c) => {
      const request = store.find(c.req.query("payment_request_id") ?? "");
      const data = request?.refund ? [presentRefund(request, request.refund)] : [];
      return c.json({ data, has_more: false });
    });
}
