import { isUnderAge } from '../../../cloudfunctions/values/people';
import { waitingWords } from '../../household/waiting-words';
import type { Me } from '../../session';

interface Family {
  readonly resident: Me['resident'];
  readonly household: Pick<NonNullable<Me['household']>, 'members'> | null;
}

/** Oneself, and the children for whom the guardian decides; from 14 on together with them. */
export function namesToShow({ resident, household }: Family) {
  const own = resident?.residentId;
  const children = (household?.members ?? []).filter(
    ({ residentId, mayActFor, age }) => residentId !== own && mayActFor && isUnderAge(age),
  );
  return [...(resident ? [resident] : []), ...children].map(({ residentId, name, namesShown, namesWaitFor }) => ({
    residentId,
    namesShown,
    words: residentId === own ? '公开感谢时写我的全名' : `公开感谢时写${name}的全名`,
    note: waitingWords(namesWaitFor, residentId === own ? '你' : name) ?? '不开就遮住一个字',
  }));
}
