import { ListFoot } from '../../components/list-foot';
import { EmptyState, ErrorState } from '../../components/page-state';
import { RefusalAlert } from '../../components/refusal-alert';
import { Skeleton } from '../../components/skeleton';
import type { Finder } from './use-finder';

/** What stands where the list of people is not, or after it: loading, refused, nobody, more, the end. */
export function FoundState({ finder, nobody }: { finder: Finder; nobody?: string }) {
  const { ready, refusal, people } = finder;
  const failed = refusal?.code === 'UNREACHABLE' || refusal?.code === 'FAULT';
  if (!ready && failed)
    return <ErrorState title="名单没能打开" onRetry={() => void finder.reload()} refusal={refusal} />;
  if (refusal) return <RefusalAlert refusal={refusal} onRetry={() => void finder.reload()} />;
  if (!ready) return <Skeleton rows={5} />;
  if (people.length === 0)
    return finder.searching ? (
      <EmptyState icon="search" title="没有找到" words="换个字试试，或者输手机尾号四位、户编号。也可以扫积分卡。" />
    ) : (
      <EmptyState icon="people" title="还没有人" words={nobody ?? '名单里还没有人。'} />
    );
  return <ListFoot list={finder} />;
}
