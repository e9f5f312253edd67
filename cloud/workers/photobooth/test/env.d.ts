declare namespace Cloudflare {
  interface Env extends WorkerEnv {
    MIGRATIONS: import("cloudflare:test").D1Migration[];
    LICENSE_PRIVATE_KEY: string;
    /** Five requests a minute, in place of another one. */
    SMALL_RATE_LIMITER: RateLimit;
  }

  interface GlobalProps {
    mainModule: typeof import("../src/index.ts");
  }
}

type WorkerEnv = import("../src/env.ts").Env;
