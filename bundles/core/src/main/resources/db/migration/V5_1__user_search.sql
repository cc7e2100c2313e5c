-- What users are searched by, folded; earlier rows get their full form with the next change.
alter table app_user add column search_key varchar(1000) default '' not null;
update app_user set search_key = lower(login_id || name || mail);
create index record_owner on record (owner_id);
