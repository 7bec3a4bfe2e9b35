import { readSettings } from '../../cloudfunctions/host/settings';

const production = { NODE_ENV: 'production', BEHAVIOUR_BANK_ORIGIN: 'https://bank.test' };

describe('the demo', () => {
  it('is filled into the embedded database, unless that is not wanted', () => {
    expect(readSettings({}).fillsDemo).toBe(true);
    expect(readSettings({ DEMO: '0' }).fillsDemo).toBe(false);
  });

  it.each([{ DATABASE_URL: 'postgresql://bank@db.example/bank' }, { PGHOST: 'db.example' }])(
    'is not filled into %j by forgetting something',
    (named) => {
      expect(readSettings(named).fillsDemo).toBe(false);
      expect(readSettings({ ...named, DEMO: '1' }).fillsDemo).toBe(true);
      expect(readSettings({ ...named, ...production, DEMO: '1' }).fillsDemo).toBe(false);
    },
  );
});

describe('TRUST_PROXY', () => {
  const of = (TRUST_PROXY: string) => readSettings({ TRUST_PROXY }).trustProxy;

  it('is a number of hops, or addresses', () => {
    expect(readSettings({}).trustProxy).toBe(false);
    expect(of('0')).toBe(false);
    expect(of('2')).toBe(2);
    expect(of('10.0.0.5, 10.1.0.0/16,::1,fd00::/8')).toEqual(['10.0.0.5', '10.1.0.0/16', '::1', 'fd00::/8']);
  });

  it.each(['true', 'yes', '-1', '1.5', '10', '10.0.0.0/33', '10.0.0', '10.0.0.1,', 'proxy.example', '::1/129', '1/8'])(
    'is not %s, and the variable is named',
    (text) => {
      expect(() => of(text)).toThrow(`TRUST_PROXY=${text}`);
    },
  );
});
