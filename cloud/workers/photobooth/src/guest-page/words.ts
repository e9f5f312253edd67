import type { Language } from "./language.ts";

const indonesian = {
  ready: "Ini fotomu!",
  readyHint: "Simpan, lalu bagikan ke semuanya.",
  print: "Cetakan photobooth kamu",
  savePrint: "Simpan cetakan",
  keptUntil: "Tersimpan sampai",
  hold: "Tekan lama fotonya untuk simpan ke galeri.",
  shots: "Foto satuan",
  shot: "Foto",
  pose: "Fotomu, pose",
  saveShot: "Simpan foto",
  receipt: "Bukti pembayaran",
  receiptNumber: "Nomor",
  receiptDate: "Tanggal",
  operator: "Penyedia",
  qris: "QRIS",
  cash: "Tunai",
  voucher: "Voucher",
  serviceFee: "Biaya layanan",
  total: "Total dibayar",
  refunded: "Dikembalikan",
  coming: "Fotomu sedang di jalan",
  comingHint: "Sebentar ya. Begitu sampai, fotomu muncul sendiri di sini.",
  comingLateHint:
    "Agak lama, ya. Halaman ini boleh kamu tutup dulu: simpan alamatnya, fotomu akan muncul di sini.",
  unknown: "Fotomu belum sampai",
  unknownHint:
    "Mungkin booth-nya sedang tanpa internet. Simpan alamat ini, ya: fotomu menyusul, dan halaman ini mencarinya lagi sendiri.",
  malformed: "Kodenya kurang pas",
  malformedHint: "Coba scan sekali lagi kode QR di cetakanmu.",
  gone: "Foto ini sudah dihapus",
  goneHint:
    "Demi privasimu, foto tamu tidak kami simpan selamanya. Semoga cetakannya masih ada di dompet atau di pintu kulkasmu.",
  goneSince: "Dihapus sejak",
  busy: "Lagi ramai, nih",
  busyHint: "Banyak yang sedang melihat fotonya dari sini. Halaman ini mencoba lagi sendiri sebentar lagi.",
  trouble: "Sebentar, ya",
  troubleHint: "Ada yang tersendat di tempat kami. Bukan salahmu, dan halaman ini mencoba lagi sendiri.",
  checkNow: "Cek sekarang",
};

export type Words = typeof indonesian;

const english: Words = {
  ready: "Here you are!",
  readyHint: "Save it, then share it with everyone.",
  print: "Your photobooth print",
  savePrint: "Save the print",
  keptUntil: "Kept until",
  hold: "Press and hold the picture to save it to your gallery.",
  shots: "Single shots",
  shot: "Shot",
  pose: "You, pose",
  saveShot: "Save shot",
  receipt: "Receipt",
  receiptNumber: "Number",
  receiptDate: "Date",
  operator: "Operator",
  qris: "QRIS",
  cash: "Cash",
  voucher: "Voucher",
  serviceFee: "Service fee",
  total: "Total paid",
  refunded: "Refunded",
  coming: "Your picture is on its way",
  comingHint: "One moment. It will show up here by itself as soon as it arrives.",
  comingLateHint:
    "This takes a while. You may close this page: keep its address, and your picture will turn up here.",
  unknown: "Your picture isn’t here yet",
  unknownHint:
    "The booth may be without internet. Keep this address: your picture will follow, and this page looks for it by itself.",
  malformed: "That code isn’t quite right",
  malformedHint: "Scan the QR code on your print once more.",
  gone: "This picture was deleted",
  goneHint:
    "For your privacy we don’t keep guests’ pictures for ever. We hope the print still lives in your wallet or on your fridge.",
  goneSince: "Gone since",
  busy: "It’s busy here",
  busyHint:
    "Many people are looking at their pictures from this place. This page tries again by itself in a moment.",
  trouble: "One moment",
  troubleHint: "Something is stuck on our side. It isn’t you, and this page tries again by itself.",
  checkNow: "Check now",
};

export const words: Readonly<Record<Language, Words>> = { id: indonesian, en: english };
