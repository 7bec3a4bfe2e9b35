import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { HolderKind, Id, Title } from '../../kit/fields';
import { HOLDER_KINDS } from '../../values/awards';
import { ENDED_KINDS_TOLD, NAMED_KINDS, OPEN_KINDS_MAX } from '../../values/rewards';
import { STAFF, SUPERVISORS } from '../../values/roles';
import { Changes } from './changes';
import { KindNature, RewardKind } from './fields';

/** Those of a city, of a district and of the street between them and a community. */
const LEVELS_ABOVE = 3;

export const kinds = defineAction({
  name: 'reward.kinds',
  summary:
    'The kinds of reward that there are for a unit: the six of the city’s rules, then those that units above named, those that have ended last.',
  input: z.strictObject({ unitId: Id }),
  output: z.strictObject({
    kinds: z
      .array(
        z.strictObject({
          kind: RewardKind,
          kindId: Id.nullable().describe('Of an open kind; null for the six.'),
          name: z.string(),
          nature: KindNature,
          holderKinds: z
            .array(HolderKind)
            .max(HOLDER_KINDS.length)
            .describe('For whom it may be, the usual one first.'),
          isEnded: z.boolean().describe('true: no reward of it is opened any more.'),
          mayChange: z.boolean().describe('Whether the caller may call it otherwise, or end it.'),
          changes: Changes,
          policyDocumentNumber: z.string().nullable().describe('文号 by which it was named; null for the six.'),
        }),
      )
      .max(NAMED_KINDS.length + OPEN_KINDS_MAX * LEVELS_ABOVE + ENDED_KINDS_TOLD),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS)],
  effect: 'read',
});

export const nameKind = defineAction({
  name: 'reward.nameKind',
  summary:
    'A city or district names a kind of reward by a notice of its own; the communities below open rewards of it.',
  input: z.strictObject({
    unitId: Id.describe('A city or a district.'),
    name: Title,
    nature: KindNature,
    policyDocumentId: Id.describe('Of the unit or of one above it.'),
  }),
  output: z.strictObject({ kindId: Id }),
  refusals: ['UNIT_NOT_FOUND', 'KIND_EXISTS', 'KINDS_FULL', 'DOCUMENT_NOT_FOUND'],
  allow: [role(...SUPERVISORS)],
  effect: 'write',
});
