-- Who agreed to which version of the terms, when and from where, with the hash of the very text that was shown.
create table consent (
  user_id uuid not null references app_user(id),
  document varchar(20) not null,
  version varchar(40) not null,
  text_language varchar(10) not null,
  text_sha256 varchar(64) not null,
  agreed timestamp(6) with time zone not null,
  address varchar(100) not null,
  primary key (user_id, document, version)
);
