import { COLUMNS, type Column } from '../../cloudfunctions/database/describe-tables';
import { useDatabase } from '../support/database';

/**
 * Words that people type about people are sealed (`personal_data`, under a key of whom they are about). Every other column
 * that can hold words says here why nobody is described in it.
 */
const database = useDatabase();

/** Why, and of which columns. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  'an id, a code or a hash': [
    'activity.short_id',
    'attempt.key',
    'audit_log.target_id',
    'audit_log.trace_id',
    'award.source_id',
    'checkpoint.key_id',
    'deed_evidence.source_id',
    'household.number',
    'installation.master_key_id',
    'installation.signing_key_id',
    'job_lease.holder',
    'ledger_entry.source_id',
    'merged_resident.identity_ids',
    'night_head.key_id',
    'org_unit.code',
    'org_unit.path',
    'request_log.request_id',
    'waiting_award.source_id',
    'keyring.personal_key.master_key_id',
  ],
  'posted for all to read: what is done, when and where': [
    'activity.title',
    'activity.about',
    'activity.place',
    'activity.bring',
  ],
  'one of a list of the program’s own': [
    'audit_log.role',
    'audit_log.action',
    'audit_log.target_kind',
    'audit_log.outcome',
    'consent.version',
    'event_reader.name',
    'job_lease.job',
    'outbox.topic',
    'person_change.fields',
    'request_log.action',
    'unit_limit.name',
  ],
  'ids, codes and numbers alone': [
    'audit_log.detail',
    'outbox.payload',
    'request_log.answer',
    'roster_import.counts',
    'sheet_import.counts',
    'waiting_award.holders',
    'waiting_award_left_out.refusal',
  ],
  'rules of the scheme, published for all to read': [
    'award.grade',
    'basis_change.before',
    'basis_change.because',
    'guideline_item.category',
    'guideline_item.name',
    'guideline_item.counted_per',
    'guideline_item.evidence',
    'ledger_entry.title',
    'point_item.name',
    'point_item.retired_because',
    'point_item.sheet_place',
    'point_item_version.name',
    'point_item_version.category',
    'point_item_version.counted_per',
    'point_item_version.evidence',
    'point_item_version.legal_duty_reason',
    'point_item_version.grades',
    'point_item_version.condition',
    'programme.name',
    'programme.aim',
    'sheet_import.file_name',
    'waiting_award.worth',
  ],
  'the field asks for a post, never for a person’s name': [
    'checkpoint.late_by',
    'countersigner.name',
    'night_head.late_by',
  ],
  'of things and benefits, shown to all who may have them': [
    'goods.name',
    'goods.measure',
    'reward.title',
    'reward.summary',
    'reward.about',
    'reward.choices',
    'reward.steps',
    'reward.funded_by',
    'reward_change.before',
    'reward_change.because',
    'reward_kind.name',
    'reward_provider.choice',
    'voucher.choice',
  ],
  'a document’s number, title or issuer': [
    'goods_slip.paper',
    'policy_document.number',
    'policy_document.title',
    'policy_document.issuer',
    'unit_change.because',
  ],
  'days and hours': [
    'kept_figure.month',
    'kept_month.month',
    'redemption_rule.windows',
    'reward.windows',
    'reward_stock.period_key',
    'voucher.period_key',
  ],
  'a term of kinship (女儿), of an id that has no name once its key is gone': [
    'membership.relation',
    'merged_resident.relation',
  ],
  'an office’s, a group’s or a shop’s own, printed for all': [
    'org_unit.name',
    'org_unit.tags',
    'org_unit.phone',
    'provider.name',
    'provider.place',
    'provider.hours',
    'provider.phone',
    'society.name',
    'unit_change.name_before',
    'unit_change.name_after',
  ],
  'of a sheet’s column': ['roster_title.title', 'roster_title.field', 'sheet_heading.heading'],
  'empty but for the minute after the migration that sealed what stood there': [
    'unsealed_words.words',
    'unsealed_words.about',
  ],
};
const aboutNoPerson = Object.values(REASONS).flat();

const isClosed = ({ checks }: Column) => checks.some((check) => /= ANY \(ARRAY\['/.test(check));
const holdsWords = (column: Column) => /^(text|json)/.test(column.type) && !isClosed(column);

it('finds every column of free words sealed, or about no person', async () => {
  const { rows } = await database.ownerPool.query<Column>(COLUMNS);
  const free = rows.filter(holdsWords).map(({ table, column }) => `${table}.${column}`);
  expect(free.filter((name) => !aboutNoPerson.includes(name))).toEqual([]);
  expect(aboutNoPerson.filter((name) => !free.includes(name))).toEqual([]);
});
