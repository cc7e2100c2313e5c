-- The day up to which a ledger's values that depend on the day were derived.
create table derivation_day (
  tenant_id uuid not null references tenant(id),
  ledger varchar(100) not null,
  derived_on date not null,
  primary key (tenant_id, ledger)
);
