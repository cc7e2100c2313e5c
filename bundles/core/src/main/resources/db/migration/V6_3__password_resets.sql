-- Links by which people who forgot their password set a new one; only hashes are kept. A used one, and all others of its user, are deleted.
create table password_reset (
  token_hash varchar(64) primary key,
  user_id uuid not null references app_user(id),
  created timestamp(6) with time zone not null,
  expires timestamp(6) with time zone not null
);
create index password_reset_user on password_reset (user_id, created);
