import { expect, test } from "vitest";
import { always, day, night, type Palette } from "../src/guest-page/colours.ts";

const AA = 4.5;

/** WCAG 2.2's relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

const palettes: [string, Palette][] = [
  ["day", day],
  ["night", night],
];

test.each(palettes)("by %s every text can be read on the ground, on the sun and on a card", (_, palette) => {
  for (const text of [palette.text, palette.soft])
    for (const ground of [palette.ground, palette.sun, palette.card])
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(AA);
});

test("ink can be read on everything that is the same by day and by night", () => {
  const { ink, marigold: _, ...grounds } = always;
  for (const ground of Object.values(grounds))
    expect(contrast(ink, ground), `ink on ${ground}`).toBeGreaterThanOrEqual(AA);
});
