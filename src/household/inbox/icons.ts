import type { IconName } from '../../components/icon/names';
import type { Item } from './words';

type ChangeKind = NonNullable<Item['change']>['kind'];

/** What a line of news is about, as one sees it; what is not named here is about somebody's record. */
const ICONS: Readonly<Partial<Record<ChangeKind, IconName>>> = {
  moved: 'people',
  left: 'people',
  added: 'people',
  becameHead: 'people',
  guardianNamed: 'people',
  guardianEnded: 'people',
  houseMoved: 'home',
  redrawn: 'home',
  roleCarried: 'people',
  merged: 'book',
  parted: 'book',
  cardMade: 'code',
  cardReplaced: 'code',
  cardStopped: 'code',
  poolingAgreed: 'heart',
  poolingEnded: 'heart',
  familyPoolAgreed: 'heart',
  familyPoolEnded: 'heart',
};

export const iconOf = ({ change, binding }: Item): IconName =>
  binding ? 'phone' : ((change && ICONS[change.kind]) ?? 'edit');
