-- Which row the cursor stands on, so that a history that was cleared can be told from a quiet one; and when this instance was first looked at:
-- what had happened before is no news. Instances that were looked at by an earlier version began long ago.
alter table poll_cursor add column row_id uuid;
alter table poll_cursor add column began_at timestamptz not null default 'epoch';
