/** An EMV merchant-presented code of QRIS's length and form. It names the stand-in as merchant, so that nobody can pay it. */
export function qrisString(amount: number, reference: string): string {
  const body = [
    tag("00", "01"),
    tag("01", "12"),
    tag("26", tag("00", "ID.STAND-IN.WWW") + tag("01", "000000000000000000") + tag("02", "000000000000000")),
    tag("52", "7221"),
    tag("53", "360"),
    tag("54", String(amount)),
    tag("58", "ID"),
    tag("59", "XENDIT STAND-IN"),
    tag("60", "NOWHERE"),
    tag("62", tag("05", reference.replaceAll("-", "").slice(-25))),
    "6304",
  ].join("");
  return body + crc16(body);
}

function tag(id: string, value: string): string {
  return id + String(value.length).padStart(2, "0") + value;
}

/** CRC-16/CCITT-FALSE, as EMV asks for. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}
