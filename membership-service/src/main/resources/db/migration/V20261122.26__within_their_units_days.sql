-- A placement lies in days of its unit, and a unit's version in days of the unit above. Checked at the end of the
-- transaction: a reorganization changes both.
alter table placement add constraint placement_within_its_unit
    foreign key (unit_id, period valid) references unit_version (unit_id, period valid) deferrable initially deferred;

alter table unit_version add constraint unit_version_within_its_parent
    foreign key (parent_id, period valid) references unit_version (unit_id, period valid) deferrable initially deferred;
