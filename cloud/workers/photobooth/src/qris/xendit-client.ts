import { z } from "@hono/zod-openapi";
import { Problem } from "../http/problem.ts";
import { PaymentRequest, RefundList, RefundReport } from "../schemas/xendit.ts";
import { XenditUnreachable, xenditError } from "./xendit-errors.ts";

const API_VERSION = "2024-11-11";

const PAYMENT_REQUESTS = "/v3/payment_requests";

/** Less than a booth waits for us. */
export const XENDIT_TIMEOUT_MS = 10_000;

const ErrorBody = z.object({ error_code: z.string().max(100) });

/**
 * Made anew for every request that comes to us: all that it asks of Xendit takes ten seconds at most. Throws
 * XenditRefusal, XenditBusy or XenditUnreachable.
 */
export class XenditClient {
  readonly #apiUrl: string;
  readonly #authorization: string;
  #deadline: AbortSignal | undefined;

  constructor(apiUrl: string, secretKey: string) {
    this.#apiUrl = apiUrl;
    this.#authorization = `Basic ${btoa(`${secretKey}:`)}`;
  }

  async createQris(payment: { id: string; amount: number; expires_at: string }): Promise<PaymentRequest> {
    const request = {
      reference_id: payment.id,
      type: "PAY",
      country: "ID",
      currency: "IDR",
      channel_code: "QRIS",
      request_amount: payment.amount,
      channel_properties: { expires_at: payment.expires_at },
    };
    return await this.#ask(PaymentRequest, "POST", PAYMENT_REQUESTS, { body: request });
  }

  async get(id: string): Promise<PaymentRequest> {
    return await this.#ask(PaymentRequest, "GET", pathTo(id));
  }

  async cancel(id: string): Promise<PaymentRequest> {
    return await this.#ask(PaymentRequest, "POST", `${pathTo(id)}/cancel`, { body: {} });
  }

  /** Test mode only. The result comes by webhook. */
  async simulate(id: string, amount: number): Promise<void> {
    await this.#ask(z.unknown(), "POST", `${pathTo(id)}/simulate`, { body: { amount } });
  }

  /**
   * The whole amount, so that Xendit itself refuses a second time. The result comes by webhook:
   * https://docs.xendit.co/apidocs/refund-payment-request
   */
  async refund(payment: { id: string; amount: number; xendit_payment_id: string }): Promise<RefundReport> {
    const body = {
      reference_id: payment.id,
      payment_request_id: payment.xendit_payment_id,
      currency: "IDR",
      amount: payment.amount,
      reason: "REQUESTED_BY_CUSTOMER",
    };
    // Named by Xendit's own client libraries; its pages don't say what a repeated reference does.
    return await this.#ask(RefundReport, "POST", "/refunds", {
      body,
      headers: { "idempotency-key": payment.id },
    });
  }

  async refundsOf(paymentRequestId: string): Promise<RefundReport[]> {
    const path = `/refunds?payment_request_id=${encodeURIComponent(paymentRequestId)}`;
    return (await this.#ask(RefundList, "GET", path)).data;
  }

  async #ask<Answer>(
    schema: z.ZodType<Answer>,
    method: string,
    path: string,
    { body, headers }: { body?: object; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    this.#deadline ??= AbortSignal.timeout(XENDIT_TIMEOUT_MS);
    try {
      const response = await fetch(`${this.#apiUrl}${path}`, {
        method,
        headers: {
          authorization: this.#authorization,
          "api-version": API_VERSION,
          "content-type": "application/json",
          ...headers,
        },
        signal: this.#deadline,
        ...(body && { body: JSON.stringify(body) }),
      });
      if (response.ok) return schema.parse(await response.json());
      throw xenditError(response, await errorCode(response));
    } catch (error) {
      if (error instanceof Problem) throw error;
      throw new XenditUnreachable(
        `Xendit gave no usable answer: ${error instanceof Error ? error.name : "?"}.`,
      );
    }
  }
}

function pathTo(paymentRequestId: string): string {
  return `${PAYMENT_REQUESTS}/${encodeURIComponent(paymentRequestId)}`;
}

/** A proxy in between answers with pages, not with codes. */
async function errorCode(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  return ErrorBody.safeParse(body).data?.error_code ?? "UNKNOWN";
}
