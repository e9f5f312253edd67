const REFUSALS = /\bSQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/;

/** Whether the rows are to blame for what the database threw, so that others would have been written. */
export function isRefusalOfRows(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (REFUSALS.test(cause.message)) return true;
  return false;
}
