'use strict';
// Live rows, live talk and keys. Everything else works without this file.
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const news = find('#news');
  const RETRY = 3000;
  const MINUTE = 60000;
  const NEWS_SHOWN = 15000;

  // --- what changed, fetched again -----------------------------------------------------------------------------------

  const waitingIds = () => new Set([...document.querySelectorAll('#rows tr.waiting')].map(row => row.dataset.id));

  const tell = (text, stays) => {
    news.textContent = text;
    if (text && !stays) setTimeout(() => { if (news.textContent === text) news.textContent = ''; }, NEWS_SHOWN);
  };

  // One fetch of a part at a time; what changes meanwhile is fetched once more afterwards.
  const fetching = new Map();
  const fetchPart = (name, fetchIt) => {
    if (fetching.has(name)) {
      fetching.set(name, true);
      return;
    }
    fetching.set(name, false);
    fetchIt().catch(() => {}).finally(() => {
      const again = fetching.get(name);
      fetching.delete(name);
      if (again) fetchPart(name, fetchIt);
    });
  };

  const part = async url => new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html');

  // The secret in forms is new every time and means nothing here.
  const plain = node => {
    const copy = node.cloneNode(true);
    copy.querySelectorAll('input[name=_csrf]').forEach(secret => secret.remove());
    return copy.outerHTML;
  };

  // What is the same stays in place: under a finger about to click, in focus, in the middle of being read out.
  const renew = (old, fresh) => {
    if (plain(old) === plain(fresh)) return;
    const focus = document.activeElement.id;
    old.replaceWith(document.adoptNode(fresh));
    htmx.process(fresh);
    if (focus) document.getElementById(focus)?.focus();
  };

  const renewRows = fresh => {
    const old = find('#rows');
    old.dataset.waiting = fresh.dataset.waiting;
    if (!find('table', old) || !find('table', fresh)) return renew(old, fresh);
    const body = find('tbody', old);
    const rows = [...fresh.querySelectorAll('tbody tr')];
    const ids = new Set(rows.map(row => row.dataset.id));
    for (const row of [...body.rows]) if (!ids.has(row.dataset.id)) row.remove();
    rows.forEach((row, at) => {
      const known = [...body.rows].find(one => one.dataset.id === row.dataset.id);
      if (known) renew(known, row);
      const now = known?.isConnected ? known : row;
      if (body.rows[at] !== now) body.insertBefore(document.adoptNode(now), body.rows[at] ?? null);
    });
    const count = find('.count', old);
    if (count) renew(count, find('.count', fresh));
  };

  const queue = () => fetchPart('queue', async () => {
    const before = waitingIds();
    renewRows(find('#rows', await part(find('#rows').dataset.refresh)));
    showCount();
    const rows = find('#rows');
    const more = [...waitingIds()].filter(id => !before.has(id)).length;
    if (more > 0) tell(more === 1 ? rows.dataset.one : `${rows.dataset.many} ${more}`);
  });

  const title = document.title;
  const showCount = () => {
    const rows = find('#rows');
    if (rows) document.title = rows.dataset.waiting === '0' ? title : `(${rows.dataset.waiting}) ${title}`;
  };

  // Words somebody is typing are never taken away.
  const typing = () => [...document.querySelectorAll('#forms textarea')].some(field => field.value !== field.defaultValue)
    || find('#forms input:checked') !== null || find('#forms')?.contains(document.activeElement);

  const work = () => fetchPart('work', async () => {
    const fresh = await part(find('#work').dataset.refresh);
    if (typing()) {
      for (const known of ['#facts', '#bar']) renew(find(known), find(known, fresh));
      return;
    }
    find('#history', fresh).open = find('#history').open;
    renew(find('#work'), find('#work', fresh));
  });

  const talk = () => fetchPart('talk', async () => {
    const list = find('#talk');
    const known = new Map([...list.children].map(line => [line.dataset.line, line]));
    for (const line of (await part(list.dataset.refresh)).querySelectorAll('li')) {
      const old = known.get(line.dataset.line);
      if (old) renew(old, line); else list.append(document.adoptNode(line));
    }
  });

  // --- the stream that says what changed ------------------------------------------------------------------------------

  const signIn = () => location.assign('/console/sign-in');
  let stream = null;

  const connect = () => {
    if (stream) return;
    stream = new EventSource(document.body.dataset.live);
    stream.onopen = () => { if (news.textContent === news.dataset.offline) tell(''); };
    stream.addEventListener('queue', queue);
    stream.addEventListener('work', work);
    stream.addEventListener('talk', talk);
    stream.addEventListener('gone', () => { disconnect(); signIn(); });
    stream.onerror = () => {
      tell(news.dataset.offline, true);
      // The browser comes back by itself unless it was refused; then the sign-in is over, or the service is starting.
      if (stream?.readyState === EventSource.CLOSED) {
        disconnect();
        setTimeout(async () => {
          const answer = await fetch('/console/live/queue').catch(() => null);
          if (answer?.status === 401) signIn(); else connect();
        }, RETRY);
      }
    };
  };

  const disconnect = () => {
    stream?.close();
    stream = null;
  };

  if (document.body.dataset.live) {
    connect();
    showCount();
    if (find('#rows')) {
      setInterval(queue, MINUTE);
    } else {
      // A browser keeps only six connections to a host: open requests in hidden tabs must not use them up.
      document.addEventListener('visibilitychange', () => document.hidden ? disconnect() : connect());
    }
  }

  // --- forms ----------------------------------------------------------------------------------------------------------

  // Two quick clicks are one text message.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

  // --- keys -----------------------------------------------------------------------------------------------------------

  const dialog = find('#keys');
  if (!dialog) return;
  const keysOn = find('#keys-on');
  const showKeys = find('#show-keys');
  keysOn.checked = localStorage.getItem('keys') !== 'off';
  keysOn.addEventListener('change', () => localStorage.setItem('keys', keysOn.checked ? 'on' : 'off'));
  showKeys.hidden = false;
  showKeys.addEventListener('click', () => dialog.showModal());
  const markKeys = () => document.body.classList.toggle('without-keys', !keysOn.checked);
  keysOn.addEventListener('change', markKeys);
  markKeys();

  const links = () => [...document.querySelectorAll('#rows tbody .reference a')];

  const step = by => {
    const all = links();
    const at = all.indexOf(document.activeElement);
    all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
  };

  const moves = {
    '?': () => dialog.showModal(),
    j: () => step(1),
    k: () => step(-1),
    n: () => find('#rows tr.waiting .reference a')?.click(),
  };

  const use = target => {
    if (target.matches('textarea')) target.focus();
    else if (target.matches('fieldset')) find('input', target).focus();
    else {
      target.click();
      if (target.matches('input')) target.focus();
    }
  };

  document.addEventListener('keydown', event => {
    const field = event.target.closest('input:not([type=radio]):not([type=checkbox]), textarea, select');
    if (field && event.key === 'Escape') field.blur();
    if (field && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) field.form?.requestSubmit();
    if (field || dialog.open || !keysOn.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = find(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target && !moves[event.key]) return;
    event.preventDefault();
    if (target) use(target); else moves[event.key]();
  });
})();
