const PARENT_CHECK_MS = 200;

/**
 * Ends this process on SIGTERM, on SIGINT, and when the process that started it is gone, whether or not that one could
 * say so. What must not outlive it is stopped by `exit` handlers; Miniflare brings its own for workerd.
 */
export function endWithParent(): void {
  process.once("SIGTERM", () => process.exit(0));
  process.once("SIGINT", () => process.exit(0));

  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(0), PARENT_CHECK_MS).unref();
}
