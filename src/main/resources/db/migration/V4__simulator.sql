-- Text messages of simulated handsets, so that they wait for the handset even across restarts. Empty in production,
-- where the simulator is off; the newest 200 of each handset are kept.
create table simulated_message (
    id        bigint generated always as identity primary key,
    number    text        not null, -- of the handset, E.164
    direction text        not null check (direction in ('to-service', 'to-handset')),
    body      text        not null,
    sid       text        not null unique,
    at        timestamptz not null
);
create index simulated_message_by_number on simulated_message (number, id);

-- Handsets that sent STOP to the simulated carrier; gone again with START.
create table simulated_opt_out (
    number text primary key, -- of the handset, E.164
    at     timestamptz not null
);
