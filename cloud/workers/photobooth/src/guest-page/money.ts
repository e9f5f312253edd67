import { type Language, locales } from "./language.ts";

/** Rp 35.000, Rp 35,000. The page's type has no glyph for the space that `Intl` would put there. */
export function rupiah(amount: number, language: Language): string {
  return `Rp ${new Intl.NumberFormat(locales[language]).format(amount)}`;
}
