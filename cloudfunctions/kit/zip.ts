import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** What an archive may be at most, by what it says of itself and by what really comes out of it. */
export interface ZipLimits {
  readonly entriesMax: number;
  /** Of all that is kept. */
  readonly unzippedBytesMax: number;
  /** Of what runs through sieves: it costs time, and no memory. */
  readonly sievedBytesMax?: number;
  /** Unzipped to zipped. Ordinary office files stay below 30; a bomb comes near the format's 1,032. */
  readonly ratioMax: number;
}

export type Unzipped =
  | { readonly kind: 'files'; readonly files: readonly ZippedFile[] }
  | { readonly kind: 'notZip' }
  | { readonly kind: 'tooLarge' };
export interface ZippedFile {
  readonly name: string;
  readonly bytes: Buffer;
}
/** Is given an entry piece by piece and keeps what is worth it. */
export interface Sieve {
  readonly add: (piece: Buffer) => void;
  readonly kept: () => Buffer;
}
/** The sieve for an entry, or null: it is kept whole. Those are read first, and given along. */
export type SieveFor = (name: string, whole: readonly ZippedFile[]) => Sieve | null;
/** Thrown by a sieve that would have to keep too much. */
export class TooLarge extends Error {}

/** Reads the entries whose names `wanted` likes. Sizes are held against the limits before anything is unzipped. */
export async function unzip(
  file: Buffer,
  wanted: (name: string) => boolean,
  limits: ZipLimits,
  sieves: { readonly isFor: (name: string) => boolean; readonly make: SieveFor } = NO_SIEVES,
): Promise<Unzipped> {
  try {
    const zip = await fromBufferPromise(file, { lazyEntries: true });
    if (zip.entryCount > limits.entriesMax) return { kind: 'tooLarge' };
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) if (wanted(entry.fileName)) entries.push(entry);
    const whole = entries.filter(({ fileName }) => !sieves.isFor(fileName));
    const sieved = entries.filter(({ fileName }) => sieves.isFor(fileName));
    if (isTooLarge(whole, sieved, file, limits)) return { kind: 'tooLarge' };
    const files: ZippedFile[] = [];
    for (const entry of whole) files.push({ name: entry.fileName, bytes: await readEntry(zip, entry) });
    const wholes = [...files];
    for (const entry of sieved)
      files.push({ name: entry.fileName, bytes: await readEntry(zip, entry, sieves.make(entry.fileName, wholes)) });
    return bytesOf(files) > limits.unzippedBytesMax ? { kind: 'tooLarge' } : { kind: 'files', files };
  } catch (problem) {
    // broken, cut off, encrypted, or larger inside than it says
    return { kind: problem instanceof TooLarge ? 'tooLarge' : 'notZip' };
  }
}

const NO_SIEVES = { isFor: () => false, make: () => null };
const bytesOf = (files: readonly ZippedFile[]) => files.reduce((sum, { bytes }) => sum + bytes.length, 0);

function isTooLarge(whole: readonly Entry[], sieved: readonly Entry[], file: Buffer, limits: ZipLimits): boolean {
  const [wholeBytes, sievedBytes] = [saidBytes(whole), saidBytes(sieved)];
  const ratio = (wholeBytes + sievedBytes) / Math.max(file.length, 1);
  return wholeBytes > limits.unzippedBytesMax || sievedBytes > (limits.sievedBytesMax ?? 0) || ratio > limits.ratioMax;
}

const saidBytes = (entries: readonly Entry[]) => entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);

/** yauzl ends the stream with an error as soon as more comes out than the archive's directory says. */
async function readEntry(zip: ZipFile, entry: Entry, sieve: Sieve | null = null): Promise<Buffer> {
  const { add, kept } = sieve ?? keepAll();
  for await (const piece of await zip.openReadStreamPromise(entry)) add(piece as Buffer);
  return kept();
}

function keepAll(): Sieve {
  const pieces: Buffer[] = [];
  return { add: (piece) => pieces.push(piece), kept: () => Buffer.concat(pieces) };
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;

/** An archive of those files, uncompressed: whoever reads it next sees what was measured and nothing else. */
export function zipStored(files: readonly ZippedFile[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const nameBytes = Buffer.from(name);
    const about = describe(bytes, nameBytes.length);
    const local = Buffer.concat([uint32(LOCAL), about, nameBytes, bytes]);
    const rest = Buffer.alloc(14); // comment, disk, attributes: none; then the local header's place
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([uint32(CENTRAL), uint16(20), about, rest, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** The 26 bytes that stand in both headers: version, flags, method 0, no time, CRC, sizes, lengths. */
function describe(bytes: Buffer, nameLength: number): Buffer {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(UTF8_NAMES, 2);
  about.writeUInt32LE(crc32(bytes), 10);
  about.writeUInt32LE(bytes.length, 14);
  about.writeUInt32LE(bytes.length, 18);
  about.writeUInt16LE(nameLength, 22);
  return about;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
