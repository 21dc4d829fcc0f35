import { list } from '../../text/list.ts';
import type { Claim } from '../claim.ts';

/**
 * Tells apart what has been taken for a group since no player is named: one person (“a neighbour”, “he”), who holds an
 * office (“the governor”), and who will not be named (“two people briefed on the talks”). Told last: what has been
 * learned of claims knows them as groups.
 */
export function tellUnnamed(text: string, claims: readonly Claim[]): void {
  for (const claim of claims) {
    const { source, sourceKind } = claim;
    if (!source || source.playerId !== undefined) continue;
    const words = text.slice(source.start, source.end).toLowerCase();
    if ((sourceKind === 'group' || sourceKind === 'office') && HIDDEN.test(words))
      claim.sourceKind = 'anonymous';
    else if (sourceKind === 'group') claim.sourceKind = kindOf(headOf(words));
  }
}

function kindOf(head: string): 'person' | 'office' | 'group' {
  if (PERSONS.has(head) || head.endsWith('-year-old')) return 'person';
  return HOLDERS.has(head) ? 'office' : 'group';
}

/** The noun that says what somebody is: the last word before what is told of them. */
function headOf(words: string): string {
  const end = words.search(AFTER_HEAD);
  const phrase = end < 0 ? words : words.slice(0, end);
  return phrase.slice(phrase.lastIndexOf(' ') + 1);
}
const AFTER_HEAD =
  /,| (?:and|or|of|for|at|in|on|from|with|near|to|who|whom|whose|that|which|where|familiar|close|briefed|involved|identified|named|called) /;

/** Who knows of something, and of whom no more is said than that. */
const HIDDEN =
  /\b(?:person|people|someone|somebody|individuals?|officials?|employees?|staffers?|aides?|executives?|diplomats?|investigators?|man|woman|men|women)(?: who (?:is|are|was|were))? (?:briefed (?:on|about|by)|familiar with|close to|with (?:\S+ )?knowledge of|involved in|aware of)\b/;

/** One each; a plural is a group. */
const PERSONS = list(
  'i he she person man woman boy girl guy someone somebody ' +
    'mother mom mum father dad parent sister brother son daughter wife husband partner girlfriend boyfriend widow widower ' +
    'aunt uncle cousin nephew niece grandmother grandfather relative friend neighbour neighbor ' +
    'colleague classmate roommate teammate witness eyewitness bystander survivor victim patient ' +
    'resident tenant homeowner landlord villager expert analyst economist scientist researcher ' +
    'professor lecturer teacher student pupil teenager doctor nurse surgeon physician psychologist ' +
    'historian author writer reporter journalist editor columnist commentator blogger photographer ' +
    'lawyer attorney solicitor barrister agent officer constable detective inspector ' +
    'worker employee staffer aide adviser advisor strategist consultant contractor engineer technician ' +
    'owner founder co-founder manager boss trader broker investor banker farmer fisherman shopkeeper ' +
    'driver passenger pilot soldier veteran activist campaigner protester organiser organizer volunteer ' +
    'voter customer client shopper user reader visitor tourist fan critic supporter opponent observer ' +
    'insider participant defendant plaintiff suspect prisoner inmate migrant refugee ' +
    'member royal operative counsel candidate politician lawmaker legislator diplomat negotiator player coach actor actress singer',
);

const HOLDERS = list(
  'president vice-president premier chancellor minister secretary governor mayor king queen prince ' +
    'princess pope archbishop bishop general admiral commander commissioner ambassador sheriff coroner ' +
    'senator congressman congresswoman magistrate justice chairman chairwoman chairperson chair ceo ' +
    'executive director principal superintendent chief leader secretary-general vice-chancellor pm',
);
