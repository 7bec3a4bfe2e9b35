import { base64Of } from '../../api/base64';
import { bytesOfBase64, textOf } from './bytes';
import type { Receipt } from './check';
import { utf8 } from './utf8';

/** What a holder hands to somebody else, by a link or as a file. Only the receipt is signed; the words are the holder's own. */
export interface SharedReceipt {
  readonly receipt: Receipt;
  /** As it stands in public: 李＊芳. */
  readonly name: string;
  /** 清洁家园，每次 5 分；浏居发〔2026〕6 号 */
  readonly rule: string;
}

const MARK = 'behaviour-bank receipt';

export const textOfShared = (shared: SharedReceipt): string => JSON.stringify({ is: MARK, ...shared });

/** A link that holds all of it behind the #, which no server is sent. */
export function linkOfShared(page: string, shared: SharedReceipt): string {
  const packed = base64Of(utf8(textOfShared(shared)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
  return `${page}#r=${packed}`;
}

/** From a link, what stands behind its #, or a file's text; undefined where it is no receipt. */
export function readShared(given: string): SharedReceipt | undefined {
  const [, packed] = /#?\br=([A-Za-z0-9_-]+)/.exec(given) ?? [];
  try {
    return toShared(JSON.parse(packed ? textOf(bytesOfBase64(packed)) : given));
  } catch {
    return undefined;
  }
}

const isText = (one: unknown): one is string => typeof one === 'string';
const isObject = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null;

function toShared(found: unknown): SharedReceipt | undefined {
  if (!isObject(found) || !isObject(found.receipt)) return undefined;
  const { entry, checkpoint, path, prevHash, hash } = found.receipt;
  const isWhole = isObject(entry) && isObject(checkpoint) && Array.isArray(path) && path.every(isObject);
  if (!isWhole || !isText(prevHash) || !isText(hash) || !isText(checkpoint.signature)) return undefined;
  const { name, rule } = found;
  const receipt = { ...found.receipt, checkpoint: { late: null, ...checkpoint } } as unknown as Receipt;
  return { receipt, name: isText(name) ? name : '', rule: isText(rule) ? rule : '' };
}
