import { Problem } from "../http/problem.ts";

const RETRY_AFTER_S = 5;

/** Xendit's rate limits go by the minute. */
const LONGEST_RETRY_AFTER_S = 60;

/** Refusals that pass, though Xendit answers them with 400: https://docs.xendit.co/docs/error-scenarios */
const PASSING_CODES = new Set(["PAYMENT_REQUEST_RATE_LIMITED", "TEMPORARILY_UNAVAILABLE"]);

/** Xendit did not answer, or with something that it should not answer. What was asked may have been done or not. */
export class XenditUnreachable extends Problem {
  constructor(detail: string) {
    super(502, detail);
  }
}

/** Xendit understood, and said no. */
export class XenditRefusal extends Problem {
  readonly xenditStatus: number;
  readonly code: string;

  constructor(xenditStatus: number, code: string) {
    super(502, `Xendit answered ${xenditStatus} ${code}.`);
    this.xenditStatus = xenditStatus;
    this.code = code;
  }
}

/** Nothing is wrong but the moment. */
export class XenditBusy extends Problem {
  constructor(detail: string, retryAfterS = RETRY_AFTER_S) {
    super(503, detail, {}, { "retry-after": String(retryAfterS) });
  }
}

/** What an answer of Xendit's that is no success means. */
export function xenditError({ status, headers }: Response, code: string): Problem {
  const detail = `Xendit answered ${status} ${code}.`;
  if (status === 429 || PASSING_CODES.has(code)) return new XenditBusy(detail, retryAfterS(headers));
  return status >= 500 ? new XenditUnreachable(detail) : new XenditRefusal(status, code);
}

/** `Rate-Limit-Reset` is in seconds, with decimals: https://docs.xendit.co/apidocs/rate-limits */
function retryAfterS(headers: Headers): number {
  const told = headers.get("rate-limit-reset") ?? headers.get("retry-after") ?? "";
  const seconds = /^\d{1,9}(\.\d{1,9})?$/.test(told) ? Math.ceil(Number(told)) : RETRY_AFTER_S;
  return Math.min(Math.max(seconds, 1), LONGEST_RETRY_AFTER_S);
}
