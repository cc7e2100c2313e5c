-- Passkeys (WebAuthn). The credential's id and its public key (COSE) stand in base64url; counter is that of the last signature.
create table passkey (
  id uuid primary key,
  user_id uuid not null references app_user(id),
  credential_id varchar(1400) not null unique,
  public_key varchar(4000) not null,
  counter bigint not null,
  transports varchar(200) not null,
  name varchar(100) not null,
  created timestamp(6) with time zone not null,
  last_used timestamp(6) with time zone
);
create index passkey_user on passkey (user_id, created);

-- What a browser was asked to sign, each for one use. The holder is the hash of what only the session, or the browser, that asked knows.
create table passkey_challenge (
  holder varchar(64) primary key,
  request varchar(100000) not null,
  expires timestamp(6) with time zone not null
);
create index passkey_challenge_expires on passkey_challenge (expires);
