-- Companies, groups and people. The code of a tenant begins its user IDs; login_pattern says how they go on.
alter table tenant add column code varchar(20);
update tenant set code = 'T' || upper(substring(cast(id as varchar(36)) from 1 for 8));
alter table tenant alter column code set not null;
alter table tenant add constraint tenant_code unique (code);
-- ACTIVE, CLOSED
alter table tenant add column state varchar(20) default 'ACTIVE' not null;
alter table tenant add column login_pattern varchar(60) default '{code}{number}' not null;
alter table tenant add column own_name_change boolean default true not null;

-- INVITED until the initial password was changed, ACTIVE, LOCKED by an administrator, DELETED. Rows stay for ever: names stand in old entries, and
-- a user ID is never given twice. A deleted user has no mail_key, so that the address is free again.
alter table app_user add column state varchar(20) default 'ACTIVE' not null;
alter table app_user add column must_change_password boolean default false not null;
alter table app_user add column initial_expires timestamp(6) with time zone;
alter table app_user add column created timestamp(6) with time zone default current_timestamp not null;
alter table app_user add column deleted timestamp(6) with time zone;
alter table app_user add column revision bigint default 0 not null;
create index app_user_state on app_user (tenant_id, state);

-- path is '/' and the ids from the root down to the group, each with a '/' behind it: a subtree is "path like ?"
create table user_group (
  id uuid primary key,
  tenant_id uuid not null references tenant(id),
  parent_id uuid references user_group(id),
  name varchar(100) not null,
  name_key varchar(400) not null,
  path varchar(1000) not null,
  created timestamp(6) with time zone not null,
  revision bigint not null,
  lock_version bigint not null,
  unique (tenant_id, parent_id, name_key)
);
create index user_group_path on user_group (tenant_id, path);

-- place orders a user's groups; the first is the main one.
create table user_group_member (
  user_id uuid not null references app_user(id),
  group_id uuid not null references user_group(id),
  place integer not null,
  primary key (user_id, group_id)
);
create index user_group_member_group on user_group_member (group_id);

create table user_mail (
  user_id uuid not null references app_user(id),
  mail varchar(320) not null,
  mail_key varchar(320) not null,
  place integer not null,
  primary key (user_id, mail_key)
);

-- A new address of a user until its owner has opened the link; only the link's hash is kept.
create table mail_change (
  user_id uuid primary key references app_user(id),
  token_hash varchar(64) not null unique,
  mail varchar(320) not null,
  expires timestamp(6) with time zone not null
);

create table user_delegate (
  signer_id uuid not null references app_user(id),
  delegate_id uuid not null references app_user(id),
  since timestamp(6) with time zone not null,
  primary key (signer_id, delegate_id)
);
create index user_delegate_delegate on user_delegate (delegate_id);

-- kind: UPLOADED, DRAWN; state: DRAFT, APPROVED (fixed from then on), RETIRED. The image is a PNG of at most 500,000 bytes.
create table seal (
  id uuid primary key,
  tenant_id uuid not null references tenant(id),
  user_id uuid not null references app_user(id),
  name varchar(100) not null,
  kind varchar(20) not null,
  state varchar(20) not null,
  image bytea not null,
  width integer not null,
  height integer not null,
  created timestamp(6) with time zone not null,
  approved timestamp(6) with time zone,
  approved_by uuid references app_user(id)
);
create index seal_user on seal (user_id, created);
