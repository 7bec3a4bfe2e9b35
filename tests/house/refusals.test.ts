import * as z from 'zod';
import { schemaOf } from '../../cloudfunctions/host/openapi/schema';
import { rooms } from '../../cloudfunctions/host/rooms';
import { commonRefusals, fileRefusals } from '../../cloudfunctions/kit/refusals';
import { holdToTold } from '../reliability/matrix/told-detail';

const ground = { ...commonRefusals, ...fileRefusals };

it('lets an action refuse only with what its own room or one below it declares', () => {
  const known = new Set(Object.keys(ground));
  for (const { actions, refusals } of rooms) {
    for (const code of Object.keys(refusals)) known.add(code);
    const strange = actions.flatMap(({ action }) => action.refusals.filter((code) => !known.has(code)));
    expect(strange).toEqual([]);
  }
});

it('declares each code once', () => {
  const declared = [...rooms.flatMap(({ refusals }) => Object.keys(refusals)), ...Object.keys(ground)];
  expect(declared.filter((code, i) => declared.indexOf(code) !== i)).toEqual([]);
  expect(declared.length).toBeGreaterThan(100);
});

it('explains every field of a detail', () => {
  const shapes = [ground, ...rooms.map(({ refusals }) => refusals)].flatMap((one) => Object.entries(one));
  const silent = shapes.flatMap(([code, { fields }]) =>
    Object.entries(schemaOf(z.strictObject(fields), 'output').properties as Record<string, { description?: string }>)
      .filter(([, { description }]) => !description)
      .map(([name]) => `${code}.${name}`),
  );
  expect(silent).toEqual([]);
});

it.each([
  ['a code that nobody declares', { code: 'NO_SUCH_CODE', detail: {} }],
  ['a field too many', { code: 'CARD_NOT_FOUND', detail: { number: '1' } }],
  ['a field too few', { code: 'COUNTED_ALREADY', detail: {} }],
  ['a field of another kind', { code: 'COUNTED_ALREADY', detail: { sinceMs: 'noon' } }],
])('is caught with %s by the suites that ask everything', (_what, refusal) => {
  expect(() => holdToTold({ ok: false, traceId: '', ...refusal })).toThrow(refusal.code);
});
