import { alikeAmong } from '../../words/alike';
import type { Person } from './use-found-people';

/** 80 岁 · 2号2单元803 */
export function whoWords({ age, address }: Person): string {
  return [age === null ? '' : `${age} 岁`, address].filter(Boolean).join(' · ');
}

/** Likewise, for a list: namesakes of one age and one address are told apart by their household's number. */
export function whoAmong(people: readonly Person[]): (person: Person) => string {
  const isAlike = alikeAmong(people, (person) => `${person.name} ${whoWords(person)}`);
  return (person) =>
    [whoWords(person), isAlike(person) && `户编号 ${person.householdNumber}`].filter(Boolean).join(' · ');
}

/** Whether they can use the app, as staff need to know it. */
export function reachWords({ isBound, isAssisted }: Pick<Person, 'isBound' | 'isAssisted'>): string {
  if (isBound) return '已绑定';
  return isAssisted ? '代办' : '没绑定';
}

/** 甲、乙、丙 等 5 位 */
export function namesWords(names: readonly string[], shown = 3): string {
  const first = names.slice(0, shown).join('、');
  return names.length > shown ? `${first} 等 ${names.length} 位` : first;
}
