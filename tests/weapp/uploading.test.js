/** @jest-environment jsdom */
const { createHash, randomBytes } = require('node:crypto');
const path = require('node:path');
const { takeMoment } = require('./moment');
const { createTaroApp } = require('./taro-weapp');
const { createCloud, me, role } = require('./cloud');

takeMoment();
/** WeChat's documented limit of what a call carries as text. */
const CALL_BYTES_MAX = 100_000;
const PART_BYTES = 72 * 1024;
const file = randomBytes(3 * PART_BYTES + 1_001);
const fileHash = createHash('sha256').update(file).digest('hex');
const parts = new Map();
const missing = () => [0, 1, 2, 3].filter((part) => !parts.has(part));
const counts = {
  ...{ rows: 2, households: 1, people: 2, refusedRows: 0 },
  ...{
    newHouseholds: 1,
    newPeople: 2,
    changedPeople: 0,
    unchangedPeople: 0,
    waitingRows: 0,
    withoutBirth: 0,
    vagueBirth: 0,
  },
};
const answers = {
  'household.me': { ...me, household: null, roles: [role('communityStaff')] },
  'files.beginUpload': () => ({ partBytes: PART_BYTES, missing: missing(), forgottenAtMs: 0 }),
  'files.uploadPart': ({ part, partBase64 }) => {
    parts.set(part, Buffer.from(partBase64, 'base64'));
    return { missing: missing().length };
  },
  'household.previewRoster': {
    ...{ fileHash, counts, findings: [], findingsCount: 0, unclear: [], nextCursor: null },
    sheets: [{ name: '名册', state: 'read', headerRow: 1, people: 2, words: null, lacks: [], columns: [] }],
  },
};
const cloud = createCloud(answers);
const chosen = { name: '名册.xlsx', path: 'wxfile://名册', size: file.length };
const tempFiles = [chosen];
/** An ArrayBuffer of this window, as WeChat's own is of the program's. */
const bufferOf = (bytes) => Uint8Array.from(bytes).buffer;
let app;

beforeAll(() => {
  const simulate = require('miniprogram-simulate');
  expect(simulate).toBeDefined();
  app = createTaroApp(path.join(__dirname, '../../dist/weapp'), {
    wx: {
      ...cloud.wx,
      getRandomValues: ({ length, success }) => success({ randomValues: bufferOf(randomBytes(length)) }),
      chooseMessageFile: async () => ({ tempFiles }), // Taro hands it on as it is, and WeChat gives a promise where nobody listens
      getFileSystemManager: () => ({
        readFile: ({ filePath, encoding, success }) => {
          expect([filePath, encoding]).toEqual([chosen.path, undefined]);
          success({ data: bufferOf(file) });
        },
      }),
    },
  });
}, 60_000);

const choose = async () => {
  const page = await app.open('staff/roster/index');
  await page.settle(false, 400, 8_000);
  await page.fire(page.named('选花名册文件'), 'tap');
  await page.settle(false, 400, 8_000);
  return page;
};

it('brings a file from a chat to the cloud in calls that WeChat carries', async () => {
  const page = await choose();
  expect(cloud.of('files.beginUpload')[0].input).toEqual({ kind: 'xlsx', fileHash, bytes: file.length });
  expect([...parts.keys()]).toEqual([0, 1, 2, 3]);
  expect(Buffer.concat([...parts.values()]).equals(file)).toBe(true);
  for (const { name, ...event } of cloud.calls)
    expect({ name, fits: Buffer.byteLength(JSON.stringify(event)) <= CALL_BYTES_MAX }).toEqual({ name, fits: true });
  expect(page.text()).toContain('还没写进任何地方。看过没问题，再点下面。');
  expect(page.text()).toContain('收下 2 人');
  page.close();
});

it('sends nothing of a file that is empty, or larger than the server takes', async () => {
  for (const [size, words] of [
    [0, '表里没有内容。'],
    [6 * 1024 * 1024 + 1, '文件太大了。'],
  ]) {
    cloud.calls.length = 0;
    tempFiles[0] = { ...chosen, size };
    const page = await choose();
    expect(page.text()).toContain(words);
    expect(cloud.of('files.beginUpload')).toEqual([]);
    page.close();
  }
});
