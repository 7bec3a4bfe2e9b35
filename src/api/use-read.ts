import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type DataOf, type ReadName, type Refused, type RequestFor, read } from '.';
import { ask, remembered } from './remembered';

export interface Reading<Name extends ReadName> {
  /** The newest answer to this very input; kept while the same is asked again, also when that is refused. */
  readonly data: DataOf<Name> | undefined;
  readonly refusal: Refused | undefined;
  /** Nothing to show yet. */
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
}

/** What is known about one question. Under another one it is never shown: it may be about other people. */
interface Snapshot<Name extends ReadName> {
  readonly key: string;
  readonly data: DataOf<Name> | undefined;
  readonly refusal: Refused | undefined;
}

const NOTHING = { data: undefined, refusal: undefined };

/**
 * Reads when the page opens, whenever the input changes, and again when the page comes back to the front; until the answer
 * comes, what another page was told to the same is shown. A null input waits. With `everyMs` it asks again and again while
 * the page is in front.
 */
export function useRead<Name extends ReadName>(
  name: Name,
  input: RequestFor<Name> | null,
  everyMs?: number,
): Reading<Name> {
  const [known, setKnown] = useState<Snapshot<Name>>();
  const key = input === null ? null : JSON.stringify(input);
  const newest = useRef(key);
  newest.current = key;
  const asked = useRef(0);
  const heard = useRef(0);

  const reload = useCallback(async () => {
    if (key === null) return;
    asked.current += 1;
    const nth = asked.current;
    const result = await ask(read, name, key);
    if (newest.current !== key || nth < heard.current) return; // asked something else since, or heard something newer
    heard.current = nth;
    setKnown((before) => {
      if (result.ok) return { key, data: result.data, refusal: undefined };
      return { key, data: before?.key === key ? before.data : undefined, refusal: result };
    });
  }, [name, key]);

  const hidden = useRef(false);
  useEffect(() => {
    const data = key === null ? undefined : remembered(name, key);
    if (!data || key === null) return;
    const show = () => setKnown((now) => (now?.key === key ? now : { key, data, refusal: undefined }));
    // a turn later: on WeChat the first drawing, which has to be small, is sent by a timer that was set before this one
    const turn = setTimeout(show);
    return () => clearTimeout(turn);
  }, [name, key]);

  useEffect(() => {
    void reload();
    if (!everyMs) return;
    const timer = setInterval(() => {
      if (!hidden.current) void reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);

  const shown = useRef(false);
  useDidHide(() => {
    hidden.current = true;
  });
  useDidShow(() => {
    hidden.current = false;
    if (shown.current) void reload();
    shown.current = true;
  });
  const { data, refusal } = known?.key === key ? known : NOTHING;
  return { data, refusal, loading: key !== null && !data && !refusal, reload };
}
