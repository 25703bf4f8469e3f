// The thread of text messages: sent over /phone/messages, received over /phone/events.
import { get, post } from '/phone/post.js';
import { showWire } from '/phone/wire.js';
import { word } from '/phone/words.js';

const at = (id) => document.getElementById(id);
let events = null;
let shown = new Set();

function show(message) {
  if (shown.has(message.id)) {
    return;
  }
  if (shown.size === 0) {
    at('thread').replaceChildren();
  }
  shown.add(message.id);
  const bubble = document.createElement('div');
  bubble.className = message.direction === 'to-service' ? 'mine' : 'theirs';
  const who = document.createElement('span');
  who.className = 'who';
  who.textContent = word(message.direction === 'to-service' ? 'you' : 'said');
  const text = document.createElement('p');
  text.dir = 'auto';
  text.textContent = message.body;
  const time = document.createElement('time');
  time.dateTime = message.at;
  time.textContent = new Date(message.at).toLocaleTimeString(document.documentElement.lang, { timeStyle: 'short' });
  bubble.append(who, text, time);
  at('thread').append(bubble);
  at('thread').scrollTop = at('thread').scrollHeight;
}

function empty() {
  shown = new Set();
  const nothing = document.createElement('p');
  nothing.className = 'hint';
  nothing.textContent = word('no-messages');
  at('thread').replaceChildren(nothing);
}

const query = () => '?number=' + encodeURIComponent(at('number').value.trim());

async function refresh() {
  try {
    (await get('/phone/messages' + query())).forEach(show);
    say('');
  } catch (problem) {
    say(problem.status === 400 ? 'bad-number' : 'no-line');
  }
}

/** Looks at the thread of the number that now stands in the field. */
function attend() {
  events?.close();
  empty();
  events = new EventSource('/phone/events' + query());
  // Also after a break of the line: what came meanwhile is fetched.
  events.onopen = refresh;
  events.onmessage = (event) => show(JSON.parse(event.data));
  void refresh();
}

function say(key) {
  at('message-state').textContent = key ? word(key) : '';
}

async function send() {
  const body = at('message').value;
  if (!body.trim()) {
    return;
  }
  say('sending');
  at('message').value = '';
  try {
    const sent = await post('/phone/messages', { from: at('number').value.trim(), body });
    sent.thread.forEach(show);
    showWire(sent.trace);
    say('');
  } catch (problem) {
    // What was typed is never lost, unless something new has been typed in its place.
    at('message').value ||= body;
    say(problem.status === 400 ? 'bad-number' : 'unsent');
  }
}

export function startThread() {
  at('number').addEventListener('change', attend);
  at('message-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  // As in every messenger: Enter sends, Shift+Enter starts a new line.
  at('message').addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void send();
    }
  });
  attend();
}
