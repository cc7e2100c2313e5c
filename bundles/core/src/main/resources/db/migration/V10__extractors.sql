-- Which extractors took part in a record's last extraction: name and version, one per line.
alter table record add column extractors varchar(10000) default '' not null;

-- Records that were extracted without an extractor that had been there shortly before; extracted again when it comes back.
create table missed_extractor (
  record_id uuid not null references record(id),
  extractor varchar(300) not null,
  primary key (record_id, extractor)
);
create index missed_extractor_name on missed_extractor (extractor);

-- Extractors that run on a node, or did until a short while ago.
create table known_extractor (
  node varchar(40) not null,
  extractor varchar(300) not null,
  gone_since timestamp(6) with time zone,
  primary key (node, extractor)
);

-- Terms that end on their anniversary were told by their words before derivations had codes.
update field_value set derivation_json = replace(derivation_json, '{"ja":', '{"code":"term.anniversary","ja":')
  where derivation_json like '%(anniversary)%';
update field_candidate set derivation_json = replace(derivation_json, '{"ja":', '{"code":"term.anniversary","ja":')
  where derivation_json like '%(anniversary)%';
