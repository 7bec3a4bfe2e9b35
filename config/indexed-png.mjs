/** A PNG of 256 colours: a third of the size, and screens have few more than that. */
import { crc32, deflateSync } from 'node:zlib';

const COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Five bits of each channel: colours that nobody can tell apart share a bucket. */
const bucketOf = (data, at) => ((data[at] >> 3) << 10) | ((data[at + 1] >> 3) << 5) | (data[at + 2] >> 3);

/** The commonest colours, each the mean of its bucket. */
function choosePalette(data) {
  const buckets = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const bucket = buckets.get(bucketOf(data, at)) ?? { count: 0, sum: [0, 0, 0] };
    bucket.count++;
    for (let channel = 0; channel < 3; channel++) bucket.sum[channel] += data[at + channel];
    buckets.set(bucketOf(data, at), bucket);
  }
  const commonest = [...buckets.values()].sort((a, b) => b.count - a.count).slice(0, COLOURS);
  return commonest.map(({ count, sum }) => sum.map((total) => Math.round(total / count)));
}

function nearest(palette, data, at) {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  palette.forEach(([red, green, blue], index) => {
    const distance = (red - data[at]) ** 2 + (green - data[at + 1]) ** 2 + (blue - data[at + 2]) ** 2;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function chunk(type, body) {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(typed.length + 8);
  framed.writeUInt32BE(body.length, 0);
  typed.copy(framed, 4);
  framed.writeUInt32BE(crc32(typed), typed.length + 4);
  return framed;
}

function headerOf({ width, height }) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // eight bits an index, a palette, no interlacing
  return header;
}

/** Of RGBA pixels; what is transparent is not looked at. */
export function encodeIndexed({ width, height, data }) {
  const palette = choosePalette(data);
  const known = new Map();
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter: none
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const bucket = bucketOf(data, at);
      if (!known.has(bucket)) known.set(bucket, nearest(palette, data, at));
      rows[y * (width + 1) + 1 + x] = known.get(bucket);
    }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', headerOf({ width, height })),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
