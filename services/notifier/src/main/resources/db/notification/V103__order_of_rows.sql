-- Many rows are made in one transaction, and still one after the other: the list and "was there a newer one" go by this.
alter table delivery alter column seen_at set default clock_timestamp();
