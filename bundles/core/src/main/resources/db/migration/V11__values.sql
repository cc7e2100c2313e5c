-- The present values of a record once more, as one text, so that a list reads one row per record. Null where they are too long for that, and for
-- records that have not changed since this column is there: one statement over a million of them makes H2's file many times as large.
alter table record add column values_json varchar(1000000);
