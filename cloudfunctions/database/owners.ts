import type { Tables } from './tables';

/** Whose each table is: no other room's SQL touches it. A test holds that, statement by statement. */
export const OWNERS = {
  account: 'ledger',
  activity: 'activity',
  attempt: 'kit',
  attendance: 'activity',
  attended: 'activity',
  audit_log: 'kit',
  award: 'award',
  bind_application: 'household',
  bind_code: 'household',
  binding_event: 'household',
  checkpoint: 'ledger',
  checkpoint_tree: 'ledger',
  consent: 'household',
  correction_request: 'ledger',
  countersignature: 'ledger',
  countersigner: 'ledger',
  countersigner_word: 'ledger',
  night_head: 'ledger',
  deed_evidence: 'award',
  event_reader: 'kit',
  file: 'files',
  file_part: 'files',
  goods: 'reward',
  goods_movement: 'reward',
  goods_slip: 'reward',
  guideline_item: 'catalogue',
  household: 'household',
  household_card: 'household',
  identity: 'household',
  installation: 'database',
  invite: 'household',
  job_lease: 'jobs',
  key_holder: 'activity',
  key_renewal: 'activity',
  ledger_entry: 'ledger',
  membership: 'household',
  merge_request: 'household',
  merged_resident: 'household',
  org_unit: 'organisation',
  outbox: 'kit',
  person_change: 'household',
  personal_data: 'household',
  personal_index: 'household',
  point_item: 'catalogue',
  point_item_version: 'catalogue',
  policy_document: 'catalogue',
  programme: 'catalogue',
  provider: 'organisation',
  redemption_rule: 'reward',
  request_log: 'kit',
  resident: 'household',
  reward: 'reward',
  reward_change: 'reward',
  reward_kind: 'reward',
  reward_provider: 'reward',
  reward_stock: 'reward',
  role_grant: 'organisation',
  roster_import: 'household',
  roster_title: 'household',
  second_look: 'reward',
  session: 'host',
  sheet_heading: 'catalogue',
  sheet_import: 'catalogue',
  shown_code: 'activity',
  shown_at_door: 'activity',
  sign_up: 'activity',
  society: 'organisation',
  unit_limit: 'organisation',
  waiting_award: 'award',
  waiting_award_word: 'award',
  voucher: 'reward',
  voucher_draw: 'reward',
  'keyring.file_key': 'files',
  'keyring.personal_key': 'household',
} as const satisfies Record<keyof Tables, string>;

/** What a room lets those above it read in a statement of their own. */
export const VIEWS = {
  held_role: { owner: 'organisation', columns: ['resident_id', 'id', 'valid_from', 'valid_until', 'held'] },
  ended_role: { owner: 'organisation', columns: ['resident_id', 'unit_path', 'society_id', 'provider_id', 'at'] },
  role_change: { owner: 'organisation', columns: ['resident_id', 'at'] },
  identity_role_change: { owner: 'household', columns: ['identity_id', 'at'] },
  unit: { owner: 'organisation', columns: ['id', 'code', 'name', 'path'] },
  item_version: { owner: 'catalogue', columns: ['item_id', 'version', 'name', 'category'] },
  item_lineage: { owner: 'catalogue', columns: ['item_id', 'lineage_id'] },
  resident_home: { owner: 'household', columns: ['resident_id', 'path'] },
  person_term: {
    owner: 'household',
    columns: ['resident_id', 'household_id', 'community_id', 'from_on', 'until_on', 'born_on'],
  },
  household_term: { owner: 'household', columns: ['household_id', 'community_id', 'from_on', 'until_on'] },
  household_reach: { owner: 'household', columns: ['household_id', 'is_bound', 'has_card'] },
  standing_award: {
    owner: 'award',
    columns: ['account_id', 'holder_kind', 'household_id', 'unit_id', 'item_id', 'item_version', 'points', 'deed_date'],
  },
  renewed_key: { owner: 'activity', columns: ['activity_id', 'at'] },
  corrected_entry: { owner: 'ledger', columns: ['account_id', 'seq'] },
  posted_entry: {
    owner: 'ledger',
    columns: ['account_id', 'seq', 'kind', 'points', 'source', 'source_id', 'unit_id', 'deed_date'],
  },
} as const;

/** Columns of a view that queries are typed by are those of one table. */
type ViewOf<T extends keyof Tables, V extends keyof typeof VIEWS> = Pick<
  Tables[T],
  Extract<(typeof VIEWS)[V]['columns'][number], keyof Tables[T]>
>;
export interface Schema extends Tables {
  resident_home: { resident_id: string; path: string };
  unit: ViewOf<'org_unit', 'unit'>;
  item_version: ViewOf<'point_item_version', 'item_version'>;
  renewed_key: { activity_id: string; at: Date };
}
