import { View } from '@tarojs/components';
import { Alert } from '../../components/alert';
import { EmptyState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { FoundPeople } from '../../household/find/found-people';
import { FoundState } from '../../household/find/found-state';
import { reachWords } from '../../household/find/person-words';
import { SearchRow } from '../../household/find/search-row';
import { Gate } from '../../session/gate';
import { BasketScreen } from './basket-screen';
import { type Queue, useQueue } from './use-counter';
import './page.scss';

function NextOne({ queue }: { queue: Queue }) {
  const { finder, told, count } = queue;
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
          <FoundPeople
            people={finder.people}
            trail={(person) => <View className="t-sub">{reachWords(person)}</View>}
            onChoose={queue.choose}
          />
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
