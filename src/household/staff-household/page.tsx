import { useRouter } from '@tarojs/taro';
import { Screen } from '../../components/screen';
import { useMe } from '../../session';
import { HouseholdView } from './household-view';
import type { HoldingsOf } from './member-panel';
import { NewHousehold } from './new-household';

/** One household as its staff see it; or a new one by actual residence. */
export function HouseholdPage({ holdings }: { holdings: HoldingsOf }) {
  useMe();
  const { id, resident, new: isNew } = useRouter().params;
  return (
    <Screen title={isNew ? '登记新的一户' : '这一户'} shell="staff">
      {isNew || !id ? <NewHousehold /> : <HouseholdView id={id} residentId={resident} holdings={holdings} />}
    </Screen>
  );
}
