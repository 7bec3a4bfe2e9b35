/** @jest-environment jsdom */
import { useWrite } from '../../src/api/use-write';
import { act, renderHook } from './hook';

const mockAnswers: (() => Promise<unknown>)[] = [];
jest.mock('../../src/api', () => ({ write: () => mockAnswers.shift()?.() }));

const page = renderHook(() => useWrite('household.showMyName'));
const tap = () => act(async () => void page.seen().run({ shown: true }));

it('says so in words when the device itself fails, and can be tapped again', async () => {
  mockAnswers.push(
    () => Promise.reject(new Error('getRandomValues:fail')),
    () => Promise.resolve({ ok: true, data: { shown: true } }),
  );
  await page.show({});
  await tap();
  expect(page.seen()).toMatchObject({ busy: false, refusal: { code: 'FAULT' } });
  await tap();
  expect(page.seen()).toMatchObject({ busy: false, refusal: undefined });
});
