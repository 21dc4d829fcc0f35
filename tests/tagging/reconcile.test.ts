import { describe, expect, it } from 'vitest';
import type { Reading } from '../../lib/tagging/roles.ts';
import { reconcile } from '../../lib/tagging/reconcile.ts';
import { parseText, tokensIn } from '../../lib/text/parse.ts';
import type { Range, TextDocument } from '../../lib/text/document.ts';

/** The tokens of the first place of these words. */
function rangeOf(doc: TextDocument, words: string): Range {
  const start = doc.text.indexOf(words);
  if (start < 0) throw new Error(words);
  return tokensIn(doc, { start, end: start + words.length });
}

type Draft = { source?: string; cue?: string; content: string[]; confidence?: number };

/** What is left of readings, each written "source | cue | piece | piece". */
function reconciled(text: string, drafts: readonly Draft[], second?: Draft): string[] {
  const doc = parseText(text);
  const reading = ({ source, cue, content, confidence }: Draft): Reading => ({
    source: source === undefined ? null : rangeOf(doc, source),
    cue: cue === undefined ? null : rangeOf(doc, cue),
    content: content.map(words => rangeOf(doc, words)),
    confidence: confidence ?? 0.9,
  });
  const lookAgain = (): Reading | null => (second ? reading(second) : null);
  const words = (range: Range | null): string =>
    range ? text.slice(doc.tokens.start[range.first], doc.tokens.end[range.end - 1]) : '-';
  const segment = { first: 0, end: doc.tokens.length };
  return reconcile(doc, segment, drafts.map(reading), lookAgain).map(({ source, cue, content }) =>
    [source, cue, ...content].map(words).join(' | '),
  );
}

