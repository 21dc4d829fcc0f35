import type { Article, BlockKind } from '../../lib/article/article.ts';
import type { Brief, Claim, Mention, Player } from '../../lib/brief/brief.ts';
import type { Span } from '../../lib/text/span.ts';

/** An article of our own, and the brief a careful reader would write of it by hand. */

const BLOCKS: readonly (readonly [BlockKind, string])[] = [
  [
    'standfirst',
    'Islanders say the plan would cut them off from the mainland hospital; the company blames three engine fires in a year.',
  ],
  [
    'paragraph',
    'The last night ferry between Port Ansley and Merrow Island will sail on 28 February 2027, the operator Northstrand Lines announced on Thursday. “We cannot run vessels we do not trust,” chief executive Petra Lindqvist told reporters in Port Ansley.',
  ],
  [
    'paragraph',
    'Northstrand said the three engine fires since January 2026 had each started in the same fuel pump. An internal report seen by the Courier puts the cost of replacing the pumps at 4.2 million crowns.',
  ],
  ['heading', 'A hospital 40 minutes away'],
  [
    'paragraph',
    'Merrow’s mayor, Daniel Okoro, rejected the company’s explanation. “The boats are old because nobody paid for new ones,” he said. “People will die waiting for morning.” Okoro said the island had lost two thirds of its night crossings since 2019.',
  ],
  [
    'paragraph',
    'Lindqvist disputed that figure, saying night crossings had fallen by less than half over the same years.',
  ],
  [
    'paragraph',
    'According to the regional health authority, 61 patients were taken to the mainland by night ferry last year. A helicopter could allegedly cover most of those cases, but the authority declined to say what it would cost.',
  ],
  ['heading', 'Inspectors wait for parts'],
  [
    'paragraph',
    'Two engineers who worked on the vessels, and who asked not to be named, said that warnings about the pumps were ignored in 2024. Northstrand denied this. “No warning ever reached the board,” Lindqvist said.',
  ],
  [
    'paragraph',
    'Transport minister Hanna Varga called the announcement “premature” and said she would meet the company on 3 December 2026. A decision on state money may follow before the end of the year, her office suggested.',
  ],
  [
    'paragraph',
    'The Merrow Residents’ League plans a protest at the quay on 28 November 2026. “We are not asking for luxury,” said its chairwoman, Ruth Calloway. “We are asking for a boat.”',
  ],
  [
    'paragraph',
    'The ferry line opened in 1931 and was last refitted in 2008. It was not clear on Friday whether day crossings would also be reduced.',
  ],
];

const TEXT = BLOCKS.map(([, words]) => words).join('\n\n');

function blocks(): Article['blocks'] {
  let start = 0;
  return BLOCKS.map(([kind, words]) => {
    const block = { kind, start, end: start + words.length };
    start = block.end + 2;
    return block;
  });
}

/** Where `words` stand, for the `nth` time (from 0). */
export function find(words: string, nth = 0): Span {
  let start = TEXT.indexOf(words);
  for (let i = 0; i < nth && start !== -1; i++) start = TEXT.indexOf(words, start + 1);
  if (start === -1) throw new Error(`not in the fixture: ${words}`);
  return { start, end: start + words.length };
}

function within(outer: string, words: string): Span {
  const start = find(outer).start + outer.indexOf(words);
  return { start, end: start + words.length };
}

function mentions(form: Mention['form'], ...words: (string | readonly [string, number])[]): Mention[] {
  return words.map(word => {
    const { start, end } = typeof word === 'string' ? find(word) : find(...word);
    return { start, end, form };
  });
}

function player(
  it: Pick<Player, 'id' | 'name' | 'type' | 'salience' | 'mentions'> & { role?: Span },
): Player {
  return { aliases: [], roles: it.role ? [it.role] : [], ...it };
}

