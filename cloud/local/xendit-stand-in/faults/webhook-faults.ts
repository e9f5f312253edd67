import type { WebhookFault } from "./fault.ts";

/** What is posted to the Worker, before it is made JSON. */
export interface Delivery {
  readonly id: string;
  readonly token: string;
  readonly fault?: WebhookFault["fault"];
  readonly body: {
    readonly event: string;
    readonly data: { readonly request_amount: number } | { readonly amount: number };
  };
}

/** The deliveries that one attempt becomes under a fault, in the order in which they are made. */
export function strikeDelivery(delivery: Delivery, fault: WebhookFault): Delivery[][] {
  const struck = { ...delivery, fault: fault.fault };
  switch (fault.fault) {
    case "twice":
      return [[struck, struck]];
    case "late":
      return [[struck]];
    case "out_of_order":
      return [[struck], [whatItOvertook(struck)]];
    case "wrong_amount":
      return [[withWrongAmount(struck)]];
    case "wrong_token":
      return [[{ ...struck, token: "not the token of this account" }]];
    case "lost":
      return [];
  }
}

function whatItOvertook({ id, body, ...delivery }: Delivery): Delivery {
  const [event, status] = body.event.startsWith("refund.")
    ? (["refund.failed", "FAILED"] as const)
    : (["payment_request.expiry", "EXPIRED"] as const);
  const data = { ...body.data, status };
  return { ...delivery, id: `${id}-overtaken`, body: { ...body, event, data } };
}

function withWrongAmount({ body, ...delivery }: Delivery): Delivery {
  const { data } = body;
  const wrong =
    "request_amount" in data
      ? { ...data, request_amount: data.request_amount + 1 }
      : { ...data, amount: data.amount + 1 };
  return { ...delivery, body: { ...body, data: wrong } };
}
