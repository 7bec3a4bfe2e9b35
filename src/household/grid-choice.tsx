import { useWhole } from '../api/use-whole';
import { Answer } from '../components/answer';
import { Segments } from '../components/segments';

interface Props {
  communityId: string | undefined;
  chosen: string | undefined;
  onChoose: (unitId: string) => void;
}

/** One of the community's grids. */
export function GridChoice({ communityId, chosen, onChoose }: Props) {
  const asked = communityId ? { underUnitId: communityId, levels: ['grid' as const] } : null;
  const tree = useWhole('organisation.tree', asked, 'units');
  return (
    <Answer of={tree} amid rows={1}>
      {(units) => (
        <Segments
          wrap
          label="哪个网格"
          items={units.filter(({ level }) => level === 'grid').map(({ unitId, name }) => ({ key: unitId, word: name }))}
          chosen={chosen ?? ''}
          onChoose={onChoose}
        />
      )}
    </Answer>
  );
}
