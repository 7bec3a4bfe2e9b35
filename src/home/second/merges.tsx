import { usePages } from '../../api/use-pages';
import { OneMerge } from '../../household/merges';
import { WaitingList } from './waiting-list';

const NOTHING = {
  icon: 'done',
  title: '没有等着看的',
  words: '有人登记了两次，在花名册里打开他，点“他登记了两次”来提。',
} as const;

/** Records that are said to be one person. */
export function Merges({ unitId }: { unitId: string }) {
  const { pages, ready, ...list } = usePages('household.merges', { unitId });
  const data = ready ? pages.flatMap(({ merges }) => merges) : undefined;
  return (
    <WaitingList of={{ ...list, data }} empty={NOTHING} rowsOf={5}>
      {(merge, onDone) => <OneMerge key={merge.mergeId} merge={merge} onDone={onDone} />}
    </WaitingList>
  );
}
