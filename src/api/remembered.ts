import { businessDate } from '../../cloudfunctions/values/dates';
import { clock } from '../device/clock';
import { inHand } from '../device/kept';
import type { DataOf, ReadName, RequestFor, Result } from './actions';

/**
 * What several pages ask, or one that is opened again and again: docs/adr/0005. Codes that hold for minutes, and what is
 * known of people who were looked for, are never among them.
 */
const REMEMBERED: readonly ReadName[] = [
  ...(['ledger.balance', 'reward.vouchers', 'reward.list', 'reward.get', 'activity.list', 'activity.get'] as const),
  ...(['award.neighbours', 'award.recent', 'catalogue.items', 'catalogue.policyDocuments'] as const),
  ...(['organisation.tree', 'organisation.providers', 'organisation.societies'] as const),
];
const SHOWN_FOR_MS = 5 * 60_000;
const ANSWERS_MAX = 30;

interface Memory {
  /** Oldest first. */
  readonly answers: Map<string, { readonly atMs: number; readonly data: unknown }>;
  readonly onTheWay: Map<string, Promise<unknown>>;
}
/** Another person, or a write, begins a new one: what is asked before belongs to the old one, also when it comes late. */
const held = inHand<Memory>();

function begin(): Memory {
  const memory = { answers: new Map(), onTheWay: new Map() };
  held.keep(memory);
  return memory;
}
const current = (): Memory => held.read() ?? begin();

/** Something is being changed, and nobody lists here what else changes with it: points, stocks, names. */
export const forgetAnswers = (): void => void begin();

function remember({ answers }: Memory, key: string, data: unknown): void {
  answers.delete(key);
  answers.set(key, { atMs: clock(), data });
  const [oldest] = answers.keys();
  if (answers.size > ANSWERS_MAX && oldest !== undefined) answers.delete(oldest);
}

/** No answer says nothing about what was answered before; a refusal does. */
const isSilence = (code: string) => code === 'UNREACHABLE' || code === 'FAULT';

const keyOf = (name: ReadName, question: string) => `${name} ${question}`;

/** Of the day before nothing is shown: what is on today, what this period still has, is another matter after midnight. */
function isFresh(atMs: number): boolean {
  const nowMs = clock();
  return nowMs >= atMs && nowMs - atMs < SHOWN_FOR_MS && businessDate(nowMs) === businessDate(atMs);
}

/** What was last answered to this very question; it is asked again nonetheless. */
export function remembered<Name extends ReadName>(name: Name, question: string): DataOf<Name> | undefined {
  const known = current().answers.get(keyOf(name, question));
  return known && isFresh(known.atMs) ? (known.data as DataOf<Name>) : undefined;
}

type Read = <Name extends ReadName>(name: Name, input: RequestFor<Name>) => Promise<Result<Name>>;

/** Asks by `read` and remembers the answer; the same question on its way already is not asked twice. */
export function ask<Name extends ReadName>(read: Read, name: Name, question: string): Promise<Result<Name>> {
  const asking = () => read(name, JSON.parse(question) as RequestFor<Name>);
  if (!REMEMBERED.includes(name)) return asking();
  const memory = current();
  const key = keyOf(name, question);
  const asked = memory.onTheWay.get(key) as Promise<Result<Name>> | undefined;
  if (asked) return asked;
  const answer = asking().then((result) => {
    if (result.ok) remember(memory, key, result.data);
    else if (!isSilence(result.code)) memory.answers.delete(key);
    return result;
  });
  memory.onTheWay.set(key, answer);
  const isOver = () => void memory.onTheWay.delete(key);
  answer.then(isOver, isOver);
  return answer;
}
