const BASIS_POINTS = 10_000;

/**
 * The platform's share of `amount` rupiah at `rate` basis points, both whole. In whole rupiah; half a rupiah is rounded
 * up. Exact as long as amount × rate stays below 2⁵³: the API takes amounts up to 10⁹, and a rate is at most 10⁴.
 */
export function platformFee(amount: number, rate: number): number {
  return Math.floor((amount * rate + BASIS_POINTS / 2) / BASIS_POINTS);
}
