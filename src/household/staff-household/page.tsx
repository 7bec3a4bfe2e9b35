import { useRouter } from '@tarojs/taro';
import { Screen } from '../../components/screen';
import { Gate } from '../../session/gate';
import { HouseholdView } from './household-view';
import type { HoldingsOf } from './member-panel';
import { NewHousehold } from './new-household';

/** One household as its staff see it; or a new one by actual residence. */
export function HouseholdPage({ holdings }: { holdings: HoldingsOf }) {
  const { id, resident, new: isNew } = useRouter().params;
  return (
    <Screen title={isNew ? '登记新的一户' : '这一户'} shell="staff" className="desk-read">
      <Gate who="staff" words="看一户人家、登记新的一户，要由社区工作人员来做。" rows={5}>
        {() => (isNew || !id ? <NewHousehold /> : <HouseholdView id={id} residentId={resident} holdings={holdings} />)}
      </Gate>
    </Screen>
  );
}
