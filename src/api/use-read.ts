import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type DataOf, type ReadName, type Refused, type RequestFor, read } from '.';

export interface Reading<Name extends ReadName> {
  /** The newest answer; kept while it is asked again. */
  readonly data: DataOf<Name> | undefined;
  readonly refusal: Refused | undefined;
  /** Nothing to show yet. */
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
}

/**
 * Reads when the page opens, whenever the input changes, and again when the page comes back to the front. A null input
 * waits. With `everyMs` it asks again and again while the page is open.
 */
export function useRead<Name extends ReadName>(
  name: Name,
  input: RequestFor<Name> | null,
  everyMs?: number,
): Reading<Name> {
  const [data, setData] = useState<DataOf<Name>>();
  const [refusal, setRefusal] = useState<Refused>();
  const key = input === null ? null : JSON.stringify(input);
  const newest = useRef(key);
  newest.current = key;

  const reload = useCallback(async () => {
    if (key === null) return;
    const result = await read(name, JSON.parse(key) as RequestFor<Name>);
    if (newest.current !== key) return; // another question has been asked since
    setRefusal(result.ok ? undefined : result);
    if (result.ok) setData(result.data);
  }, [name, key]);

  useEffect(() => {
    void reload();
    if (!everyMs) return;
    const timer = setInterval(() => void reload(), everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);

  const shown = useRef(false);
  useDidShow(() => {
    if (shown.current) void reload();
    shown.current = true;
  });
  return { data, refusal, loading: key !== null && !data && !refusal, reload };
}
