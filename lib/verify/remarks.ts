import type { TextDocument } from '../text/document.ts';
import { sentenceIndexAt } from '../text/parse.ts';
import type { Span } from '../text/span.ts';

/** What the article remarks about a claim without anybody claiming it: that somebody was asked and did not answer. */
interface Remark extends Span {
  readonly relation: 'declines' | 'unconfirmed';
}

/** What is said in one piece, or in two with a few words between. */
type Pattern = RegExp | readonly [RegExp, RegExp];

/** "declined to comment", "did not respond to requests for comment", "could not be reached". */
const DECLINES: readonly Pattern[] = [
  /\b(?:declined|refused|declines|refuses|declining|refusing) (?:to (?:comment|be interviewed|answer|discuss|elaborate|respond|say (?:more|whether|anything))|(?:repeated |several |an? |our |all )?(?:requests?|interview|invitation))/,
  /\b(?:did|does|do|has|have|had)(?: not|n['’]t) (?:(?:immediately|yet|so far|initially) )?(?:respond|reply|replied|return|returned|answer|answered|comment|commented|responded)\b/,
  /\b(?:could|can)(?: not|n['’]t|not) (?:(?:immediately|yet) )?be (?:reached|contacted)\b/,
  /\b(?:made|had|offered|gave) no (?:immediate )?comment\b|\bno (?:immediate )?(?:comment|response|reply) (?:from|was|has)\b|\bunavailable for comment\b/,
  [/\b(?:lehnte[n]?|wollte[n]?) /, /Stellungnahme|nicht (?:äußern|kommentieren)/],
  [/\bwollte[n]? sich /, /nicht (?:dazu )?äußern\b/],
  /\breagierte[n]? (?:zunächst )?nicht auf\b/,
  /\b(?:a|ont) (?:refusé de (?:commenter|répondre|s['’]exprimer)|décliné)|\bn['’](?:a|ont) pas (?:(?:immédiatement|encore|souhaité) )?(?:répondu|commenté|répondre|commenter|réagi|réagir)\b/,
  /\b(?:declinó|rehusó|rechazó|declinaron|rehusaron|se negó a|se negaron a) (?:comentar|hacer (?:comentarios|declaraciones)|responder)|\bno (?:respondió|respondieron|contestó|contestaron|quiso|quisieron) /,
  /відмови(?:вся|лася|лося|лися|лись) (?:від коментар|коментувати|відповідати)|не (?:відповів|відповіла|відповіли|прокоментував|прокоментувала|прокоментували)/,
];

/** "could not be independently verified". */
const UNCONFIRMED: readonly Pattern[] = [
  /\b(?:could|can|has|have|had|was|were|is|are)(?: not|n['’]t|not)(?: yet| been| be| immediately)* (?:be |been )?(?:independently )?(?:verif|confirm|corroborat|substantiat)/,
  /\b(?:could|can)(?: not|n['’]t|not) (?:immediately )?independently (?:verify|confirm)\b|\b(?:has|have|had)(?: not|n['’]t) (?:been able to )?(?:independently )?(?:verif|confirm)|\bunable to (?:independently )?(?:verify|confirm)\b|\bno independent (?:confirmation|verification)\b/,
  /\b(?:nicht|noch nicht) (?:unabhängig )?(?:überprüf|verifizier|bestätig)|\bunabhängig (?:nicht )?(?:überprüf|verifizier|bestätig)/,
  [/\bließen? sich /, /nicht (?:unabhängig )?(?:überprüfen|bestätigen)/],
  /\b(?:pas pu être|n['’]ont? pas pu|pas été) (?:vérifi|confirm)[\p{L}]* ?(?:de (?:manière|source|façon) indépendante)?|\bde (?:manière|source|façon) indépendante\b/u,
  /\bno (?:ha|han|pudo|pudieron|se ha|se han|fue|fueron) (?:podido )?(?:ser )?(?:verific|confirm)|\bde forma independiente\b/,
  /не підтвердже/,
  [/не (?:вдалося|можна|змогли|зміг)/, /підтверд|перевір/],
  [/незалежн/, / підтверджен/],
];

/** Each sentence that remarks so, in reading order. */
export function findRemarks(doc: TextDocument): Remark[] {
  return doc.sentences.flatMap(({ start, end }): Remark[] => {
    const words = doc.text.slice(start, Math.min(end, start + MAX_SENTENCE));
    if (DECLINES.some(pattern => says(words, pattern))) return [{ relation: 'declines', start, end }];
    if (UNCONFIRMED.some(pattern => says(words, pattern))) return [{ relation: 'unconfirmed', start, end }];
    return [];
  });
}
const MAX_SENTENCE = 1_000; // a page without full stops is no sentence
const MAX_BETWEEN = 60; // UTF-16 units between the two pieces

function says(words: string, pattern: Pattern): boolean {
  if (pattern instanceof RegExp) return pattern.test(words);
  const [first, second] = pattern;
  const opening = first.exec(words);
  if (!opening) return false;
  const end = opening.index + opening[0].length;
  return second.test(words.slice(end, end + MAX_BETWEEN));
}

/** Sentences after a claim in which a newspaper says that its subject was asked, or that nobody could check it. */
const REACH = { declines: 3, unconfirmed: 2 };

/** A claim that fills more of its sentence than this is itself what the sentence says. */
const MOST = 0.5;

/** Whether a remark is about what is claimed at `claim`: it stands shortly after, or beside it in its sentence. */
export function isAbout(doc: TextDocument, remark: Remark, claim: Span): boolean {
  const distance = sentenceIndexAt(doc, remark.start) - sentenceIndexAt(doc, claim.end - 1);
  if (distance === 0 && claim.end - claim.start > MOST * (remark.end - remark.start)) return false;
  return distance >= 0 && distance <= REACH[remark.relation];
}
