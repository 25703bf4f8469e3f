// What a telephone sounds like: the two tones of each key, the voice of the service, and the visitor's microphone.
import { tag } from '/phone/words.js';

const ROWS = { 1: 697, 2: 697, 3: 697, 4: 770, 5: 770, 6: 770, 7: 852, 8: 852, 9: 852, '*': 941, 0: 941, '#': 941 };
const COLUMNS = { 1: 1209, 4: 1209, 7: 1209, '*': 1209, 2: 1336, 5: 1336, 8: 1336, 0: 1336, 3: 1477, 6: 1477, 9: 1477, '#': 1477 };
let audio = null;

/** The real DTMF pair of a key, briefly and softly. */
export function tone(key) {
  const Context = window.AudioContext;
  if (!Context) {
    return;
  }
  audio ??= new Context();
  const volume = audio.createGain();
  volume.gain.value = 0.06;
  volume.connect(audio.destination);
  for (const frequency of [ROWS[key], COLUMNS[key]]) {
    const wave = audio.createOscillator();
    wave.frequency.value = frequency;
    wave.connect(volume);
    wave.start();
    wave.stop(audio.currentTime + 0.14);
  }
}

/** Seconds that a sound takes: 200 Han characters or 145 words a minute. */
function seconds(sound) {
  if (sound.kind === 'pause') {
    return sound.seconds;
  }
  if (sound.kind !== 'say') {
    return 1;
  }
  const han = (sound.text.match(/\p{Script=Han}/gu) ?? []).length;
  const words = (sound.text.match(/[\p{Script=Latin}\p{N}]+/gu) ?? []).length;
  return (han * 0.3 + words * 0.41) / (sound.slow ? 0.8 : 1);
}

/** Says one thing after the other; muted, it only takes the time that a voice would take. */
export class Speaker {
  #aloud;
  #voice = window.speechSynthesis;
  #turn = 0;
  #wake = null;

  constructor(aloud) {
    this.#aloud = aloud;
  }

  /** Resolves to true when all of it was heard, to false when it was interrupted; tells where it is. */
  async play(sounds, now) {
    const turn = ++this.#turn;
    for (const [index, sound] of sounds.entries()) {
      now(index);
      await this.#sound(sound);
      if (turn !== this.#turn) {
        return false;
      }
    }
    return true;
  }

  stop() {
    this.#turn++;
    this.#voice?.cancel();
    this.#wake?.();
  }

  muteChanged() {
    if (!this.#aloud.checked) {
      this.#voice?.cancel();
    }
  }

  #sound(sound) {
    const length = seconds(sound) * 1000;
    return new Promise((done) => {
      // A browser without a voice for the language may never report the end of a sentence.
      let clock = setTimeout(done, length);
      this.#wake = () => { clearTimeout(clock); done(); };
      if (sound.kind === 'say' && this.#aloud.checked && this.#voice && this.#voice.getVoices().length > 0) {
        clearTimeout(clock);
        clock = setTimeout(done, length * 3 + 3000);
        this.#say(sound, this.#wake);
      }
    });
  }

  #say(sound, done) {
    const sentence = new SpeechSynthesisUtterance(sound.text);
    sentence.lang = tag(sound.language);
    sentence.rate = sound.slow ? 0.8 : 1;
    sentence.onend = done;
    sentence.onerror = done;
    this.#voice.speak(sentence);
  }
}

/** Shows the microphone key where the browser can write down speech, and hands over what it heard. */
export function microphone(button, hint, { language, begin, heard, nothing }) {
  const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
  if (!Recognition) {
    return;
  }
  button.hidden = false;
  hint.hidden = false;
  let listening = null;
  button.addEventListener('click', () => {
    if (listening) {
      listening.stop();
      return;
    }
    let text = '';
    listening = new Recognition();
    listening.lang = language();
    listening.onresult = (event) => { text = event.results[0][0].transcript; };
    listening.onend = () => {
      listening = null;
      button.setAttribute('aria-pressed', 'false');
      (text ? () => heard(text) : nothing)();
    };
    button.setAttribute('aria-pressed', 'true');
    begin();
    listening.start();
  });
}
