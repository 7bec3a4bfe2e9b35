import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { forgetAll, inHand, keptByDevice, keptFor, sitsHere, whoSits } from '../../src/device/kept';

const mockStored = new Map<string, unknown>();
const mockDevice = { isFull: false };
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => mockStored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    if (mockDevice.isFull) throw new Error('setStorageSync:fail exceed max size');
    mockStored.set(key, value);
  },
  removeStorageSync: (key: string) => mockStored.delete(key),
}));

const HOUR = 3_600_000;
const text = { parse: (one: unknown) => (typeof one === 'string' ? one : undefined) };
const draftOf = (identity: string) => keptFor(identity, 'join-draft', { ...text, forMs: HOUR });

beforeEach(() => {
  forgetAll();
  mockStored.clear();
  mockDevice.isFull = false;
  jest.useFakeTimers({ now: 0 });
});
afterEach(() => jest.useRealTimers());

describe('what is kept for a person', () => {
  it('is theirs alone, and goes as soon as it is asked for as somebody else', () => {
    draftOf('li').keep('第三单元');
    expect(draftOf('li').read()).toBe('第三单元');
    expect(draftOf('wang').read()).toBeUndefined();
    expect(draftOf('li').read()).toBeUndefined();
    expect(mockStored.size).toBe(0);
  });

  it('goes when its time is over, and when it makes no sense', () => {
    draftOf('li').keep('第三单元');
    jest.setSystemTime(HOUR);
    expect(draftOf('li').read()).toBeUndefined();
    mockStored.set('join-draft', { by: 'li', atMs: HOUR, value: 3 });
    expect(draftOf('li').read()).toBeUndefined();
    mockStored.set('join-draft', ['of an older version']);
    expect(draftOf('li').read()).toBeUndefined();
    expect(mockStored.size).toBe(0);
  });

  it('is known while the app is open where the storage is full', () => {
    mockDevice.isFull = true;
    draftOf('li').keep('第三单元');
    expect(draftOf('li').read()).toBe('第三单元');
    forgetAll();
    expect(draftOf('li').read()).toBeUndefined();
  });

  it('goes with the person, all of it, also what one page hands to the next', () => {
    const card = inHand<string>();
    sitsHere('li');
    for (const name of ['award-deed', 'brought-along', 'checked-in', 'join-draft', 'live-codes'] as const)
      keptFor('li', name, text).keep('hers');
    card.keep('hers');
    keptByDevice('pending-requests', text.parse).keep('in doubt');
    keptByDevice('appearance', text.parse).keep('dark');
    sitsHere('li');
    expect(card.read()).toBe('hers');
    sitsHere('wang');
    expect(card.read()).toBeUndefined();
    expect([...mockStored.keys()].sort()).toEqual(['appearance', 'pending-requests', 'sits-here']);
    expect(whoSits()).toBe('wang');
    forgetAll();
    expect([...mockStored.keys()].sort()).toEqual(['appearance', 'pending-requests']);
  });
});

const SRC = join(__dirname, '../../src');
const TOUCHES_STORAGE =
  /^((get|set|remove|clear|batchGet|batchSet)Storage(Sync|Info|InfoSync)?|(local|session)Storage|indexedDB)$/;

interface Found {
  readonly touching: string[];
  readonly names: string[];
}

/** The names that a file reads or keeps something under, and every word of it that means the device's storage. */
function lookThrough(file: string, source: string): Found {
  const touching: string[] = [];
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && TOUCHES_STORAGE.test(node.text)) touching.push(`${file}: ${node.text}`);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const at = { keptFor: 1, keptByDevice: 0 }[node.expression.text];
      const name = at === undefined ? undefined : node.arguments[at];
      if (name) names.push(ts.isStringLiteral(name) ? name.text : `${file}: not a name in sight`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return { touching, names };
}

describe('the device’s storage', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const found = files.map((file) => lookThrough(relative(SRC, join(SRC, file)), readFileSync(join(SRC, file), 'utf8')));

  it('is touched by one module alone', () => {
    const touching = found.flatMap((one) => one.touching);
    expect(new Set(touching.map((one) => one.split(':')[0]))).toEqual(new Set(['device/kept.ts']));
  });

  it('holds these names and no others', () => {
    const names = [...new Set(found.flatMap((one) => one.names))].sort();
    expect(names).toEqual([
      'appearance',
      'award-deed',
      'brought-along',
      'checked-in',
      'columns',
      'countersigner',
      'join-draft',
      'live-codes',
      'pending-requests',
      'sits-here',
    ]);
  });

  it('is found however it is written', () => {
    const planted = lookThrough('planted.ts', "Taro.setStorageSync('x', 1); localStorage.y = 2; keptFor(a, 'z', {});");
    expect(planted).toEqual({ touching: ['planted.ts: setStorageSync', 'planted.ts: localStorage'], names: ['z'] });
  });
});
