import { View } from '@tarojs/components';
import { List } from '../../components/list';
import { EmptyState } from '../../components/page-state';
import { PersonRow } from '../../components/person-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { FoundState } from '../../household/find/found-state';
import { reachWords, whoAmong } from '../../household/find/person-words';
import { SearchRow } from '../../household/find/search-row';
import { Gate } from '../../session/gate';
import { CounterScreen } from './counter-screen';
import { type Desk, useDesk } from './use-desk';
import './page.scss';

function Find({ desk }: { desk: Desk }) {
  const { finder, choose } = desk;
  const who = whoAmong(finder.people);
  return (
    <View className="stack">
      <RefusalAlert refusal={desk.broughtRefusal} />
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
                  onTap={() => choose(person)}
                />
              ))}
            </List>
          )}
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
