import { seal, unseal } from '../../kit/keys';
import type { World } from '../../kit/world';

const KEY_BYTES = 32;

type Sealer = Pick<World, 'keys' | 'random'>;
export interface Sealed {
  readonly fileId: string;
  readonly wrappedKey: Buffer;
}

const keyContext = (fileId: string) => `keyring.file_key/${fileId}`;
/** File and number are bound in: a part that was moved elsewhere cannot be read. */
const partContext = (fileId: string, part: number) => `file_part/${fileId}/${part}`;

/** A key for one file, which goes with it. */
export const newWrappedKey = ({ keys, random }: Sealer, fileId: string): Buffer =>
  keys.wrap(random, random(KEY_BYTES), keyContext(fileId));

const keyOf = ({ keys }: Sealer, { fileId, wrappedKey }: Sealed) => keys.unwrap(wrappedKey, keyContext(fileId));

export const sealPart = (world: Sealer, file: Sealed, part: number, bytes: Buffer): Buffer =>
  seal(world.random, keyOf(world, file), partContext(file.fileId, part), bytes);

/** Opens a file's parts one by one; throws where one is not what was sealed there. */
export function partOpener(world: Sealer, file: Sealed): (part: number, sealed: Buffer) => Buffer {
  const key = keyOf(world, file);
  return (part, sealed) => unseal(key, partContext(file.fileId, part), sealed);
}
