/** @jest-environment jsdom */
import { useRoster } from '../../src/household/roster/use-roster';
import { act, renderHook } from './hook';

const PART = 8;
const file = { name: '名册.xlsx', bytes: Uint8Array.from({ length: 20 }, (_, i) => i) };
const refused = (code: string) => ({ ok: false, code, detail: {}, traceId: '' });

/** What the server has of the file, what it was asked, and whether anybody reaches it. */
const mockServer = { parts: new Set<number>(), asked: [] as string[], losesPart: null as number | null };
const mockCount = 3;
const mockMissing = () => Array.from({ length: mockCount }, (_, part) => part).filter((n) => !mockServer.parts.has(n));
const mockAnswer = (name: string, input: { part?: number; cursor?: string; fileHash: string }) => {
  mockServer.asked.push(name);
  if (name === 'files.beginUpload') return { partBytes: PART, missing: mockMissing(), forgottenAtMs: 0 };
  if (name === 'files.uploadPart') {
    if (input.part === mockServer.losesPart) return null;
    mockServer.parts.add(input.part as number);
    return { missing: mockMissing().length };
  }
  const counts = { rows: 1 };
  if (name === 'household.importRoster') return { fileHash: input.fileHash, counts, findings: [], findingsCount: 0 };
  const page = { fileHash: input.fileHash, counts, unclear: [], findingsCount: 2 };
  return { ...page, findings: [input.cursor ?? 'first'], nextCursor: input.cursor ? null : 'second' };
};
jest.mock('@tarojs/taro', () => ({ useDidShow: () => undefined, useDidHide: () => undefined }));
jest.mock('../../src/device/leaving', () => ({ holdBack: () => () => undefined })); // the router comes as an ES module
jest.mock('../../src/api', () => {
  const ask = async (name: string, input: never) => {
    const data = mockAnswer(name, input);
    return data ? { ok: true, data } : { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' };
  };
  return { read: ask, write: ask };
});

const page = renderHook(() => useRoster('unit'));
beforeEach(async () => {
  Object.assign(mockServer, { parts: new Set(), asked: [], losesPart: null });
  await page.show({});
});
const look = () => act(async () => page.seen().look(file));
const sent = () => mockServer.asked.splice(0);
const PARTS = ['files.uploadPart', 'files.uploadPart', 'files.uploadPart'];

it('uploads a roster once, and asks for it by name from then on', async () => {
  await look();
  expect(sent()).toEqual(['files.beginUpload', ...PARTS, 'household.previewRoster']);
  await act(async () => page.seen().more());
  expect(sent()).toEqual(['files.beginUpload', 'household.previewRoster']);
  expect(page.seen().preview).toMatchObject({ findings: ['first', 'second'], nextCursor: null });
  await act(async () => page.seen().take());
  expect(sent()).toEqual(['files.beginUpload', 'household.importRoster']);
  expect(page.seen().done).toMatchObject({ counts: { rows: 1 } });
});

it('uploads it again by itself where it was forgotten between the look and the import', async () => {
  await look();
  sent();
  mockServer.parts.clear();
  await act(async () => page.seen().take());
  expect(sent()).toEqual(['files.beginUpload', ...PARTS, 'household.importRoster']);
  expect(page.seen().done).toBeDefined();
});

it('says that nobody answers, and goes on with what is missing when asked again', async () => {
  mockServer.losesPart = 1;
  await look();
  expect(page.seen().readRefusal).toEqual(refused('UNREACHABLE'));
  expect(page.seen()).toMatchObject({ reading: false, preview: undefined, file: { name: '名册.xlsx' } });
  mockServer.losesPart = null;
  sent();
  await act(async () => {
    page.seen().again();
    await new Promise((done) => setTimeout(done, 10)); // nobody waits for it on the page either
  });
  expect(sent()).toEqual(['files.beginUpload', 'files.uploadPart', 'files.uploadPart', 'household.previewRoster']);
  expect(page.seen().readRefusal).toBeUndefined();
  expect(page.seen().preview).toBeDefined();
});