const PLAYERS: Player[] = [
  {
    ...player({
      id: 'p1',
      name: 'Petra Lindqvist',
      type: 'person',
      salience: 0.92,
      role: find('chief executive'),
      mentions: [...mentions('name', 'Petra Lindqvist', ['Lindqvist', 1], ['Lindqvist', 2])],
    }),
    aliases: ['Lindqvist'],
  },
  {
    ...player({
      id: 'p2',
      name: 'Daniel Okoro',
      type: 'person',
      salience: 0.84,
      role: find('Merrow’s mayor'),
      mentions: [
        ...mentions('nominal', 'Merrow’s mayor'),
        ...mentions('name', 'Daniel Okoro'),
        { ...within('” he said', 'he'), form: 'pronoun' },
        ...mentions('name', ['Okoro', 1]),
      ],
    }),
    aliases: ['Okoro'],
  },
  {
    ...player({
      id: 'p3',
      name: 'Northstrand Lines',
      type: 'organisation',
      salience: 0.8,
      role: find('the operator'),
      mentions: mentions('name', 'Northstrand Lines', ['Northstrand', 1], ['Northstrand', 2]),
    }),
    aliases: ['Northstrand'],
  },
  player({
    id: 'p4',
    name: 'Hanna Varga',
    type: 'person',
    salience: 0.55,
    role: find('Transport minister'),
    mentions: mentions('name', 'Hanna Varga'),
  }),
  player({
    id: 'p5',
    name: 'Merrow Island',
    type: 'place',
    salience: 0.5,
    mentions: mentions('name', 'Merrow Island'),
  }),
  player({
    id: 'p6',
    name: 'Ruth Calloway',
    type: 'person',
    salience: 0.4,
    role: find('chairwoman'),
    mentions: mentions('name', 'Ruth Calloway'),
  }),
  player({
    id: 'p7',
    name: 'Merrow Residents’ League',
    type: 'organisation',
    salience: 0.35,
    mentions: mentions('name', 'Merrow Residents’ League'),
  }),
  player({
    id: 'p8',
    name: 'Port Ansley',
    type: 'place',
    salience: 0.3,
    mentions: mentions('name', 'Port Ansley', ['Port Ansley', 1]),
  }),
];

function claim(
  it: Pick<Claim, 'id' | 'source' | 'sourceKind' | 'cue' | 'content' | 'kind'> & Partial<Claim>,
): Claim {
  return {
    certainty: 'asserted',
    hedges: [],
    status: 'stated',
    disputedBy: [],
    refersTo: [],
    checkWorthiness: 0.4,
    checkReasons: [],
    ...it,
  };
}

const CLAIMS: Claim[] = [
  claim({
    id: 'c1',
    source: { ...find('Northstrand Lines'), playerId: 'p3' },
    sourceKind: 'organisation',
    cue: find('announced'),
    content: [
      find('The last night ferry between Port Ansley and Merrow Island will sail on 28 February 2027'),
    ],
    kind: 'indirect',
  }),
  claim({
    id: 'c2',
    source: { ...find('Petra Lindqvist'), playerId: 'p1' },
    sourceKind: 'person',
    cue: find('told reporters'),
    content: [find('“We cannot run vessels we do not trust,”')],
    kind: 'direct',
  }),
  claim({
    id: 'c3',
    source: { ...find('Northstrand', 1), playerId: 'p3' },
    sourceKind: 'organisation',
    cue: find('said'),
    content: [find('the three engine fires since January 2026 had each started in the same fuel pump')],
    kind: 'indirect',
    checkWorthiness: 0.8,
    checkReasons: ['number', 'cause'],
  }),
  claim({
    id: 'c4',
    source: find('An internal report seen by the Courier'),
    sourceKind: 'document',
    cue: find('puts'),
    content: [find('the cost of replacing the pumps at 4.2 million crowns')],
    kind: 'indirect',
    checkWorthiness: 0.9,
    checkReasons: ['number'],
  }),
  claim({
    id: 'c5',
    source: { ...within('” he said', 'he'), playerId: 'p2' },
    sourceKind: 'person',
    cue: find('said', 1),
    content: [
      find('“The boats are old because nobody paid for new ones,”'),
      find('“People will die waiting for morning.”'),
    ],
    kind: 'direct',
  }),
  claim({
    id: 'c6',
    source: { ...find('Okoro', 1), playerId: 'p2' },
    sourceKind: 'person',
    cue: find('said', 2),
    content: [find('the island had lost two thirds of its night crossings since 2019')],
    kind: 'indirect',
    status: 'contested',
    disputedBy: ['c7'],
    checkWorthiness: 0.95,
    checkReasons: ['number'],
  }),
  claim({
    id: 'c7',
    source: { ...find('Lindqvist', 1), playerId: 'p1' },
    sourceKind: 'person',
    cue: find('saying'),
    content: [find('night crossings had fallen by less than half over the same years')],
    kind: 'indirect',
    status: 'contested',
    refersTo: ['c6'],
    disputedBy: ['c6'],
    checkWorthiness: 0.9,
    checkReasons: ['number'],
  }),
  claim({
    id: 'c8',
    source: find('the regional health authority'),
    sourceKind: 'office',
    cue: find('According to'),
    content: [find('61 patients were taken to the mainland by night ferry last year')],
    kind: 'indirect',
  }),
  claim({
    id: 'c9',
    source: null,
    sourceKind: 'none',
    cue: null,
    content: [find('A helicopter could allegedly cover most of those cases')],
    kind: 'indirect',
    certainty: 'hedged',
    hedges: [find('could'), find('allegedly')],
    status: 'unconfirmed',
  }),
  claim({
    id: 'c10',
    source: find('Two engineers who worked on the vessels, and who asked not to be named'),
    sourceKind: 'anonymous',
    cue: within('said that', 'said'),
    content: [find('warnings about the pumps were ignored in 2024')],
    kind: 'indirect',
    status: 'denied',
    disputedBy: ['c11'],
    checkWorthiness: 0.7,
  }),
  claim({
    id: 'c11',
    source: { ...find('Lindqvist', 2), playerId: 'p1' },
    sourceKind: 'person',
    cue: within('Lindqvist said', 'said'),
    content: [find('“No warning ever reached the board,”')],
    kind: 'direct',
    refersTo: ['c10'],
  }),
  claim({
    id: 'c12',
    source: { ...find('Hanna Varga'), playerId: 'p4' },
    sourceKind: 'person',
    cue: find('called'),
    content: [find('the announcement “premature”')],
    kind: 'mixed',
  }),
  claim({
    id: 'c13',
    source: find('her office'),
    sourceKind: 'office',
    cue: find('suggested'),
    content: [find('A decision on state money may follow before the end of the year')],
    kind: 'indirect',
    certainty: 'hedged',
    hedges: [find('may')],
  }),
  claim({
    id: 'c14',
    source: { ...find('Ruth Calloway'), playerId: 'p6' },
    sourceKind: 'person',
    cue: within('said its chairwoman', 'said'),
    content: [find('“We are not asking for luxury,”'), find('“We are asking for a boat.”')],
    kind: 'direct',
  }),
];

