import type { DataOf } from '../../api';
import { clock } from '../../device/clock';
import { keptFor, whoSits } from '../../device/kept';

export type LiveCode = DataOf<'activity.liveCode'>;
interface StoredCode {
  readonly about: LiveCode;
  /** The server's clock minus the device's. */
  readonly offsetMs: number;
}

const isOver = ({ about, offsetMs }: StoredCode, nowMs: number) => nowMs + offsetMs > about.closesAtMs;

/** Of this person alone: whoever sits here next is given keys of their own, if they may have any. */
const keys = () =>
  keptFor<readonly StoredCode[]>(whoSits(), 'live-codes', {
    parse: (all) => (Array.isArray(all) ? (all as StoredCode[]) : undefined),
  });

/** The key that this device was given before, as long as its activity goes on: for a start without the network. */
export function keptCode(activityId: string): StoredCode | undefined {
  return keys()
    .read()
    ?.find((kept) => kept.about.activityId === activityId && !isOver(kept, clock()));
}

/** Kept until the activity is over; keys of activities that are over go at the same time. */
export function keepCode(kept: StoredCode): void {
  const others = (keys().read() ?? []).filter((one) => one.about.activityId !== kept.about.activityId);
  keys().keep([...others, kept].filter((one) => !isOver(one, clock())));
}

/** The server has said that this caller may not, or that the activity is off. */
export function forgetCode(activityId: string): void {
  const others = keys()
    .read()
    ?.filter((kept) => kept.about.activityId !== activityId);
  if (others) keys().keep(others);
}
