-- How long a title took from its first word to the shelf, so that numbers are counted and not read from a part of a list.
alter table timeline add column took_seconds double precision;
-- PostgreSQL reads no JSON in which a zero character is written as an escape; what only looks like one, behind a backslash of its own, stays.
update timeline set head = regexp_replace(head, '(?<!\\)((?:\\\\)*)\\u0000', '\1', 'g') where position('\u0000' in head) > 0;
update timeline set took_seconds = extract(epoch from
    (select (visit ->> 'enteredAt')::timestamptz from json_array_elements(head::json -> 'course' -> 'stages') as visit
     where visit ->> 'stage' = 'AVAILABLE')
    - (select (visit ->> 'enteredAt')::timestamptz
       from json_array_elements(head::json -> 'course' -> 'stages') with ordinality as v(visit, place)
       where visit ->> 'enteredAt' is not null order by place limit 1));
create index timeline_stage_tone on timeline (stage, tone);
create index timeline_arrived on timeline (since) where stage = 'AVAILABLE';
