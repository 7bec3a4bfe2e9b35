import { useCallback, useEffect, useRef, useState } from 'react';
import { type DataOf, type Refused, read } from '../../api';
import { mergeArrivals } from './merge-arrivals';

type Attendance = DataOf<'activity.attendance'>;
const EVERY_MS = 4_000;

type Question = { readonly activityId: string; readonly masked: boolean };

/** All that came after a moment, however many pages they are; a page that fails leaves the moment where it was. */
async function readSince(question: Question, afterMs: number) {
  const newest = await read('activity.attendance', { ...question, afterMs });
  let [arrivals, cursor] = newest.ok ? [newest.data.arrivals, newest.data.nextCursor] : [[], null];
  while (cursor) {
    const next = await read('activity.attendance', { ...question, afterMs, cursor });
    if (!next.ok) return next;
    arrivals = [...arrivals, ...next.data.arrivals];
    cursor = next.data.nextCursor;
  }
  return newest.ok ? { ...newest, data: { ...newest.data, arrivals } } : newest;
}

const mergeInto = (known: Attendance | undefined, { arrivals, ...counts }: Attendance): Attendance => ({
  ...counts,
  arrivals: mergeArrivals(known?.arrivals ?? [], arrivals),
});

/**
 * Arrivals as they come: the newest at once, then what is new, and the older ones when asked for. What was known stays
 * while the network is gone.
 */
export function useArrivals(activityId: string, masked: boolean) {
  const [seen, setSeen] = useState<Attendance>();
  const [refusal, setRefusal] = useState<Refused>();
  const older = useOlder({ activityId, masked }, (page) => setSeen((known) => mergeInto(known, page)));
  const { begin } = older;
  const sinceMs = useRef<number>();
  const look = useCallback(async () => {
    const since = sinceMs.current;
    const question = { activityId, masked };
    const result = since === undefined ? await read('activity.attendance', question) : await readSince(question, since);
    setRefusal(result.ok ? undefined : result);
    if (!result.ok) return;
    if (sinceMs.current === undefined) begin(result.data.nextCursor);
    sinceMs.current = result.data.serverNowMs;
    setSeen((known) => mergeInto(known, result.data));
  }, [activityId, masked, begin]);

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
  return { seen, refusal, look, older };
}

/** Those who came before the ones that were told first. */
function useOlder(question: Question, onPage: (page: Attendance) => void) {
  const [cursor, begin] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [moreRefusal, setRefusal] = useState<Refused>();
  const more = async () => {
    if (!cursor || busy) return;
    setBusy(true);
    const result = await read('activity.attendance', { ...question, cursor });
    setBusy(false);
    setRefusal(result.ok ? undefined : result);
    if (!result.ok) return;
    begin(result.data.nextCursor);
    onPage(result.data);
  };
  return { begin, hasMore: cursor !== null, more, busy, moreRefusal };
}
