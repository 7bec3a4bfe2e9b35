import { readFileSync } from 'node:fs';
import { NEWEST_CONSENT } from '../../cloudfunctions/values/consent';

it('shows and sends the newest wording of the consent', () => {
  const shown = readFileSync('src/household/consent.tsx', 'utf8');
  expect(shown).toContain(`CONSENT_VERSION: Version = '${NEWEST_CONSENT}'`);
});
