import jsQr from 'jsqr';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { encode } from 'uqr';

/** What a camera would take of somebody's screen. */
export async function photograph(page: Page): Promise<Buffer> {
  return page.screenshot({ type: 'png' });
}

/** The text of the code in a picture, read as another app would. */
export function readCode(picture: Buffer): string {
  const { data, width, height } = PNG.sync.read(picture);
  const found = jsQr(new Uint8ClampedArray(data), width, height);
  if (!found) throw new Error('there is no code in the picture');
  return found.data;
}

/** Gives a picture to the page that looks for a code: the app decodes it itself. */
export async function showPicture(page: Page, picture: Buffer): Promise<void> {
  await page
    .locator('input.scan-picture')
    .last()
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture });
}

/** A code as somebody sends it: its picture alone. */
export function drawCode(text: string): Buffer {
  const { data: rows, size } = encode(text, { border: 4 });
  const scale = 6;
  const drawn = new PNG({ width: size * scale, height: size * scale });
  for (let y = 0; y < size * scale; y++)
    for (let x = 0; x < size * scale; x++) {
      const shade = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? 0 : 255;
      drawn.data.set([shade, shade, shade, 255], (y * size * scale + x) * 4);
    }
  return PNG.sync.write(drawn);
}
