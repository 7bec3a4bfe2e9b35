import { OLDEST_DEED_DAYS } from '../../../cloudfunctions/values/awards';
import { addDays, businessDate, DATE } from '../../../cloudfunctions/values/dates';
import { dayWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import type { Item } from './award-words';
import type { LetGo } from './let-go';

/** So many ids an address carries; of more the names alone go along. */
const IN_ADDRESS = 50;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Which deed of which day, and who did it, as a colleague's address says it. */
export interface HandedOn {
  readonly ids: readonly string[];
  readonly deedDate: string | undefined;
}

/** What an address carries along from a colleague; nothing where it was cut off or is somebody's own. */
export function handedOnIn({ who, day }: { who?: string; day?: string }, nowMs: number): HandedOn | undefined {
  const ids = [...new Set(who?.split(',') ?? [])];
  if (ids.length === 0 || ids.length > IN_ADDRESS || !ids.every((id) => ID.test(id))) return undefined;
  const today = businessDate(nowMs);
  const isDay = day !== undefined && DATE.test(day) && day < today && day >= addDays(today, -OLDEST_DEED_DAYS);
  return { ids, deedDate: isDay ? day : undefined };
}

/** Where a colleague finds them ticked. Households are chosen by their people: of them the names alone are handed on. */
function addressOf({ people }: Pick<LetGo, 'people'>, item: Item, day: string, origin: string): string | undefined {
  if (item.holderKind !== 'resident' || people.length > IN_ADDRESS) return undefined;
  return `${origin}/staff/award/index?item=${item.itemId}&day=${day}&who=${people.map(({ id }) => id).join(',')}`;
}

/** What a colleague needs to give it: the deed, its day, who; on the web with the address that opens it so. */
export function wordsFor(one: Pick<LetGo, 'people'>, item: Item, day: string, origin: string | undefined): string {
  const address = origin && addressOf(one, item, day, origin);
  return [
    `请帮忙发“${item.name}” +${numberWords(item.points)}，${dayWords(day)}做的：`,
    ...one.people.map(({ name, note }) => `${name} ${note}`),
    ...(address ? [`点开就选好了：${address}`] : []),
  ].join('\n');
}
