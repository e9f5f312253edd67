import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SMALLEST_TARGET = 44;

const LOADED_WEIGHTS =
  "[...document.fonts].filter(({ status }) => status === 'loaded').map(({ weight }) => weight).sort()";

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** Through the debugger, so that the page's own policy stays as strict as it is. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** In pixels that a person sees; 0 is none. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
}

export async function findSmallTargets(page: Page): Promise<string[]> {
  const targets = await page.locator("a, button, input, summary").all();
  const boxes = await Promise.all(targets.map(async (target) => await target.boundingBox()));
  return boxes
    .filter((box) => !box || box.width < SMALLEST_TARGET || box.height < SMALLEST_TARGET)
    .map((box) => JSON.stringify(box));
}

/** Of the type that came inside the page. */
export async function loadedWeights(page: Page): Promise<string[]> {
  return await page.evaluate<string[]>(LOADED_WEIGHTS);
}

/** What `Phone` has counted since the page began to load. */
export async function layoutShift(page: Page): Promise<number> {
  return await page.evaluate<number>("window.layoutShift");
}

/** An attribute or property of every picture, in the page's order. */
export async function ofPictures(page: Page, property: "naturalWidth" | "alt"): Promise<unknown[]> {
  return await page.evaluate<unknown[]>(`[...document.images].map((image) => image.${property})`);
}
