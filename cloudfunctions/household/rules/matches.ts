import { plainName } from './name';
import { plainAddress } from './personal-data';

/** What an applicant says, or what the roster says of somebody who could be meant. */
export interface Described {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string;
  readonly bornOn: string | null;
}
export type Agreement = 'name' | 'phone' | 'address' | 'bornOn';

/** What agrees between an application and a resident, for a person to decide on: nobody is bound by it alone. */
export function agreements(asked: Described, known: Described): Agreement[] {
  const agrees: Agreement[] = [];
  if (plainName(asked.name) === plainName(known.name)) agrees.push('name');
  if (asked.phone !== null && asked.phone === known.phone) agrees.push('phone');
  if (asked.address !== '' && plainAddress(asked.address) === plainAddress(known.address)) agrees.push('address');
  if (asked.bornOn !== null && asked.bornOn === known.bornOn) agrees.push('bornOn');
  return agrees;
}
