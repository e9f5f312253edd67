import type { Receipt } from "@repo/photobooth-core";
import { html } from "hono/html";
import { spokenDate } from "./dates.ts";
import type { Html } from "./html.ts";
import { chevronIcon, receiptIcon } from "./icons.ts";
import type { Language } from "./language.ts";
import { rupiah } from "./money.ts";
import type { Words } from "./words.ts";

/** For the few who need it, so it stays shut until it is touched. */
export function receiptSection(receipt: Receipt, words: Words, language: Language): Html {
  const money = (amount: number) => rupiah(amount, language);
  const items = receipt.items.map(({ method, amount }) => row(words[method], money(amount)));
  return html`
    <details class="receipt">
      <summary>${receiptIcon}<span>${words.receipt}</span>${chevronIcon}</summary>
      <dl>
        ${row(words.operator, receipt.operator)}
        ${row(words.receiptNumber, receipt.number)}
        ${row(words.receiptDate, spokenDate(new Date(receipt.paid_at), language))}
      </dl>
      <dl class="sums">
        ${items}
        ${row(words.serviceFee, money(0))}
        <div class="total"><dt>${words.total}</dt><dd>${money(receipt.total)}</dd></div>
        ${receipt.refunded > 0 ? row(words.refunded, `–${money(receipt.refunded)}`) : ""}
      </dl>
    </details>`;
}

function row(term: string, value: string): Html {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
}
