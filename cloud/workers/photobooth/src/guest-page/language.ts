export type Language = "id" | "en";

export const locales: Readonly<Record<Language, string>> = { id: "id-ID", en: "en-GB" };

const LONGEST_HEADER = 500;

/** `in` is what older Android phones call Indonesian; who reads Javanese or Sundanese reads Indonesian too. */
const languages: Readonly<Record<string, Language>> = { id: "id", in: "id", jv: "id", su: "id", en: "en" };

/** Indonesian for those who prefer it or nothing, English for everyone else. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? "").slice(0, LONGEST_HEADER).split(",").map(readWish).filter(isWanted);
  const [first] = wishes
    .flatMap(({ tag, quality }) => ({ language: languages[tag], quality }))
    .filter(({ language }) => language)
    .sort((left, right) => right.quality - left.quality);
  return first?.language ?? (wishes.every(({ tag }) => tag === "*") ? "id" : "en");
}

interface Wish {
  /** The primary language alone: id of id-ID. */
  tag: string;
  quality: number;
}

function readWish(text: string): Wish {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return { tag: range.split("-", 1)[0] ?? "", quality: quality === undefined ? 1 : Number(quality) };
}

/** A quality that is no number is not above 0 either. */
function isWanted({ tag, quality }: Wish): boolean {
  return /^([a-z]{2,3}|\*)$/.test(tag) && quality > 0 && quality <= 1;
}
