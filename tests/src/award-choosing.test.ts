import { asksForWords } from '../../cloudfunctions/values/evidence';
import { nextWords, type Preview, timesWords } from '../../src/award/award/award-words';
import type { Standings } from '../../src/award/award/candidates';
import { familyFull } from '../../src/award/award/family';
import { countOf, NO_FILTER, onlyOf, type Place } from '../../src/award/award/filter';
import { letGoOf } from '../../src/award/award/let-go';

const one = (id: string, householdId = id) => ({ id, name: id, note: '', householdId });
type Foreseen = Preview['results'][number];
const foreseen = (id: string, about: Partial<Foreseen> = {}): Foreseen => ({
  ...{ holder: { kind: 'resident', id }, refusal: null, cap: null, capTimes: null, leftPoints: null },
  ...{ nearest: null, householdLeft: null, ...about },
});

describe('those who get nothing this time', () => {
  const told = (...results: Foreseen[]) => {
    const preview = { results } as unknown as Preview;
    const people = results.map(({ holder }) => one(holder.id));
    return letGoOf(preview, people, '2026-11-30', true).map(
      ({ people: of, title, next, isForColleague }) =>
        `${of.length} ${title}，${next}${isForColleague ? '（拷）' : ''}`,
    );
  };

  it('stand together by their reason, most of them first, each with what can be done', () => {
    const day = { refusal: 'CAP_REACHED', cap: 'personDay', capTimes: 1 } as const;
    const month = { refusal: 'CAP_REACHED', cap: 'householdMonth', capTimes: 4 } as const;
    expect(
      told(
        foreseen('甲', month),
        foreseen('乙', day),
        foreseen('丙'),
        foreseen('丁', day),
        foreseen('戊', { refusal: 'OWN_HOUSEHOLD' }),
      ),
    ).toEqual([
      '2 今天记过了，不会重复记，不用管',
      '1 家里这个月满 4 次了，12月1日起再记',
      '1 是你自家人，请同事来发（拷）',
    ]);
  });

  it('are told the limit of who gives, and that somebody moved away', () => {
    const limit = { name: 'givenToOneADay', points: 1_200, leftPoints: 4 } as const;
    expect(
      told(
        foreseen('甲', { refusal: 'GIVER_LIMIT_REACHED', limit }),
        foreseen('乙', { refusal: 'HOLDER_NOT_FOUND' }),
        foreseen('丙', { refusal: 'CEILING_REACHED', cap: 'personYear', leftPoints: 3 }),
      ),
    ).toEqual([
      '1 你一天给一家最多发 1,200 分，还剩 4 分，不够了，请同事来发，或者明天再发（拷）',
      '1 不在你管的名单里了，搬走了的，请现在住的社区来记（拷）',
      '1 今年只剩 3 分，不够这一回，2027年1月1日起再记',
    ]);
  });

  it('know from which day on it counts again, over the end of a year too', () => {
    expect(nextWords('personMonth', '2026-12-05')).toBe('1月1日起再记');
    expect(nextWords('personDay', '2026-12-31')).toBe('1月1日起再记');
    expect(nextWords('householdYear', '2026-12-31')).toBe('2027年1月1日起再记');
  });
});

describe('while one chooses', () => {
  it('a family is full with those who are ticked, and the limit is told', () => {
    const byHolder = new Map([['乙', foreseen('乙', { householdLeft: 1 })]]);
    const standings = { byHolder } as unknown as Standings;
    expect(familyFull(one('乙', '家'), [], standings)).toBeUndefined();
    expect(familyFull(one('乙', '家'), [one('甲', '别家')], standings)).toBeUndefined();
    expect(familyFull(one('乙', '家'), [one('甲', '家')], standings)).toBe('家里已经选了 1 位，满了');
    const nearest = { cap: 'householdMonth', times: 2, capTimes: 4 } as const;
    expect(timesWords({ nearest }, true)).toBe('家里这个月第 3 次，最多 4 次');
    expect(timesWords({ nearest: { cap: 'personMonth', times: 0, capTimes: 4 } }, true)).toBe('这个月第 1 次');
  });

  it('a grid of which groups are chosen stands for these alone', () => {
    const place = (unitId: string, parentId: string) => ({ unitId, parentId }) as Place;
    const places = [place('一网格', '社区'), place('二网格', '社区'), place('一组', '一网格')];
    const filter = { ...NO_FILTER, placeIds: ['一网格', '二网格', '一组'] };
    expect(onlyOf(filter, places)).toEqual({ placeIds: ['二网格', '一组'] });
    expect(onlyOf({ placeIds: [], address: ' 2号 ', age: 'old' }, places)).toEqual({ ageFrom: 60, address: '2号' });
    expect(onlyOf(NO_FILTER, places)).toEqual({});
    expect([countOf(NO_FILTER), countOf({ ...filter, address: '2号' })]).toEqual([0, 4]);
  });

  it('signing in is evidence by itself, and whatever else is asked for is told in words', () => {
    for (const evidence of ['', '活动签到', '四点半课堂签到', '签到表', '签到记录'])
      expect(asksForWords(evidence)).toBe(false);
    for (const evidence of ['写一句经过', '两位当事人签字', '演出照片', '签到记录或现场照片', '签到，并写一句经过'])
      expect(asksForWords(evidence)).toBe(true);
  });
});
