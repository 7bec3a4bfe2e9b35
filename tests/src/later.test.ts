/** @jest-environment jsdom */
import { useLater } from '../../src/components/later/use-later';
import { act, renderHook } from './hook';

const asked: { come: (part: string) => void; fail: (fault: Error) => void }[] = [];
const load = () => new Promise<string>((come, fail) => asked.push({ come, fail }));
const page = renderHook(() => useLater(load));

beforeEach(() => {
  asked.length = 0;
});

it('is not there until its file has come, and is fetched once', async () => {
  await page.show({});
  expect(page.seen()).toMatchObject({ data: undefined, refusal: undefined });
  await act(async () => asked[0]?.come('the form'));
  await page.show({});
  expect(page.seen()).toMatchObject({ data: 'the form', refusal: undefined });
  expect(asked).toHaveLength(1);
});

it('says that it did not come, and comes when it is asked for again', async () => {
  await page.show({});
  await act(async () => asked[0]?.fail(new Error('no network')));
  expect(page.seen()).toMatchObject({ data: undefined, refusal: { code: 'UNREACHABLE' } });
  await act(async () => void page.seen().reload());
  await act(async () => asked[1]?.come('the form'));
  expect(page.seen()).toMatchObject({ data: 'the form', refusal: undefined });
});
