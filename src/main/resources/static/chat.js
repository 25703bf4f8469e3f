// The page works without this. With it, answers appear in place, a caseworker's lines arrive by themselves, and leaving
// is instant.
(function () {
  'use strict';
  if (!window.fetch || !window.DOMParser || !window.URLSearchParams) {
    return;
  }
  var PATIENCE_MS = 20000;
  var busy = false;
  var stream = null;
  var gone = false;
  var lastEscape = -PATIENCE_MS;

  function byId(id) {
    return document.getElementById(id);
  }

  // Empties the page first: what is on it must be gone even when the network is slow.
  function leave() {
    if (gone) {
      return;
    }
    gone = true;
    var away = byId('leave').href;
    if (stream) {
      stream.close();
    }
    document.title = '';
    document.body.textContent = '';
    window.location.replace(away);
  }

  function focus(element) {
    window.scrollTo(0, 0);
    element.focus();
  }

  function complain(text) {
    var trouble = byId('trouble');
    trouble.textContent = text;
    trouble.hidden = false;
    focus(trouble);
  }

  // The server renders every page once; here its pieces change places. Nothing is ever put together from strings.
  function show(page) {
    var changed = ['ways-out', 'masthead', 'now', 'foot'];
    if (document.documentElement.lang !== page.documentElement.lang) {
      changed.push('talk');
    }
    changed.forEach(function (id) {
      byId(id).replaceWith(document.adoptNode(page.getElementById(id)));
    });
    document.documentElement.lang = page.documentElement.lang;
    document.title = page.title;
    byId('talk').hidden = !byId('log').firstElementChild && !page.querySelector('#log > p');
    Array.prototype.slice.call(page.querySelectorAll('#log > p')).forEach(addToLog);
    listen();
  }

  // Only what is new, so that a screen reader reads nothing twice.
  function addToLog(line) {
    if (!byId(line.id)) {
      byId('log').appendChild(document.adoptNode(line));
    }
  }

  function get(address, options) {
    var abort = window.AbortController ? new AbortController() : null;
    var timer = abort && setTimeout(function () { abort.abort(); }, PATIENCE_MS);
    return fetch(address, Object.assign({ signal: abort ? abort.signal : undefined }, options))
      .then(function (response) {
        return response.text().then(function (text) {
          var page = new DOMParser().parseFromString(text, 'text/html');
          if (!page.getElementById('now')) {
            throw new Error('Not our page');
          }
          return { ok: response.ok, over: response.status === 409, page: page };
        });
      })
      .finally(function () {
        clearTimeout(timer);
        // What arrives after somebody left is never shown.
        return gone ? new Promise(function () {}) : undefined;
      });
  }

  function send(form, button) {
    var fields = new URLSearchParams(new FormData(form));
    if (button.name) {
      fields.append(button.name, button.value);
    }
    var sent = byId('text').value;
    busy = true;
    byId('status').textContent = form.dataset.sending;
    get(form.action, { method: 'POST', body: fields }).then(function (answer) {
      var trouble = answer.page.getElementById('trouble');
      var typed = byId('text').value;
      if (answer.ok || answer.over) {
        show(answer.page);
      }
      if (typed !== sent) {
        byId('text').value = typed;
      }
      if (answer.ok) {
        focus(byId('answer-title') || byId('text'));
      } else {
        complain(trouble.textContent);
      }
    }).catch(function () {
      complain(form.dataset.cut);
    }).then(function () {
      busy = false;
      byId('status').textContent = '';
    });
  }

  // Another language, or a look for new lines: the same page again, without losing what is in the box.
  function reload(link) {
    get(link.href).then(function (answer) {
      var typed = byId('text').value;
      show(answer.page);
      byId('text').value = typed;
      history.replaceState(null, '', link.href);
    }).catch(function () {
      window.location.assign(link.href);
    });
  }

  function hear(event) {
    if (byId(event.lastEventId)) {
      return;
    }
    var line = byId('line').content.firstElementChild.cloneNode(true);
    var text = JSON.parse(event.data).text;
    line.id = event.lastEventId;
    line.querySelector('bdi').textContent = text;
    byId('log').appendChild(line);
    var words = document.createElement('p');
    words.appendChild(document.createElement('bdi')).textContent = text;
    byId('from-person').appendChild(words);
    byId('from-person').hidden = false;
  }

  function listen() {
    var last = byId('log').lastElementChild;
    if (stream || !last || !window.EventSource) {
      return;
    }
    stream = new EventSource('/chat/events?after=' + encodeURIComponent(last.id));
    stream.onopen = function () { byId('look').hidden = true; };
    stream.onmessage = hear;
    stream.onerror = function () {
      byId('look').hidden = false;
      if (stream && stream.readyState === EventSource.CLOSED) {
        stream = null;
        setTimeout(listen, 30000);
      }
    };
  }

  document.addEventListener('submit', function (event) {
    if (event.submitter) {
      event.preventDefault();
      if (!busy) {
        send(event.target, event.submitter);
      }
    }
  });

  document.addEventListener('click', function (event) {
    var link = event.target.closest('#leave, #masthead a, #look a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    if (link.id === 'leave') {
      leave();
    } else {
      reload(link);
    }
  });

  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape' || event.isComposing || event.repeat) {
      return;
    }
    if (event.timeStamp - lastEscape < 1500) {
      leave();
    }
    lastEscape = event.timeStamp;
  });

  // A page kept in memory by the back button may be of somebody who has left.
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) {
      window.location.reload();
    }
  });

  listen();
}());
