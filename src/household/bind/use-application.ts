import { useRef, useState } from 'react';
import { EMPTY, type JoinDraft, joinDraftOf, keepJoinDraft } from '../../session/join-draft';

export type Application = ReturnType<typeof useApplication>;

/** The application while it is filled in: there after a look at the other ways, and after the app was closed. */
export function useApplication(identityId: string) {
  const [form, setForm] = useState<JoinDraft>(() => joinDraftOf(identityId) ?? EMPTY);
  const [agreed, setAgreed] = useState(false); // asked anew each time the page opens
  const latest = useRef(form);
  const set = (key: keyof JoinDraft) => (value: string) => {
    latest.current = { ...latest.current, [key]: value };
    setForm(latest.current);
    keepJoinDraft(identityId, latest.current);
  };
  return { form, set, agreed, setAgreed, isBegun: form !== EMPTY };
}
