-- What operators tell everybody, or one company (tenant_id), from "starts" on until "ends", if there is an end.
create table notice (
  id uuid primary key,
  tenant_id uuid references tenant(id),
  title_ja varchar(200) not null,
  title_en varchar(200) not null,
  text_ja varchar(10000) not null,
  text_en varchar(10000) not null,
  starts timestamp(6) with time zone not null,
  ends timestamp(6) with time zone,
  revision bigint not null
);
create index notice_starts on notice (starts);

create table notice_read (
  notice_id uuid not null references notice(id) on delete cascade,
  user_id uuid not null references app_user(id),
  read_at timestamp(6) with time zone not null,
  primary key (notice_id, user_id)
);
