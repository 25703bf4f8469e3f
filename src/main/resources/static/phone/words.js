// The page's own words, in the language the server chose.
const words = new Map(
  [...document.getElementById('words').content.children].map((each) => [each.dataset.word, each.textContent]));

/** Twilio's voices name Mandarin in their own way; browsers and fonts know it as zh. */
export function tag(language) {
  return language.replace(/^cmn(-Hans)?\b/, 'zh');
}

export function word(key, value) {
  const text = words.get(key) ?? key;
  return value === undefined ? text : text.replace('{0}', () => value);
}
