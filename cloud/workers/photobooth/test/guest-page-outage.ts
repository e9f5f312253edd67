/** The end of the keys about which storage gives no answer. */
export const SHOT_OF_AN_OUTAGE = "/shot-99.jpg";
