import * as z from 'zod';
import { Id } from '../kit/fields';
import { defineEvent } from '../kit/outbox/event';

export const itemPublished = defineEvent('itemPublished', { itemId: Id, version: z.int().min(1), unitId: Id });
export const itemRetired = defineEvent('itemRetired', { itemId: Id, unitId: Id });
