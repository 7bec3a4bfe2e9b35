import { View } from '@tarojs/components';
import { FoundPeople } from '../find/found-people';
import { FoundState } from '../find/found-state';
import { SearchRow } from '../find/search-row';
import { useFinder } from '../find/use-finder';
import type { Person } from '../find/use-found-people';

/** Somebody beside the one whose page this is, found as everybody is. */
export function OtherPerson(props: { unitId: string; not: string; onChoose: (person: Person) => void }) {
  const { unitId, not, onChoose } = props;
  const finder = useFinder(unitId, null);
  const others = finder.people.filter(({ residentId }) => residentId !== not);
  return (
    <View className="stack">
      <SearchRow finder={finder} />
      {others.length > 0 && <FoundPeople people={others} onChoose={onChoose} />}
      {finder.searching && <FoundState finder={{ ...finder, people: others }} />}
    </View>
  );
}
