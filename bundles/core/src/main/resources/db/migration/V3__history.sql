-- The tamper-evident history (docs/history-format.md). A log per tenant, and one of the platform with the id of zeros.
alter table history rename to history_before;

-- Locked by each transaction that appends, last. The frontier holds the roots of the perfect subtrees, largest first.
create table history_head (
  log_id uuid primary key,
  entries bigint not null,
  frontier bytea not null,
  last_at timestamp(6) with time zone not null,
  key_id bytea not null,
  mac bytea not null
);

-- The body is what counts; the columns after the hashes are copies of what stands in it, for lists.
create table history_entry (
  log_id uuid not null,
  sequence bigint not null,
  body bytea not null,
  leaf bytea not null,
  mac bytea not null,
  happened_at timestamp(6) with time zone not null,
  by_user uuid,
  action varchar(60) not null,
  subject_type varchar(20) not null,
  subject_id uuid not null,
  revision bigint not null,
  primary key (log_id, sequence)
);
create index history_entry_subject on history_entry (subject_id, sequence);
create index history_entry_user on history_entry (log_id, by_user, sequence);
create index history_entry_action on history_entry (log_id, action, sequence);
create index history_entry_time on history_entry (log_id, happened_at, sequence);

-- Salts and texts whose hashes stand in the body, in parts of at most 500,000 bytes. A purge may erase texts here.
create table history_value (
  log_id uuid not null,
  sequence bigint not null,
  part integer not null,
  content bytea not null,
  primary key (log_id, sequence, part)
);

-- A time stamp over all heads of one moment.
create table history_seal (
  number bigint primary key,
  sealed_at timestamp(6) with time zone not null,
  statement bytea not null,
  token bytea not null,
  authority varchar(200) not null
);
create table history_sealed_head (
  seal_number bigint not null references history_seal(number),
  place integer not null,
  log_id uuid not null,
  entries bigint not null,
  root bytea not null,
  primary key (seal_number, place)
);
create index history_sealed_head_log on history_sealed_head (log_id, seal_number);
