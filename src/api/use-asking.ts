import { useCallback, useRef, useState } from 'react';
import type { ActionName, DataOf, Refused, RequestFor, Result } from './actions';

export interface Asking<Name extends ActionName> {
  /** Gives the data, or undefined when it was refused: then `refusal` says why. A second tap while busy does nothing. */
  readonly run: (input: RequestFor<Name>) => Promise<DataOf<Name> | undefined>;
  readonly busy: boolean;
  readonly refusal: Refused | undefined;
  readonly clear: () => void;
}

/** The device itself failed before anything was sent, as when it lends no random bytes. */
export const STUMBLED: Refused = { ok: false, code: 'FAULT', detail: {}, traceId: '' };

/** What is sent when a person says so. `send` is the same one all the time. */
export function useAsking<Name extends ActionName>(
  send: (name: Name, input: RequestFor<Name>) => Promise<Result<Name>>,
  name: Name,
): Asking<Name> {
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
        const result = await send(name, input);
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
    [send, name],
  );
  return { run, busy, refusal, clear: useCallback(() => setRefusal(undefined), []) };
}
