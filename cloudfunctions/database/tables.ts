// Made from the migrated database by `npm run generate:tables`; a test holds it against the database.
import type { ColumnType, GeneratedAlways } from 'kysely';

type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;
/** Read as a value, written as its text: the driver would turn an array into one of PostgreSQL's. */
type Json = ColumnType<unknown, string, string>;
/** Has a default. Kysely's own type of this name would hide what a column type says. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export interface Tables {
  account: {
    account_id: string;
    holder_kind: 'resident' | 'household' | 'society';
    seq: Generated<number>;
    head_hash: Bytes;
    lifetime: Generated<number>;
    held: Generated<number>;
    redeemed: Generated<number>;
    opened_at: Date;
    closed_at: Date | null;
  };
  activity: {
    id: string;
    short_id: string;
    unit_id: string;
    society_id: string | null;
    item_id: string;
    title: string;
    about: Generated<string>;
    place: string;
    bring: Generated<string>;
    starts_at: Date;
    ends_at: Date;
    sign_up: 'none' | 'open';
    capacity: number | null;
    created_by: string;
    created_at: Date;
    cancelled_at: Date | null;
    time_changed_at: Date | null;
    place_changed_at: Date | null;
    grid_id: string | null;
    check_in: Generated<'code' | 'door'>;
  };
  attempt: {
    key: string;
    window_start: Date;
    count: number;
  };
  attendance: {
    activity_id: string;
    resident_id: string;
    how: 'scan' | 'typed' | 'brought' | 'personalCode' | 'card' | 'name';
    recorded_by: string;
    at: Date;
    award_id: string;
  };
  attended: {
    activity_id: string;
    people: number;
  };
  audit_log: {
    id: GeneratedAlways<number>;
    at: Date;
    identity_id: string | null;
    resident_id: string | null;
    role: string | null;
    action: string;
    target_kind: string | null;
    target_id: string | null;
    unit_id: string | null;
    outcome: string;
    trace_id: string;
    address_hash: Bytes | null;
    detail: Generated<Json>;
  };
  award: {
    account_id: string;
    id: string;
    holder_kind: 'resident' | 'household' | 'society';
    household_id: string | null;
    unit_id: string;
    item_id: string;
    item_version: number;
    points: number;
    deed_date: string;
    source: 'checkIn' | 'give';
    source_id: string;
    state: 'proposed' | 'reviewed' | 'inNotice' | 'posted' | 'refused' | 'withdrawn';
    given_by: string | null;
    entry_seq: number | null;
    created_at: Date;
    posted_at: Date | null;
    grade: string | null;
    half_hours: number | null;
  };
  basis_change: {
    id: string;
    policy_document_id: string | null;
    guideline_item_id: string | null;
    programme_id: string | null;
    what: 'corrected' | 'ended';
    before: Json;
    because: string;
    changed_by: string;
    changed_at: Date;
  };
  bind_application: {
    id: string;
    identity_id: string;
    community_id: string;
    born_on: string | null;
    sex: 'female' | 'male' | null;
    state: 'waiting' | 'approved' | 'refused' | 'withdrawn';
    refused_because: 'notLivingHere' | 'notMatching' | 'alreadyBound' | 'other' | null;
    decided_by: string | null;
    decided_at: Date | null;
    resident_id: string | null;
    created_at: Date;
  };
  bind_code: {
    resident_id: string;
    code_hash: Bytes;
    issued_by: string;
    issued_at: Date;
    expires_at: Date;
    tries_left: number;
    used_at: Date | null;
  };
  binding_event: {
    id: string;
    identity_id: string;
    resident_id: string;
    kind: 'boundByCard' | 'boundByApplication' | 'boundByInvite' | 'boundByPhone' | 'boundByMerge' | 'unbound';
    by_resident_id: string | null;
    at: Date;
  };
  checkpoint: {
    unit_id: string;
    day: string;
    leaf_count: number;
    root: Bytes;
    prev_hash: Bytes;
    hash: Bytes;
    key_id: string;
    signature: Bytes;
    signed_at: Date;
    late_on: string | null;
    late_why: 'hostDown' | 'restored' | 'upgraded' | 'demo' | null;
    late_by: string | null;
  };
  checkpoint_tree: {
    unit_id: string;
    day: string;
    nodes: Bytes;
  };
  consent: {
    id: string;
    identity_id: string | null;
    resident_id: string | null;
    given_by: string | null;
    purpose: 'identity' | 'points' | 'pooling' | 'shownByName' | 'child';
    version: string;
    given_at: Date;
    withdrawn_at: Date | null;
    capacity: 'self' | 'guardian' | 'helper';
    until: string | null;
  };
  correction_request: {
    id: string;
    account_id: string;
    seq: number;
    reason: 'postedTwice' | 'wrongPerson' | 'wrongItem' | 'didNotHappen';
    proposed_by: string;
    proposed_at: Date;
    state: 'waiting' | 'approved' | 'refused' | 'noted' | 'withdrawn';
    decided_by: string | null;
    decided_at: Date | null;
  };
  countersignature: {
    countersigner_id: string;
    day: string;
    hash: Bytes;
    signed_at: Date;
    signature: Bytes;
  };
  countersigner: {
    id: string;
    unit_id: string;
    name: string;
    public_key: Bytes;
  };
  countersigner_word: {
    countersigner_id: string;
    what: 'begin' | 'end';
    said_by: string;
    said_at: Date;
  };
  deed_evidence: {
    given_by: string;
    source_id: string;
    unit_id: string;
    told_at: Date;
    words_id: string;
  };
  event_reader: {
    name: string;
    passed_id: Generated<number>;
    settled_id: Generated<number>;
    fence_id: number | null;
    fence_transaction: string | null;
  };
  figure_change: {
    from_on: string | null;
    until_on: string;
  };
  file: {
    id: string;
    identity_id: string;
    hash: Bytes;
    bytes: number;
    begun_at: Date;
    expires_at: Date;
    completed_at: Date | null;
  };
  file_part: {
    file_id: string;
    part: number;
    sealed: Bytes;
  };
  former_place: {
    household_id: string;
    community_id: string;
    from_on: string | null;
    until_on: string;
  };
  goods: {
    id: string;
    unit_id: string;
    name: string;
    measure: string;
    added_by: string;
    added_at: Date;
    ended_at: Date | null;
  };
  goods_movement: {
    goods_id: string;
    seq: number;
    kind: 'bought' | 'donated' | 'counted' | 'redeemed';
    quantity: number;
    on_shelf: number;
    slip_id: string | null;
    voucher_id: string | null;
    handled_by: string;
    watched_by: string | null;
    moved_at: Date;
  };
  goods_slip: {
    id: string;
    unit_id: string;
    kind: 'bought' | 'donated' | 'counted' | 'money';
    goods_id: string | null;
    quantity: number | null;
    after_seq: number | null;
    unit_price_cents: number | null;
    cents: number | null;
    paper: string | null;
    counted_by: string;
    counted_at: Date;
    state: Generated<'waiting' | 'seen' | 'turnedDown'>;
    watched_by: string | null;
    watched_at: Date | null;
    source_id: string | null;
    because_id: string | null;
  };
  guardianship: {
    id: string;
    ward_id: string;
    guardian_id: string;
    paper: 'register' | 'birthPaper' | 'adoption' | 'ruling' | 'appointment' | 'agreement';
    paper_on: string;
    until: string | null;
    of_child: boolean;
    is_sole: boolean;
    recorded_by: string;
    recorded_at: Date;
  };
  guardianship_end: {
    guardianship_id: string;
    because: 'replaced' | 'wroteWrong' | 'showedPaper' | 'toldUs';
    ended_by: string;
    ended_at: Date;
  };
  guideline_item: {
    id: string;
    unit_id: string;
    policy_document_id: string;
    category: string;
    name: string;
    points_min: number;
    points_max: number;
    counted_per: string;
    evidence: Generated<string>;
    ended_at: Date | null;
    created_at: Date;
  };
  household: {
    id: string;
    community_id: string;
    unit_id: string;
    number: string;
    head_id: string | null;
    pool_agreed_by: string | null;
    pool_agreed_at: Date | null;
    created_at: Date;
    ended_on: string | null;
    registered_by: string | null;
    placed_on: string | null;
  };
  household_card: {
    household_id: string;
    version: number;
    token_hash: Bytes;
    number_hash: Bytes;
    issued_by: string;
    issued_at: Date;
    revoked_at: Date | null;
  };
  identity: {
    id: string;
    kind: 'wechat' | 'demo';
    subject_hash: Bytes;
    resident_id: string | null;
    created_at: Date;
  };
  installation: {
    only_one: Generated<boolean>;
    master_key_id: string;
    signing_key_id: string;
    recorded_at: Generated<Date>;
  };
  invite: {
    id: string;
    household_id: string;
    resident_id: string;
    code_hash: Bytes;
    invited_by: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    revoked_at: Date | null;
  };
  job_lease: {
    job: string;
    holder: string;
    until: Date;
  };
  kept_figure: {
    month: string;
    community_id: string;
    homes_on_roster: number;
    people_on_roster: number;
    homes_with_points: number;
    people_with_points: number;
    person_times: number;
  };
  kept_month: {
    month: string;
    until_on: string;
    counted_at: Date | null;
    changed: boolean;
  };
  key_holder: {
    activity_id: string;
    resident_id: string;
    at: Date;
  };
  key_renewal: {
    activity_id: string;
    at: Date;
    renewed_by: string;
  };
  ledger_entry: {
    account_id: string;
    seq: number;
    kind: 'credit' | 'hold' | 'redeem' | 'release' | 'correction';
    points: number;
    title: string;
    source: 'checkIn' | 'give' | 'voucher' | 'correction' | 'opening';
    source_id: string;
    unit_id: string;
    item_id: string | null;
    item_version: number | null;
    deed_date: string;
    posted_at: Date;
    posted_on: string;
    corrects_seq: number | null;
    prev_hash: Bytes;
    hash: Bytes;
    prev_seq: GeneratedAlways<number | null>;
  };
  membership: {
    id: string;
    resident_id: string;
    household_id: string;
    relation: string;
    joined_on: string;
    left_on: string | null;
    pool_agreed_at: Date | null;
    pool_guardian_at: Date | null;
  };
  merge_request: {
    id: string;
    kind: 'merge' | 'part';
    survivor_id: string;
    merged_id: string;
    unit_id: string;
    reason: 'wroteWrong' | 'showedPaper' | 'toldUs';
    proposed_by: string;
    proposed_at: Date;
    state: Generated<'waiting' | 'agreed' | 'turnedDown' | 'withdrawn'>;
    decided_by: string | null;
    decided_at: Date | null;
  };
  merged_resident: {
    merged_id: string;
    survivor_id: string;
    household_id: string | null;
    relation: string;
    identity_ids: string[];
    drawn_at: Date | null;
  };
  news_seen: {
    resident_id: string;
    up_to: Date;
  };
  night_head: {
    day: string;
    count: number;
    root: Bytes;
    prev_hash: Bytes;
    hash: Bytes;
    key_id: string;
    signature: Bytes;
    signed_at: Date;
    late_on: string | null;
    late_why: 'hostDown' | 'restored' | 'upgraded' | 'demo' | null;
    late_by: string | null;
  };
  org_unit: {
    id: string;
    parent_id: string | null;
    level: 'city' | 'district' | 'street' | 'community' | 'grid' | 'group';
    code: string;
    name: string;
    setting: 'urban' | 'rural' | null;
    path: string;
    stage: 'preparing' | 'trial' | 'running' | null;
    tags: Generated<string[]>;
    started_on: string | null;
    is_demo: Generated<boolean>;
    phone: string | null;
    created_at: Date;
    ended_on: string | null;
    successor_id: string | null;
  };
  outbox: {
    id: GeneratedAlways<number>;
    topic: string;
    payload: Json;
    created_at: Date;
  };
  person_change: {
    id: string;
    kind:
      | 'corrected'
      | 'moved'
      | 'left'
      | 'died'
      | 'revived'
      | 'becameHead'
      | 'houseMoved'
      | 'merged'
      | 'parted'
      | 'guardianNamed'
      | 'guardianEnded'
      | 'added'
      | 'cardMade'
      | 'cardReplaced'
      | 'cardStopped'
      | 'poolingAgreed'
      | 'poolingEnded'
      | 'namingAgreed'
      | 'namingEnded'
      | 'familyPoolAgreed'
      | 'familyPoolEnded'
      | 'erased'
      | 'redrawn'
      | 'roleCarried';
    resident_id: string | null;
    household_id: string | null;
    to_household_id: string | null;
    fields: Generated<string[]>;
    born_before: string | null;
    born_after: string | null;
    reason:
      | 'wroteWrong'
      | 'showedPaper'
      | 'toldUs'
      | 'movedHouse'
      | 'married'
      | 'livesApart'
      | 'cameBack'
      | 'roster'
      | null;
    by_resident_id: string;
    at: Date;
    guardian_id: string | null;
    import_id: string | null;
    unit_change_id: string | null;
  };
  personal_data: {
    subject_id: string;
    subject_kind: 'resident' | 'household' | 'application' | 'list' | 'words';
    name_enc: Bytes | null;
    phone_enc: Bytes | null;
    id_tail_enc: Bytes | null;
    address_enc: Bytes | null;
    note_enc: Bytes | null;
    updated_at: Date;
  };
  personal_index: {
    token: Bytes;
    subject_id: string;
    kind: 'name' | 'nameTail' | 'namePart' | 'surname' | 'phone' | 'phoneTail' | 'address';
  };
  point_item: {
    id: string;
    unit_id: string;
    name: string;
    state: 'draft' | 'published' | 'retired';
    current_version: number | null;
    sheet_import_id: string | null;
    sheet_row: number | null;
    retired_because: string | null;
    created_at: Date;
    retired_on: string | null;
    lineage_id: string | null;
    sheet_place: string | null;
  };
  point_item_version: {
    item_id: string;
    version: number;
    name: string;
    category: string;
    points: number;
    counted_per: string;
    evidence: Generated<string>;
    guideline_item_id: string | null;
    programme_id: string | null;
    policy_document_id: string | null;
    holder_kind: 'resident' | 'household' | 'society';
    cap_person_day: number | null;
    cap_person_month: number | null;
    cap_person_year: number | null;
    cap_household_day: number | null;
    cap_household_month: number | null;
    cap_household_year: number | null;
    needs_review: Generated<boolean>;
    notice_days: Generated<number>;
    is_legal_duty: boolean | null;
    legal_duty_reason: string | null;
    drafted_by: string;
    drafted_at: Date;
    published_by: string | null;
    published_at: Date | null;
    grades: Generated<Json>;
    per_half_hours: number | null;
    condition: Generated<string>;
    ceiling_person_activity: number | null;
    ceiling_person_day: number | null;
    ceiling_person_month: number | null;
    ceiling_person_year: number | null;
    ceiling_household_activity: number | null;
    ceiling_household_day: number | null;
    ceiling_household_month: number | null;
    ceiling_household_year: number | null;
  };
  policy_document: {
    id: string;
    unit_id: string;
    number: string;
    title: string;
    issuer: string;
    issued_on: string;
    created_at: Date;
    ended_at: Date | null;
  };
  programme: {
    id: string;
    unit_id: string;
    name: string;
    aim: string;
    created_at: Date;
    ended_at: Date | null;
  };
  provider: {
    id: string;
    unit_id: string;
    kind: 'health' | 'books' | 'fitness' | 'afterSchool' | 'agriculture' | 'incubation' | 'shop';
    name: string;
    place: string;
    hours: Generated<string>;
    phone: string | null;
    closed_on: string | null;
    created_at: Date;
  };
  redemption_rule: {
    unit_id: string;
    windows: Json;
    month_points: number | null;
    month_cents: number | null;
    set_by: string;
    set_at: Date;
  };
  request_log: {
    request_id: string;
    action: string;
    body_hash: Bytes;
    answer: Json | null;
    created_at: Date;
  };
  resident: {
    id: string;
    sex: 'female' | 'male' | null;
    born_on: string | null;
    born_precision: 'day' | 'month' | 'year' | null;
    is_assisted: Generated<boolean>;
    helper_id: string | null;
    names_shown: Generated<boolean>;
    died_on: string | null;
    created_at: Date;
    names_guardian: Generated<boolean>;
    erased_on: string | null;
  };
  reward: {
    id: string;
    unit_id: string;
    kind: 'healthCheck' | 'agriculture' | 'incubation' | 'healthCard' | 'fitnessOrBook' | 'afterSchool' | 'open';
    title: string;
    summary: string;
    about: Generated<string>;
    cost: number;
    holder_kind: 'resident' | 'household' | 'society';
    age_min: number | null;
    age_max: number | null;
    rural_only: Generated<boolean>;
    least_lifetime: Generated<number>;
    period: 'month' | 'quarter' | 'year';
    stock_per_period: number;
    limit_holder: number;
    limit_household: number | null;
    valid_days: number;
    choices: Generated<string[]>;
    steps: Generated<string[]>;
    policy_document_id: string;
    funded_by: string;
    unit_cost_cents: number;
    created_by: string;
    created_at: Date;
    retired_at: Date | null;
    replaces_id: string | null;
    first_id: string | null;
    kind_id: string | null;
    windows: Json | null;
    month_points: number | null;
    month_cents: number | null;
    goods_id: string | null;
  };
  reward_change: {
    id: string;
    kind_id: string | null;
    goods_id: string | null;
    what: 'renamed' | 'ended';
    before: string;
    because: string;
    changed_by: string;
    changed_at: Date;
  };
  reward_kind: {
    id: string;
    unit_id: string;
    name: string;
    nature: 'goods' | 'service' | 'honour';
    policy_document_id: string;
    named_by: string;
    named_at: Date;
    ended_at: Date | null;
  };
  reward_provider: {
    reward_id: string;
    provider_id: string;
    choice: string | null;
  };
  reward_stock: {
    reward_id: string;
    period_key: string;
    total: number;
    taken: Generated<number>;
  };
  role_grant: {
    id: string;
    resident_id: string;
    role:
      | 'groupLeader'
      | 'societyLeader'
      | 'gridWorker'
      | 'communityStaff'
      | 'communityAdmin'
      | 'providerClerk'
      | 'districtSupervisor'
      | 'citySupervisor';
    unit_id: string;
    provider_id: string | null;
    society_id: string | null;
    valid_from: string;
    valid_until: string | null;
    granted_by: string | null;
    granted_at: Date;
    revoked_by: string | null;
    revoked_at: Date | null;
  };
  roster_import: {
    id: string;
    unit_id: string;
    file_hash: Bytes;
    imported_by: string;
    at: Date;
    counts: Json;
  };
  roster_title: {
    community_id: string;
    title: string;
    field: string | null;
    said_by: string;
    said_at: Date;
  };
  second_look: {
    household_id: string;
    unit_id: string;
    asked_by: string;
    asked_at: Date;
    state: Generated<'waiting' | 'seen' | 'turnedDown'>;
    looked_by: string | null;
    looked_at: Date | null;
    because_id: string | null;
  };
  session: {
    token_hash: Bytes;
    identity_id: string;
    created_at: Date;
    expires_at: Date;
    ended_at: Date | null;
    renewed_at: Date | null;
  };
  sheet_heading: {
    unit_id: string;
    heading: string;
    means: 'name' | 'points' | 'category' | 'countedPer' | 'note' | 'evidence' | 'ceiling' | 'nothing';
    said_by: string;
    said_at: Date;
  };
  sheet_import: {
    id: string;
    unit_id: string;
    file_name: string;
    file_hash: Bytes;
    imported_by: string;
    at: Date;
    counts: Json;
  };
  shown_at_door: {
    shown: string;
    activity_id: string;
    at: Date;
  };
  shown_code: {
    activity_id: string;
    resident_id: string;
    how: 'scan' | 'typed';
    at: Date;
  };
  sign_up: {
    activity_id: string;
    resident_id: string;
    state: 'signedUp' | 'waiting' | 'cancelled';
    at: Date;
  };
  society: {
    id: string;
    unit_id: string;
    name: string;
    stage: 'budding' | 'growing' | 'mature';
    created_at: Date;
  };
  unit_change: {
    id: string;
    kind: 'renamed' | 'merged' | 'redrawn';
    unit_id: string;
    to_unit_id: string | null;
    name_before: string;
    name_after: string | null;
    from_on: string;
    because: string;
    changed_by: string;
    changed_at: Date;
    households: number | null;
  };
  unit_limit: {
    unit_id: string;
    name: string;
    value: number;
    set_by: string;
    set_at: Date;
  };
  unsealed_words: {
    words_id: string;
    words: string;
    about: string[];
  };
  voucher: {
    id: string;
    reward_id: string;
    period_key: string;
    unit_id: string;
    holder_kind: 'resident' | 'household' | 'society';
    holder_id: string;
    household_id: string | null;
    choice: string | null;
    points: number;
    state: 'issued' | 'redeemed' | 'cancelled' | 'lapsed';
    version: Generated<number>;
    code_hash: Bytes;
    token_hash: Bytes;
    issued_at: Date;
    issued_by: string;
    expires_at: Date;
    redeemed_at: Date | null;
    redeemed_by: string | null;
    redeemed_provider_id: string | null;
    ended_at: Date | null;
    ended_by: string | null;
    quantity: Generated<number>;
  };
  voucher_draw: {
    voucher_id: string;
    account_id: string;
    points: number;
  };
  waiting_award: {
    id: string;
    unit_id: string;
    item_id: string;
    item_version: number;
    worth: Json;
    points_alone: number;
    deed_date: string;
    source_id: string;
    holders: Json;
    given_by: string;
    given_at: Date;
    state: Generated<'waiting' | 'signed' | 'turnedDown' | 'withdrawn'>;
    decided_by: string | null;
    decided_at: Date | null;
    limit_of: 'each' | 'together';
    because_id: string | null;
  };
  waiting_award_left_out: {
    waiting_id: string;
    seq: number;
    holder_kind: 'resident' | 'household' | 'society';
    holder_id: string;
    refusal: Json;
  };
  waiting_award_word: {
    waiting_id: string;
    seq: number;
    by_id: string;
    said_at: Date;
    words_id: string;
  };
  words_about: {
    words_id: string;
    subject_id: string;
  };
  'keyring.file_key': {
    file_id: string;
    wrapped_key: Bytes;
  };
  'keyring.personal_key': {
    subject_id: string;
    wrapped_key: Bytes;
    master_key_id: string;
    created_at: Date;
  };
}
