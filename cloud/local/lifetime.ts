const PARENT_CHECK_MS = 500;
const STOP_WITHIN_MS = 1500;

/** Runs `stop` once and exits: on SIGTERM, on SIGINT, and when the process that started us is gone. */
export function onEnd(stop: () => Promise<void>): void {
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    await Promise.race([stop(), new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MS))]);
    process.exit(0);
  };
  process.once("SIGTERM", end);
  process.once("SIGINT", end);

  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), PARENT_CHECK_MS).unref();
}
