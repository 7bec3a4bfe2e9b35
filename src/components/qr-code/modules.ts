import { encode } from 'uqr';

/** Four light modules around a code: with less, scanners lose its edge. */
const QUIET = 4;

export interface QrDrawing {
  /** Modules along a side, the quiet zone included. */
  side: number;
  path: string;
}

/** Dark modules as one path, runs of a row joined, so that no hairline shows between neighbours. */
export function drawQr(text: string): QrDrawing {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x += 1;
      path += `M${from + QUIET} ${y + QUIET}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  });
  return { side: size + 2 * QUIET, path };
}
