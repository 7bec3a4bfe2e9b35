import { useCallback, useState } from 'react';
import type { FileKind } from '../../cloudfunctions/values/files';
import { type Refused, write } from '.';
import { type Sending, upload } from './upload';
import { STUMBLED } from './use-asking';

/** Brings a file to the server. Called before each action that takes the file: it may have been forgotten since, and costs one question when not. */
export function useUpload(kind: FileKind) {
  const [busy, setBusy] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const [refusal, setRefusal] = useState<Refused>();
  const run = useCallback(
    async (file: Uint8Array): Promise<string | undefined> => {
      setBusy(true);
      setRefusal(undefined);
      const result = await upload(write, kind, file, setSending).catch(() => STUMBLED);
      setSending(undefined);
      setBusy(false);
      if (result.ok) return result.fileHash;
      setRefusal(result);
      return undefined;
    },
    [kind],
  );
  return { run, busy, sending, refusal, clear: useCallback(() => setRefusal(undefined), []) };
}
