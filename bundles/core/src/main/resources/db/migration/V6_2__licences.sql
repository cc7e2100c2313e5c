-- One row per company with a limit of licences, locked by each sign-in that takes one.
create table licence_seat (
  tenant_id uuid primary key references tenant(id),
  taken bigint not null
);
