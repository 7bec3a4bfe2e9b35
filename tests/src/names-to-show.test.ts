import { namesToShow } from '../../src/home/settings/names-to-show';
import type { Me } from '../../src/session';

type Member = NonNullable<Me['household']>['members'][number];

const of = (residentId: string, age: number, more: Partial<Member> = {}) =>
  ({ residentId, name: residentId, age, namesShown: false, namesWaitFor: null, mayActFor: false, ...more }) as Member;
const family = (...members: Member[]) => ({
  resident: of('建军', 41),
  household: { members: [of('建军', 41, { mayActFor: true }), ...members] },
});

it('offers a guardian each child under 18, for from 14 on it takes both', () => {
  const shown = namesToShow(
    family(
      of('小雨', 9, { mayActFor: true }),
      of('小松', 16, { mayActFor: true, namesWaitFor: 'guardian' }),
      of('秀英', 81, { mayActFor: true }),
      of('海燕', 39),
    ),
  );
  expect(shown.map(({ words, note }) => `${words}：${note}`)).toEqual([
    '公开感谢时写我的全名：不开就遮住一个字',
    '公开感谢时写小雨的全名：不开就遮住一个字',
    '公开感谢时写小松的全名：小松同意了，还要家长点同意',
  ]);
});

it('tells somebody of 16 whose word is missing', () => {
  const [own] = namesToShow({ resident: of('小松', 16, { namesWaitFor: 'guardian' }), household: null });
  expect(own).toMatchObject({ words: '公开感谢时写我的全名', note: '你同意了，还要家长点同意' });
});
