import type { PersonaKey } from '../../cloudfunctions/host/demo/personas';
import {
  toArrivals,
  toAwardPeople,
  toAwardResult,
  toCorrect,
  toDeath,
  toLiveCode,
  toMove,
  toPlanned,
  toSignedUp,
  toStaffHousehold,
  toStaffPerson,
  toThanks,
  toVoucher,
  toVoucherPrint,
  type Walk,
} from './walks';

/** Every screen with somebody who sees it. `open` goes on from the page, where the screen is not an address of its own. */
export interface ScreenToSee {
  readonly name: string;
  readonly as: PersonaKey | 'nobody';
  readonly path: string;
  /** Words of a link or button to tap after the page has opened, one after the other. */
  readonly tap?: readonly (string | RegExp)[];
  /** The way to a screen that stands behind something done; it begins where `path` led. */
  readonly walk?: Walk;
}

export const SCREENS: readonly ScreenToSee[] = [
  { name: 'sign-in', as: 'nobody', path: '/pages/sign-in/index' },
  { name: 'rules', as: 'householdHead', path: '/pages/rules/index' },
  { name: 'rules-of-whom', as: 'nobody', path: '/pages/rules/index' },
  { name: 'home', as: 'householdHead', path: '/pages/home/index' },
  { name: 'home-newcomer', as: 'newcomer', path: '/pages/home/index' },
  { name: 'home-senior', as: 'senior', path: '/pages/home/index' },
  { name: 'home-staff', as: 'staff', path: '/pages/home/index' },
  { name: 'home-district', as: 'district', path: '/pages/home/index' },
  { name: 'activities', as: 'householdHead', path: '/pages/activities/index' },
  { name: 'activity', as: 'householdHead', path: '/pages/activities/index', tap: [/道德讲堂|清洁家园/] },
  { name: 'scan', as: 'senior', path: '/pages/scan/index' },
  { name: 'rewards', as: 'householdHead', path: '/pages/rewards/index' },
  { name: 'reward', as: 'senior', path: '/pages/rewards/index', tap: [/免费体检/] },
  { name: 'thanks', as: 'householdHead', path: '/pages/scan/index', walk: toThanks },
  { name: 'voucher', as: 'senior', path: '/pages/vouchers/index', walk: toVoucher },
  { name: 'voucher-print', as: 'senior', path: '/pages/vouchers/index', walk: toVoucherPrint },
  { name: 'vouchers', as: 'householdHead', path: '/pages/vouchers/index' },
  { name: 'me', as: 'householdHead', path: '/pages/me/index' },
  { name: 'passbook', as: 'householdHead', path: '/pages/passbook/index' },
  { name: 'receipt', as: 'householdHead', path: '/pages/passbook/index', tap: [/清洁家园|道德讲堂/] },
  { name: 'passbook-print', as: 'householdHead', path: '/pages/passbook-print/index' },
  { name: 'nights', as: 'nobody', path: '/pages/nights/index' },
  { name: 'receipt-verify', as: 'nobody', path: '/pages/receipt-verify/index' },
  { name: 'household', as: 'householdHead', path: '/pages/household/index' },
  { name: 'bind-card', as: 'newcomer', path: '/pages/bind/index' },
  { name: 'bind-apply', as: 'newcomer', path: '/pages/bind/index', tap: ['没有卡，申请'] },
  { name: 'settings', as: 'householdHead', path: '/pages/settings/index' },
  { name: 'workbench', as: 'staff', path: '/staff/workbench/index' },
  { name: 'award-items', as: 'staff', path: '/staff/award/index' },
  { name: 'award-people', as: 'staff', path: '/staff/award/index', walk: toAwardPeople },
  { name: 'award-result', as: 'staff', path: '/staff/award/index', walk: toAwardResult },
  { name: 'live-code', as: 'staff', path: '/staff/workbench/index', walk: toLiveCode },
  { name: 'activity-planned', as: 'staff', path: '/staff/workbench/index', walk: toPlanned },
  { name: 'signed-up', as: 'staff', path: '/staff/workbench/index', walk: toSignedUp },
  { name: 'arrivals', as: 'staff', path: '/staff/workbench/index', walk: toArrivals },
  { name: 'people', as: 'staff', path: '/staff/people/index' },
  { name: 'households', as: 'staff', path: '/staff/people/index', tap: ['按户看'] },
  { name: 'staff-person-correct', as: 'staff', path: '/staff/people/index', walk: toCorrect },
  { name: 'staff-person-move', as: 'staff', path: '/staff/people/index', walk: toMove },
  { name: 'staff-person-death', as: 'staff', path: '/staff/people/index', walk: toDeath },
  { name: 'staff-person', as: 'staff', path: '/staff/people/index', walk: toStaffPerson },
  { name: 'staff-household', as: 'staff', path: '/staff/people/index', walk: toStaffHousehold },
  { name: 'applications', as: 'gridWorker', path: '/staff/applications/index' },
  { name: 'activity-edit', as: 'staff', path: '/staff/activity-edit/index' },
  { name: 'redeem', as: 'clerk', path: '/staff/redeem/index' },
  { name: 'units', as: 'district', path: '/staff/units/index' },
  { name: 'units-community', as: 'city', path: '/staff/units/index', tap: ['浏河社区'] },
  { name: 'desk', as: 'staff', path: '/staff/desk/index' },
  { name: 'catalogue', as: 'admin', path: '/staff/catalogue/index' },
  { name: 'roster', as: 'admin', path: '/staff/roster/index' },
  { name: 'given', as: 'staff', path: '/staff/given/index' },
  { name: 'second', as: 'staff', path: '/staff/second/index' },
  { name: 'limits', as: 'admin', path: '/staff/limits/index' },
  { name: 'corrections', as: 'staff', path: '/staff/corrections/index' },
  { name: 'shelf', as: 'staff', path: '/staff/shelf/index' },
  { name: 'shelf-count', as: 'staff', path: '/staff/shelf/index', tap: ['记一笔'] },
  { name: 'counter', as: 'staff', path: '/staff/counter/index' },
  { name: 'kinds', as: 'city', path: '/staff/kinds/index' },
  { name: 'staff-rewards', as: 'admin', path: '/staff/rewards/index' },
  { name: 'team', as: 'admin', path: '/staff/team/index' },
  { name: 'team-district', as: 'district', path: '/staff/team/index' },
  { name: 'team-city', as: 'city', path: '/staff/team/index' },
  { name: 'team-add', as: 'district', path: '/staff/team/index', tap: ['添机构'] },
  { name: 'team-appoint', as: 'admin', path: '/staff/team/index', tap: ['开通权限'] },
];

export const MODES = [
  { name: 'light', dark: false, large: false },
  { name: 'dark', dark: true, large: false },
  { name: 'large', dark: false, large: true },
  { name: 'large-dark', dark: true, large: true },
] as const;
