import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { useWork } from '../../session/use-work';

/** The items of the community, and what the caller gave lately. */
export function useItems() {
  const work = useWork();
  const catalogue = useWhole('catalogue.items', work.communityId ? { unitId: work.communityId } : null, 'items');
  const recent = useRead('award.recent', work.communityId ? { unitId: work.communityId } : null);
  const items = catalogue.data ?? [];
  const often = (recent.data?.itemIds ?? []).flatMap((id) => items.find(({ itemId }) => itemId === id) ?? []);
  const reload = async () => {
    await Promise.all([catalogue.reload(), recent.reload(), work.reload()]);
  };
  return {
    ...work,
    items,
    often,
    recent: recent.data,
    ready: catalogue.data !== undefined && (recent.data !== undefined || recent.refusal !== undefined),
    refusal: catalogue.refusal ?? work.refusal,
    reload,
  };
}
export type Items = ReturnType<typeof useItems>;
