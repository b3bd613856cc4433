-- What lists need of a timeline, so that they do not read the whole of each: the record without its entries.
alter table timeline add column head text;
alter table timeline add column media_kind text;
update timeline set
    head = json_build_object(
        'id', doc::json -> 'id',
        'media', doc::json -> 'media',
        'facts', doc::json -> 'facts',
        'course', doc::json -> 'course',
        'updatedAt', doc::json -> 'updatedAt')::text,
    media_kind = doc::json -> 'facts' ->> 'kind';
alter table timeline alter column head set not null;
alter table timeline alter column media_kind set not null;
create index timeline_stage_newest on timeline (stage, updated_at desc, request_id);
drop index timeline_stage;
