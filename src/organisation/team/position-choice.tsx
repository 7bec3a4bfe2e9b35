import { Segments } from '../../components/segments';
import { type Position, positionWords } from './positions';

interface Props {
  positions: readonly Position[];
  position: Position;
  choose: (unitId: string) => void;
}

/** Under which of several posts somebody is at work; nothing for who has one. */
export function PositionChoice({ positions, position, choose }: Props) {
  if (positions.length < 2) return null;
  return (
    <Segments
      wrap
      label="用哪个身份"
      items={positions.map((one) => ({ key: one.unitId, word: positionWords(one) }))}
      chosen={position.unitId}
      onChoose={choose}
    />
  );
}
