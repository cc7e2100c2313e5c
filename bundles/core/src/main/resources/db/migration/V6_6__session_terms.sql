-- The versions of the terms that were in force when a session was asked last.
alter table user_session add column terms varchar(150) default '' not null;
