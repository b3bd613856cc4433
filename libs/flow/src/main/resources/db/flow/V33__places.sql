-- Where a call goes: only so many are made at one place at a time, so that one that hangs leaves hands for the others.
alter table call add column place text not null default '';
