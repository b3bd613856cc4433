-- Where a person can be told of things, as Seerr says; null where it does not. Still the only place where it is.
alter table person add column instance text;
alter table person add column account bigint;
alter table person add column email text;
alter table person add column discord text;
alter table person add column telegram text;
alter table person add column seen_at timestamptz;
