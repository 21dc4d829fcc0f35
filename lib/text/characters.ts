/** What a UTF-16 unit is to the tokenizer. */
export const Character = {
  space: 1,
  lower: 2,
  upper: 3,
  letter: 4, // neither upper nor lower case
  ideograph: 5, // a word of its own where no spaces are written
  mark: 6, // goes on with the word before: accents, joiners, soft hyphens
  digit: 7,
  punctuation: 8,
  symbol: 9,
} as const;

/** Classes seen so far; 0 is "not looked up yet". The patterns below run once per unit that occurs at all. */
const known = new Uint8Array(0x10000);

/** The class of a UTF-16 unit; surrogates are told apart by `codePointClass`. */
export function characterClass(unit: number): number {
  return known[unit] || (known[unit] = classify(String.fromCharCode(unit), unit));
}

/** The class of the code point at `index`; a lone surrogate is a symbol. */
export function codePointClass(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff) return characterClass(unit);
  const code = text.codePointAt(index) ?? unit;
  return code === unit ? Character.symbol : classify(String.fromCodePoint(code), code);
}

/** UTF-16 units of the code point at `index`: 1 or 2. */
export function unitsAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  const next = text.charCodeAt(index + 1);
  return next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

/** Letters, marks and digits: what words and numbers are made of. */
export function isWordCharacter(kind: number): boolean {
  return kind >= Character.lower && kind <= Character.digit;
}

/** “McDonald”, “DeepMind”: whether a capital follows a small letter. */
export function hasInnerCapital(text: string): boolean {
  return isPlain(text) ? /[a-z][A-Z]/.test(text) : /\p{Ll}\p{Lu}/u.test(text);
}

/**
 * Whether a text has no letters or digits but those of English. Then `[a-z]` says as much as `\p{L}`, which takes longer
 * to be made ready than an article to be read.
 */
export function isPlain(text: string): boolean {
  return /^[\t-~–—‘’“”…£€]*$/.test(text);
}

/** Whether there is any letter in a text. */
export function hasLetter(text: string): boolean {
  return /[a-z]/i.test(text) || (!isPlain(text) && /\p{L}/u.test(text));
}

/** Whether a class is one of letters. */
export function isLetter(kind: number): boolean {
  return kind >= Character.lower && kind <= Character.ideograph;
}

function classify(character: string, code: number): number {
  if (code < 0x80) return classifyPlain(character);
  if (code < 0x100) return code < 0xa0 ? Character.space : Number(LATIN_1.charAt(code - 0xa0));
  if (code >= 0x20a0 && code <= 0x20cf) return Character.symbol; // currencies
  if (code === 0x00ad || (code >= 0x200b && code <= 0x200d) || code === 0x2060) return Character.mark;
  if (/^[\s\u0085\ufeff]/u.test(character)) return Character.space;
  if (isIdeographic(code)) return Character.ideograph;
  if (code >= 0x2010 && code <= 0x2027) return Character.punctuation;
  if (/^\p{Ll}/u.test(character)) return Character.lower;
  if (/^[\p{Lu}\p{Lt}]/u.test(character)) return Character.upper;
  if (/^[\p{L}\p{Nl}_]/u.test(character)) return Character.letter;
  if (/^\p{M}/u.test(character)) return Character.mark;
  if (/^\p{N}/u.test(character)) return Character.digit;
  if (/^\p{P}/u.test(character)) return Character.punctuation;
  if (/^[\p{Cc}\p{Zs}]/u.test(character)) return Character.space;
  return Character.symbol;
}

/** The same for ASCII, where `\p{…}`, which takes a while to be made ready, is not needed. */
function classifyPlain(character: string): number {
  if (/[a-z]/.test(character)) return Character.lower;
  if (/[A-Z]/.test(character)) return Character.upper;
  if (/[0-9]/.test(character)) return Character.digit;
  if (character <= ' ' || character === '\x7f') return Character.space;
  if (character === '_') return Character.letter;
  return '$+<=>^`|~'.includes(character) ? Character.symbol : Character.punctuation;
}

/** The classes from U+00A0 to U+00FF: most texts have no others beyond these. */
const LATIN_1 =
  '189999989948969999779288974877783333333333333333333333393333333222222222222222222222222922222222';

/** Han characters and Hiragana, each a token of its own. */
function isIdeographic(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3ffff)
  );
}
