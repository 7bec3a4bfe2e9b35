import { Checkbox } from '../../components/checkbox';
import { List } from '../../components/list';
import { REASONS, type Reason } from './correction-words';

interface Props {
  reason: Reason | undefined;
  onChoose: (reason: Reason) => void;
}

/** Why an entry never should have been: one of the closed list. */
export function ReasonChoice({ reason, onChoose }: Props) {
  return (
    <List label="为什么要改">
      {REASONS.map(({ key, word, note }) => (
        <Checkbox
          key={key}
          role="radio"
          words={word}
          note={note}
          checked={key === reason}
          onChange={() => onChoose(key)}
        />
      ))}
    </List>
  );
}
