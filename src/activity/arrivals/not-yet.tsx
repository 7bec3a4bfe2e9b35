import { View } from '@tarojs/components';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { usePages } from '../../api/use-pages';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { PersonRow } from '../../components/person-row';
import { momentWords } from '../../words/dates';
import type { Help } from './use-help';

/** As often as somebody at the door looks up; who has just come is on the other list at once. */
const EVERY_MS = 15_000;
const ALL_HERE = {
  icon: 'people',
  title: '报了名的都到了',
  words: '没报名也来的，在“到了的”里。',
} as const;

/** Those with a place who have not come; nobody where one need not sign up. */
export function useNotYet(activityId: string, isAsked: boolean) {
  const question = { activityId, masked: false, notArrived: true, limit: PAGE_MAX };
  const { pages, ready, ...list } = usePages('activity.signedUp', isAsked ? question : null, EVERY_MS);
  const people = pages.flatMap((page) => page.people);
  return { list: { ...list, data: ready ? people : undefined }, count: pages[0]?.count };
}

interface Props {
  notYet: ReturnType<typeof useNotYet>;
  help: Help;
}

/** Who signed up and is still to come; whoever stands there without a phone is ticked and checked in. */
export function NotYet({ notYet, help }: Props) {
  const isPicked = (id: string) => help.picked.some(({ residentId }) => residentId === id);
  return (
    <View className="stack">
      <View className="t-sub">来了没带手机的，点一下名字，在下面帮他签到。没来的不用管，不影响什么。</View>
      <ListPage of={notYet.list} failed="名单没能打开" rows={5} empty={ALL_HERE} more="再看一些">
        {(people) => (
          <List label="还没到的人">
            {people.map((person) => (
              <PersonRow
                key={person.residentId}
                name={person.name}
                note={`${momentWords(person.atMs)} 报的名`}
                picked={isPicked(person.residentId)}
                onTap={() => help.toggle(person, 'name')}
              />
            ))}
          </List>
        )}
      </ListPage>
    </View>
  );
}
