import jsQr from 'jsqr';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

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
