-- Who may see and edit a record: NONE, VIEW or EDIT for everyone of the company and for the owning group, more in access_grant. The owner, who
-- registered it and administrators always may. default_access: nobody has changed it since the registration.
alter table record add column group_id uuid references user_group(id);
alter table record add column everyone varchar(4) default 'EDIT' not null;
alter table record add column owning_group varchar(4) default 'NONE' not null;
alter table record add column default_access boolean default true not null;
create index record_group on record (group_id, id);
create index record_registrar on record (registered_by);
-- For handing records over in portions.
create index record_owner_order on record (owner_id, id);
-- For counts by state, most of which it answers alone.
create index record_everyone on record (tenant_id, everyone, state);

-- The access that records get at their registration: of the rules that fit, the one with a group before the one with a ledger counts.
create table access_rule (
  id uuid primary key,
  tenant_id uuid not null references tenant(id),
  ledger varchar(100),
  group_id uuid references user_group(id),
  everyone varchar(4) not null,
  owning_group varchar(4) not null
);
create index access_rule_tenant on access_rule (tenant_id);
alter table tenant add column access_rules_version bigint default 0 not null;

-- holder: a record or an access_rule; grantee: a user_group or an app_user; kind: GROUP, USER.
create table access_grant (
  id uuid primary key,
  holder_id uuid not null,
  kind varchar(5) not null,
  grantee_id uuid not null,
  access_level varchar(4) not null,
  unique (holder_id, grantee_id)
);
create index access_grant_grantee on access_grant (grantee_id, holder_id);
