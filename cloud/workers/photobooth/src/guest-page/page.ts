import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { GuestPictures } from "./pictures.ts";
import { style } from "./style.ts";
import type { Words } from "./words.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const REFRESH_SECONDS = 5;

export function readyPage(words: Words, pictures: GuestPictures, nonce: string): Html {
  return frame(
    words,
    nonce,
    html`<header><h1>${words.ready}</h1><p>${words.hint}</p></header>
      <a class="sheet" href="${pictures.print}"><img src="${pictures.print}" alt="${words.print}"></a>
      <a class="button" href="${pictures.printDownload}" download>${words.save}</a>
      ${pictures.shots.length > 0 ? shots(words, pictures.shots) : ""}`,
  );
}

export function comingPage(words: Words, nonce: string): Html {
  return frame(
    words,
    nonce,
    html`<div class="sheet blank" aria-hidden="true"><span class="dots"><i></i><i></i><i></i></span></div>
      <header role="status"><h1>${words.coming}</h1><p>${words.comingHint}</p></header>`,
    html`<meta http-equiv="refresh" content="${REFRESH_SECONDS}">`,
  );
}

export function missingPage(words: Words, nonce: string): Html {
  return frame(words, nonce, html`<header><h1>${words.missing}</h1><p>${words.missingHint}</p></header>`);
}

function shots(words: Words, urls: string[]): Html {
  const items = urls.map(
    (url, index) =>
      html`<li><a href="${url}"><img src="${url}" alt="${words.shot} ${index + 1}" loading="lazy"></a></li>`,
  );
  return html`<section><h2>${words.shots}</h2><ul class="shots">${items}</ul></section>`;
}

function frame(words: Words, nonce: string, body: Html, head: Html | "" = ""): Html {
  return html`<!doctype html>
<html lang="${words.lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex, nofollow">
    <meta name="theme-color" content="#FBF6EE">
    ${head}
    <title>${words.title}</title>
    <style nonce="${nonce}">${raw(style)}</style>
  </head>
  <body>
    ${body}
  </body>
</html>`;
}
