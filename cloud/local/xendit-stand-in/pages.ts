import { Hono } from "hono";
import { html } from "hono/html";
import type { Desk } from "./desk.ts";
import type { FaultBook } from "./faults/fault-book.ts";
import type { PaymentRequest } from "./payment-request.ts";
import type { Store } from "./store.ts";

const rupiah = new Intl.NumberFormat("id-ID", {
  style: "currency",
  currency: "IDR",
  maximumFractionDigits: 0,
});

/** For a person who plays the guest in a demo, and pays by a click. */
export function pages(store: Store, desk: Desk, faults: FaultBook): Hono {
  const find = (id: string) => store.find(id) ?? store.findByReference(id);
  return new Hono()
    .get("/", (c) => c.html(openPayments(store.open())))
    .get("/pay/:id", (c) => {
      const request = find(c.req.param("id"));
      return request ? c.html(onePayment(request)) : c.html(page("No such payment", html``), 404);
    })
    .post("/pay/:id", (c) => {
      const request = find(c.req.param("id"));
      if (!request) return c.html(page("No such payment", html``), 404);
      if (!desk.pay(request) && faults.strike(["pays_late"])) desk.payLate(request);
      return c.redirect(`/pay/${request.payment_request_id}`, 303);
    });
}

function openPayments(requests: PaymentRequest[]) {
  const content =
    requests.length > 0
      ? html`<ul>${requests.map((request) => html`<li>${payForm(request)}</li>`)}</ul>`
      : html`<p>Nobody is waiting to pay.</p>`;
  return page("Open payments", content, html`<meta http-equiv="refresh" content="2">`);
}

function onePayment(request: PaymentRequest) {
  return page(
    "A payment",
    html`${request.status === "REQUIRES_ACTION" ? payForm(request) : html`<p>${rupiah.format(request.request_amount)}: ${request.status}</p>`}
      <p><a href="/">Open payments</a></p>`,
  );
}

function payForm(request: PaymentRequest) {
  return html`<form method="post" action="/pay/${request.payment_request_id}">
    <button>Pay ${rupiah.format(request.request_amount)}</button> <small>${request.reference_id}</small>
  </form>`;
}

function page(title: string, content: ReturnType<typeof html>, head: ReturnType<typeof html> = html``) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${head}
    <title>${title} · Xendit stand-in</title>
    <style>
      body { max-width: 34rem; margin: 3rem auto; padding: 0 1.5rem; background: #FBF6EE; color: #1E1B2E; font: 1rem/1.5 system-ui, sans-serif; }
      .banner { padding: .75rem 1rem; border-radius: .75rem; background: #FFB627; font-weight: 600; }
      ul { padding: 0; list-style: none; display: grid; gap: 1rem; }
      button { padding: .9rem 1.4rem; border: 0; border-radius: .9rem; background: #FF6B5E; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
      small { opacity: .6; }
    </style>
  </head>
  <body>
    <p class="banner">This is a stand-in for Xendit on this machine. No money moves.</p>
    <h1>${title}</h1>
    ${content}
  </body>
</html>`;
}
