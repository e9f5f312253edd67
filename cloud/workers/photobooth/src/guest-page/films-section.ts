import { html } from "hono/html";
import type { GuestFilm } from "./films.ts";
import type { Html } from "./html.ts";
import { dots, downloadIcon } from "./icons.ts";
import type { Words } from "./words.ts";

/** Muted and looped, as such films are watched; nothing plays before it is asked to. */
export function filmsSection(films: GuestFilm[], words: Words): Html {
  const items = films.map(({ kind, film }) => {
    if (!film)
      return html`<li class="sheet"><div class="waiting" role="status">${dots}${words.filmComing}</div><span>${words[kind]}</span></li>`;
    const poster = film.poster ? html` poster="${film.poster}"` : "";
    return html`<li class="sheet">
      <video src="${film.show}"${poster} aria-label="${words[kind]}" width="640" height="360" muted loop playsinline controls preload="metadata"></video>
      <a href="${film.download}" aria-label="${words.saveFilm}: ${words[kind]}">${words[kind]}${downloadIcon}</a>
    </li>`;
  });
  return html`<section><h2>${words.films}</h2><ul class="films">${items}</ul></section>`;
}
