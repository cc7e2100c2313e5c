-- For the latest records of a state. H2 reads an index forwards only, so that "latest first" sorted all records of a company.
create index record_state_latest on record (tenant_id, state, registered_at desc, id desc);
drop index record_state;
