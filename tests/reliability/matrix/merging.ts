import type { Somebody } from '../../household/neighbourhood';
import type { Desk } from './desk';

/** Records that are said to be one person: two proposals that wait, and one that was agreed to. */
export async function setMerges(
  desk: Desk,
  { communityStaff, communityAdmin }: Readonly<Record<'communityStaff' | 'communityAdmin', Somebody>>,
  [survivorId, partingId, ...others]: readonly string[],
) {
  const propose = (mergedId: string | undefined) =>
    desk.must<{ mergeId: string }>(communityAdmin.identity, 'household.proposeMerge', {
      ...{ survivorId, mergedId, reason: 'wroteWrong' },
    });
  const { mergeId: agreedId } = await propose(partingId);
  await desk.must(communityStaff.identity, 'household.decideMerge', { mergeId: agreedId, approve: true });
  const [first] = [await propose(others[0]), await propose(others[1])];
  return { mergeId: first.mergeId, partingId, survivorId, twiceId: others[2] };
}
