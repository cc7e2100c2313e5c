-- Companies as operators see them. state: ACTIVE, SUSPENDED, CLOSED; nobody signs in but to an active one.
alter table tenant add column code_key varchar(20);
update tenant set code_key = lower(code);
alter table tenant alter column code_key set not null;
alter table tenant add constraint tenant_code_key unique (code_key);
alter table tenant add column state_reason varchar(500) default '' not null;
alter table tenant add column revision bigint default 0 not null;
-- What companies are searched by, folded; earlier rows get their full form with the next change.
alter table tenant add column search_key varchar(21000) default '' not null;
update tenant set search_key = lower(code || name);
