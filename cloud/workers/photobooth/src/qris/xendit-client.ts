import { z } from "@hono/zod-openapi";
import { Problem } from "../http/problem.ts";
import { PaymentRequest } from "../schemas/xendit.ts";

const API_VERSION = "2024-11-11";
const TIMEOUT_MS = 10_000;

/** Xendit answered with an error. */
export class XenditRefusal extends Problem {
  readonly xenditStatus: number;

  constructor(xenditStatus: number, code: string) {
    super(502, `Xendit answered ${xenditStatus} ${code}.`);
    this.xenditStatus = xenditStatus;
  }
}

/** Xendit did not answer, or with something that it should not answer. */
export class XenditUnreachable extends Problem {
  constructor(detail: string) {
    super(502, detail);
  }
}

const ErrorBody = z.object({ error_code: z.string() });

export class XenditClient {
  readonly #apiUrl: string;
  readonly #authorization: string;

  constructor(apiUrl: string, secretKey: string) {
    this.#apiUrl = apiUrl;
    this.#authorization = `Basic ${btoa(`${secretKey}:`)}`;
  }

  async createQris(payment: { id: string; amount: number; expires_at: string }): Promise<PaymentRequest> {
    return await this.#ask("POST", "", {
      reference_id: payment.id,
      type: "PAY",
      country: "ID",
      currency: "IDR",
      channel_code: "QRIS",
      request_amount: payment.amount,
      channel_properties: { expires_at: payment.expires_at },
    });
  }

  async get(id: string): Promise<PaymentRequest> {
    return await this.#ask("GET", `/${encodeURIComponent(id)}`);
  }

  async cancel(id: string): Promise<PaymentRequest> {
    return await this.#ask("POST", `/${encodeURIComponent(id)}/cancel`, {});
  }

  async #ask(method: string, path: string, body?: object): Promise<PaymentRequest> {
    try {
      const response = await fetch(`${this.#apiUrl}/v3/payment_requests${path}`, {
        method,
        headers: {
          authorization: this.#authorization,
          "api-version": API_VERSION,
          "content-type": "application/json",
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body && { body: JSON.stringify(body) }),
      });
      const answer: unknown = await response.json();
      if (response.ok) return PaymentRequest.parse(answer);
      throw new XenditRefusal(response.status, ErrorBody.safeParse(answer).data?.error_code ?? "UNKNOWN");
    } catch (error) {
      if (error instanceof XenditRefusal) throw error;
      throw new XenditUnreachable(`Xendit gave no usable answer: ${error}`);
    }
  }
}
