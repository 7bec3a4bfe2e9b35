import { View } from '@tarojs/components';
import { EmptyState } from '../../components/page-state';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { FoundPeople } from '../../household/find/found-people';
import { FoundState } from '../../household/find/found-state';
import { reachWords } from '../../household/find/person-words';
import { SearchRow } from '../../household/find/search-row';
import { Gate } from '../../session/gate';
import { CounterScreen } from './counter-screen';
import { type Desk, useDesk } from './use-desk';

function Find({ desk }: { desk: Desk }) {
  const { finder, choose } = desk;
  return (
    <View className="stack">
      <RefusalAlert refusal={desk.broughtRefusal} />
      <SearchRow finder={finder} />
      {finder.searching ? (
        <>
          <FoundPeople
            people={finder.people}
            trail={(person) => <View className="t-sub">{reachWords(person)}</View>}
            onChoose={choose}
          />
          <FoundState finder={finder} />
        </>
      ) : (
        <EmptyState icon="ticket" title="给谁办" words="扫他的积分卡或手机上的码，也可以输入姓名来找。" />
      )}
    </View>
  );
}

const SCREEN = { title: '代办兑换', shell: 'staff' } as const;

function AtTheDesk({ unitId }: { unitId: string }) {
  const desk = useDesk(unitId);
  const { person } = desk;
  if (person) return <CounterScreen key={person.residentId} person={person} onNext={desk.next} />;
  return <Screen {...SCREEN}>{desk.fetching ? <Skeleton rows={4} /> : <Find desk={desk} />}</Screen>;
}

/** Redeeming for somebody who sits across the table: who, what, print. */
export default function DeskPage() {
  return (
    <Gate who="staff" title="这里是社区工作人员用的" words="自己兑换，请到“兑换”里选。" screen={SCREEN}>
      {({ unitId }) => <AtTheDesk unitId={unitId} />}
    </Gate>
  );
}
