/** Opens a guest's page in Chromium, plays its films, and prints what it found as JSON: `node watch-films.ts ADDRESS [FOLDER]`. */
import { launchChromium } from "./guest-page-browser.ts";

const [address = "", folder] = process.argv.slice(2);
const PATIENCE_MS = 10_000;

/** Runs in the page, past its own policy as a debugger does. */
const PLAY_ALL = `Promise.all([...document.querySelectorAll("video")].map(async (video) => {
  await video.play();
  await new Promise((there) => video.addEventListener("timeupdate", there, { once: true }));
  return { width: video.videoWidth, height: video.videoHeight, seconds: video.duration };
}))`;

const browser = await launchChromium();
try {
  let films: unknown;
  const complaints: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    const viewport = { width: 390, height: 844 };
    const page = await browser.newPage({ viewport, deviceScaleFactor: 2, locale: "id-ID", colorScheme });
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("console", (message) => complaints.push(message.text()));
    await page.goto(address, { waitUntil: "load" });
    if (folder) await page.screenshot({ path: `${folder}/films-${colorScheme}.png`, fullPage: true });
    films = await page.evaluate(PLAY_ALL);
  }
  console.log(JSON.stringify({ films, complaints }));
} finally {
  await browser.close();
}
