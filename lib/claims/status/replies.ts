import { list } from '../../text/list.ts';
import { NEGATIVE } from '../cues.ts';
import { DISFAVOUR, REFUTATIONS, SPOKEN_OF, Sign } from './signs.ts';

// How what somebody says replies to what others said, by its words in lower case.

/** Words at the start of content that are read for disagreement. */
export const OPENING = 12;

// ---------------------------------------------------------------- taking up

/** “these claims”, “the allegation”, “this”. */
export function isAnaphor(content: readonly string[]): boolean {
  const start = content[0] === 'that' && content.length > 3 ? 1 : 0;
  const [determiner = '', noun = '', after = ''] = content.slice(start);
  if (content.length <= 2 && /^(?:this|these|that|it|so|otherwise)$/.test(determiner)) return true;
  return BOUND.has(determiner) && (SPOKEN_OF.has(noun) || SPOKEN_OF.has(after));
}
const BOUND = list('this that these those the such his her their its any both all');

/** “these claims”, “all the accusations”, “both”; not “the claim”. */
export function isSeveral(content: readonly string[]): boolean {
  return content
    .slice(0, 4)
    .some(word => /^(?:these|those|both|all)$/.test(word) || (SPOKEN_OF.has(word) && /[^s]s$/.test(word)));
}

/** “this”, “otherwise”, “with that view”, “such a conclusion”. */
export function isPointingBack(content: readonly string[]): boolean {
  const isLed = content[0] === 'that' ? content.length > 3 : /^(?:with|to|by)$/.test(content[0] ?? '');
  const start = isLed ? 1 : 0;
  const [first = '', second = '', third = ''] = content.slice(start);
  if (content.length - start <= 2 && /^(?:this|that|these|those|so|otherwise|differently)$/.test(first))
    return true;
  return (BOUND.has(first) || first === 'no') && (SAYINGS.has(second) || SAYINGS.has(third));
}

/** Nouns of what was said, not of what was done: “the suggestion”, not “the deal”. */
const SAYINGS = list(
  'claim claims allegation allegations assertion assertions accusation accusations statement statements report reports suggestion suggestions prediction predictions argument arguments view views opinion opinions belief beliefs notion notions idea ideas criticism criticisms proposal proposals call calls demand demands request requests conclusion conclusions assumption assumptions declaration declarations charge charges characterisation characterization remark remarks comment comments rumour rumours rumor rumors theory theories',
);

/** “throwing it”, “this four times”, “any of that”; “that it was his” of a person alone, since a firm is “it” itself. */
export function isTakingUp(content: readonly string[], isPerson: boolean): boolean {
  return content.some((word, i) => {
    if (word === 'this') return true;
    if (word === 'that') return i > 0 && i === content.length - 1;
    return word === 'it' && (isPerson || (i > 0 && content[i - 1] !== 'that'));
  });
}

/** “each other”, “one another” first of all. */
export function isMutual([first = '', second = '']: readonly string[]): boolean {
  return (first === 'each' && second === 'other') || (first === 'one' && second === 'another');
}

// ---------------------------------------------------------------- judging

/** “called that a lie”, “found it unfair”; not “found that it was unfair”. */
export function isJudging(cue: readonly string[], content: readonly string[]): boolean {
  return cue.some(word => JUDGING.test(word) || (FINDING.test(word) && content[0] !== 'that'));
}

/** Cues that judge what they speak of: “called the claim a lie”, “branded it absurd”. */
const JUDGING =
  /^(?:call(?:s|ed|ing)?$|describ|brand|dismiss|label|denounc|consider|deem|regard|dub|characteri|rubbish|ridicul|portray)/;
const FINDING = /^f(?:inds?|ound)$/;

/** “it”, “that”, “the claims” at the start of what is judged. */
export function isPointing([first = '', second = '', third = '']: readonly string[]): boolean {
  return (
    /^(?:it|this|that|these|those|them)$/.test(first) ||
    (BOUND.has(first) && (SPOKEN_OF.has(second) || SPOKEN_OF.has(third)))
  );
}

/** “the figure ‘plucked from the air’”: whether a noun opens it for what is said to be so, and more follows. */
export function isOfAssertion(content: readonly string[]): boolean {
  return (
    content.length > 3 && BOUND.has(content[0]!) && content.slice(1, 3).some(word => ASSERTED.test(word))
  );
}
const ASSERTED =
  /^(?:claims?|alleg|accusation|assertion|charges?|figures?|numbers?|tolls?|estimates?|reports?|story|stories|accounts?|comparison|suggestions?|explanation|versions?|characteri|description|theory|rumou?rs?|arguments?)/;

/** “absurd”, “a ploy”, “false”. */
export function isScornful(content: readonly string[]): boolean {
  return content.some(word => SCORN.test(word) || DISFAVOUR.has(word) || REFUTATIONS.has(word));
}
const SCORN =
  /^(?:distort|fabricat|inflat|exaggerat|overblown|overstat|speculat|conspir|fantas|insult|implausib|unfair|stunt|ploy|rubbish|slur|outrag|ludicr|laugh|fairy|unrealistic|dishonest|irrespons|shame|invent|bizarre|pretext|hysteri|offensive|disgrace|desperat|cynic|harass|unjust|wicked|malic|witch|politic)/;

