import type { Activity } from '../use-week';

type Standing = Pick<Activity, 'mySignUp' | 'capacity' | 'signedUpCount'>;

/** What the button does: a place is taken or given back, and where there is none, it is the queue that one joins or leaves. */
export function signUpWord({ mySignUp, capacity, signedUpCount }: Standing): string {
  if (mySignUp === 'signedUp') return '不去了，把名额让出来';
  if (mySignUp === 'waiting') return '不排了';
  return capacity !== null && signedUpCount >= capacity ? '我来排队' : '我要报名';
}
