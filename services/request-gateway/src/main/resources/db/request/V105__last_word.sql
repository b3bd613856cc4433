-- What the Seerr said of an open request last, so that a poll sees whether it says something else. Unknown for what an older version has kept.
alter table request add column word text;
