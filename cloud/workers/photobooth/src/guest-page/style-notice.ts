/** A heading, a drawing on the sun, and at most one thing to touch. */
export const noticeStyle = `
main { flex: 1; display: grid; grid-template-rows: auto 1fr auto; gap: 2rem; padding-top: 1.75rem; }
.art { display: grid; place-items: center; }
.art > * { grid-area: 1 / 1; }
.art::before { content: ""; grid-area: 1 / 1; width: min(100%, 21rem, .56 * var(--tall)); aspect-ratio: 1; border-radius: 50%; background: var(--sun); }
.blank { width: min(52vw, 13rem, .34 * var(--tall)); rotate: -2deg; }
.blank svg { display: block; width: 100%; }
.slot { fill: var(--slot); }
.matter { position: absolute; left: 5%; right: 5%; top: 3.4%; height: 40%; display: grid; place-content: center; color: var(--ink); }
.matter .icon { width: 3rem; height: 3rem; }
.album { width: min(52vw, 13rem, .34 * var(--tall)); rotate: -2deg; }
.outline { fill: none; stroke: var(--text); stroke-opacity: .5; stroke-width: 1.5; stroke-dasharray: 5 6; }
.face { width: min(100%, 21rem, .56 * var(--tall)); fill: none; stroke: var(--text); stroke-width: 4.4; }
.since { font-size: 1rem; }
@media (min-width: 700px) {
  main { grid-template: 1fr auto auto 1fr / minmax(0, 1fr) minmax(0, 1fr); column-gap: clamp(2rem, 6vw, 6rem); padding-top: 0; }
  .words { grid-area: 2 / 1; }
  .take { grid-area: 3 / 1; max-width: 20rem; }
  .art { grid-area: 1 / 2 / 5 / 3; }
  .blank, .album { width: min(15rem, .46 * var(--tall)); }
  .art::before, .face { width: min(100%, 25rem, .74 * var(--tall)); }
}
`;
