const indonesian = {
  lang: "id",
  title: "Fotomu",
  ready: "Ini fotomu!",
  hint: "Simpan sekarang, lalu bagikan ke siapa pun yang ikut bergaya.",
  save: "Simpan cetakan",
  shots: "Foto satuan",
  shot: "Foto",
  print: "Cetakan fotomu",
  coming: "Fotomu sedang di jalan",
  comingHint: "Sebentar ya. Halaman ini akan menampilkannya sendiri begitu sampai.",
  missing: "Foto ini tidak ketemu",
  missingHint: "Coba scan sekali lagi kode di cetakanmu.",
};

export type Words = typeof indonesian;

const english: Words = {
  lang: "en",
  title: "Your picture",
  ready: "Here you are!",
  hint: "Save it now, then share it with everyone who posed.",
  save: "Save the print",
  shots: "Single shots",
  shot: "Shot",
  print: "Your print",
  coming: "Your picture is on its way",
  comingHint: "One moment. This page will show it by itself as soon as it is here.",
  missing: "We can't find this picture",
  missingHint: "Try scanning the code on your print once more.",
};

/** Indonesian for those who ask for it or for nothing, English for everyone else. */
export function wordsFor(acceptLanguage: string | undefined): Words {
  if (!acceptLanguage) return indonesian;
  const preferred = acceptLanguage
    .split(",")
    .map((entry) => {
      const [tag = "", quality = "q=1"] = entry.trim().split(/\s*;\s*/);
      return { language: tag.slice(0, 2).toLowerCase(), quality: Number(quality.slice(2)) };
    })
    .filter(({ language }) => language === "id" || language === "en")
    .sort((left, right) => right.quality - left.quality)[0];
  return preferred?.language === "id" ? indonesian : english;
}
