-- Sign-in in stages. Sessions of before know neither their browser nor their limits, so their people sign in once more.
alter table app_user add column last_sign_in_address varchar(100) default '' not null;
alter table app_user add column previous_sign_in_address varchar(100) default '' not null;

alter table tenant add column password_policy varchar(20) default 'MODERN' not null;
alter table tenant add column session_idle_minutes integer default 720 not null;
alter table tenant add column session_longest_days integer default 30 not null;
alter table tenant add column sign_in_rules_version bigint default 0 not null;

-- "latest" is the absolute limit; "expires" the idle one, never after it. Rows stay for 30 days after their end.
drop table user_session;
create table user_session (
  token_hash varchar(64) primary key,
  id uuid not null unique,
  csrf_token varchar(64) not null,
  user_id uuid not null references app_user(id),
  stage varchar(20) not null,
  address varchar(100) not null,
  browser varchar(300) not null,
  created timestamp(6) with time zone not null,
  seen timestamp(6) with time zone not null,
  expires timestamp(6) with time zone not null,
  latest timestamp(6) with time zone not null,
  idle_minutes bigint not null,
  keep_signed_in boolean not null,
  ended timestamp(6) with time zone,
  end_reason varchar(30),
  ended_by varchar(200),
  lock_version bigint not null
);
create index user_session_user on user_session (user_id, expires);
create index user_session_expires on user_session (expires);
