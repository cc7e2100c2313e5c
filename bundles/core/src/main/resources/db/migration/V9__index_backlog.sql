-- Records of an index that is filled anew, in the order in which it takes them; without rows at all other times.
create table index_backlog (
  place bigint generated always as identity primary key,
  tenant_id uuid not null,
  record_id uuid not null
);
