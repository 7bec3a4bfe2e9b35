import { isUnderAge } from '../../../cloudfunctions/values/people';
import { type Family, servedBy } from '../../household/served-by';
import { waitingWords } from '../../household/waiting-words';

/** Oneself, and the children for whom the guardian decides; from 14 on together with them. */
export function namesToShow(family: Family) {
  const { resident } = family;
  const own = resident?.residentId;
  const children = servedBy(family).filter(({ age }) => isUnderAge(age));
  return [...(resident ? [resident] : []), ...children].map(({ residentId, name, namesShown, namesWaitFor }) => ({
    residentId,
    namesShown,
    words: residentId === own ? '公开感谢时写我的全名' : `公开感谢时写${name}的全名`,
    note: waitingWords(namesWaitFor, residentId === own ? '你' : name) ?? '不开就遮住一个字',
  }));
}
