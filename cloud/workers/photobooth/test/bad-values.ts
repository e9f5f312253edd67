import type { Schema } from "./operations.ts";

/** Values that a field of this schema must refuse. */
export function badValuesOf(schema: Schema): unknown[] {
  if (!schema.type) return [];
  const types = [schema.type].flat();
  const bad: unknown[] = [[[["nested"]]]];
  if (!types.includes("null")) bad.push(null);
  if (schema.enum) bad.push("nonsense");
  if (types.includes("string")) bad.push(1);
  if (types.includes("string") && (schema.pattern || schema.enum))
    bad.push("", "\u0000", "\ud800", "a\u0007b");
  if (types.includes("integer")) bad.push("1", 1.5, 1e300);
  if (schema.minimum !== undefined) bad.push(schema.minimum - 1);
  if (schema.maximum !== undefined) bad.push(schema.maximum + 1);
  return bad;
}
