/** One row of an activity's list; `atMs` is the order in which people came to it. */
export interface ListedPerson {
  readonly residentId: string;
  readonly state: 'signedUp' | 'waiting' | 'cancelled';
  readonly atMs: number;
}

export interface SignUpChange {
  /** The person's own new state; null when it stays as it was. */
  readonly own: 'signedUp' | 'waiting' | 'cancelled' | null;
  /** A place in the line behind everybody who came before, even within one millisecond. */
  readonly atMs: number;
  /** Who moves up from the waiting list, first come first. */
  readonly movedUp: readonly string[];
}

const bySignUpTime = (a: ListedPerson, b: ListedPerson) => a.atMs - b.atMs || (a.residentId < b.residentId ? -1 : 1);

/** Who of those that wait has a place, first come first. */
export function movesUp(list: readonly ListedPerson[], capacity: number | null): string[] {
  const free = (capacity ?? Number.POSITIVE_INFINITY) - list.filter(({ state }) => state === 'signedUp').length;
  const waiting = list.filter(({ state }) => state === 'waiting').sort(bySignUpTime);
  return waiting.slice(0, Math.max(0, free)).map(({ residentId }) => residentId);
}

/** Decides under the activity's lock. Asking for what is so already changes nothing; coming back goes to the line's end. */
export function decideSignUp(
  list: readonly ListedPerson[],
  capacity: number | null,
  residentId: string,
  coming: boolean,
  nowMs: number,
): SignUpChange {
  const own = list.find((person) => person.residentId === residentId)?.state ?? 'cancelled';
  const atMs = Math.max(nowMs, ...list.map((person) => person.atMs + 1));
  if (coming === (own !== 'cancelled')) return { own: null, atMs, movedUp: [] };
  const others = list.filter((person) => person.residentId !== residentId);
  if (!coming) return { own: 'cancelled', atMs, movedUp: movesUp(others, capacity) };
  const isFull = capacity !== null && others.filter(({ state }) => state !== 'cancelled').length >= capacity;
  return { own: isFull ? 'waiting' : 'signedUp', atMs, movedUp: [] };
}

export interface SignUpState {
  readonly state: 'none' | 'signedUp' | 'waiting';
  readonly signedUpCount: number;
  /** How many wait before this person; 0 for who does not wait. */
  readonly waitingBefore: number;
}

export function signUpState(list: readonly ListedPerson[], residentId: string): SignUpState {
  const own = list.find((person) => person.residentId === residentId);
  const waiting = list.filter((person) => person.state === 'waiting');
  return {
    state: !own || own.state === 'cancelled' ? 'none' : own.state,
    signedUpCount: list.filter((person) => person.state === 'signedUp').length,
    waitingBefore: own?.state === 'waiting' ? waiting.filter((person) => bySignUpTime(person, own) < 0).length : 0,
  };
}

/** The list as it is after a change. */
export function applySignUp(list: readonly ListedPerson[], residentId: string, change: SignUpChange): ListedPerson[] {
  const changed = list
    .filter((person) => change.own === null || person.residentId !== residentId)
    .map((person) => (change.movedUp.includes(person.residentId) ? { ...person, state: 'signedUp' as const } : person));
  if (change.own === null) return changed;
  return [...changed, { residentId, state: change.own, atMs: change.atMs }];
}
