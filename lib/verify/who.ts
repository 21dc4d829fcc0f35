import { sharedWords, statementOf } from '../text/statement.ts';
import {
  type Asked,
  type Finding,
  type NotMeasured,
  outsideEvidence,
  type OutsideEvidence,
} from './outside.ts';
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

/** What is recorded of a person's offices, when the entry was last changed, and where the encyclopedia has them. */
interface OfficeRecord {
  offices: Office[];
  changed?: string | undefined; // ISO 8601
  encyclopedia?: string | undefined; // a web address
}

/** Whoever keeps record of people: who bears a name, and which offices the one with an id held. `language` is BCP 47. */
export interface WhoService {
  findPeople: (name: string, language: string) => Promise<Asked<Person[]>>;
  findRecord: (id: string, language: string) => Promise<Asked<OfficeRecord>>;
}

const MAX_PEOPLE = 2; // of a statement; each costs several requests
const MAX_OFFICES = 6; // of a person; those nearest to the role the article gives

/** The people a look would ask about: those named in full. */
export const peopleToAsk = (query: Query): string[] => fullyNamed(query).map(({ name }) => name);

const fullyNamed = (query: Query): Query['names'] =>
  query.names.filter(({ name, type }) => type === 'person' && name.includes(' ')).slice(0, MAX_PEOPLE);

/** Rung e: what Wikidata records of the people in the statement, compared at the article's date. */
export async function findWho(query: Query, service: WhoService): Promise<OutsideEvidence> {
  const findings: Finding[] = [];
  let last: Extract<Asked<Finding[]>, { status: 'ok' }> | null = null;
  let partly: NotMeasured | undefined;
  for (const person of fullyNamed(query)) {
    const asked = await askAbout(person, query, service);
    if (asked.status === 'ok') {
      last = asked;
      findings.push(...asked.value);
    } else if (findings.length === 0) return { ...asked, source: 'who' };
    else {
      partly = asked.reason; // what is known of the others stays
      break;
    }
  }
  // Nobody to ask about is answered at once, without a request.
  const asked = last ?? { status: 'ok' as const, asOf: '', fromCache: false };
  const evidence = outsideEvidence('who', { ...asked, value: findings }, found => found);
  return evidence.status === 'ok' && partly ? { ...evidence, partly } : evidence;
}

async function askAbout(
  { name, role }: Query['names'][number],
  query: Query,
  service: WhoService,
): Promise<Asked<Finding[]>> {
  const asked = await service.findPeople(name, query.language);
  if (asked.status === 'not_measured') return asked;
  const [person, ...others] = asked.value;
  if (!person) return { ...asked, value: [] };
  // Several people bear the name: the reader chooses, never we.
  if (others.length > 0)
    return { ...asked, value: asked.value.map(each => personFinding(each, 'ambiguous')) };
  const record = await service.findRecord(person.id, query.language);
  if (record.status === 'not_measured') return record;
  const { offices, changed, encyclopedia } = record.value;
  const known = { ...(changed && { changed }), ...(encyclopedia && { encyclopedia }) };
  if (offices.length === 0)
    return { ...record, value: [{ ...personFinding(person, 'no_office'), ...known }] };
  return {
    ...record,
    value: offices
      .map(office => officeFinding(person, office, query, role))
      .toSorted((a, b) => weightOf(b) - weightOf(a))
      .slice(0, MAX_OFFICES)
      .map(finding => ({ ...finding, ...known })),
  };
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

/** An office is what the article speaks of when its name shares a word with the role the article gives. */
function officeFinding(person: Person, office: Office, { language, articleDate }: Query, role = ''): Finding {
  const note = heldAt(office, articleDate);
  const shared = sharedWords(statementOf(role, language), statementOf(office.label, language));
  return {
    match: note === 'holds' && shared.length > 0 ? 'about' : 'related',
    reasons: [person.label, ...shared],
    title: person.label,
    url: address(person.id, '#P39'),
    publisher: 'Wikidata',
    quote: office.label,
    ...(office.from && { from: office.from }),
    ...(office.to && { to: office.to }),
    note,
  };
}

const weightOf = ({ match, reasons, note }: Finding): number =>
  (match === 'about' ? 100 : 0) + reasons.length * 10 + (note === 'holds' ? 5 : 0);

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
