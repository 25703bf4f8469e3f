-- Text messages on their way out. A row is committed as "sending" before the carrier hears of it, so that a crash can
-- neither lose a message nor send it twice; "unknown" is one of which nobody can say whether the carrier took it.
create table outbound_message (
    id              uuid primary key default gen_random_uuid(), -- travels in the address of the status callback
    position        bigint generated always as identity,        -- texts to one number leave in this order
    line            uuid        not null unique references transcript_line on delete cascade,
    number          text        not null,                       -- E.164
    body            text,                                       -- null once it has left; the transcript keeps it
    state           text        not null default 'queued' check (state in
        ('queued', 'sending', 'unknown', 'sent', 'failed', 'undelivered', 'delivered')),
    sid             text,                                       -- the carrier's own id
    attempts        int         not null default 0,
    next_attempt_at timestamptz not null default now(),
    error_code      text,                                       -- Twilio's number, or what happened on the way to it
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now()
);
create index outbound_message_waiting on outbound_message (number, position) where state in ('queued', 'sending');
create index outbound_message_by_sid on outbound_message (sid) where sid is not null;
create index outbound_message_lost on outbound_message (state, updated_at) where state in ('unknown', 'failed');
