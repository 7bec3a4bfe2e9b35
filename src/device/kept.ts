import Taro from '@tarojs/taro';
import { clock } from './clock';

/**
 * All that this app leaves on a device, and the only module that touches its storage (held by tests/src/kept.test.ts). What
 * is a person's is kept under their identity, shown to nobody else, and goes when they sign out or somebody else sits here.
 */
const KEPT_FOR_A_PERSON = ['award-deed', 'brought-along', 'checked-in', 'join-draft', 'live-codes'] as const;
/**
 * The device's own: how it looks and which columns its tables show, the key of who signs from outside, who sat here last, and the fingerprints of requests without an answer, each with the
 * identity that sent it. Those outlast a sign-out, or the same person doing it again would do it twice.
 */
const KEPT_BY_THE_DEVICE = ['appearance', 'columns', 'countersigner', 'pending-requests', 'sits-here'] as const;
type PersonsName = (typeof KEPT_FOR_A_PERSON)[number];
type DevicesName = (typeof KEPT_BY_THE_DEVICE)[number];

interface Entry {
  readonly by: string;
  readonly atMs: number;
  readonly value: unknown;
}
/** What is read may be of another version of this app, or nothing at all: undefined where it makes no sense. */
type Parse<Value> = (stored: unknown) => Value | undefined;

export interface Kept<Value> {
  /** Undefined also when it is too old or somebody else's; then it does not stay on the device. */
  read(): Value | undefined;
  keep(value: Value): void;
  forget(): void;
}

/** What the storage did not take because it is full: known while the app is open. */
const unstored = new Map<string, unknown>();

function store(name: string, value: unknown): void {
  unstored.delete(name);
  try {
    Taro.setStorageSync(name, value);
  } catch {
    unstored.set(name, value);
  }
}

const stored = (name: string): unknown => (unstored.has(name) ? unstored.get(name) : Taro.getStorageSync(name));

function remove(name: string): void {
  unstored.delete(name);
  Taro.removeStorageSync(name);
}

/** Something that is the device's own, whoever sits there. */
export function keptByDevice<Value>(name: DevicesName, parse: Parse<Value>): Kept<Value> {
  return {
    read: () => parse(stored(name)),
    keep: (value) => store(name, value),
    forget: () => remove(name),
  };
}

interface Rules<Value> {
  /** Left out where what is kept says itself when it is over. */
  readonly forMs?: number;
  readonly parse: Parse<Value>;
}

const isEntry = (one: unknown): one is Entry => typeof (one as Entry | null)?.by === 'string' && 'value' in Object(one);

/** Something of the person with that identity; `whoSits()` where the page does not ask who that is. */
export function keptFor<Value>(
  identity: string,
  name: PersonsName,
  { forMs = Number.POSITIVE_INFINITY, parse }: Rules<Value>,
): Kept<Value> {
  return {
    read() {
      const entry = stored(name);
      if (!entry) return undefined;
      const isTheirs = isEntry(entry) && entry.by === identity && clock() - entry.atMs < forMs;
      const value = isTheirs ? parse(entry.value) : undefined;
      if (value === undefined) remove(name);
      return value;
    },
    keep: (value) => store(name, { by: identity, atMs: clock(), value } satisfies Entry),
    forget: () => remove(name),
  };
}

const forgetters: (() => void)[] = [];

/** What one page hands to the next and what is never put on the disk; gone with the app, and with the person. */
export function inHand<Value>(): Omit<Kept<Value>, 'forget'> {
  let held: Value | undefined;
  forgetters.push(() => {
    held = undefined;
  });
  return {
    read: () => held,
    keep: (value) => {
      held = value;
    },
  };
}
const sitter = keptByDevice('sits-here', (one) => (typeof one === 'string' && one ? one : undefined));
let sitting: string | undefined;

/** Who sits here as far as is known, also after a start without the network; empty when nobody has been told yet. */
export function whoSits(): string {
  sitting ??= sitter.read() ?? '';
  return sitting;
}

/** The server has said who this is: what was another one's goes. */
export function sitsHere(identity: string): void {
  if (whoSits() === identity) return;
  if (whoSits()) forgetAll();
  sitting = identity;
  sitter.keep(identity);
}

/** Signed out, or somebody else sits here. */
export function forgetAll(): void {
  for (const name of KEPT_FOR_A_PERSON) remove(name);
  for (const one of forgetters) one();
  sitting = '';
  sitter.forget();
}
