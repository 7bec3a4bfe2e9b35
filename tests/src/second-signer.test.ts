import { HOUR_MS } from '../../cloudfunctions/values/dates';
import { becauseOf, REFUSAL_REASONS } from '../../src/home/second/second-words';
import { tileWords } from '../../src/home/workbench/waiting-words';
import { enteredWords, sentenceOf, type UnitChange } from '../../src/organisation/unit-changes/words';

describe('why an award is not signed', () => {
  it('is one of a list, with words where there are some', () => {
    expect(becauseOf('people', '')).toBe('名单不对');
    expect(becauseOf('people', ' 三号楼的没有来 ')).toBe('名单不对：三号楼的没有来');
  });

  it('is not sent before one is chosen, nor as 别的原因 alone', () => {
    expect(becauseOf(undefined, '不清楚')).toBeUndefined();
    expect(becauseOf('other', '  ')).toBeUndefined();
    expect(becauseOf('other', '先放一放')).toBe('先放一放');
  });

  it('has no two reasons of one word', () => {
    expect(new Set(REFUSAL_REASONS.map(({ word }) => word)).size).toBe(REFUSAL_REASONS.length);
  });
});

describe('a tile of the workbench', () => {
  const now = 100 * HOUR_MS;
  const waits = (...hours: number[]) =>
    tileWords({ count: hours.length, sinceMs: hours.map((ago) => now - ago * HOUR_MS) }, now);

  it('says of several how long the one that came first has waited', () => {
    expect(waits()).toBe('没有人在等');
    expect(waits(0)).toBe('刚来的');
    expect(waits(0, 0)).toBe('刚来的');
    expect(waits(5)).toBe('等了 5 小时');
    expect(waits(50, 5)).toBe('最久等了 2 天');
  });
});

describe('what became of a unit', () => {
  const change = (about: Partial<UnitChange>) =>
    ({
      ...{ kind: 'redrawn', level: 'grid', name: '第二网格', above: ['浏河社区'], newName: null },
      ...{ toName: '第三网格', toAbove: ['浏河社区'] },
      ...about,
    }) as UnitChange;

  it('names the community of a grid, and of a group the grid too', () => {
    expect(sentenceOf(change({}))).toBe('浏河社区第二网格的住户划到了第三网格');
    expect(sentenceOf(change({ level: 'group', name: '1组', above: ['浏河社区', '第二网格'] }))).toBe(
      '浏河社区第二网格1组的住户划到了第三网格',
    );
    expect(sentenceOf(change({ kind: 'renamed', newName: '东网格' }))).toBe('“浏河社区第二网格”改叫“东网格”了');
  });

  it('leaves a community’s own name alone', () => {
    expect(
      sentenceOf(
        change({
          kind: 'merged',
          level: 'community',
          name: '浏河社区',
          above: ['东门街道'],
          toName: '金象社区',
          toAbove: ['东门街道'],
        }),
      ),
    ).toBe('浏河社区并到了金象社区');
  });

  it('says who entered it, or that it is nobody whom the reader knows; nothing before it is asked', () => {
    expect(enteredWords('刘志强')).toBe('刘志强');
    expect(enteredWords('')).toBe('上级，或者已经离任的同事');
    expect(enteredWords(undefined)).toBe('');
  });
});
