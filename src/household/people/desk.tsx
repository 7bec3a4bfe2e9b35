import { DeskList } from '../../components/data-table/desk-list';
import type { SheetWays } from '../../components/data-table/use-sheet';
import type { useSorting } from '../../components/data-table/use-sorting';
import { goTo } from '../../ways';
import { FoundState } from '../find/found-state';
import type { Finder } from '../find/use-finder';
import type { Person } from '../find/use-found-people';
import { HouseholdView } from '../staff-household/household-view';
import type { HoldingsOf } from '../staff-household/member-panel';
import { COLUMNS } from './columns';

interface Props {
  finder: Finder;
  sorting: ReturnType<typeof useSorting>['sorting'];
  holdings: HoldingsOf;
  sheet: SheetWays;
}
const keyOf = ({ residentId }: Person) => residentId;
const edit = { word: '改资料', go: (id: string) => goTo('staff/person', { id }) };

/** The register at the left, the household of whom one has come to at the right. */
export function Desk({ finder, sorting, holdings, sheet }: Props) {
  return (
    <DeskList
      label="居民"
      one="人"
      columns={COLUMNS}
      rows={finder.people}
      count={finder.count}
      list={finder}
      instead={<FoundState finder={finder} />}
      pane={({ householdId, residentId }) => (
        <HouseholdView key={residentId} id={householdId} residentId={residentId} holdings={holdings} />
      )}
      note="改动都记名、记时间、记原因，不覆盖旧的"
      {...{ keyOf, sorting, sheet, edit }}
    />
  );
}
