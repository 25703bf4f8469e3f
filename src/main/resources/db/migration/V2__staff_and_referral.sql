-- People who sign in at /console. Nobody is ever deleted: what they did stays theirs.
create table staff_account (
    id                   uuid primary key default gen_random_uuid(),
    login                text        not null unique check (login = lower(login)),
    name                 text        not null,
    password             text        not null, -- bcrypt
    role                 text        not null check (role in ('caseworker', 'editor', 'supervisor', 'administrator')),
    team                 text        not null, -- id in the service area
    must_change_password boolean     not null,
    disabled             boolean     not null default false,
    created_at           timestamptz not null
);

-- Who is signed in, shared by all service processes and kept over a restart.
create table sign_in (
    token     bytea primary key, -- SHA-256 of the cookie: whoever reads this table cannot sign in with it
    account   uuid        not null references staff_account,
    opened_at timestamptz not null,
    seen_at   timestamptz not null
);
create index sign_in_by_account on sign_in (account);
create index sign_in_by_last_seen on sign_in (seen_at);

-- A request for help as work: whose it is, until when, how it ended. The resident's words stay in help_request.
create table referral (
    id           uuid primary key default gen_random_uuid(),
    help_request uuid        not null unique references help_request on delete cascade,
    conversation uuid        not null references conversation on delete cascade,
    reference    text        not null,
    team         text        not null, -- id in the service area
    state        text        not null check (state in ('requested', 'accepted', 'completed', 'cancelled')),
    urgent       boolean     not null,
    complete     boolean     not null,
    owner        uuid references staff_account,
    opened_at    timestamptz not null,
    due_at       timestamptz not null,
    claimed_at   timestamptz,
    closed_at    timestamptz,
    outcome      text check (outcome in ('helped', 'referred-on', 'could-not-reach', 'not-needed')),
    note         text        not null default '',
    told         text        not null, -- fingerprint of the help request: the same event again changes nothing
    version      int         not null default 1, -- one more with every change: what open consoles compare
    check ((state = 'requested') = (owner is null)),
    check ((state in ('completed', 'cancelled')) = (outcome is not null))
);
create index referral_open on referral (urgent desc, due_at) where state in ('requested', 'accepted');
create index referral_closed on referral (closed_at) where closed_at is not null;
create index referral_by_conversation on referral (conversation);
create index referral_by_owner on referral (owner) where state = 'accepted';

-- Every view and every action, for good. No foreign key to the referral: erasing a resident leaves who had looked.
create table referral_event (
    position bigint generated always as identity primary key,
    referral uuid        not null,
    account  uuid references staff_account, -- null when the service did it
    what     text        not null,
    detail   text        not null default '', -- a team or an outcome, never a resident's words
    at       timestamptz not null
);
create index referral_event_by_referral on referral_event (referral, position);
create index referral_event_by_account on referral_event (account, at);

create function keep_referral_events() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '3 years' then
        return old;
    end if;
    raise exception 'referral_event is append-only for three years';
end
$$;
create trigger referral_event_is_append_only before update or delete on referral_event
    for each row execute function keep_referral_events();
create trigger referral_event_is_not_emptied before truncate on referral_event
    for each statement execute function keep_referral_events();

-- What a caseworker has typed and not yet sent, so that no restart, sign-out or lost connection costs the words.
create table referral_draft (
    referral uuid not null references referral on delete cascade,
    account  uuid not null references staff_account,
    reply    text not null,
    note     text not null,
    primary key (referral, account)
);
