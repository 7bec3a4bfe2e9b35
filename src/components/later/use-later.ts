import { useCallback, useEffect, useState } from 'react';
import { type Refused, UNREACHABLE } from '../../api/actions';

/** What comes in a file of its own, fetched once it is wanted; a file that does not come is asked for again by `reload`. */
export function useLater<Part>(load: () => Promise<Part>) {
  const [known, setKnown] = useState<{ readonly data?: Part; readonly refusal?: Refused }>({});
  const reload = useCallback(async () => {
    const data = await load().catch(() => undefined);
    setKnown(data === undefined ? { refusal: UNREACHABLE } : { data });
  }, [load]);
  useEffect(() => void reload(), [reload]);
  return { data: known.data, refusal: known.refusal, reload };
}
