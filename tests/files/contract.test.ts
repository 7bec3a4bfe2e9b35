import { PART_BYTES, PARTS_MAX } from '../../cloudfunctions/files/contract';
import { bytesOfPart, countParts, missingParts } from '../../cloudfunctions/files/rules';
import type { Allow } from '../../cloudfunctions/kit/action';
import { FILE_KINDS } from '../../cloudfunctions/values/files';
import { boundOf, registry } from '../reliability/matrix/desk';

/** WeChat's documented limit of what `callFunction` carries as text. */
const CALL_BYTES_MAX = 100_000;

const actions = registry.map(({ action }) => action);
const takers = actions.filter(({ takesFile }) => takesFile);
const namesFile = ({ input }: (typeof actions)[number]) => 'fileHash' in ((input as { shape?: object }).shape ?? {});
const rolesOf = (allow: readonly Allow[]) =>
  allow.flatMap((rule): readonly string[] => (rule.kind === 'role' ? rule.roles : [rule.kind]));

it('is named by its hash in the input of each action that takes one, and of no other', () => {
  const ownActions = actions.filter(({ name }) => name.startsWith('files.')).map(({ name }) => name);
  const named = actions.filter(namesFile).map(({ name }) => name);
  expect(named.sort()).toEqual([...takers.map(({ name }) => name), ...ownActions].sort());
  expect(takers.length).toBeGreaterThan(2);
});

it('is refused by each of them when it is not there, or not whole', () => {
  for (const { refusals } of takers)
    expect(refusals).toEqual(expect.arrayContaining(['FILE_NOT_FOUND', 'FILE_INCOMPLETE']));
});

it('is uploaded by those who may call an action that takes one, and by nobody else', () => {
  const mayTake = [...new Set(takers.flatMap(({ allow }) => rolesOf(allow)))].sort();
  for (const name of ['files.beginUpload', 'files.uploadPart'])
    expect([...rolesOf(boundOf(name).action.allow)].sort()).toEqual(mayTake);
});

it('comes in calls that WeChat carries', () => {
  const partBase64 = Buffer.alloc(PART_BYTES).toString('base64');
  const input = { fileHash: 'f'.repeat(64), part: PARTS_MAX - 1, partBase64 };
  const event = { action: 'uploadPart', input, requestId: 'r'.repeat(64) };
  expect(JSON.stringify(event).length).toBeLessThan(CALL_BYTES_MAX);
  expect(boundOf('files.uploadPart').action.input.safeParse(input).success).toBe(true);
});

it('has parts that make it up, whatever its length', () => {
  const { bytesMax } = FILE_KINDS.xlsx;
  expect(countParts(bytesMax)).toBe(PARTS_MAX);
  for (const bytes of [1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, bytesMax]) {
    const parts = missingParts(bytes, []);
    expect(parts.reduce((sum, part) => sum + bytesOfPart(bytes, part), 0)).toBe(bytes);
    expect(parts.every((part) => bytesOfPart(bytes, part) > 0)).toBe(true);
    expect(bytesOfPart(bytes, parts.length)).toBe(0);
    expect(missingParts(bytes, parts)).toEqual([]);
  }
});
