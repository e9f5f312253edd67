import { always, day, night } from "./colours.ts";
import { WOFF2_IN_BASE64 } from "./fonts/plus-jakarta-sans.ts";
import { noticeStyle } from "./style-notice.ts";
import { readyStyle } from "./style-ready.ts";
import type { View } from "./view.ts";

const family = '"Plus Jakarta Sans"';

const faces = Object.entries(WOFF2_IN_BASE64).map(
  ([weight, font]) =>
    `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${font})format("woff2")}`,
);

function variables(colours: object): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join("");
}

const base = `
:root {
  ${variables({ ...always, ...day })} --shade: 42 29 10;
  --tall: 100vh; --gutter: max(1.5rem, env(safe-area-inset-left), env(safe-area-inset-right));
}
@supports (height: 1svh) { :root { --tall: 100svh; } }
@media (prefers-color-scheme: dark) { :root { ${variables(night)} --shade: 0 0 0; } }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { background: var(--ground); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  min-height: var(--tall); display: flex; flex-direction: column;
  padding: 1.125rem var(--gutter) max(1.5rem, env(safe-area-inset-bottom)); color: var(--text);
  font: 500 1.0625rem/1.45 ${family}, system-ui, sans-serif;
}
header, main { width: 100%; max-width: 66rem; margin: 0 auto; }
header { display: flex; align-items: center; gap: .5rem; font-weight: 800; font-size: 1.375rem; line-height: 1; letter-spacing: -.03em; }
.mark rect { fill: var(--text); }
.petals { fill: var(--ground); }
h1 { font-size: clamp(2rem, 10.2vw, 2.75rem); font-weight: 800; line-height: 1.1; letter-spacing: -.03em; text-wrap: balance; }
h2 { font-size: 1.5rem; font-weight: 800; letter-spacing: -.02em; }
.words { display: grid; gap: .5rem; }
.words p { max-width: 30rem; color: var(--soft); text-wrap: pretty; }
ul { list-style: none; }
img { display: block; width: 100%; height: auto; }
.icon { flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.sheet {
  position: relative; background: var(--paper); border-radius: 2px;
  box-shadow: 0 0 0 1px rgb(var(--shade) / .06), 0 1px 2px rgb(var(--shade) / .18), 0 .5rem 1.25rem -.25rem rgb(var(--shade) / .16);
}
.sheet::before, .sheet::after {
  content: ""; position: absolute; z-index: -1; bottom: 1rem; width: 46%; height: 30%; box-shadow: 0 1.25rem 1rem rgb(var(--shade) / .3);
}
.sheet::before { left: .6rem; rotate: -3deg; }
.sheet::after { right: .6rem; rotate: 3deg; }
.button {
  display: flex; align-items: center; justify-content: center; gap: .625rem; min-height: 3.75rem; padding: .75rem 1.5rem; border-radius: 1rem;
  background: var(--coral); color: var(--ink); font-weight: 800; font-size: 1.1875rem; letter-spacing: -.01em; text-decoration: none;
  -webkit-tap-highlight-color: transparent;
}
.button:active { background: var(--pressed); }
.dots { display: flex; gap: .75rem; }
.dots i { width: .875rem; height: .875rem; border-radius: 50%; background: var(--marigold); }
.quiet { background: var(--card); color: var(--text); box-shadow: inset 0 0 0 1px var(--line); }
.quiet:active { background: var(--line); }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--text); outline-offset: 3px; border-radius: .25rem; }
.button:focus-visible { border-radius: 1rem; }
@media (prefers-reduced-motion: no-preference) {
  .dots i { animation: wait 1.5s ease-in-out infinite; }
  .dots i:nth-child(2) { animation-delay: .16s; }
  .dots i:nth-child(3) { animation-delay: .32s; }
  @keyframes wait { 22% { scale: .5; } 44% { scale: 1; } }
}
`;

/** Line breaks and indents are for us alone. */
function squeeze(css: string): string {
  return css.replace(/\s+/g, " ").replace(/ ?([{};,]) ?/g, "$1");
}

const ofReady = squeeze([...faces, base, readyStyle].join(""));
const ofNotices = squeeze([...faces, base, noticeStyle].join(""));

export function styleOf({ state }: View): string {
  return state === "ready" ? ofReady : ofNotices;
}
