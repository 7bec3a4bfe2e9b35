/** Pictures for the documents, made of what `npm run screenshots` saw: docs/pictures. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { encodeIndexed } from './indexed-png.mjs';

const SEEN = 'tests/browser/out/screens';
const PICTURES = 'docs/pictures';
const COLUMNS = 9;
const GAP = 12;
const GROUND = [232, 230, 224];

/** A picture of the documents, and the screen that it shows. */
const CHOSEN = {
  home: 'home-phone-light',
  'home-large': 'home-senior-phone-large',
  thanks: 'thanks-phone-light',
  'live-code': 'live-code-phone-light',
  rewards: 'rewards-phone-light',
  'voucher-large': 'voucher-phone-large',
  passbook: 'passbook-phone-light',
  receipt: 'receipt-phone-light',
  workbench: 'workbench-desk-light',
  award: 'award-people-phone-light',
  redeem: 'redeem-phone-light',
  'desk-communities': 'units-community-desk-light',
};

const seen = (name) => PNG.sync.read(readFileSync(`${SEEN}/${name}.png`));
const save = (name, picture) => writeFileSync(`${PICTURES}/${name}.png`, encodeIndexed(picture));

/** Half as wide and high: each pixel is the mean of four. */
function halve({ width, height, data }) {
  const half = new PNG({ width: width >> 1, height: height >> 1 });
  for (let y = 0; y < half.height; y++)
    for (let x = 0; x < half.width; x++)
      for (let channel = 0; channel < 4; channel++) {
        const at = (2 * y * width + 2 * x) * 4 + channel;
        const sum = data[at] + data[at + 4] + data[at + width * 4] + data[at + width * 4 + 4];
        half.data[(y * half.width + x) * 4 + channel] = Math.round(sum / 4);
      }
  return half;
}

/** All pictures side by side, row by row, on one ground. */
function laySheet(pictures, columns = COLUMNS) {
  const { width, height } = pictures[0];
  const rows = Math.ceil(pictures.length / columns);
  const sheet = new PNG({ width: columns * (width + GAP) + GAP, height: rows * (height + GAP) + GAP });
  for (let at = 0; at < sheet.data.length; at += 4) sheet.data.set([...GROUND, 255], at);
  pictures.forEach((picture, index) => {
    const x = GAP + (index % columns) * (width + GAP);
    const y = GAP + Math.floor(index / columns) * (height + GAP);
    PNG.bitblt(picture, sheet, 0, 0, Math.min(width, picture.width), Math.min(height, picture.height), x, y);
  });
  return sheet;
}

function makePictures() {
  mkdirSync(PICTURES, { recursive: true });
  const screens = readdirSync(SEEN).filter((file) => file.endsWith('-phone-light.png'));
  if (screens.length === 0) throw new Error('No screens have been seen: npm run screenshots');
  save('contact-sheet', laySheet(screens.sort().map((file) => halve(seen(file.replace('.png', ''))))));
  for (const [name, screen] of Object.entries(CHOSEN)) save(name, seen(screen));
  console.log(`${screens.length} screens on the sheet, ${Object.keys(CHOSEN).length} pictures: ${PICTURES}`);
}

makePictures();
