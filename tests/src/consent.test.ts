import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CONSENT_VERSIONS, NEWEST_CONSENT } from '../../cloudfunctions/values/consent';

/** Of what stands between `<View` and `</View>` in the consent: other words are another version, and another line here. */
const SHOWN: Readonly<Record<string, string>> = { '2026-12': '3f18ab8219b2fd61' };

it('sends the newest version, and shows the words that belong to it', () => {
  const views = readFileSync('src/household/consent.tsx', 'utf8').match(/<View[^>]*>[^<]*<\/View>/g) ?? [];
  const words = views.map((view) => view.replace(/<[^>]*>/g, '').replace(/\s/g, ''));
  expect(words.length).toBeGreaterThan(5);
  expect(CONSENT_VERSIONS.at(-1)).toBe(NEWEST_CONSENT);
  expect(createHash('sha256').update(words.join('\n')).digest('hex').slice(0, 16)).toBe(SHOWN[NEWEST_CONSENT]);
});
