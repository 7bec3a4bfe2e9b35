import { useCallback, useRef, useState } from 'react';
import { type DataOf, type Refused, type RequestFor, type WriteName, write } from '.';

export interface Writing<Name extends WriteName> {
  /** Gives the data, or undefined when it was refused: then `refusal` says why. A second tap while busy does nothing. */
  readonly run: (input: RequestFor<Name>) => Promise<DataOf<Name> | undefined>;
  readonly busy: boolean;
  readonly refusal: Refused | undefined;
  readonly clear: () => void;
}

/** The device itself failed before anything was sent, as when it lends no random bytes. */
const STUMBLED: Refused = { ok: false, code: 'FAULT', detail: {}, traceId: '' };

export function useWrite<Name extends WriteName>(name: Name): Writing<Name> {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const isBusy = useRef(false);
  const run = useCallback(
    async (input: RequestFor<Name>) => {
      if (isBusy.current) return undefined;
      isBusy.current = true;
      setBusy(true);
      setRefusal(undefined);
      try {
        const result = await write(name, input);
        if (result.ok) return result.data;
        setRefusal(result);
      } catch {
        setRefusal(STUMBLED);
      } finally {
        isBusy.current = false;
        setBusy(false);
      }
      return undefined;
    },
    [name],
  );
  return { run, busy, refusal, clear: useCallback(() => setRefusal(undefined), []) };
}
