// The silence timer: counts in sight of the visitor, waits while somebody types, and gives up when nobody is there.
import { word } from '/phone/words.js';

const at = (id) => document.getElementById(id);
/** Silences in a row after which nobody can be there: a forgotten page must not talk to the service for ever. */
const MOST = 3;

export class Silence {
  #report;
  #clock = null;
  #total = 0;
  #left = 0;
  #unanswered = 0;

  constructor(report) {
    this.#report = report;
    at('timer').addEventListener('change', () => { this.#unanswered = 0; this.#show(); });
  }

  /** Counts from now on until {@link stop}. */
  expect(seconds) {
    this.stop();
    this.#total = seconds;
    this.#left = seconds;
    this.#clock = setInterval(() => this.#tick(), 1000);
    this.#show();
  }

  stop() {
    clearInterval(this.#clock);
    this.#clock = null;
    this.#show();
  }

  somebodyIsThere() {
    this.#unanswered = 0;
  }

  #tick() {
    if (at('timer').checked && !this.#busy()) {
      this.#left--;
    }
    this.#show();
    if (this.#left <= 0) {
      this.#end();
    }
  }

  #end() {
    this.stop();
    if (++this.#unanswered > MOST) {
      this.#unanswered = 0;
      at('timer').checked = false;
      at('turn').textContent = word('silence-stopped');
    } else {
      this.#report();
    }
  }

  #busy() {
    return document.hidden || at('speech').value !== '' || at('message') === document.activeElement;
  }

  #show() {
    const counting = this.#clock !== null;
    const on = at('timer').checked;
    const key = !on ? 'silence-off' : this.#busy() ? 'silence-waits' : 'silence-in';
    at('countdown').textContent = counting ? word(key, this.#left) : '';
    at('fuse').style.width = counting && on ? `${(100 * this.#left) / this.#total}%` : '0';
  }
}
