import { useRead } from '../api/use-read';
import { RefusalNotice } from '../components/refusal-notice';
import { Segments } from '../components/segments';
import { Skeleton } from '../components/skeleton';

interface Props {
  communityId: string | undefined;
  chosen: string | undefined;
  onChoose: (unitId: string) => void;
}

/** One of the community's grids. */
export function GridChoice({ communityId, chosen, onChoose }: Props) {
  const asked = communityId ? { underUnitId: communityId, levels: ['grid' as const] } : null;
  const { data, refusal, reload } = useRead('organisation.tree', asked);
  if (refusal) return <RefusalNotice refusal={refusal} onRetry={() => void reload()} />;
  if (!data) return <Skeleton rows={1} />;
  const grids = data.units.filter(({ level }) => level === 'grid');
  return (
    <Segments
      wrap
      label="哪个网格"
      items={grids.map(({ unitId, name }) => ({ key: unitId, word: name }))}
      chosen={chosen ?? ''}
      onChoose={onChoose}
    />
  );
}
