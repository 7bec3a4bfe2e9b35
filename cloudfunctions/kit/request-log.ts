import type { Keys } from './keys';
import { refuse } from './refusal';
import type { SharedRead } from './shared-read';
import { type Run, runOn, type Statement } from './statement';
import type { Db } from './transaction';

/** One write as its device named it. The hash covers action, caller and input: the id with anything else is refused. */
export interface RequestKey {
  readonly id: string;
  readonly action: string;
  readonly bodyHash: Buffer;
}

/** Keys sorted at every depth, so that the same request always has the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`;
}

/** Keyed: an input may hold a six-character code, which a plain hash in the table would give away to whoever counts. */
export function requestKey(
  keys: Pick<Keys, 'hmac'>,
  id: string,
  action: string,
  asker: string | null,
  input: unknown,
): RequestKey {
  return { id, action, bodyHash: keys.hmac('request', canonicalJson([action, asker, input])) };
}

const TAKE_IDS: Statement = {
  name: 'request-take-ids',
  text: `insert into request_log (request_id, action, body_hash, created_at)
         select * from unnest($1::text[], $2::text[], $3::bytea[], $4::timestamptz[]) order by 1
         on conflict do nothing returning request_id`,
};

/** Takes those ids that nobody has used, and tells which. It waits for a transaction that is using one. */
export async function takeIds(
  run: Run,
  requests: readonly { readonly key: RequestKey; readonly atMs: number }[],
): Promise<ReadonlySet<string>> {
  const rows = await run<{ request_id: string }>(TAKE_IDS, [
    requests.map(({ key }) => key.id),
    requests.map(({ key }) => key.action),
    requests.map(({ key }) => key.bodyHash),
    requests.map(({ atMs }) => new Date(atMs)),
  ]);
  return new Set(rows.map((row) => row.request_id));
}

/**
 * Takes the request id for this transaction: null. A second caller with the same id waits here until the first has
 * committed, then is given the first one's answer.
 */
export async function reserveRequest(
  db: Db,
  key: RequestKey,
  nowMs: number,
): Promise<{ readonly kept: unknown } | null> {
  if ((await takeIds(runOn(db), [{ key, atMs: nowMs }])).has(key.id)) return null;
  const earlier = await findAnswer(db, key);
  if (!earlier) throw new Error(`request ${key.id} is neither ours nor anybody else's`);
  return earlier;
}

/** A request as the log has it; its answer is null while it is under way. */
export interface Earlier {
  readonly request_id: string;
  readonly body_hash: Buffer;
  readonly answer: unknown;
}
export const READ_ANSWERS: Statement = {
  name: 'request-answers',
  text: 'select request_id, body_hash, answer from request_log where request_id = any ($1::text[])',
};

/** By request id, before anybody knows who asks: whose answer it is `answerFrom` decides. */
export const EARLIER: SharedRead<string, Earlier> = {
  keyOf: (id) => id,
  read: async (run, ids) =>
    new Map((await run<Earlier>(READ_ANSWERS, [ids])).map((earlier) => [earlier.request_id, earlier])),
};

/** What was answered the first time, when it was the same request; a refusal when the id came with another body. */
export function answerFrom(earlier: Earlier, key: RequestKey): { readonly kept: unknown } {
  return { kept: earlier.body_hash.equals(key.bodyHash) ? earlier.answer : refuse('REQUEST_ID_REUSED') };
}

/** What an earlier request with this id was answered, or null when there was none that has come to its end. */
export async function findAnswer(db: Db, key: RequestKey): Promise<{ readonly kept: unknown } | null> {
  const earlier = (await EARLIER.read(runOn(db), [key.id])).get(key.id);
  return earlier ? answerFrom(earlier, key) : null;
}

const KEEP_ANSWERS: Statement = {
  name: 'keep-answers',
  text: `update request_log set answer = made.answer
         from unnest($1::text[], $2::json[]) as made (request_id, answer) where request_log.request_id = made.request_id`,
};
/** Of one alone: a list of unknown length would be planned anew each time. */
const KEEP_ANSWER: Statement = {
  name: 'keep-answer',
  text: 'update request_log set answer = $2::json where request_id = $1',
};

/** Keeps first answers by request id, refusals included, secrets left out. */
export async function keepAnswers(
  run: Run,
  answers: readonly { readonly id: string; readonly answer: unknown }[],
): Promise<void> {
  const ids = answers.map(({ id }) => id);
  const texts = answers.map(({ answer }) => JSON.stringify(answer));
  await (answers.length === 1 ? run(KEEP_ANSWER, [ids[0], texts[0]]) : run(KEEP_ANSWERS, [ids, texts]));
}
