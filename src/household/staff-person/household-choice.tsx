import { View } from '@tarojs/components';
import { ChoiceError, type Said } from '../../components/choice-error';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { whoAmong } from '../find/person-words';
import { SearchRow } from '../find/search-row';
import { useFinder } from '../find/use-finder';

interface Props {
  unitId: string;
  /** Where they live already. */
  exceptId: string;
  chosen: string;
  onChoose: (householdId: string) => void;
  said: Said;
}

/** A household, found by anybody who lives in it, by its number or its card. */
export function HouseholdChoice({ unitId, exceptId, chosen, onChoose, said }: Props) {
  const finder = useFinder(unitId, null);
  const people = finder.people.filter(({ householdId }) => householdId !== exceptId);
  const who = whoAmong(people);
  return (
    <View className="stack">
      <View className="field-label">搬进哪一户：找那户里的一个人</View>
      <SearchRow finder={finder} />
      {people.length > 0 && (
        <List label="搬进哪一户">
          {people.map((person) => (
            <PersonRow
              key={person.residentId}
              name={`${person.name}（${person.householdNumber} 户）`}
              note={who(person)}
              picked={person.householdId === chosen}
              onTap={() => onChoose(person.householdId)}
            />
          ))}
        </List>
      )}
      <ChoiceError {...said} />
    </View>
  );
}
