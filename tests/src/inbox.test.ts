import { groupWords, whenWords } from '../../src/household/inbox/words';

const at = (moment: string) => Date.parse(`${moment}+08:00`);
const TODAY = '2026-11-07';

it.each([
  ['2026-11-07T09:06', '今天', '9:06'],
  ['2026-11-07T00:00', '今天', '0:00'],
  ['2026-11-06T23:59', '昨天', '23:59'],
  ['2026-11-04T16:12', '更早', '周三'],
  ['2026-11-01T08:00', '更早', '周日'],
  ['2026-10-31T08:00', '更早', '10月31日'],
  ['2025-12-31T08:00', '更早', '2025年12月31日'],
])('%s stands under %s, with %s beside it', (moment, group, when) => {
  expect([groupWords(at(moment), TODAY), whenWords(at(moment), TODAY)]).toEqual([group, when]);
});
