import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, ConsoleMessage, Page } from "playwright-core";
import { expect } from "vitest";

const ARTEFACTS = fileURLToPath(new URL("../../../build/guest-page/", import.meta.url));

const COUNT_LAYOUT_SHIFT = `
  window.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.layoutShift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
`;

const HAS_PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0";

/** A page in a context of its own, and everything that it complained about and asked for. */
export class Phone {
  readonly page: Page;
  readonly complaints: string[] = [];
  readonly requestedOrigins = new Set<string>();

  private constructor(page: Page) {
    this.page = page;
    page.on("console", (message) => this.#hear(message));
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("requestfailed", (request) => this.complaints.push(`${request.url()} failed`));
    page.on("request", (request) => this.requestedOrigins.add(new URL(request.url()).origin));
  }

  static async take(browser: Browser, options: BrowserContextOptions = {}): Promise<Phone> {
    const defaults = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, locale: "id-ID" };
    const context = await browser.newContext({ ...defaults, reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    await page.addInitScript(COUNT_LAYOUT_SHIFT);
    return new Phone(page);
  }

  /** Opens the address, and scrolls through it so that every picture is asked for and there. */
  async open(address: string): Promise<this> {
    await this.page.goto(address, { waitUntil: "load" });
    for (const picture of await this.page.locator("img").all()) {
      await picture.scrollIntoViewIfNeeded();
      await picture.evaluate("(image) => image.decode()");
    }
    return this;
  }

  /** As on a slow network: the words are on the screen before the first picture comes. */
  async holdPicturesUntilPainted(): Promise<void> {
    await this.page.route("**/*.jpg?*", async (route) => {
      await expect.poll(async () => await this.page.evaluate(HAS_PAINTED)).toBe(true);
      await route.continue();
    });
  }

  async turnTo(width: number, height: number): Promise<void> {
    await this.page.setViewportSize({ width, height });
  }

  async keepScreenshot(name: string): Promise<void> {
    await this.page.evaluate("window.scrollTo(0, 0)");
    mkdirSync(ARTEFACTS, { recursive: true });
    await this.page.screenshot({ path: `${ARTEFACTS}${name}.png`, fullPage: true });
  }

  async putAway(): Promise<void> {
    await this.page.context().close();
  }

  /** That the page itself is a 404, 410 or 503 is meant. */
  #hear(message: ConsoleMessage): void {
    const isOfPageItself =
      message.location().url === this.page.url() && /status of (404|410|503)/.test(message.text());
    if (["warning", "error"].includes(message.type()) && !isOfPageItself)
      this.complaints.push(message.text());
  }
}
