import { originFrom } from '../../cloudfunctions/platform/origin';

const of = (text: string | undefined, trial?: { port: number }) => originFrom({ BEHAVIOUR_BANK_ORIGIN: text }, trial);

it('is an https address without a path', () => {
  expect(of('https://bank.example.org')).toBe('https://bank.example.org');
  expect(of('https://bank.example.org:8443/')).toBe('https://bank.example.org:8443');
});

it.each([
  undefined,
  '',
  'foo',
  'bank.example.org',
  'http://bank.example.org',
  'https://bank.example.org/app',
  'https://bank.example.org/?a=b',
  'https://user:word@bank.example.org',
  'https://localhost',
  'https://127.0.0.1:8787',
  'https://[::1]',
])('is not %s, and the variable is named', (text) => {
  expect(() => of(text)).toThrow(/BEHAVIOUR_BANK_ORIGIN.*https/);
});

it('may be this machine in a trial, but never something that is no address', () => {
  const trial = { port: 8787 };
  expect(of(undefined, trial)).toBe('http://localhost:8787');
  expect(of('http://192.168.1.4:8787/', trial)).toBe('http://192.168.1.4:8787');
  for (const text of ['foo', 'ftp://a.example', 'localhost:8787', 'http://a.example/b'])
    expect(() => of(text, trial)).toThrow('BEHAVIOUR_BANK_ORIGIN');
});
