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
