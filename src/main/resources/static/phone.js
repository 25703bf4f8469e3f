// The handset: dials, presses, speaks and stays silent over /phone/calls, and shows what comes back.
import { post } from '/phone/post.js';
import { Silence } from '/phone/silence.js';
import { microphone, Speaker, tone } from '/phone/sound.js';
import { startThread } from '/phone/thread.js';
import { showWire } from '/phone/wire.js';
import { tag, word } from '/phone/words.js';

const at = (id) => document.getElementById(id);
const speaker = new Speaker(at('aloud'));
const silence = new Silence(() => act('silence', {}, word('silent')));

let call = null;
// What the visitor does is sent one after the other, however fast the keys are pressed.
let line = Promise.resolve();

// As every telephone of its kind, it is a clock when nobody calls.
function showClock() {
  const now = new Date();
  const language = document.documentElement.lang;
  at('clock').textContent = now.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false });
  at('day').textContent = now.toLocaleDateString(language, { weekday: 'long', day: 'numeric', month: 'long' });
}

function showState(key) {
  at('state').textContent = word(key);
}

function enableKeys() {
  at('call').disabled = call !== null;
  at('hang-up').disabled = call === null;
  at('silence').disabled = call === null;
  at('number').readOnly = call !== null;
}

function write(kind, text, language) {
  const entry = document.createElement('p');
  entry.className = kind;
  const who = { say: 'said', you: 'you' }[kind];
  if (who) {
    const name = document.createElement('span');
    name.className = 'who';
    name.textContent = word(who);
    entry.append(name, ' ');
  }
  const words = document.createElement('span');
  words.textContent = text;
  if (language) {
    words.lang = tag(language);
  }
  entry.append(words);
  at('heard').append(entry);
  return entry;
}

/** Marks what is being said and brings it to the upper edge, together with the visitor's own words before it. */
function follow(entry) {
  at('heard').querySelector('.now')?.classList.remove('now');
  if (entry) {
    entry.classList.add('now');
    const before = entry.previousElementSibling;
    const first = before?.classList.contains('you') ? before : entry;
    at('heard').scrollTop = first.offsetTop - at('heard').offsetTop;
  }
}

function writeHeard(sound) {
  switch (sound.kind) {
    case 'say': return write('say', sound.text + (sound.slow ? ` (${word('slowly')})` : ''), sound.language);
    case 'play': return write('noise', '♪ ' + word('play', sound.url));
    case 'beep': return write('noise', word('beep'));
    case 'ring': return write('noise', word('ring', sound.number));
    case 'busy': return write('noise', word('busy'));
    default: return undefined; // a pause is heard, not seen
  }
}

function turnOf(waiting) {
  if (waiting.digits && waiting.most !== 1 && !waiting.speech) {
    return word('turn-many', waiting.finishKeys || '…');
  }
  return word(waiting.digits && waiting.speech ? 'turn-both' : waiting.digits ? 'turn-keys' : 'turn-speech');
}

async function hear(step) {
  showWire(step.trace);
  const written = step.heard.map(writeHeard);
  call = step.waiting ? { id: step.id, waiting: step.waiting } : null;
  showState(call ? 'talking' : 'over');
  enableKeys();
  at('turn').textContent = call ? word('speaking') : '';
  const listenedToTheEnd = await speaker.play(step.heard, (index) => follow(written[index]));
  follow(undefined);
  if (call && call.waiting === step.waiting && listenedToTheEnd) {
    at('turn').textContent = turnOf(step.waiting);
    silence.expect(step.waiting.seconds);
  }
}

function failed(problem) {
  silence.stop();
  if (problem.status === 404) {
    call = null;
    showState('over');
  } else {
    write('noise', word(problem.status === 400 && !call ? 'bad-number' : 'no-line'));
    showState(call ? 'talking' : 'idle');
  }
  at('turn').textContent = '';
  enableKeys();
}

/** Sends one thing the visitor does; it interrupts whatever is being said. */
function act(what, body, shown) {
  silence.stop();
  speaker.stop();
  line = line.then(async () => {
    if (!call) {
      return;
    }
    if (shown) {
      write('you', shown);
      at('heard').scrollTop = at('heard').scrollHeight;
    }
    const step = await post(`/phone/calls/${call.id}/${what}`, body);
    // Not awaited: the next key must not wait until everything has been read aloud.
    void hear(step);
  }).catch(failed);
  return line;
}

function dial() {
  if (call) {
    return;
  }
  at('heard').replaceChildren();
  at('standby').hidden = true;
  at('call').disabled = true;
  showState('calling');
  line = line.then(async () => {
    void hear(await post('/phone/calls', { from: at('number').value.trim() }));
  }).catch(failed);
}

function press(key) {
  if (at('aloud').checked) {
    tone(key);
  }
  if (call) {
    silence.somebodyIsThere();
    act('keys', { keys: key }, key);
  }
}

function speak(text) {
  const said = text.trim();
  if (said && call) {
    silence.somebodyIsThere();
    act('speech', { text: said }, said);
    at('speech').value = '';
  }
}

at('call').addEventListener('click', dial);
at('hang-up').addEventListener('click', () => act('hangup', {}, null));
at('silence').addEventListener('click', () => {
  silence.somebodyIsThere();
  act('silence', {}, word('silent'));
});
at('handset').addEventListener('click', (event) => {
  const key = event.target.closest('[data-key]');
  if (key) {
    press(key.dataset.key);
  }
});
// Only while the focus is on the telephone, so that no other shortcut is taken away.
at('handset').addEventListener('keydown', (event) => {
  const key = [...at('handset').querySelectorAll('[data-key]')].find((one) => one.dataset.key === event.key);
  if (key && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    key.focus();
    press(event.key);
  }
});
at('speech-form').addEventListener('submit', (event) => {
  event.preventDefault();
  speak(at('speech').value);
});
at('aloud').addEventListener('change', () => speaker.muteChanged());
window.addEventListener('pagehide', () => {
  if (call) {
    void fetch(`/phone/calls/${call.id}/hangup`, {
      method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body: '{}',
    });
  }
});

microphone(at('microphone'), at('microphone-hint'), {
  language: () => tag((call && call.waiting.language) || document.documentElement.lang),
  begin: () => { silence.stop(); speaker.stop(); at('turn').textContent = word('listening'); },
  heard: speak,
  nothing: () => {
    at('turn').textContent = word('unheard');
    if (call) {
      silence.expect(call.waiting.seconds);
    }
  },
});
startThread();
showClock();
setInterval(showClock, 10_000);
showState('idle');
enableKeys();
