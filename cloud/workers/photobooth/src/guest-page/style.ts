export const style = `
:root { --paper: #FBF6EE; --ink: #1E1B2E; --coral: #FF6B5E; --marigold: #FFB627; --mint: #1F9E86; }
* { box-sizing: border-box; margin: 0; }
body {
  min-height: 100vh; min-height: 100svh; display: grid; align-content: center; justify-items: center; gap: 1.75rem;
  padding: 2.5rem 1.5rem 3rem; background: var(--paper); color: var(--ink); text-align: center;
  font: 500 1.0625rem/1.5 "Plus Jakarta Sans", ui-rounded, "Avenir Next", system-ui, sans-serif;
}
header { display: grid; gap: .5rem; max-width: 24rem; }
h1 { font-size: clamp(1.75rem, 8vw, 2.5rem); font-weight: 800; line-height: 1.12; letter-spacing: -.02em; text-wrap: balance; }
h2 { font-size: 1.125rem; font-weight: 800; }
p { text-wrap: balance; opacity: .78; }
.sheet {
  display: block; max-width: min(100%, 24rem); padding: .75rem; background: #fff; border-radius: .25rem; transform: rotate(-1.2deg);
  box-shadow: 0 1px 2px rgb(30 27 46 / .10), 0 1.25rem 2.5rem -.75rem rgb(30 27 46 / .30);
}
.sheet img { display: block; max-width: 100%; max-height: 62vh; background: #f1ebe0; }
.blank { width: min(60vw, 14rem); aspect-ratio: 2 / 3; display: grid; place-content: center; justify-items: center; gap: 1.25rem; }
.dots { display: flex; gap: .6rem; }
.dots i { width: .8rem; height: .8rem; border-radius: 50%; background: var(--coral); }
.dots i:nth-child(2) { background: var(--marigold); }
.dots i:nth-child(3) { background: var(--mint); }
.button {
  display: block; width: 100%; max-width: 24rem; padding: 1.1rem 1.5rem; border-radius: 1.1rem; background: var(--coral);
  color: var(--ink); font-weight: 600; font-size: 1.125rem; text-decoration: none;
}
.button:active { filter: brightness(.94); }
.button:focus-visible, .shots a:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
section { display: grid; gap: 1rem; width: 100%; max-width: 24rem; }
.shots { display: grid; grid-template-columns: repeat(3, 1fr); gap: .75rem; padding: 0; list-style: none; }
.shots a { display: block; padding: .3rem; background: #fff; border-radius: .2rem; box-shadow: 0 .4rem 1rem -.3rem rgb(30 27 46 / .25); }
.shots img { display: block; width: 100%; aspect-ratio: 3 / 4; object-fit: cover; background: #f1ebe0; }
@media (prefers-reduced-motion: no-preference) {
  .dots i { animation: rise 1.8s ease-in-out infinite; }
  .dots i:nth-child(2) { animation-delay: .2s; }
  .dots i:nth-child(3) { animation-delay: .4s; }
  @keyframes rise { 40% { transform: translateY(-.5rem); } 80% { transform: none; } }
}
`;
