import { useState } from 'react';
import { HOLDERS_AT_ONCE } from '../../../cloudfunctions/values/limits';
import { Button } from '../../components/button';
import type { Column } from '../../components/data-table';
import { DeskList } from '../../components/data-table/desk-list';
import type { useSheet } from '../../components/data-table/use-sheet';
import type { useSorting } from '../../components/data-table/use-sorting';
import { FoundState } from '../find/found-state';
import type { HoldingsOf } from '../staff-household/member-panel';
import { PrintCards } from './print-cards';
import { usePane } from './use-pane';
import type { Register, Registered } from './use-register';

/** Gives points to people of a list: the page brings it along, since a room above knows how. */
export type AwardTo = (people: readonly Registered[]) => void;

interface Props {
  unitId: string;
  /** What the place is called, and what of it is shown. */
  place: string;
  register: Register;
  columns: readonly Column<Registered>[];
  sorting: ReturnType<typeof useSorting>['sorting'];
  holdings: HoldingsOf;
  award: AwardTo;
  sheet: Omit<ReturnType<typeof useSheet>, 'rowsOf'> & {
    rowsOf: (chosen: readonly string[]) => Promise<readonly Registered[] | undefined>;
  };
}
const keyOf = ({ residentId }: Registered) => residentId;
const TOO_MANY = `一次最多给 ${HOLDERS_AT_ONCE} 人`;

/** What is done with those who are chosen. */
function Deeds({ chosen, place, sheet, award }: Pick<Props, 'place' | 'sheet' | 'award'> & DeedsProps) {
  const [busy, setBusy] = useState(false);
  const give = async () => {
    setBusy(true);
    const people = await sheet.rowsOf(chosen);
    setBusy(false);
    if (people && people.length > 0) award(people);
  };
  return (
    <>
      <PrintCards asked={{ of: 'residentIds', ids: chosen, place }} />
      <Button
        small
        kind="primary"
        busy={busy}
        blocked={chosen.length > HOLDERS_AT_ONCE ? TOO_MANY : undefined}
        onTap={() => void give()}
      >
        {`给选中的 ${chosen.length} 人发积分`}
      </Button>
    </>
  );
}
interface DeedsProps {
  chosen: readonly string[];
}

/** The register at the left; at the right the household of whom one has come to, or the person who is being edited. */
export function Desk({ unitId, place, register, columns, sorting, holdings, award, sheet }: Props) {
  const { pane, edit } = usePane({ unitId, holdings, reload: register.reload });
  return (
    <DeskList
      label="居民"
      one="人"
      rows={register.people}
      count={register.count}
      list={register}
      instead={<FoundState finder={register} />}
      edit={{ word: '改资料', go: edit }}
      pane={pane}
      deeds={(chosen) => <Deeds {...{ chosen, place, sheet, award }} />}
      note="改动都记名、记时间、记原因，不覆盖旧的"
      {...{ columns, keyOf, sorting, sheet }}
    />
  );
}
