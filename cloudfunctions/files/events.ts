import * as z from 'zod';
import { Id } from '../kit/fields';
import { defineEvent } from '../kit/outbox/event';

/** All parts of a file have come. Whoever looks at what people send before others see it reads this. */
export const fileUploaded = defineEvent('fileUploaded', { fileId: Id, bytes: z.int().min(1) });
