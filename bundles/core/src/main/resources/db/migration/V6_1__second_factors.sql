-- Second factors. last_step is the time step of the code that was taken last: neither it nor an earlier one is taken again. The seed is encrypted.
alter table tenant add column second_factor_required boolean default false not null;
alter table app_user add column password_needs_factor boolean default false not null;
alter table user_session add column factor_given boolean default false not null;
alter table user_session add column confirmed timestamp(6) with time zone;

create table totp_factor (
  user_id uuid primary key references app_user(id),
  seed_encrypted varchar(500) not null,
  since timestamp(6) with time zone,
  last_step bigint not null
);

-- Codes for whoever lost the device, each good for once; only keyed hashes are kept.
create table recovery_code (
  user_id uuid not null references app_user(id),
  code_hash varchar(64) not null,
  primary key (user_id, code_hash)
);

-- Wrong codes in a row, of people and not of sessions: a new session gives no new tries.
create table factor_failure (
  user_id uuid primary key references app_user(id),
  failures integer not null,
  locked_until timestamp(6) with time zone
);
