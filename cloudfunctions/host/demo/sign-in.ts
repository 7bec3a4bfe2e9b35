import { demoIdentitiesOf } from '../../household';
import type { World } from '../../kit/world';
import { PERSONAS, type Persona } from './personas';

/** A persona's identity is found by this, as a WeChat user's is by their openid. */
export const personaHash = (world: World, key: string) => world.keys.hmac('identity', 'demo', key);

/** The personas of this database; none where the demo was never filled in. */
export async function livePersonas(world: World): Promise<Persona[]> {
  const hashes = PERSONAS.map(({ key }) => personaHash(world, key));
  const found = await demoIdentitiesOf(world.database.db, hashes);
  return PERSONAS.filter((_persona, i) => found.some(({ subjectHash }) => hashes[i]?.equals(subjectHash)));
}

/** The identity of a persona; null for any other key. */
export async function findPersona(world: World, key: string): Promise<string | null> {
  if (!PERSONAS.some((persona) => persona.key === key)) return null;
  const [found] = await demoIdentitiesOf(world.database.db, [personaHash(world, key)]);
  return found?.identityId ?? null;
}
