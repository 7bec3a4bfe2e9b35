import { useState } from 'react';
import { NEWEST_CONSENT } from '../../../cloudfunctions/values/consent';
import { useWrite } from '../../api/use-write';
import { isMobile, isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { EMPTY, joinDraftOf } from '../../session/join-draft';
import { NOT_AGREED } from '../consent';

export type Application = ReturnType<typeof useApplication>;

/** The application while it is filled in: there after a look at the other ways, and after the app was closed. */
export function useApplication(identityId: string, onSent: () => void) {
  const draft = joinDraftOf(identityId);
  const [isBegun] = useState(() => draft.read() !== undefined);
  const { run, ...writing } = useWrite('household.applyToBind');
  const form = useForm({
    begin: EMPTY,
    draft,
    problemsIn: ({ communityId, name, phone, address, agreed }) => ({
      communityId: unless(communityId !== '', '先选你住的社区'),
      name: unless(isWritten(name), '先填姓名'),
      phone: unless(isMobile(phone), '手机号要十一位'),
      address: unless(isWritten(address), '先填住址'),
      agreed: unless(agreed, NOT_AGREED),
    }),
    writing,
    send: ({ communityId, name, phone, address, bornOn }) => {
      const about = { communityId, name: name.trim(), phone, address: address.trim(), ...(bornOn && { bornOn }) };
      return run({ ...about, consent: { version: NEWEST_CONSENT, agreed: true } });
    },
    onDone: onSent,
  });
  return { form, isBegun };
}
