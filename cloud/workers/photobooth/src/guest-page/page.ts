import { html, raw } from "hono/html";
import { logo } from "./brand.ts";
import { day, night } from "./colours.ts";
import type { Html } from "./html.ts";
import type { Language } from "./language.ts";
import { noticePage } from "./notice-page.ts";
import { readyPage } from "./ready-page.ts";
import { styleOf } from "./style.ts";
import type { View } from "./view.ts";
import { words as wordsIn } from "./words.ts";

export interface Rendering {
  language: Language;
  nonce: string;
  /** How often the page has looked for its picture before. */
  timesLooked: number;
}

export function renderPage(view: View, { language, nonce, timesLooked }: Rendering): Html {
  const words = wordsIn[language];
  const body =
    view.state === "ready"
      ? readyPage(view, words, language)
      : noticePage(view, words, { language, timesLooked });
  return html`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="robots" content="noindex, nofollow">
    <meta name="format-detection" content="telephone=no, date=no">
    <meta name="color-scheme" content="light dark">
    <meta name="theme-color" content="${day.ground}" media="(prefers-color-scheme: light)">
    <meta name="theme-color" content="${night.ground}" media="(prefers-color-scheme: dark)">
    <title>${words[view.state]}</title>
    <style nonce="${nonce}">${raw(styleOf(view))}</style>
  </head>
  <body>
    <header>${logo}</header>
    <main>${body}</main>
  </body>
</html>`;
}
