/** The print large and tilted on the sun, its shots as small pictures below. */
export const readyStyle = `
body { background: radial-gradient(circle at calc(100% - .75rem) 18rem, var(--sun) calc(8.5rem - 1px), transparent 8.5rem); }
main { display: grid; gap: 1.375rem; padding-top: 1.375rem; }
.stage { justify-self: center; width: min(26rem, clamp(76%, (var(--tall) - 16.5rem) * 2 / 3, 95%)); rotate: -1.2deg; }
.stage img { border-radius: 2px; }
.take { position: sticky; bottom: max(1rem, env(safe-area-inset-bottom)); z-index: 1; }
.button { box-shadow: 0 .5rem 1.25rem -.5rem rgb(var(--shade) / .35); }
.facts { display: grid; gap: .5rem; color: var(--soft); font-size: 1rem; }
.facts li { display: flex; gap: .625rem; text-wrap: balance; }
.facts .icon { width: 1.25rem; height: 1.25rem; margin-top: .1rem; }
section { display: grid; gap: 1rem; margin-top: 1rem; }
.shots { display: grid; grid-template-columns: 1fr 1fr; gap: 1.25rem 1rem; align-items: start; }
.shots li:first-child:nth-last-child(odd) { grid-column: 1 / -1; }
.shots .sheet { display: block; padding: .5rem .5rem 0; background: var(--white); color: var(--ink); text-decoration: none; -webkit-tap-highlight-color: transparent; }
.shots li { rotate: .7deg; }
.shots li:nth-child(2n) { rotate: -.9deg; }
.shots img { background: var(--slot); }
.shots span { display: flex; align-items: center; justify-content: space-between; min-height: 3.25rem; padding: 0 .25rem; font-weight: 800; }
.films { display: grid; gap: 1.25rem; }
.films .sheet { padding: .5rem .5rem 0; background: var(--white); color: var(--ink); }
.films video { display: block; width: 100%; height: auto; max-height: 80vh; background: var(--slot); }
.waiting { display: grid; aspect-ratio: 16 / 9; background: var(--slot); place-content: center; justify-items: center; gap: .75rem; }
.films .sheet > a, .films .sheet > span { display: flex; align-items: center; justify-content: space-between; min-height: 3.25rem; padding: 0 .25rem; color: inherit; font-weight: 800; text-decoration: none; -webkit-tap-highlight-color: transparent; }
.receipt { margin-top: .5rem; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); font-size: 1rem; }
.receipt summary {
  display: flex; align-items: center; gap: .625rem; min-height: 3.25rem; color: var(--soft); cursor: pointer; list-style: none;
  -webkit-tap-highlight-color: transparent;
}
.receipt summary::-webkit-details-marker { display: none; }
.receipt summary span { flex: 1; }
.receipt .icon { width: 1.25rem; height: 1.25rem; }
.receipt[open] .icon:last-child { rotate: 180deg; }
.receipt dl { display: grid; gap: .375rem; padding: .25rem 0 1rem; }
.receipt .sums { padding-top: 1rem; border-top: 1px dashed var(--line); }
.receipt dl div { display: flex; justify-content: space-between; gap: 1.5rem; }
.receipt dt { flex: none; color: var(--soft); }
.receipt dd { text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.receipt .total * { color: var(--text); font-weight: 800; }
@media (prefers-reduced-motion: no-preference) {
  .stage { animation: arrive .4s ease-out; }
  @keyframes arrive { from { translate: 0 1.5rem; rotate: 0deg; } }
}
@media (min-width: 700px) {
  main {
    grid-template-columns: auto minmax(0, 1fr); grid-template-rows: auto auto auto 1fr; column-gap: clamp(2rem, 6vw, 6rem);
  }
  .stage { grid-column: 1; grid-row: 1 / 6; align-self: start; position: sticky; top: 1.5rem; width: min(44vw, 31rem, (var(--tall) - 4rem) * 2 / 3); }
  .words, .take, .facts, section, .receipt { grid-column: 2; }
  .take { position: static; }
  body { background: none; }
  .stage::before { content: ""; position: absolute; z-index: -2; left: -22%; bottom: -6%; width: 105%; aspect-ratio: 1; border-radius: 50%; background: var(--sun); }
}
`;
