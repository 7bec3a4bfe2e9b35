import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, Millis, Sentence, Title } from '../../kit/fields';
import { REWARD_CHANGES } from '../../values/rewards';
import { OFFICE, SUPERVISORS } from '../../values/roles';

/** Of one kind or thing, the newest are told. */
export const CHANGES_TOLD = 20;

export const Changes = z
  .array(
    z.strictObject({
      what: z.enum(REWARD_CHANGES).describe('What was done to it.'),
      before: z.string().describe('Its name until then.'),
      because: z.string().describe('Why.'),
      byName: z.string(),
      atMs: Millis,
    }),
  )
  .max(CHANGES_TOLD)
  .describe('What was changed about it, the oldest first; of many the newest.');

const Change = z
  .discriminatedUnion('what', [
    z.strictObject({ what: z.literal('renamed'), name: Title }),
    z.strictObject({ what: z.literal('ended') }),
  ])
  .describe('What stands already keeps its old name where it was written, and is honoured.');
const Because = { because: Sentence.describe('Why.') };

export const changeKind = defineAction({
  name: 'reward.changeKind',
  summary:
    'The unit that named a kind of reward calls it otherwise, or ends it: no reward of it is opened any more; those that are open go on.',
  input: z.strictObject({ kindId: Id, change: Change, ...Because }),
  output: z.strictObject({ kindId: Id }),
  refusals: ['KIND_NOT_FOUND', 'KIND_ENDED', 'KIND_EXISTS'],
  allow: [role(...SUPERVISORS)],
  effect: 'write',
});

export const changeGoods = defineAction({
  name: 'reward.changeGoods',
  summary:
    'The office calls a thing of its shelf otherwise, or ends it once none is left and none is promised. Its book stays.',
  input: z.strictObject({ goodsId: Id, change: Change, ...Because }),
  output: z.strictObject({ goodsId: Id }),
  refusals: ['GOODS_NOT_FOUND', 'GOODS_ENDED', 'GOODS_EXIST', 'GOODS_LEFT'],
  allow: [role(...OFFICE)],
  effect: 'write',
});
