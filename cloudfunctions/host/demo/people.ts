import type { NewHousehold, NewMember } from '../../household';
import { addDays } from '../../values/dates';
import { makeName } from './names';
import type { SeededRandom } from './random';

/** Made-up phones stand in a range that no operator has: 140 0001 xxxx for those made here, above the roster's. */
export interface PhoneBook {
  next(): string;
}
export function createPhoneBook(first = 14_000_100_000): PhoneBook {
  let last = first;
  return {
    next: () => {
      last += 1;
      return String(last);
    },
  };
}

export interface Making {
  readonly random: SeededRandom;
  readonly phones: PhoneBook;
  readonly makeId: () => string;
  readonly today: string;
}

const bornAt = ({ random, today }: Making, age: number) =>
  addDays(`${Number(today.slice(0, 4)) - age}${today.slice(4)}`, -random.between(1, 360));

function member(making: Making, relation: string, sex: 'female' | 'male', age: number, surname?: string): NewMember {
  const { random, phones, makeId } = making;
  return {
    residentId: makeId(),
    relation,
    name: makeName(random, sex, age, surname),
    sex,
    bornOn: bornAt(making, age),
    phone: age >= 14 && random.chance(0.9) ? phones.next() : null,
    namesShown: random.chance(0.2),
    poolAgreed: random.chance(0.3),
  };
}

function makeChild(making: Making, head: NewMember, headAge: number): NewMember {
  const { random } = making;
  const sex = random.pick(['female', 'male'] as const);
  const age = random.between(4, Math.max(5, headAge - 25));
  const child = member(making, sex === 'male' ? '子' : '女', sex, age, head.name.slice(0, 1));
  return { ...child, helperId: child.phone ? null : head.residentId };
}

/** A couple or one alone, perhaps with children, perhaps with an old parent. */
function makeMembers(making: Making): NewMember[] {
  const { random } = making;
  const headAge = random.between(27, 79);
  const headSex = random.pick(['female', 'male'] as const);
  const head = member(making, '户主', headSex, headAge);
  const members = [head];
  if (random.chance(0.75)) members.push(member(making, '配偶', headSex === 'male' ? 'female' : 'male', headAge - 2));
  if (headAge < 52 && random.chance(0.7)) members.push(makeChild(making, head, headAge));
  if (headAge > 34 && headAge < 56 && random.chance(0.3)) {
    const mother = member(making, '母亲', 'female', headAge + random.between(23, 28));
    members.push(random.chance(0.4) ? { ...mother, phone: null, isAssisted: true, helperId: head.residentId } : mother);
  }
  return members;
}

export interface Settlement {
  readonly communityId: string;
  readonly unitIds: readonly string[];
  readonly prefix: string;
  readonly road: string;
  readonly count: number;
  readonly joinedOn: string;
}

/** So many households for a community, spread over its groups. */
export function makeHouseholds(making: Making, to: Settlement): NewHousehold[] {
  const { random, makeId } = making;
  return Array.from({ length: to.count }, (_, i) => ({
    householdId: makeId(),
    communityId: to.communityId,
    unitId: random.pick(to.unitIds),
    number: `${to.prefix}${String(i + 1).padStart(4, '0')}`,
    address: `${to.road}${random.between(1, 60)}号`,
    members: makeMembers(making),
    joinedOn: to.joinedOn,
    poolAgreed: random.chance(0.3),
  }));
}
