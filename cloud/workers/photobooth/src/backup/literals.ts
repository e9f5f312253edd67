/**
 * SQL that makes the literal of `column`'s value, in printable ASCII without a line break. It is made in SQL because
 * JavaScript's numbers end at 2^53 and its strings replace what is no valid UTF-8. `quote()` stops at a NUL: text that
 * holds more than printable ASCII is written in hexadecimal. GLOB stops there too, hence the lengths, of which
 * `length()` counts up to the first NUL and `octet_length()` to the end.
 */
export function literalOf(column: string): string {
  return `case when typeof(${column}) <> 'text'
      or (length(${column}) = octet_length(${column}) and ${column} not glob '*[^ -~]*') then quote(${column})
    else 'CAST(X''' || hex(${column}) || ''' AS TEXT)' end`;
}

/** The same, and an empty value of the same kind in place of more than `limit` bytes. */
export function shortLiteralOf(column: string, limit: number): string {
  return `case when ${octetsOf(column)} <= ${limit} then ${literalOf(column)}
    when typeof(${column}) = 'blob' then quote(x'') else quote('') end`;
}

/** Bytes of a value, which SQLite knows without reading it; a literal has about as many characters, at most twice as many. */
export function octetsOf(column: string): string {
  return `ifnull(octet_length(${column}), 0)`;
}

/** For names from the schema. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
