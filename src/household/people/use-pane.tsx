import { useState } from 'react';
import { HouseholdView } from '../staff-household/household-view';
import type { HoldingsOf } from '../staff-household/member-panel';
import { PersonDesk } from '../staff-person/later';

interface Asked {
  unitId: string;
  holdings: HoldingsOf;
  /** The list beside it, read again when somebody was changed. */
  reload: () => unknown;
}

/** Beside a list of people or of households: the household one has come to, or one of it who is being edited. */
export function usePane({ unitId, holdings, reload }: Asked) {
  const [edited, edit] = useState<string>();
  const pane = ({ householdId, residentId }: { householdId: string; residentId?: string }) =>
    edited ? (
      <PersonDesk
        key={edited}
        id={edited}
        unitId={unitId}
        onChanged={() => void reload()}
        onClose={() => edit(undefined)}
      />
    ) : (
      <HouseholdView key={residentId ?? householdId} id={householdId} {...{ residentId, holdings }} onEdit={edit} />
    );
  return { pane, edit };
}
