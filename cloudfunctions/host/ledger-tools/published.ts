import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { Checkpoint, Countersignature, NightHead } from '../../ledger/contract';
import { publishedFileIn } from '../../platform/local/published-file';

/** Whoever publishes them says whose they are; nothing of that is signed. */
const KeptCountersignature = z.object(Countersignature.shape);

const signedOutside = (item: unknown) => KeptCountersignature.safeParse(item).data ?? [];

type Kept =
  | { readonly countersignatures: readonly unknown[] }
  | { readonly checkpoints: readonly unknown[] }
  | { readonly heads: readonly unknown[] }
  | readonly unknown[];
const FETCH_MS = 10_000;

export interface PublishedCopies {
  readonly checkpoints: readonly z.output<typeof Checkpoint>[];
  readonly heads: readonly z.output<typeof NightHead>[];
  readonly countersignatures: readonly z.output<typeof Countersignature>[];
  /** Those that stand in our own file. */
  readonly countersigned: readonly z.output<typeof Countersignature>[];
  /** Where they were found. */
  readonly places: readonly string[];
  /** Lines that are none of ours: torn, or by somebody else. */
  readonly unread: number;
}

/**
 * Every copy of what was published that can be found: the file in the data folder, files and addresses that PUBLISHED_AT
 * names (those that a countersigner keeps among them), and one named at the command line.
 * @throws where one that was named is not there, or cannot be read as a whole.
 */
export async function readPublishedCopies(
  env: NodeJS.ProcessEnv,
  folder: string,
  named?: string,
): Promise<PublishedCopies> {
  const own = publishedFileIn(folder);
  const others = [...(env.PUBLISHED_AT ?? '').split(','), named ?? ''].map((place) => place.trim()).filter(Boolean);
  const places = [...(existsSync(own) ? [own] : []), ...others];
  const items = (await Promise.all(places.map(textAt))).map(itemsIn);
  const found = items.flat();
  const checkpoints = found.flatMap((item) => Checkpoint.safeParse(item).data ?? []);
  const heads = found.flatMap((item) => NightHead.safeParse(item).data ?? []);
  const countersignatures = found.flatMap(signedOutside);
  const countersigned = places[0] === own ? (items[0] ?? []).flatMap(signedOutside) : [];
  const read = checkpoints.length + heads.length + countersignatures.length;
  return { checkpoints, heads, countersignatures, countersigned, places, unread: found.length - read };
}

async function textAt(place: string): Promise<string> {
  if (!/^https?:\/\//.test(place)) return readFileSync(place, 'utf8');
  const answer = await fetch(place, { signal: AbortSignal.timeout(FETCH_MS) });
  if (!answer.ok)
    throw new Error(`${place} answered ${answer.status}: what was published there could not be compared.`);
  return answer.text();
}

/** One JSON document (what ledger.checkpoints, ledger.nights or ledger.countersignatures answers, or a list), or one document a line. */
function itemsIn(text: string): unknown[] {
  const whole = parsed(text);
  if (whole === undefined) return text.split('\n').filter(Boolean).map(parsed);
  return listIn(whole);
}

function listIn(whole: unknown): unknown[] {
  if (Array.isArray(whole)) return whole;
  const { data = whole } = whole as { data?: Kept };
  const { checkpoints, heads, countersignatures } = data as Readonly<Record<string, unknown[] | undefined>>;
  return checkpoints ?? heads ?? countersignatures ?? [data];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
