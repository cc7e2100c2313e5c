-- The last time that a company's rules for new records were applied to records that exist, until finished in portions in the order of their ids; done:
-- the last one that was looked at. stopped: before the end, because the rules were changed or whoever began it may not any more. by_user: null for the
-- console.
create table access_application (
  tenant_id uuid primary key references tenant(id),
  rules_version bigint not null,
  by_user uuid references app_user(id),
  by_name varchar(200) not null,
  address varchar(100) not null,
  started timestamp(6) with time zone not null,
  finished timestamp(6) with time zone,
  stopped boolean not null,
  total bigint not null,
  looked_at bigint not null,
  changed bigint not null,
  done uuid not null
);
-- For counting records with the default rights, and taking them in portions.
create index record_default_access on record (tenant_id, default_access, id);
