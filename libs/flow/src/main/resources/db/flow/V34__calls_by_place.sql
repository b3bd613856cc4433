-- The next calls of each place, without a look at what waits for the others: thousands that wait for a place which is busy were read in every
-- round that looked for the rest.
drop index call_due;
create index call_due on call (place, due_at, id) where done_at is null;
