-- When the next scan for a title is due: many files of a season are one scan, and the time survives a restart.
alter table library_item add column due_at timestamptz;
create index library_item_due on library_item (due_at) where due_at is not null;