export const BRIEF: Brief = {
  version: 1,
  article: {
    url: 'https://courier.example/local/night-ferries',
    siteName: 'The Ansley Courier',
    title: 'Night ferries to Merrow Island to stop in March, operator says',
    section: 'Local',
    byline: ['Nora Fitch', 'Tom Aldane'],
    publishedTime: '2026-11-20T07:40:00Z',
    language: 'en',
    type: 'news',
    text: TEXT,
    blocks: blocks(),
  },
  summary: [
    find(
      'The last night ferry between Port Ansley and Merrow Island will sail on 28 February 2027, the operator Northstrand Lines announced on Thursday.',
    ),
    find('Okoro said the island had lost two thirds of its night crossings since 2019.'),
    find(
      'Transport minister Hanna Varga called the announcement “premature” and said she would meet the company on 3 December 2026.',
    ),
  ],
  players: PLAYERS,
  claims: CLAIMS,
  sourcing: {
    bySource: [
      { playerId: 'p1', sourceKind: 'person', claims: 3 },
      { playerId: 'p3', sourceKind: 'organisation', claims: 2 },
      { playerId: 'p2', sourceKind: 'person', claims: 2 },
      { playerId: 'p4', sourceKind: 'person', claims: 1 },
      { playerId: 'p6', sourceKind: 'person', claims: 1 },
      { label: 'the regional health authority', sourceKind: 'office', claims: 1 },
      { label: 'her office', sourceKind: 'office', claims: 1 },
      { label: 'An internal report seen by the Courier', sourceKind: 'document', claims: 1 },
      {
        label: 'Two engineers who worked on the vessels, and who asked not to be named',
        sourceKind: 'anonymous',
        claims: 1,
      },
      { label: '', sourceKind: 'none', claims: 1 },
    ],
    named: 11,
    unnamed: 2,
    documents: 1,
  },
  timeline: [
    {
      ...find('1931'),
      date: '1931',
      precision: 'year',
      tense: 'past',
      sentence: find('The ferry line opened in 1931 and was last refitted in 2008.'),
    },
    {
      ...find('January 2026'),
      date: '2026-01',
      precision: 'month',
      tense: 'past',
      sentence: find(
        'Northstrand said the three engine fires since January 2026 had each started in the same fuel pump.',
      ),
    },
    {
      ...find('28 November 2026'),
      date: '2026-11-28',
      precision: 'day',
      tense: 'upcoming',
      sentence: find('The Merrow Residents’ League plans a protest at the quay on 28 November 2026.'),
    },
    {
      ...find('3 December 2026'),
      date: '2026-12-03',
      precision: 'day',
      tense: 'upcoming',
      sentence: find(
        'Transport minister Hanna Varga called the announcement “premature” and said she would meet the company on 3 December 2026.',
      ),
    },
    {
      ...find('before the end of the year'),
      precision: 'year',
      tense: 'upcoming',
      sentence: find(
        'A decision on state money may follow before the end of the year, her office suggested.',
      ),
    },
    {
      ...find('28 February 2027'),
      date: '2027-02-28',
      precision: 'day',
      tense: 'upcoming',
      sentence: find(
        'The last night ferry between Port Ansley and Merrow Island will sail on 28 February 2027, the operator Northstrand Lines announced on Thursday.',
      ),
    },
  ],
  flags: [],
  offered: { names: 'full', claims: 'full', summary: 'full', ask: 'full' },
};
