-- What the relay asks for with every batch must not take longer the more waits: without these, half a million waiting rows
-- were read for each 500 that were sent.
create index outbox_claimed on outbox (batch) where sent_at is null and parked_at is null and batch is not null;
create index outbox_parked on outbox (seq) where sent_at is null and parked_at is not null;
