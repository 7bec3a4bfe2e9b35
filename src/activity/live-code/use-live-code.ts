import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fromBase64Url } from '../../../cloudfunctions/values/live-code';
import { type Refused, read } from '../../api';
import { clock } from '../../device/clock';
import { drawAt } from './code';
import { forgetCode, keepCode, keptCode } from './kept-keys';

const TICK_MS = 250;
const ASK_AGAIN_MS = 20_000;
/** Less is the network's doing. */
const MOVED_MS = 2_000;

/** The device's clock, put right by the server's. */
function useServerClock(offsetMs: number): number {
  const [nowMs, setNowMs] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(clock()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return nowMs + offsetMs;
}

/** Asks for the key until there is an answer, and keeps it; a key of before serves until then. */
function useKey(activityId: string) {
  const [kept, setKept] = useState(() => keptCode(activityId));
  const [refusal, setRefusal] = useState<Refused>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const visit = useRef(0);
  const asking = useRef(false);
  const latest = useRef(kept);
  latest.current = kept;
  const ask = useCallback(async () => {
    clearTimeout(timer.current);
    const asked = visit.current;
    asking.current = true;
    const result = await read('activity.liveCode', { activityId });
    asking.current = false;
    if (asked !== visit.current) return; // the page has been left: nothing is kept, nothing goes on
    if (result.ok) {
      const fresh = { about: result.data, offsetMs: result.data.serverNowMs - clock() };
      keepCode(fresh);
      setRefusal(undefined);
      return setKept(fresh);
    }
    setRefusal(result);
    if (result.code === 'UNREACHABLE' || result.code === 'FAULT') {
      timer.current = setTimeout(() => void ask(), ASK_AGAIN_MS);
      return;
    }
    forgetCode(activityId);
    setKept(undefined);
  }, [activityId]);
  useEffect(() => {
    void ask();
    return () => {
      visit.current += 1;
      clearTimeout(timer.current);
    };
  }, [ask]);
  /** By each answer of the server: the device's clock may be set right, or wrong, while the code is shown. */
  const putRight = useCallback((serverNowMs: number) => {
    const offsetMs = serverNowMs - clock();
    setKept((known) => {
      if (!known || Math.abs(known.offsetMs - offsetMs) < MOVED_MS) return known;
      const moved = { ...known, offsetMs };
      keepCode(moved);
      return moved;
    });
  }, []);
  /** The key was renewed: the one of before is good for a step more, and serves on where nobody answers. */
  const heard = useCallback(
    (keyVersion: number) => {
      if (latest.current?.about.keyVersion !== keyVersion && !asking.current) void ask();
    },
    [ask],
  );
  return { kept, refusal, ask, putRight, heard };
}

/** The code of this moment, with or without the network. */
export function useLiveCode(activityId: string) {
  const { kept, refusal, ask, putRight, heard } = useKey(activityId);
  const serverMs = useServerClock(kept?.offsetMs ?? 0);
  const clockwork = useMemo(() => kept && { ...kept.about, key: fromBase64Url(kept.about.key) }, [kept]);
  const drawn = clockwork && drawAt(clockwork, serverMs);
  return {
    about: kept?.about,
    drawn,
    link: drawn && clockwork ? clockwork.qrPrefix + drawn.code : undefined,
    notYetOpen: kept !== undefined && serverMs < kept.about.opensAtMs,
    over: kept !== undefined && serverMs > kept.about.closesAtMs,
    refusal,
    ask,
    putRight,
    heard,
  };
}
