import type { DataOf } from '../../api';

export type Household = DataOf<'household.get'>;
export type Member = Household['members'][number];
