-- Mails to be handed to a mail server, put here by the transaction of the action that they tell of. Subject and text are encrypted; the text of a
-- secret mail is erased once a server has it. States: QUEUED, SENDING, SENT, PARKED.
create table mail (
  id uuid primary key,
  tenant_id uuid references tenant(id),
  recipient varchar(320) not null,
  mail_language varchar(10) not null,
  template varchar(60) not null,
  subject_encrypted varchar(4000) not null,
  text_encrypted varchar(1000000),
  secret boolean not null,
  state varchar(20) not null,
  attempts integer not null,
  resends integer not null,
  run_after timestamp(6) with time zone not null,
  first_tried timestamp(6) with time zone,
  lease_owner varchar(100),
  lease_until timestamp(6) with time zone,
  reason varchar(2000),
  created timestamp(6) with time zone not null,
  sent timestamp(6) with time zone
);
create index mail_due on mail (state, run_after);
create index mail_created on mail (created, id);
create index mail_tenant on mail (tenant_id, created, id);
