import * as z from 'zod';
import { Id } from '../kit/fields';
import { defineEvent } from '../kit/outbox/event';
import { ROLES } from '../values/roles';
import { UNIT_LIMIT_NAMES } from '../values/unit-limits';
import { UNIT_CHANGES } from '../values/units';

/** Whoever keeps sessions hears of it too: a session's token changes with its roles. */
export const roleChanged = defineEvent('roleChanged', {
  roleId: Id,
  residentId: Id,
  role: z.enum(ROLES),
  unitId: Id,
  change: z.enum(['granted', 'revoked']),
});

export const limitChanged = defineEvent('limitChanged', {
  unitId: Id,
  name: z.enum(UNIT_LIMIT_NAMES),
  value: z.int().min(0),
});

/** Of a merged unit `toUnitId` is its successor; of a redrawn one, where its households went. */
export const unitChanged = defineEvent('unitChanged', {
  changeId: Id,
  kind: z.enum(UNIT_CHANGES),
  unitId: Id,
  toUnitId: Id.nullable(),
});
