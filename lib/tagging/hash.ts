/** Hashes straight from a text's characters, so that no string is built for a feature. */

const SKIPPED = 1;

/** Folded units: lower case, without accents, one kind of apostrophe, quotation mark and dash; 0: not folded yet. */
const folded = new Uint16Array(0x10000);

/**
 * The unit all spellings of a character share in hashes, or 1 for what hashes pass over
 * (accents written apart, soft hyphens), so that NFC and NFD texts look the same.
 */
export function fold(unit: number): number {
  return folded[unit] || (folded[unit] = foldOnce(unit));
}

function foldOnce(unit: number): number {
  if (unit < 2) return SKIPPED;
  if (unit === 0x2018 || unit === 0x2019) return 0x27;
  if (unit === 0x201c || unit === 0x201d || unit === 0x201e || unit === 0xab || unit === 0xbb) return 0x22;
  if (unit >= 0x2010 && unit <= 0x2015) return 0x2d;
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const character = String.fromCharCode(unit);
  if (unit < 0x80 || (unit >= 0x2016 && unit <= 0x2027)) return character.toLowerCase().charCodeAt(0);
  if (unit === 0xad || (unit >= 0x300 && /^[\p{M}\p{Cf}]/u.test(character))) return SKIPPED;
  return character.normalize('NFD').toLowerCase().charCodeAt(0);
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over the folded units of `[start, end)`, finished so that all bits are good; `seed` parts the tables. */
export function hashFolded(text: string, start: number, end: number, seed: number): number {
  let hash = OFFSET ^ seed;
  for (let at = start; at < end; at++) {
    const unit = fold(text.charCodeAt(at));
    if (unit !== SKIPPED) hash = Math.imul(hash ^ unit, PRIME);
  }
  return finish(hash);
}

/** Spreads a hash over all 32 bits (MurmurHash3's finaliser). */
export function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
