-- What the service could not do, for those who write the articles: no number, no talk, nothing that leads back to anybody.
create table miss (
    position bigint generated always as identity primary key,
    why      text        not null check (why in ('not-covered', 'refused', 'not-helped')),
    channel  text        not null,
    language text        not null,
    words    text        not null, -- what was asked, without numbers and names
    topics   text[]      not null, -- what was offered or answered
    at       timestamptz not null
);
create index miss_by_time on miss (at);
