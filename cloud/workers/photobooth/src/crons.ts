/** The triggers in wrangler.toml, letter by letter. Cron times are UTC. */
export const MISSED_PAYMENTS = "*/5 * * * *";
export const WEEKLY_BACKUP = "0 19 * * SUN";
export const DAILY_RETENTION = "0 20 * * *";
