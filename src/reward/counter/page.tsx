import { View } from '@tarojs/components';
import { Alert } from '../../components/alert';
import { List } from '../../components/list';
import { EmptyState } from '../../components/page-state';
import { PersonRow } from '../../components/person-row';
import { Screen } from '../../components/screen';
import { FoundState } from '../../household/find/found-state';
import { reachWords, whoAmong } from '../../household/find/person-words';
import { SearchRow } from '../../household/find/search-row';
import { Gate } from '../../session/gate';
import { BasketScreen } from './basket-screen';
import { type Queue, useQueue } from './use-counter';
import './page.scss';

function NextOne({ queue }: { queue: Queue }) {
  const { finder, told, count } = queue;
  const who = whoAmong(finder.people);
  return (
    <View className="stack">
      {told && (
        <Alert kind="done" title={told}>
          {`这一次已经发了 ${count} 位，请下一位。`}
        </Alert>
      )}
      <SearchRow finder={finder} />
      {finder.searching ? (
        <>
          {finder.people.length > 0 && (
            <List label="是哪一位">
              {finder.people.map((person) => (
                <PersonRow
                  key={person.residentId}
                  name={person.name}
                  note={who(person)}
                  trail={<View className="t-sub">{reachWords(person)}</View>}
                  onTap={() => queue.choose(person)}
                />
              ))}
            </List>
          )}
          <FoundState finder={finder} />
        </>
      ) : (
        <EmptyState icon="gift" title="请下一位" words="扫他的积分卡或手机上的码，也可以输入姓名来找。" />
      )}
    </View>
  );
}

const SCREEN = { title: '发东西', shell: 'staff' } as const;

function Counter({ unitId }: { unitId: string }) {
  const queue = useQueue(unitId);
  const { person } = queue;
  if (person) return <BasketScreen key={person.residentId} person={person} onNext={queue.next} />;
  return (
    <Screen {...SCREEN}>
      <NextOne queue={queue} />
    </Screen>
  );
}

/** The counter of the shelf: a queue, one after the other. */
export default function CounterPage() {
  return (
    <Gate who="staff" title="这里是社区工作人员用的" words="自己兑换，请到“兑换”里选。" screen={SCREEN}>
      {({ unitId }) => <Counter unitId={unitId} />}
    </Gate>
  );
}
