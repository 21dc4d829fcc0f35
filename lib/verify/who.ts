import { type Asked, type Finding, outsideEvidence, type OutsideEvidence } from './outside.ts';
import type { Query } from './query.ts';

/** A human as Wikidata knows one. */
export interface Person {
  id: string; // Q and digits
  label: string;
  description?: string | undefined;
}

/** An office somebody is recorded to have held; dates as precise as recorded: YYYY, YYYY-MM or YYYY-MM-DD. */
export interface Office {
  label: string;
  from?: string | undefined;
  to?: string | undefined;
  ended: boolean; // whether or not it is known when
}

export interface WhoService {
  findPeople: (name: string, language: string) => Promise<Asked<Person[]>>;
  findOffices: (id: string, language: string) => Promise<Asked<Office[]>>;
}

const MAX_PEOPLE = 2; // of a statement; each costs several requests

/** The people a look would ask about: those named in full. */
export const peopleToAsk = (query: Query): string[] =>
  query.names
    .filter(({ name, type }) => type === 'person' && name.includes(' '))
    .map(({ name }) => name)
    .slice(0, MAX_PEOPLE);

/** Rung e: what Wikidata records of the people in the statement, compared at the article's date. */
export async function findWho(query: Query, service: WhoService): Promise<OutsideEvidence> {
  const findings: Finding[] = [];
  let last: Asked<Finding[]> | null = null;
  for (const name of peopleToAsk(query)) {
    last = await askAbout(name, query, service);
    if (last.status === 'not_measured') return outsideEvidence('who', last, () => []);
    findings.push(...last.value);
  }
  // Nobody to ask about is answered at once, without a request.
  const asked = last ?? { status: 'ok' as const, value: [], asOf: '', fromCache: false };
  return outsideEvidence('who', { ...asked, value: findings }, found => found);
}

async function askAbout(name: string, query: Query, service: WhoService): Promise<Asked<Finding[]>> {
  const asked = await service.findPeople(name, query.language);
  if (asked.status === 'not_measured') return asked;
  const [person, ...others] = asked.value;
  if (!person) return { ...asked, value: [] };
  // Several people bear the name: the reader chooses, never we.
  if (others.length > 0)
    return { ...asked, value: asked.value.map(each => personFinding(each, 'ambiguous')) };
  const offices = await service.findOffices(person.id, query.language);
  if (offices.status === 'not_measured') return offices;
  if (offices.value.length === 0) return { ...offices, value: [personFinding(person, 'no_office')] };
  return { ...offices, value: offices.value.map(office => officeFinding(person, office, query.articleDate)) };
}

const address = (id: string, anchor = ''): string => `https://www.wikidata.org/wiki/${id}${anchor}`;

function personFinding({ id, label, description }: Person, note: 'ambiguous' | 'no_office'): Finding {
  return {
    match: 'related',
    reasons: [label],
    title: label,
    url: address(id),
    publisher: 'Wikidata',
    ...(description && { quote: description }),
    note,
  };
}

function officeFinding(person: Person, office: Office, articleDate: string | null): Finding {
  const note = heldAt(office, articleDate);
  return {
    match: note === 'holds' ? 'about' : 'related',
    reasons: [person.label],
    title: person.label,
    url: address(person.id, '#P39'),
    publisher: 'Wikidata',
    quote: office.label,
    ...(office.from && { from: office.from }),
    ...(office.to && { to: office.to }),
    note,
  };
}

/** Whether the office was held when the article was published, as far as the recorded dates can tell. */
function heldAt(
  { from, to, ended }: Office,
  articleDate: string | null,
): 'holds' | 'held_other_dates' | 'dates_unknown' {
  if (articleDate === null || from === undefined || (ended && to === undefined)) return 'dates_unknown';
  // ISO dates compare as text, each only as far as it is known.
  const started = articleDate.slice(0, from.length) >= from;
  const over = to !== undefined && articleDate.slice(0, to.length) > to;
  return started && !over ? 'holds' : 'held_other_dates';
}
