import { expect, test } from "vitest";
import { equalInConstantTime, isForward, platformFee } from "../src/index.ts";

test.each([
  [35_000, 500, 1750],
  [35_010, 500, 1751],
  [35_009, 500, 1750],
  [1, 500, 0],
  [0, 500, 0],
  [9, 500, 0],
  [10, 500, 1],
  [35_000, 0, 0],
  [10_000_000, 150, 150_000],
])("of %d rupiah at %d basis points the fee is %d, half a rupiah rounded up", (amount, rate, fee) => {
  expect(platformFee(amount, rate)).toBe(fee);
});

test("the fee of the largest amount at any rate is exact", () => {
  for (let rate = 0; rate <= 10_000; rate++) {
    const exact = (999_999_999n * BigInt(rate) + 5000n) / 10_000n;
    expect(BigInt(platformFee(999_999_999, rate))).toBe(exact);
  }
  expect(platformFee(1_000_000_000, 10_000)).toBe(1_000_000_000);
});

test("a payment's status moves forward only", () => {
  const statuses = ["pending", "processing", "failed", "completed"] as const;
  const moves = statuses.flatMap((from) =>
    statuses.filter((to) => isForward(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual([
    "pending → processing",
    "pending → failed",
    "pending → completed",
    "processing → failed",
    "processing → completed",
    "failed → completed",
  ]);
});

test("texts are compared whole", async () => {
  expect(await equalInConstantTime("token", "token")).toBe(true);
  for (const other of ["", "toke", "token ", "Token"])
    expect(await equalInConstantTime("token", other)).toBe(false);
});
