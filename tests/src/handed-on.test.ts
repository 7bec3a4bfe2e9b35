import type { Item } from '../../src/award/award/award-words';
import { handedOnIn, wordsFor } from '../../src/award/award/handed-on';

const NOW = Date.parse('2026-11-24T09:40:00+08:00');
const TODAY = '2026-11-24';
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number) => ({ id: id(n), name: `刘${n}`, note: '80 岁' });
const item = (holderKind: Item['holderKind'] = 'resident') =>
  ({ itemId: id(9), name: '清洁家园', points: 5, holderKind }) as Item;
const ORIGIN = 'https://bank.example';

/** As the colleague's browser reads the address in what was copied. */
const readBack = (words: string) => {
  const address = words.split('：').at(-1) ?? '';
  const asked = new URL(address).searchParams;
  return handedOnIn({ who: asked.get('who') ?? '', day: asked.get('day') ?? '' }, NOW);
};

describe('handing on to a colleague those whom one may not give it to', () => {
  it('says the deed, its day and who, and opens with them ticked', () => {
    const words = wordsFor({ people: [person(1), person(2)] as never }, item(), '2026-11-20', ORIGIN);
    expect(words).toContain('请帮忙发“清洁家园” +5，11月20日做的：\n刘1 80 岁\n刘2 80 岁');
    expect(readBack(words)).toEqual({ ids: [id(1), id(2)], deedDate: '2026-11-20' });
  });

  it('leaves the day open that is today, and one that is too long ago or to come', () => {
    for (const day of [TODAY, '2026-01-01', '2026-12-01', '昨天', undefined])
      expect(handedOnIn({ who: id(1), ...(day && { day }) }, NOW)).toEqual({ ids: [id(1)], deedDate: undefined });
  });

  it('ticks nobody by an address that was cut off, is empty or was made up', () => {
    const many = Array.from({ length: 51 }, (_, n) => id(n)).join(',');
    for (const who of [undefined, '', id(1).slice(0, -3), `${id(1)},`, `${id(1)},<script>`, many])
      expect(handedOnIn(who === undefined ? {} : { who }, NOW)).toBeUndefined();
  });

  it('carries names alone where there is no address to open, or too many for one, or households', () => {
    const people = Array.from({ length: 51 }, (_, n) => person(n)) as never;
    expect(wordsFor({ people }, item(), TODAY, ORIGIN)).not.toContain('https');
    expect(wordsFor({ people: [person(1)] as never }, item('household'), TODAY, ORIGIN)).not.toContain('https');
    expect(wordsFor({ people: [person(1)] as never }, item(), TODAY, undefined)).not.toContain('http');
  });
});
