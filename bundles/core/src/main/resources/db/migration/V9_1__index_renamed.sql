-- Groups and people who were renamed, until all of their records are in the index outbox: the index sorts by these names. kind: GROUP, OWNER;
-- done: the last record that is there already, in the order of their ids.
create table index_renamed (
  place bigint generated always as identity primary key,
  kind varchar(5) not null,
  renamed_id uuid not null,
  done uuid not null
);
