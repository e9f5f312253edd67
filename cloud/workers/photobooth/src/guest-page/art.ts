import { html, raw } from "hono/html";
import { always } from "./colours.ts";
import type { Html } from "./html.ts";

const { coral, marigold } = always;

/** The photo corners of the booth's prints, around a box that starts at 12, 12. */
function corners(right: number, bottom: number): string {
  const corner = (x: number, y: number, across: number, down: number, color: string) =>
    `<path d="M${x} ${y}h${across}L${x} ${y + down}Z" fill="${color}" stroke="${color}" stroke-width="1.5" stroke-linejoin="round"/>`;
  return [
    corner(9, 9, 21, 21, coral),
    corner(right + 3, 9, -21, 21, marigold),
    corner(9, bottom + 3, 21, -21, marigold),
    corner(right + 3, bottom + 3, -21, -21, coral),
  ].join("");
}

/** The classic print before anything is on it, with the matter in its large slot. */
export function blankSheet(matter: Html): Html {
  return html`<div class="blank"><div class="sheet"><svg viewBox="0 0 240 360">
    <g class="slot"><path d="M12 12h216v144H12zM12 161h105.5v101H12zM122.5 161H228v101H122.5z"/>
    <rect x="12" y="284" width="96" height="12" rx="6"/><rect x="12" y="304" width="56" height="8" rx="4"/><rect x="182" y="300" width="46" height="46" rx="4"/></g>
    ${raw(corners(228, 262))}
    <path d="M13 329q3.5-5 7 0t7 0 7 0 7 0 7 0 7 0" fill="none" stroke="${coral}" stroke-width="2" stroke-linecap="round"/>
  </svg><div class="matter">${matter}</div></div></div>`;
}

/** A page of an album whose picture has been taken out: the corners are left. */
export const albumPage: Html = html`<svg class="album" viewBox="0 0 240 336">
  <rect class="outline" x="12" y="12" width="216" height="312" rx="2"/>${raw(corners(228, 324))}
</svg>`;

/** The booth's own face when it rests. */
export const sleepingSun: Html = html`<svg class="face" viewBox="0 0 200 200"><path d="M50 76a17 17 0 0 0 34 0M116 76a17 17 0 0 0 34 0M87 110a13 13 0 0 0 26 0"/></svg>`;
