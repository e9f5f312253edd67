import { html } from "hono/html";
import { albumPage, blankSheet, sleepingSun } from "./art.ts";
import { spokenDate } from "./dates.ts";
import type { Html } from "./html.ts";
import { dots, qrIcon, wifiOffIcon } from "./icons.ts";
import type { Language } from "./language.ts";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

type Notice = Exclude<View, { state: "ready" }>;

/** Everything but the pictures: what is the matter, and a drawing of it. */
export function noticePage(notice: Notice, words: Words, language: Language): Html {
  const { state } = notice;
  const looksAgain = state === "coming" || state === "unknown" || state === "trouble";
  return html`
    <div class="words" role="status"><h1>${words[state]}</h1><p>${words[`${state}Hint`]}</p>
      ${state === "gone" ? html`<p class="since">${words.goneSince} ${spokenDate(notice.since, language)}</p>` : ""}
    </div>
    <div class="art" aria-hidden="true">${artOf(state)}</div>
    ${looksAgain ? html`<div class="take"><a class="button quiet" href="?">${words.checkNow}</a></div>` : ""}`;
}

function artOf(state: Notice["state"]): Html {
  switch (state) {
    case "coming":
      return blankSheet(dots);
    case "unknown":
      return blankSheet(wifiOffIcon);
    case "malformed":
      return blankSheet(qrIcon);
    case "gone":
      return albumPage;
    case "trouble":
      return sleepingSun;
  }
}
