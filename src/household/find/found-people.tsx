import type { ReactNode } from 'react';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { whoAmong } from './person-words';
import type { Person } from './use-found-people';

interface Props {
  people: readonly Person[];
  /** What more is told of each, behind who it is. */
  more?: (person: Person) => string;
  trail?: (person: Person) => ReactNode;
  blocked?: (person: Person) => string | undefined;
  onChoose: (person: Person) => void;
}

/** Those who were found, of whom one is meant. */
export function FoundPeople({ people, more, trail, blocked, onChoose }: Props) {
  if (people.length === 0) return null;
  const who = whoAmong(people);
  return (
    <List label="是哪一位">
      {people.map((person) => (
        <PersonRow
          key={person.residentId}
          name={person.name}
          note={[who(person), more?.(person)].filter(Boolean).join(' · ')}
          trail={trail?.(person)}
          blocked={blocked?.(person)}
          onTap={() => onChoose(person)}
        />
      ))}
    </List>
  );
}
