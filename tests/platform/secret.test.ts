import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { secretInFolder } from '../../cloudfunctions/platform/local/secret-file';
import type { SecretSource } from '../../cloudfunctions/platform/port';
import { secretFromEnvironment } from '../../cloudfunctions/platform/secret';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'secret-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

interface Place {
  /** A place in which a secret stands, or will when it is first asked for; opened anew at every call. */
  sound(): () => SecretSource;
  damaged(text: string): SecretSource;
}
const places: Record<string, Place> = {
  environment: {
    sound: () => {
      const env = { BEHAVIOUR_BANK_SECRET: randomBytes(32).toString('base64') };
      return () => secretFromEnvironment(env);
    },
    damaged: (text) => secretFromEnvironment({ BEHAVIOUR_BANK_SECRET: text }),
  },
  folder: {
    sound: () => {
      const folder = newFolder();
      return () => secretInFolder(folder);
    },
    damaged: (text) => {
      const folder = newFolder();
      writeFileSync(path.join(folder, 'secret'), text);
      return secretInFolder(folder);
    },
  },
};

describe.each(Object.entries(places))('the secret kept in the %s', (_where, place) => {
  it('has 32 bytes and is the same at every start', () => {
    const open = place.sound();
    const first = open()();
    expect(first).toHaveLength(32);
    expect(open()()).toEqual(first);
  });

  it('is another one in another installation', () => {
    expect(place.sound()()()).not.toEqual(place.sound()()());
  });

  it('is refused when it was damaged, without a word of it in the message', () => {
    const text = randomBytes(20).toString('hex');
    let message = '';
    try {
      place.damaged(text)();
    } catch (fault) {
      message = (fault as Error).message;
    }
    expect(message).toMatch(/damaged|32 bytes/);
    expect(message).not.toContain(text.slice(0, 8));
  });
});

it('reads hexadecimal and both kinds of base64 alike', () => {
  const bytes = randomBytes(32);
  for (const text of [bytes.toString('hex'), bytes.toString('base64'), `${bytes.toString('base64url')}\n`])
    expect(secretFromEnvironment({ BEHAVIOUR_BANK_SECRET: text })()).toEqual(bytes);
});

it('says how to make a secret where the environment has none', () => {
  expect(() => secretFromEnvironment({})()).toThrow(/BEHAVIOUR_BANK_SECRET is not set.*openssl rand/);
});

it('makes a file that nobody else may read, and nothing beside it', () => {
  const folder = path.join(newFolder(), 'data');
  secretInFolder(folder)();
  expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['secret']);
});

it('never replaces a secret that is there', () => {
  const folder = newFolder();
  const first = secretInFolder(folder)();
  chmodSync(path.join(folder, 'secret'), 0o400);
  expect(secretInFolder(folder)()).toEqual(first);
});
