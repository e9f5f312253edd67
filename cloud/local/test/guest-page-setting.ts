import type { Browser } from "playwright-core";
import { GuestPageBooth } from "./guest-page-booth.ts";
import { launchChromium } from "./guest-page-browser.ts";
import { startLocalCloud } from "./running-cloud.ts";

export interface GuestPageSetting {
  browser: Browser;
  booth: GuestPageBooth;
  /** Whom a page may ask: the Worker, and the storage. */
  origins: string[];
  stop(): Promise<void>;
}

/** The whole local cloud, a booth that is registered with it, and Chromium. */
export async function setUpGuestPages(): Promise<GuestPageSetting> {
  const browser = await launchChromium();
  const cloud = await startLocalCloud().catch(async (error) => {
    await browser.close();
    throw error;
  });
  return {
    browser,
    booth: await GuestPageBooth.register(cloud.ready),
    origins: [cloud.ready.api, cloud.ready.s3.endpoint],
    stop: async () => {
      await browser.close();
      await cloud.stop();
    },
  };
}
