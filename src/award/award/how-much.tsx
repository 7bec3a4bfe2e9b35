import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { List } from '../../components/list';
import { numberWords } from '../../words/number';
import { timeWords, worthWords } from '../../words/worth';
import type { Item } from './award-words';
import type { Award } from './use-award';

/** Which grade, or how long: only where the item asks it. */
export function HowMuch({ award, item }: { award: Award; item: Item }) {
  const { grade, setGrade, hours, setHours, isSaid } = award;
  if (item.grades.length > 0)
    return (
      <List label="是哪一等">
        {item.grades.map(({ name, points }) => (
          <Checkbox
            key={name}
            role="radio"
            words={name}
            note={`${numberWords(points)} 分`}
            checked={name === grade}
            onChange={() => setGrade(name)}
          />
        ))}
      </List>
    );
  if (item.perHalfHours === null) return null;
  return (
    <Field
      label="做了几个小时"
      value={hours}
      onInput={setHours}
      maxLength={5}
      example="例如：1.5"
      hint={`${worthWords(item)}；半小时写 0.5`}
      error={hours && !isSaid ? `满 ${timeWords(item.perHalfHours)} 才记，最小写到半小时` : undefined}
    />
  );
}

/** What is still to be said before anybody can be given it. */
export function askWords({ isSaid }: Award, { grades }: Item): string | undefined {
  if (isSaid) return undefined;
  return grades.length > 0 ? '先选是哪一等' : '先填做了几个小时';
}
