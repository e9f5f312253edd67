import { html } from "hono/html";
import { spokenDate } from "./dates.ts";
import { filmsSection } from "./films-section.ts";
import type { Html } from "./html.ts";
import { clockIcon, downloadIcon, holdIcon } from "./icons.ts";
import type { Language } from "./language.ts";
import type { GuestPictures } from "./pictures.ts";
import { receiptSection } from "./receipt.ts";
import type { View } from "./view.ts";
import type { Words } from "./words.ts";

type ReadyView = Extract<View, { state: "ready" }>;

export function readyPage(
  { pictures, films, keptUntil, receipt }: ReadyView,
  words: Words,
  language: Language,
): Html {
  return html`
    <div class="words"><h1>${words.ready}</h1><p>${words.readyHint}</p></div>
    <div class="stage"><div class="sheet"><img src="${pictures.print.show}" alt="${words.print}" width="1200" height="1800"></div></div>
    <div class="take">
      <a class="button" href="${pictures.print.download}">${downloadIcon}${words.savePrint}</a>
    </div>
    <ul class="facts">
      <li>${clockIcon}${words.keptUntil} ${spokenDate(keptUntil, language)}</li>
      <li>${holdIcon}${words.hold}</li>
    </ul>
    ${films.length > 0 ? filmsSection(films, words) : ""}
    ${pictures.shots.length > 0 ? shotsSection(pictures.shots, words) : ""}
    ${receipt ? receiptSection(receipt, words, language) : ""}`;
}

function shotsSection(shots: GuestPictures["shots"], words: Words): Html {
  const items = shots.map(
    ({ number, show, download }) => html`
      <li><a class="sheet" href="${download}" aria-label="${words.saveShot} ${number}">
        <img src="${show}" alt="${words.pose} ${number}" width="1920" height="1080" loading="lazy">
        <span>${words.shot} ${number}${downloadIcon}</span>
      </a></li>`,
  );
  return html`<section><h2>${words.shots}</h2><ul class="shots">${items}</ul></section>`;
}
