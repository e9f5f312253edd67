/** The amount at which Xendit is down the first time that it is asked about a payment. */
export const AMOUNT_OF_AN_OUTAGE = 50_300;
