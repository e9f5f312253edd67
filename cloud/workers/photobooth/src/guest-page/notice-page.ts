import { html } from "hono/html";
import { albumPage, blankSheet, sleepingSun } from "./art.ts";
import { spokenDate } from "./dates.ts";
import type { Html } from "./html.ts";
import { dots, qrIcon, wifiOffIcon } from "./icons.ts";
import type { Language } from "./language.ts";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

type Notice = Exclude<View, { state: "ready" }>;

/** By then more than a minute and a half has passed. */
const LATE_AFTER_LOOKS = 6;

interface Looking {
  language: Language;
  timesLooked: number;
}

/** Everything but the pictures: what is the matter, and a drawing of it. */
export function noticePage(notice: Notice, words: Words, { language, timesLooked }: Looking): Html {
  const { state } = notice;
  const isLate = state === "coming" && timesLooked >= LATE_AFTER_LOOKS;
  const hint = isLate ? words.comingLateHint : words[`${state}Hint`];
  const looksAgain = state === "coming" || state === "unknown" || state === "trouble";
  return html`
    <div class="words" role="status"><h1>${words[state]}</h1><p>${hint}</p>
      ${state === "gone" ? html`<p class="since">${words.goneSince} ${spokenDate(notice.since, language)}</p>` : ""}
    </div>
    <div class="art" aria-hidden="true">${artOf(state)}</div>
    ${looksAgain ? html`<div class="take"><a class="button quiet" href="?">${words.checkNow}</a></div>` : ""}`;
}

function artOf(state: Notice["state"]): Html {
  switch (state) {
    case "coming":
    case "busy":
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
