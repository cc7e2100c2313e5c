-- The same statements run on H2 and on PostgreSQL. Times are UTC instants. Texts over a line are varchar(1000000), because H2's text is a
-- CLOB. "revision" is the version that callers see; "lock_version" guards rows against lost updates.

create table tenant (
  id uuid primary key,
  name varchar(200) not null,
  plan varchar(100) not null,
  time_zone varchar(60) not null,
  own_names varchar(10000) not null,
  own_numbers varchar(10000) not null,
  created timestamp(6) with time zone not null,
  lock_version bigint not null
);

create table app_user (
  id uuid primary key,
  tenant_id uuid not null references tenant(id),
  login_id varchar(200) not null,
  login_key varchar(200) not null unique,
  name varchar(200) not null,
  mail varchar(320) not null,
  mail_key varchar(320) unique,
  password_hash varchar(300) not null,
  permissions varchar(500) not null,
  user_language varchar(10) not null,
  last_sign_in timestamp(6) with time zone,
  previous_sign_in timestamp(6) with time zone,
  failures integer not null,
  locked_until timestamp(6) with time zone,
  lock_version bigint not null
);
create index app_user_tenant on app_user (tenant_id, name);

create table user_session (
  token_hash varchar(64) primary key,
  csrf_token varchar(64) not null,
  user_id uuid not null references app_user(id),
  created timestamp(6) with time zone not null,
  seen timestamp(6) with time zone not null,
  expires timestamp(6) with time zone not null,
  keep_signed_in boolean not null,
  lock_version bigint not null
);
create index user_session_user on user_session (user_id);
create index user_session_expires on user_session (expires);

create table api_token (
  id uuid primary key,
  token_hash varchar(64) not null unique,
  user_id uuid not null references app_user(id),
  name varchar(100) not null,
  created timestamp(6) with time zone not null,
  last_used timestamp(6) with time zone,
  lock_version bigint not null
);
create index api_token_user on api_token (user_id, created);

create table record (
  id uuid primary key,
  tenant_id uuid not null references tenant(id),
  ledger varchar(100),
  record_number bigint,
  kind varchar(100),
  file_name varchar(1000) not null,
  media_type varchar(200) not null,
  file_size bigint not null,
  sha256 varchar(64) not null,
  state varchar(20) not null,
  progress double precision not null,
  reason_code varchar(100),
  reason_message varchar(2000),
  memo varchar(100000) not null,
  tags varchar(10000) not null,
  owner_id uuid references app_user(id),
  registered_by uuid not null references app_user(id),
  registered_at timestamp(6) with time zone not null,
  completed_by_user boolean not null,
  pages integer not null,
  previewable boolean not null,
  password_encrypted varchar(2000),
  recognised boolean not null,
  warnings varchar(1000000) not null,
  revision bigint not null,
  lock_version bigint not null,
  unique (tenant_id, ledger, record_number)
);
create index record_registered on record (tenant_id, registered_at, id);
create index record_state on record (tenant_id, state, registered_at);
create index record_content on record (tenant_id, sha256);

-- Values are versions: the present one of a field has no valid_to.
create table field_value (
  id uuid primary key,
  record_id uuid not null references record(id),
  field varchar(40) not null,
  field_type varchar(20) not null,
  text_form varchar(250000) not null,
  value_json varchar(1000000) not null,
  origin varchar(20) not null,
  extractor varchar(200) not null,
  confidence double precision not null,
  evidence_json varchar(1000000) not null,
  derivation_json varchar(100000),
  by_user uuid references app_user(id),
  valid_from timestamp(6) with time zone not null,
  valid_to timestamp(6) with time zone,
  lock_version bigint not null
);
create index field_value_record on field_value (record_id, valid_to);

-- Candidates that lost; replaced as a whole by each extraction.
create table field_candidate (
  id uuid primary key,
  record_id uuid not null references record(id),
  field varchar(40) not null,
  place integer not null,
  value_json varchar(1000000) not null,
  extractor varchar(200) not null,
  confidence double precision not null,
  evidence_json varchar(1000000) not null,
  derivation_json varchar(100000),
  lock_version bigint not null
);
create index field_candidate_record on field_candidate (record_id);

-- A page in parts of at most 500,000 bytes (H2 holds a binary value of one million).
create table page_text (
  record_id uuid not null references record(id),
  page integer not null,
  part integer not null,
  source varchar(20) not null,
  data bytea not null,
  primary key (record_id, page, part)
);

create table job (
  id uuid primary key,
  tenant_id uuid not null references tenant(id),
  record_id uuid not null references record(id),
  step varchar(40) not null,
  state varchar(20) not null,
  attempts integer not null,
  run_after timestamp(6) with time zone not null,
  lease_owner varchar(100),
  lease_until timestamp(6) with time zone,
  reason_code varchar(100),
  reason_message varchar(2000),
  waiting_for varchar(200),
  created timestamp(6) with time zone not null,
  lock_version bigint not null
);
create index job_due on job (state, run_after);
create index job_record on job (record_id);

create table pending_upload (
  id uuid primary key,
  tenant_id uuid not null references tenant(id),
  user_id uuid not null references app_user(id),
  sha256 varchar(64) not null,
  file_size bigint not null,
  file_name varchar(1000) not null,
  ledger varchar(100),
  password_encrypted varchar(2000),
  media_type varchar(200) not null,
  created timestamp(6) with time zone not null,
  lock_version bigint not null
);
create index pending_upload_created on pending_upload (created);
create index pending_upload_content on pending_upload (tenant_id, sha256);

create table upload_usage (
  tenant_id uuid not null references tenant(id),
  usage_month varchar(7) not null,
  uploads bigint not null,
  primary key (tenant_id, usage_month)
);

create table number_counter (
  tenant_id uuid not null references tenant(id),
  ledger varchar(100) not null,
  next_number bigint not null,
  primary key (tenant_id, ledger)
);

-- Append only.
create table history (
  id bigint generated always as identity primary key,
  tenant_id uuid not null references tenant(id),
  record_id uuid not null references record(id),
  revision bigint not null,
  happened_at timestamp(6) with time zone not null,
  by_user uuid,
  by_name varchar(200) not null,
  action varchar(40) not null,
  field varchar(40) not null,
  old_value varchar(250000) not null,
  new_value varchar(250000) not null
);
create index history_record on history (record_id, id);

-- Records that the search index has to take anew; written in the transaction that changes the record.
create table index_outbox (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  record_id uuid not null,
  created timestamp(6) with time zone not null
);
create index index_outbox_tenant on index_outbox (tenant_id, id);