describe('readings and quotation marks', () => {
  it.each<[string, string, Draft[], string[]]>([
    [
      'content fills its quotation',
      '“We waited. Nobody came to open it,” Bo said.',
      [{ source: 'Bo', cue: 'said', content: ['We waited'] }],
      ['Bo | said | We waited. Nobody came to open it'],
    ],
    [
      'but not when the rest is somebody else’s',
      '“We waited for hours in there, and Al said nobody came,” Bo said.',
      [
        { source: 'Bo', cue: 'Bo said', content: ['We waited for hours in there'] },
        { source: 'Al', cue: 'said', content: ['nobody came'] },
      ],
      ['Bo | Bo said | We waited for hours in there', 'Al | said | nobody came'],
    ],
    [
      'a quotation has one speaker, the nearest',
      'Once the race ended, Bo said, “We came second. I wanted to lead.”',
      [
        { source: 'Once the race', cue: 'ended', content: ['We came second', 'I wanted to lead'] },
        { source: 'Bo', cue: 'said', content: ['We came second. I wanted'] },
      ],
      ['Bo | said | We came second. I wanted to lead.'],
    ],
    [
      'what somebody quoted reports stays',
      '“We waited for hours, and Al told us to go home,” Bo said.',
      [
        { source: 'Bo', cue: 'said', content: ['We waited for hours, and Al told us to go home'] },
        { source: 'Al', cue: 'told', content: ['to go home'] },
      ],
      ['Bo | said | We waited for hours, and Al told us to go home', 'Al | told | to go home'],
    ],
    [
      'and all of it, where its end was taken for what it reports',
      'It rained.\n\n“When you left you believed that the old flue was fitted well.”',
      [{ source: 'you', cue: 'believed', content: ['that the old flue was fitted well'], confidence: 0.4 }],
      ['- | - | When you left you believed that the old flue was fitted well.'],
    ],
    [
      'a whole sentence in marks stays, its speaker only if likely',
      'The banner over the old gate: “Nobody leaves this town alive.”',
      [{ source: 'The banner', cue: 'over', content: ['Nobody leaves this town alive.'], confidence: 0.4 }],
      ['- | - | Nobody leaves this town alive.'],
    ],
    [
      'a source ends with its block',
      'Photo desk\n\nBo said it would rain.',
      [{ source: 'Photo desk\n\nBo', cue: 'said', content: ['it would rain'] }],
      ['Bo | said | it would rain'],
    ],
    [
      'a year is no cue',
      '1959: “The whole town came to watch the final.”',
      [{ cue: '1959', content: ['The whole town came to watch the final.'] }],
      ['- | - | The whole town came to watch the final.'],
    ],
    [
      'content without its verb goes on behind a bracket',
      'Bo said six dams (three) are likely to be old.',
      [{ source: 'Bo', cue: 'said', content: ['six dams (three)'] }],
      ['Bo | said | six dams (three) are likely to be old'],
    ],
    [
      'a mark is no part of a cue',
      'Bo noted “the calm of the river”, and left.',
      [{ source: 'Bo', cue: 'noted “', content: ['the calm of the river'] }],
      ['Bo | noted | the calm of the river'],
    ],
    [
      'what was asked is nobody’s claim',
      'Asked again whether she would resign, Bo said it was too early.',
      [
        { cue: 'Asked', content: ['whether she would resign'] },
        { source: 'Bo', cue: 'said', content: ['it was too early'] },
      ],
      ['Bo | said | it was too early'],
    ],
    [
      'but what somebody asked is',
      'Bo asked whether the gate was open.',
      [{ source: 'Bo', cue: 'asked', content: ['whether the gate was open'] }],
      ['Bo | asked | whether the gate was open'],
    ],
    [
      'content begins with the word that opens its clause',
      'Bo agreed to pay for the gate.',
      [{ source: 'Bo', cue: 'agreed', content: ['pay for the gate'] }],
      ['Bo | agreed | to pay for the gate'],
    ],
    [
      'commas and marks around it go',
      'Bo said, “It will rain all week.”',
      [{ source: 'Bo', cue: 'said', content: [', “It will rain all week.”'] }],
      ['Bo | said | It will rain all week.'],
    ],
    [
      'marks inside it stay',
      'Bo called it “a very bad week” for all.',
      [{ source: 'Bo', cue: 'called', content: ['it “a very bad week” for all'] }],
      ['Bo | called | it “a very bad week” for all'],
    ],
    [
      'the next sentence of a quotation goes on',
      '“We lost all of it,” Bo said. “We will build it again.”',
      [{ source: 'Bo', cue: 'said', content: ['We lost all of it'] }],
      ['Bo | said | We lost all of it | We will build it again.'],
    ],
    [
      'after indirect speech it is another claim of the same source',
      'Bo said it was over. “We will build it again.”',
      [{ source: 'Bo', cue: 'said', content: ['it was over'] }],
      ['Bo | said | it was over', 'Bo | - | We will build it again.'],
    ],
    [
      'a quotation of nobody is nobody’s',
      'A sign hung there. “Closed for good by order.”',
      [],
      ['- | - | Closed for good by order.'],
    ],
    [
      'nor does the next sentence give it away where the words run on into it',
      'Bo said it was over. The crowd roared for “Out with them all!”',
      [{ source: 'Bo', cue: 'said', content: ['it was over'] }],
      ['Bo | said | it was over', '- | - | Out with them all!'],
    ],
    [
      'nothing goes on with a quotation to which its sentence leads up',
      'Bo said she would stay. That led Al to sigh on Monday, “She is going to lose.”',
      [{ source: 'Bo', cue: 'said', content: ['she would stay', 'She is going to lose.'] }],
      ['Bo | said | she would stay', '- | - | She is going to lose.'],
    ],
    [
      'and of whoever has its beginning',
      '“The ice,” said Al, “was too thin.” Bo added, “Everybody was told so.”',
      [
        { source: 'Al', cue: 'said', content: ['The ice'] },
        { source: 'Bo', cue: 'added', content: ['The ice', 'was too thin', 'Everybody was told so'] },
      ],
      ['Al | said | The ice | was too thin.', 'Bo | added | Everybody was told so.'],
    ],
    [
      'a quotation does not reach over its own cue',
      '“The port believes the quay is safe for now,” Bo said.',
      [
        { source: 'The port', cue: 'believes', content: ['the quay is safe'] },
        { source: 'Bo', cue: 'said', content: ['The port believes the quay is safe for now'] },
      ],
      ['Bo | said | The port believes the quay is safe for now', 'The port | believes | the quay is safe'],
    ],
    ['a short title is no claim', 'Bo sang at the “Great Harbour Evening.”', [], []],
    ['nor is one in a question', 'Did Bo sing at the “Great Harbour Evening?”', [], []],
    [
      'what its sentence has said so far tells whose a quotation is',
      'Bo says it is a loss, calling the old pier of the town “the last of its kind in all of this country”.',
      [{ source: 'Bo', cue: 'says', content: ['it is a loss, calling the old pier of the town'] }],
      [
        'Bo | says | it is a loss, calling the old pier of the town',
        'Bo | - | the last of its kind in all of this country',
      ],
    ],
    [
      'a quotation behind somebody’s other words is a claim of its own',
      '“The pipes will burst,” Al said. He said farmers were unhappy. “Whoever sees it will weep.”',
      [
        {
          source: 'Al',
          cue: 'said',
          content: ['The pipes will burst', 'Whoever sees it will weep.'],
        },
        { source: 'He', cue: 'He said', content: ['farmers were unhappy'] },
      ],
      [
        'Al | said | The pipes will burst',
        'He | He said | farmers were unhappy',
        'He | - | Whoever sees it will weep.',
      ],
    ],
    [
      'and so it is where nobody has it yet',
      '“The pipes will burst.” He said farmers were unhappy. “Whoever sees it will weep.”',
      [{ source: 'He', cue: 'He said', content: ['farmers were unhappy'] }],
      [
        '- | - | The pipes will burst.',
        'He | He said | farmers were unhappy',
        'He | - | Whoever sees it will weep.',
      ],
    ],
    [
      'what was said before a colon is a claim of its own',
      '“I like the plan a lot.” Bo also added: “I call on all to row.”',
      [{ source: 'Bo', cue: 'added', content: ['I like the plan a lot.', 'I call on all to row.'] }],
      ['Bo | - | I like the plan a lot.', 'Bo | added | I call on all to row.'],
    ],
    ['a word at arm’s length is no claim', 'The “so-called plan” failed.', [], []],
    [
      'content stays in the block of its cue',
      'Bo said it was over.\n\nIt rained.',
      [{ source: 'Bo', cue: 'said', content: ['it was over.\n\nIt rained'] }],
      ['Bo | said | it was over.'],
    ],
    [
      'content runs to the end of its clause',
      'Bo said the old bridge had stood there for a century.',
      [{ source: 'Bo', cue: 'said', content: ['the old bridge'] }],
      ['Bo | said | the old bridge had stood there for a century'],
    ],
    [
      'but may end before a connective',
      'Bo said the bridge was old when the mayor called.',
      [{ source: 'Bo', cue: 'said', content: ['the bridge was old'] }],
      ['Bo | said | the bridge was old'],
    ],
    [
      'a quotation belongs to the nearest cue',
      'The Post wrote that fees rose, and Bo agreed: “It was a bad year.”',
      [
        { source: 'The Post', cue: 'wrote', content: ['that fees rose', 'It was a bad year'] },
        { source: 'Bo', cue: 'agreed', content: ['It was a bad year'] },
      ],
      ['The Post | wrote | that fees rose', 'Bo | agreed | It was a bad year.'],
    ],
    [
      'who is called something by others does not speak',
      'Bo was called by Al a good man.',
      [{ source: 'Bo', cue: 'was called by', content: ['Al a good man'] }],
      ['- | was called by | Al a good man'],
    ],
    [
      'who is moved by something does',
      'Bo is not convinced by that line of thought.',
      [{ source: 'Bo', cue: 'is not convinced by', content: ['that line of thought'] }],
      ['Bo | is not convinced by | that line of thought'],
    ],
    [
      '"it" is nobody',
      'It is believed that rain fell.',
      [{ source: 'It', cue: 'is believed', content: ['that rain fell'] }],
      ['- | is believed | that rain fell'],
    ],
    [
      'but it can be a company',
      'It said that rain fell.',
      [{ source: 'It', cue: 'said', content: ['that rain fell'] }],
      ['It | said | that rain fell'],
    ],
    [
      'the same content is told once, by the surer reading',
      'When it ended, Bo said that rain fell.',
      [
        { cue: 'ended', content: ['that rain fell'], confidence: 0.5 },
        { source: 'Bo', cue: 'said', content: ['that rain fell'], confidence: 0.8 },
      ],
      ['Bo | said | that rain fell'],
    ],
    [
      'a guess is dropped',
      'Bo read that rain fell.',
      [{ cue: 'read', content: ['that rain fell'], confidence: 0.2 }],
      [],
    ],
  ])('%s', (_case, text, drafts, expected) => {
    expect(reconciled(text, drafts)).toEqual(expected);
  });

  it('a faint cue is believed where a quotation needs one', () => {
    const text = '“We will build it all again,” crowed Bo.';
    const crowed = { source: 'Bo', cue: 'crowed', content: ['We will build it all'], confidence: 0.1 };
    expect(reconciled(text, [], crowed)).toEqual(['Bo | crowed | We will build it all again']);
  });
});
