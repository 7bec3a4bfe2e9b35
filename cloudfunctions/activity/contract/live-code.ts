import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, Millis } from '../../kit/fields';
import { STAFF } from '../../values/roles';
import { CheckIn, KeyVersion, ShortId } from './fields';

export const liveCode = defineAction({
  name: 'activity.liveCode',
  summary: "Gives the organiser's device the activity's key, so that it draws the rotating code without the network.",
  input: z.strictObject({ activityId: Id }),
  output: z.strictObject({
    activityId: Id,
    shortId: ShortId,
    title: z.string(),
    key: z.string().describe('HMAC-SHA-256 key, base64url; for this activity only.'),
    keyVersion: KeyVersion,
    serverNowMs: Millis.describe("The server's clock: the device keeps its offset from it."),
    stepMs: z.int().describe('How long a code is shown.'),
    epochMs: Millis.describe('Steps are counted from here.'),
    qrPrefix: z.string().describe('The code is appended to this: https://…/a/'),
    opensAtMs: Millis.describe('When check-in begins.'),
    closesAtMs: Millis.describe('When check-in ends for people themselves.'),
  }),
  refusals: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CANCELLED', 'ACTIVITY_OVER'],
  allow: [role(...STAFF, 'societyLeader')],
  effect: 'read',
});

export const renewKey = defineAction({
  name: 'activity.renewKey',
  summary:
    'Another key for the activity: codes of the one before are good for one step more. A key is renewed by itself when the role of somebody who has it ends.',
  input: z.strictObject({ activityId: Id }),
  output: z.strictObject({ activityId: Id, keyVersion: KeyVersion }),
  refusals: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CANCELLED', 'ACTIVITY_OVER', 'RENEWED_JUST_NOW'],
  allow: [role(...STAFF, 'societyLeader')],
  effect: 'write',
});

export const setCheckIn = defineAction({
  name: 'activity.setCheckIn',
  summary:
    'How people are checked in from now on: by the rotating code and by staff, or at the door, by staff alone. What is counted stays.',
  input: z.strictObject({ activityId: Id, checkIn: CheckIn }),
  output: z.strictObject({ activityId: Id, checkIn: CheckIn }),
  refusals: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CANCELLED', 'ACTIVITY_OVER'],
  allow: [role(...STAFF, 'societyLeader')],
  effect: 'write',
});
