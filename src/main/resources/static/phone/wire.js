// For the curious: every webhook with what was sent and what came back. All of it is shown as text.
import { word } from '/phone/words.js';

const at = (id) => document.getElementById(id);
const MOST = 100;
/** What a caller or texter brought in; everything else about a call hardly changes from step to step. */
const TELLING = ['Digits', 'SpeechResult', 'Body', 'DialCallStatus', 'SessionStatus', 'CallStatus', 'MessageStatus'];

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function indented(node, depth) {
  const space = '\n' + '    '.repeat(depth);
  let text = '';
  for (const child of node.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) {
      const inner = [...child.children].length > 0 ? indented(child, depth + 1) + space : '';
      const shell = new XMLSerializer().serializeToString(child.cloneNode(!inner));
      text += space + (inner ? shell.replace(/\/>$|><\/[^>]+>$/, '>') + inner + `</${child.nodeName}>` : shell);
    } else if (child.nodeValue.trim()) {
      text += space + new XMLSerializer().serializeToString(child).trim();
    }
  }
  return text;
}

function pretty(answer) {
  const tree = new DOMParser().parseFromString(answer, 'text/xml');
  return tree.querySelector('parsererror') ? answer : indented(tree, 0).trim();
}

function summary(exchange) {
  const line = document.createElement('summary');
  const path = exchange.url.replace(/^\w+:\/\/[^/]+/, '');
  line.append(element('code', 'asked', `${exchange.method} ${path}`));
  const brought = TELLING.filter((name) => exchange.parameters[name]).slice(0, 1);
  brought.forEach((name) => line.append(' ', element('code', 'brought', `${name}=${exchange.parameters[name]}`)));
  if (exchange.method !== 'WS') {
    const good = exchange.status >= 200 && exchange.status < 300;
    line.append(' ', element('span', good ? 'good' : 'bad',
      exchange.status ? word('answered', exchange.status) : word('no-answer')));
  }
  return line;
}

function parameters(exchange) {
  const list = element('dl', '', '');
  const all = Object.entries(exchange.parameters);
  const empty = all.filter(([, value]) => value === '').map(([name]) => name);
  const rows = all.filter(([, value]) => value !== '');
  if (empty.length > 0) {
    rows.push([`(${word('empty')})`, empty.join(', ')]);
  }
  for (const [name, value] of rows) {
    const row = element('div', '', '');
    row.append(element('dt', '', name), element('dd', '', value));
    list.append(row);
  }
  return list;
}

function entry(exchange) {
  const details = document.createElement('details');
  details.append(summary(exchange), element('p', 'url', exchange.url));
  exchange.notes.forEach((note) => details.append(element('p', 'note', note)));
  if (exchange.answer) {
    details.append(element('h3', '', word('answer')), element('pre', '', pretty(exchange.answer)));
  }
  if (Object.keys(exchange.parameters).length > 0) {
    details.append(element('h3', '', word('parameters')), parameters(exchange));
  }
  const item = document.createElement('li');
  item.append(details);
  return item;
}

export function showWire(trace) {
  at('wire-empty').hidden = true;
  // The step that was just made stands open, the ones before close.
  at('wire').querySelectorAll('details[open]').forEach((details) => { details.open = false; });
  trace.forEach((exchange) => at('wire').prepend(entry(exchange)));
  const newest = [...at('wire').querySelectorAll('details')].slice(0, trace.length);
  (newest.find((details) => details.querySelector('pre')) ?? newest[0])?.setAttribute('open', '');
  while (at('wire').children.length > MOST) {
    at('wire').lastElementChild.remove();
  }
}
