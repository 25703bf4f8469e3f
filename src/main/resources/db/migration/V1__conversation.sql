-- One row a talk: an SMS thread with one number, one phone call, one chat page.
create table conversation (
    id         uuid primary key,
    channel    text        not null check (channel in ('sms', 'voice', 'chat')),
    party      text        not null, -- E.164 number, CallSid or chat token
    caller     text,                 -- E.164 number that can be called back
    language   text        not null check (language in ('zh', 'en')),
    state      jsonb       not null, -- where the talk stands: open topic, offered choices, intake
    opted_out  boolean     not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    closed_at  timestamptz
);
create unique index conversation_open on conversation (channel, party) where closed_at is null;
create index conversation_by_caller on conversation (caller, updated_at) where caller is not null;

-- What was said, in order. The words of residents live here and nowhere else.
create table transcript_line (
    id           uuid primary key,
    position     bigint generated always as identity,
    conversation uuid        not null references conversation on delete cascade,
    channel      text        not null,
    speaker      text        not null check (speaker in ('resident', 'service', 'caseworker')),
    author       text        not null default '',
    text         text        not null,
    at           timestamptz not null
);
create index transcript_line_by_conversation on transcript_line (conversation, position);

-- Every webhook or form post that was answered, with its answer: the same delivery again is answered the same.
create table delivery (
    conversation uuid        not null references conversation on delete cascade,
    id           text        not null, -- MessageSid, step of the call, or the page's own turn id
    reply        jsonb       not null,
    at           timestamptz not null,
    primary key (conversation, id)
);
create index delivery_by_conversation on delivery (conversation, at);

-- Requests for a person, from the first sign of one. "Acknowledged" means: complete, in here, committed.
create table help_request (
    id           uuid primary key,
    reference    text        not null unique, -- six digits told to the resident; not a credential
    conversation uuid        not null references conversation on delete cascade,
    channel      text        not null,
    language     text        not null,
    need         text        not null,
    words        text        not null,
    place        text,
    place_words  text,
    number       text,
    safe_time    text,
    complete     boolean     not null default false,
    urgency      text,
    at           timestamptz not null
);
create index help_request_by_conversation on help_request (conversation, at);

-- Spring Modulith's registry: an event is published once its listener has finished, however often the service was killed.
create table event_publication (
    id                     uuid primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event on event_publication using hash (serialized_event);
create index event_publication_by_completion on event_publication (completion_date);