// ---------------------------------------------------------------- saying that it is not so

/** “is not true”, “not so”, “no evidence of”, “otherwise”; not “not so large”. */
export function isUntrue(content: readonly string[], negations: number): boolean {
  if (content.length <= 3 && /^(?:otherwise|differently)$/.test(content[0] ?? '')) return true;
  if (negations === 0) return false;
  if (isNotSo(content) || isNegated(content, EVIDENCE)) return true;
  return content
    .slice(0, OPENING)
    .some(
      (word, i) =>
        NEGATIVE.has(word) &&
        (content[i + 1] === 'such' || (content[i + 1] === 'so' && !/\w/.test(content[i + 2] ?? ''))),
    );
}
const EVIDENCE = list('evidence basis foundation indication sign proof');

/** “is not true”, “not the case”. */
export function isNotSo(content: readonly string[]): boolean {
  return isNegated(content, TRUTH);
}
const TRUTH = list('true truth case correct accurate');

/** Whether a negation stands right before one of the words where it opens: “is not quite true”, “no truth to”. */
function isNegated(content: readonly string[], words: ReadonlySet<string>): boolean {
  return content
    .slice(0, OPENING)
    .some((word, i) => NEGATIVE.has(word) && content.slice(i + 1, i + 4).some(after => words.has(after)));
}

/** “the idea that the herring left is wrong”, “reports of a deal are not true”. */
export function isSaidUntrue(content: readonly string[]): boolean {
  const at = content.slice(0, 5).findIndex(word => SAYINGS.has(word));
  if (at < 0) return false;
  return content.some(
    (word, i) => i > at && BE.has(word) && content.slice(i + 1, i + 5).some(after => UNTRUE.has(after)),
  );
}
const BE = list('is are was were be been');
const UNTRUE = list(
  'false untrue baseless wrong unfounded groundless incorrect inaccurate nonsense ridiculous absurd misleading mistaken fabricated debunked ludicrous',
);

/** “That is simply not true.”, “It's a lie”: a sentence of it, or what follows a comma or “that”, takes up what others said. */
export function isDisclaiming(content: readonly string[]): boolean {
  return DISCLAIMED.test(content.join(' '));
}
const DISCLAIMED =
  /(?:^|[.…,“"‘] |\b(?:that|and|but) )(?:that|this|it) (?:is|was|'s|’s) (?:\w+ly |just )?(?:not (?:true|correct|the case)|untrue|false|wrong|nonsense|a lie)\b/;

/** “there was no strike”, “that there had been none”. */
export function isSayingNone(content: readonly string[]): boolean {
  const at = content[0] === 'that' ? 1 : 0;
  if (content[at] !== 'there') return false;
  return content.slice(at + 2, at + 4).some(word => /^(?:no|never|none)$/.test(word));
}

/** “not guilty”, “denied any wrongdoing”, “is innocent”. */
export function isClearing(opening: number, denied: boolean): boolean {
  const isNegative = denied || (opening & Sign.negative) !== 0;
  return (opening & Sign.innocent) !== 0 || (isNegative && (opening & Sign.wrongdoing) !== 0);
}

/** “we strongly reject these allegations”, “Oslo cannot agree with that statement”: a denial in the speaker's own words. */
export function isRejecting(content: readonly string[]): boolean {
  return content
    .slice(0, OPENING)
    .some(
      (word, i) =>
        (REJECTING.test(word) || (ACCEPTING.test(word) && NEGATIVE.has(content[i - 1] ?? ''))) &&
        content.slice(i + 1, i + 5).some(after => SAYINGS.has(after)),
    );
}
const REJECTING = /^(?:den(?:y|ies|ied)|reject(?:s|ed)?|refute[sd]?|dispute[sd]?|dismiss(?:es|ed)?)$/;
const ACCEPTING = /^(?:agree|accept|recogni[sz]e|support|share)$/;

/** “we disagree with the court's reading”. */
export function isDisagreeingWith(content: readonly string[]): boolean {
  return content
    .slice(0, OPENING)
    .some((word, i) => word.startsWith('disagree') && content[i + 1] === 'with');
}

/** “I …”, “neither of us …”: an answer in one's own name. */
export function isInFirstPerson([first = '']: readonly string[]): boolean {
  return /^(?:i|we|my|our|neither|nothing)$/.test(first);
}

// ---------------------------------------------------------------- other figures

/** “put the toll at 40”, “the true cost was 9m”, “it is nearer 150”. */
export function isGivingFigure(cue: readonly string[], content: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = content[0] === 'that' ? content.slice(1) : content;
  if (/^(?:the|that|this)$/.test(first)) return AMOUNTS.has(second) || AMOUNTS.has(third);
  if (!/^(?:it|this|them)$/.test(first) && !AMOUNTS.has(second)) return false;
  return /^puts?$/.test(cue[0] ?? '') || content.slice(0, 6).some(word => /^(?:nearer|closer)$/.test(word));
}
const AMOUNTS = list(
  'number figure figures toll total count cost costs bill amount sum size value price gap ratio rate rise fall drop share crowd losses damage turnout',
);
