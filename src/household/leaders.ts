import { isUnderAge } from '../../cloudfunctions/values/people';

/** Those who may speak for a household: its adults, or everybody where there is none. */
export function leadersAmong<Person extends { readonly age: number | null }>(people: readonly Person[]) {
  const grownUp = people.filter(({ age }) => !isUnderAge(age));
  return grownUp.length > 0 ? grownUp : people;
}
