const BASIS_POINTS = 10_000;

/** The platform's share of `amount` rupiah at `rate` basis points, in whole rupiah; half a rupiah is rounded up. */
export function platformFee(amount: number, rate: number): number {
  return Math.floor((amount * rate + BASIS_POINTS / 2) / BASIS_POINTS);
}
