import type { DataOf, DetailOf, RefusalCode } from '../api/actions';

/** Why a holder of a list was not awarded comes within an answer, without its detail. */
export type SaidCode =
  | RefusalCode
  | Extract<DataOf<'award.give'>['results'][number]['outcome'], { state: 'refused' }>['code'];
/** A server older than this app may leave out what it does not know. */
export type Detail<Code extends SaidCode> = Partial<DetailOf<Code>>;
