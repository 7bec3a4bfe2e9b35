import type { DataOf } from '../../api';
import type { Household } from '../staff-household/household-data';

export type PersonData = DataOf<'household.person'>;

/** What each form of the page is given. */
export interface FormProps {
  readonly person: PersonData;
  readonly onDone: () => void;
  readonly onClose: () => void;
}
export interface HomeFormProps extends FormProps {
  /** Where they live. */
  readonly household: Household;
}

/** Those who would stay if these went. */
export const restOf = ({ members }: Household, goingIds: readonly string[]) =>
  members.filter(({ residentId }) => !goingIds.includes(residentId));

/** Whether somebody has to be named who speaks for those who stay. */
export const needsHead = (household: Household, goingIds: readonly string[]): boolean =>
  household.headId !== null && goingIds.includes(household.headId) && restOf(household, goingIds).length > 0;
