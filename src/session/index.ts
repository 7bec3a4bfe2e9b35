import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { callerIs, type DataOf, type Refused, read, whenOther } from '../api';
import { noteAppFacts } from '../app-facts';
import { createStore } from '../app-store';
import { forgetAll, sitsHere } from '../device/kept';
import { signInFromHere, startAt } from '../ways';
import { endSession } from './end-session';
import { allowedKeys, roleWords } from './work';

export type Me = DataOf<'household.me'>;

interface Session {
  me: Me | undefined;
  refusal: Refused | undefined;
}
const session = createStore<Session>({ me: undefined, refusal: undefined });
let asking: Promise<void> | undefined;
let leadingIn: Promise<void> | undefined;

/** Learns who sits here, for the frame of a page that asks nothing itself; who did not sign in is let be. */
export function learnWho(): Promise<void> {
  asking ??= ask().finally(() => {
    asking = undefined;
  });
  return asking;
}

/** Asks the server who this is, and leads in whoever did not sign in; all that ask at the same time share one question. */
export function reloadMe(): Promise<void> {
  leadingIn ??= learnWho()
    .then(() => {
      const { refusal } = session.read();
      if (process.env.TARO_ENV === 'h5' && refusal?.code === 'NOT_SIGNED_IN') signInFromHere();
    })
    .finally(() => {
      leadingIn = undefined;
    });
  return leadingIn;
}

async function ask(): Promise<void> {
  const result = await read('household.me', {});
  if (result.ok) {
    callerIs(result.data.identityId);
    sitsHere(result.data.identityId);
    session.change({ me: result.data, refusal: undefined });
    noteAppFacts({
      demo: result.data.isDemo,
      viewer: result.data.resident ? { name: result.data.resident.name, place: roleWords(result.data) } : undefined,
      allowed: allowedKeys(result.data),
    });
    return;
  }
  session.change({ refusal: result });
  if (result.code === 'NOT_SIGNED_IN') {
    callerIs(undefined);
    session.change({ me: undefined });
  }
}

/** Another tab has signed in as somebody else: what was begun here is let go, and the one who sits here now is told. */
whenOther(() => {
  callerIs(undefined);
  forgetAll();
  session.change({ me: undefined, refusal: undefined });
  startAt('pages/home', { other: 1 });
  void reloadMe();
});

export interface KnownMe extends Session {
  readonly reload: () => Promise<void>;
}

/** Who sits here, or that nobody has signed in: for pages that are open to everybody and lead nobody in. */
export function useWhoever(): KnownMe {
  return { ...session.use(), reload: learnWho };
}

/** Who is sitting here. Asked once when the first page opens, and again when a page comes to the front. */
export function useMe(): KnownMe {
  const { me, refusal } = session.use();
  useEffect(() => {
    if (!session.read().me) void reloadMe();
  }, []);
  useDidShow(() => {
    if (session.read().me) void reloadMe();
  });
  return { me, refusal, reload: reloadMe };
}

/**
 * Signs out of the web; on WeChat the person is who WeChat says. False when the server has not done it: then the person is
 * still signed in, and must be told.
 */
export async function signOut(): Promise<boolean> {
  if (!(await endSession())) return false;
  callerIs(undefined);
  forgetAll();
  session.change({ me: undefined, refusal: undefined });
  startAt('pages/sign-in');
  return true;
}
