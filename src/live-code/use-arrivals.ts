import { useCallback, useEffect, useRef, useState } from 'react';
import { type DataOf, type Refused, read } from '../api';
import { mergeArrivals } from './merge-arrivals';

type Attendance = DataOf<'activity.attendance'>;
const EVERY_MS = 4_000;

/** Arrivals as they come: the whole list once, then only what is new. What was known stays while the network is gone. */
export function useArrivals(activityId: string, masked: boolean) {
  const [seen, setSeen] = useState<Attendance>();
  const [refusal, setRefusal] = useState<Refused>();
  const sinceMs = useRef<number>();
  const look = useCallback(async () => {
    const after = sinceMs.current === undefined ? {} : { afterMs: sinceMs.current };
    const result = await read('activity.attendance', { activityId, masked, ...after });
    setRefusal(result.ok ? undefined : result);
    if (!result.ok) return;
    sinceMs.current = result.data.serverNowMs;
    setSeen((known) => ({ ...result.data, arrivals: mergeArrivals(known?.arrivals ?? [], result.data.arrivals) }));
  }, [activityId, masked]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const goOn = async () => {
      await look();
      if (!left) timer = setTimeout(() => void goOn(), EVERY_MS);
    };
    void goOn();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [look]);
  return { seen, refusal, look };
}
