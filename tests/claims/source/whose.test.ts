import { describe, expect, it } from 'vitest';
import { withOwnSources } from '../../../lib/claims/source/whose.ts';
import type { Attribution } from '../../../lib/tagging/tagger.ts';
import { parseText } from '../../../lib/text/parse.ts';
import { placeIn } from '../../support/place.ts';
import { attribution } from '../told.ts';

/** The sources after mending, in order. */
function sources(text: string, attributions: readonly Attribution[]): (string | null)[] {
  return withOwnSources(parseText(text), attributions).map(
    ({ source }) => source && text.slice(source.start, source.end),
  );
}

describe('whom something is thought of', () => {
  it('does not think it, in an aside', () => {
    const text = 'Brandt, considered one of the best mayors, left.';
    expect(sources(text, [attribution(text, 'Brandt', 'considered', 'one of the best mayors')])).toEqual([
      null,
    ]);
  });

  it.each([
    ['Brandt, the mayor, considered the plan mad.', 'Brandt, the mayor', 'considered', 'the plan mad'],
    ['Others, Brandt among them, thought it held.', 'Others', 'thought', 'it held'],
  ])('thinks it behind an apposition: %s', (text, source, cue, content) => {
    expect(sources(text, [attribution(text, source, cue, content)])).toEqual([source]);
  });

  it('thinks it behind a clause', () => {
    const text = 'The dam was old, thought Brandt.';
    expect(sources(text, [attribution(text, 'Brandt', 'thought', 'The dam was old')])).toEqual(['Brandt']);
  });
});

describe('a verb whose subject is lost', () => {
  it.each([
    [
      'within a clause',
      'It allowed Brandt to claim that Altmark wants to stay.',
      'wants',
      'to stay',
      'Altmark',
    ],
    ['with an auxiliary', 'Research has hinted at a flood.', 'has hinted', 'at a flood', 'Research'],
    [
      'behind an aside',
      'Brandt saw it and, given the rain, expects that it will hold.',
      'expects',
      'that it will hold',
      'Brandt',
    ],
    ['is not whose it is said', 'Or dumplings, described as old.', 'described', 'as old', null],
    ['is not told by a passive', 'The dam is thought to hold.', 'is thought', 'to hold', null],
  ])('%s', (_case, text, cue, content, expected) => {
    expect(sources(text, [attribution(text, null, cue, content)])).toEqual([expected]);
  });
});

describe('before “who”', () => {
  it.each([
    [
      'whoever a verb leads up to',
      'The mill has come under fire from five towns who claim that it smokes.',
      'come under fire from five towns',
      'claim',
      'that it smokes',
      'five towns',
    ],
    [
      'behind the verb itself',
      'It will no doubt confuse quite a few farmers who believe that it held.',
      'no doubt confuse quite a few farmers',
      'believe',
      'that it held',
      'quite a few farmers',
    ],
    [
      'whoever is behind another name',
      'Brandt met farmers who claim that it held.',
      'Brandt',
      'claim',
      'that it held',
      'farmers',
    ],
    [
      'a whole phrase',
      'People in five small towns who claim that it held wept.',
      'People in five small towns',
      'claim',
      'that it held',
      'People in five small towns',
    ],
  ])('speaks %s', (_case, text, source, cue, content, expected) => {
    expect(sources(text, [attribution(text, source, cue, content)])).toEqual([expected]);
  });
});

describe('behind “of”', () => {
  it.each([
    [
      'It closed after clerks of a small mill said it smoked.',
      'a small mill',
      'said',
      'it smoked',
      'clerks of a small mill',
    ],
    [
      'An older study from 2016 of more than 200 towns found that it held.',
      '200 towns',
      'found',
      'that it held',
      'An older study from 2016 of more than 200 towns',
    ],
    ['Dozens of farmers said it held.', 'farmers', 'said', 'it held', 'Dozens of farmers'],
    ['The mayor of Bonn said it held.', 'The mayor of Bonn', 'said', 'it held', 'The mayor of Bonn'],
  ])('speaks the noun before: %s', (text, source, cue, content, expected) => {
    expect(sources(text, [attribution(text, source, cue, content)])).toEqual([expected]);
  });
});

describe('whoever makes a claim', () => {
  it.each([
    ['The talks follow claims by two guards on Monday that it froze.', 'The talks', 'claims', 'two guards'],
    ['The board had complaints from farmers that it froze.', 'The board', 'complaints', 'farmers'],
    ['The board repeated claims from May that it froze.', 'The board', 'claims', 'The board'],
  ])('stands behind it: %s', (text, source, cue, expected) => {
    expect(sources(text, [attribution(text, source, cue, 'that it froze')])).toEqual([expected]);
  });
});

describe('who receives what others say', () => {
  it('does not say it', () => {
    const text = 'The board has received complaints that it smoked.';
    expect(sources(text, [attribution(text, 'The board', 'complaints', 'that it smoked')])).toEqual([null]);
  });

  it('says what they repeat', () => {
    const text = 'The board has repeated claims that it smoked.';
    expect(sources(text, [attribution(text, 'The board', 'claims', 'that it smoked')])).toEqual([
      'The board',
    ]);
  });
});

describe('a noun before the verb', () => {
  it.each([
    ['His neighbour pointed out that it held.', 'His', 'neighbour pointed out', 'His neighbour'],
    [
      'A study of mill designs suggests that it held.',
      'A study of mill',
      'designs suggests',
      'A study of mill designs',
    ],
    ['The board went on to say that it held.', 'The board', 'went on to say', 'The board'],
    ['The board seemed to say that it held.', 'The board', 'seemed to say', 'The board'],
  ])('is of who speaks: %s', (text, source, cue, expected) => {
    expect(sources(text, [attribution(text, source, cue, 'that it held')])).toEqual([expected]);
  });
});

describe('behind “by”', () => {
  it.each([
    [
      'whom it was told by',
      'Brandt was told by engineers that it held.',
      'was told by',
      'that it held',
      'engineers',
    ],
    [
      'an impersonal passive',
      'It was alleged by prosecutors that he lied.',
      'was alleged by',
      'that he lied',
      'prosecutors',
    ],
    ['a means', 'Brandt was informed by letter that it held.', 'was informed by', 'that it held', null],
    [
      'a verb that tells nothing',
      'Brandt was justified by the fact that it held.',
      'was justified by',
      'that it held',
      'Brandt',
    ],
  ])('%s', (_case, text, cue, content, expected) => {
    const source = text.startsWith('It') ? null : 'Brandt';
    expect(sources(text, [attribution(text, source, cue, content)])).toEqual([expected]);
  });

  it('takes who speaks out of the content', () => {
    const text = 'Brandt was accused by the union of hiding the money.';
    const told = attribution(text, null, 'was accused by', 'the union of hiding the money');
    const [mended] = withOwnSources(parseText(text), [told]);
    expect(mended!.content.map(({ start, end }) => text.slice(start, end))).toEqual(['of hiding the money']);
  });
});

describe('“who”', () => {
  it.each([
    ['after a comma', 'Critics such as Lena Brandt, who said it was over, left.', 'Lena Brandt'],
    ['after a noun', 'They met a guard who said it was over.', 'a guard'],
  ])('is whoever stands before it: %s', (_case, text, expected) => {
    expect(sources(text, [attribution(text, 'who', 'said', 'it was over')])).toEqual([expected]);
  });
});

describe('hearsay', () => {
  it.each([
    ['an adverb', 'She reportedly sold the boat.', 'She', 'reportedly', 'sold the boat', null],
    [
      'a passive',
      'Brandt was widely reported to have left.',
      'Brandt',
      'was widely reported',
      'to have left',
      null,
    ],
    ['an active verb', 'Brandt had reported a leak.', 'Brandt', 'had reported', 'a leak', 'Brandt'],
  ])('%s', (_case, text, source, cue, content, expected) => {
    expect(sources(text, [attribution(text, source, cue, content)])).toEqual([expected]);
  });

  it('is told of whoever was taken for its source', () => {
    const text = 'She reportedly sold the boat.';
    const [mended] = withOwnSources(parseText(text), [
      attribution(text, 'She', 'reportedly', 'sold the boat'),
    ]);
    expect(mended!.content.map(({ start, end }) => text.slice(start, end))).toEqual(['She', 'sold the boat']);
  });
});

describe('a second verb without a subject', () => {
  it('has that of the sentence', () => {
    const text = 'However, the board was cautious and warned that it might fail.';
    expect(sources(text, [attribution(text, null, 'warned', 'that it might fail')])).toEqual(['the board']);
  });

  it('has the source of the verb before it', () => {
    const text = 'In Oslo guards said it rained and warned that it might snow.';
    const said = attribution(text, 'guards', 'said', 'it rained');
    expect(sources(text, [said, attribution(text, null, 'warned', 'that it might snow')])).toEqual([
      'guards',
      'guards',
    ]);
  });

  it('has none where it is passive or comes first', () => {
    const passive = 'The dam leaked and it was feared that it might fail.';
    expect(sources(passive, [attribution(passive, null, 'was feared', 'that it might fail')])).toEqual([
      null,
    ]);
    const first = 'It rained. Warned that it might fail, they left.';
    expect(sources(first, [attribution(first, null, 'Warned', 'that it might fail')])).toEqual([null]);
  });
});

describe('a second verb that no rule knows', () => {
  it.each([
    ['has the source of the first', 'Brandt said it held and intimated that it leaked.', true, 'Brandt'],
    ['has it behind “but”', 'Brandt said it held but intimated that it leaked.', true, 'Brandt'],
    ['has none without one', 'The dam, built by Lund, and intimated that it leaked.', false, null],
  ])('%s', (_case, text, isTold, expected) => {
    const told = isTold ? [attribution(text, 'Brandt', 'said', 'it held')] : [];
    const all = [...told, attribution(text, null, 'intimated', 'that it leaked')];
    expect(sources(text, all).at(-1)).toBe(expected);
  });
});

describe('“saying” after a document', () => {
  it.each([
    [
      'who thinks something of it',
      'Brandt denied the reports saying they were false.',
      'the reports',
      'Brandt',
    ],
    ['the document', 'Brandt sent the reports saying they were false.', 'the reports', 'the reports'],
  ])('is of %s', (_case, text, source, expected) => {
    expect(sources(text, [attribution(text, source, 'saying', 'they were false')])).toEqual([expected]);
  });
});

describe('what somebody says that others said', () => {
  it.each([
    ['the subject inside', 'She said the members had agreed to pay.', 'had agreed', 'to pay', 'the members'],
    ['a pronoun is left as it was read', 'She said they had agreed to pay.', 'had agreed', 'to pay', 'She'],
    ['an infinitive', 'She said the members voted to ask for money.', 'to ask', 'for money', 'She'],
  ])('%s', (_case, text, cue, content, expected) => {
    const outer = attribution(text, 'She', 'said', text.slice('She said '.length, -1));
    expect(sources(text, [outer, attribution(text, 'She', cue, content)])).toEqual(['She', expected]);
  });

  it('is hers where it stands beside it', () => {
    const text = 'She said it rained and agreed to pay.';
    const outer = attribution(text, 'She', 'said', 'it rained');
    expect(sources(text, [outer, attribution(text, 'She', 'agreed', 'to pay')])).toEqual(['She', 'She']);
  });
});

describe('a word that leads up to a clause', () => {
  it.each([
    ['is nobody', 'Meanwhile, many firms complain of the noise.', 'Meanwhile', 'many firms'],
    ['is nobody before an adjective', 'It divides the disputed land.', 'the', null],
    ['is somebody named', 'The guards complain of the noise.', 'The', 'The guards'],
    ['is somebody where it is a name', 'Kimberly, many say, complain of the noise.', 'Kimberly', 'Kimberly'],
  ])('%s', (_case, text, source, expected) => {
    const told: [string, string] = text.includes('complain')
      ? ['complain', 'of the noise']
      : ['disputed', 'land'];
    expect(sources(text, [attribution(text, source, ...told)])).toEqual([expected]);
  });
});

describe('“saying” after a list', () => {
  it.each([
    [
      'is of who met them',
      'Brandt met guards from Oslo, Bergen and Turku, saying it leaked.',
      'Turku',
      'Brandt',
    ],
    ['is of whom it is according to', 'It leaks, according to Turku, saying it leaked.', 'Turku', 'Turku'],
    ['is of a document', 'Brandt sent a letter from Turku, saying it leaked.', 'Turku', 'Turku'],
    ['is of who begins the sentence', 'Turku wept, saying it leaked.', 'Turku', 'Turku'],
  ])('%s', (_case, text, source, expected) => {
    expect(sources(text, [attribution(text, source, 'saying', 'it leaked')])).toEqual([expected]);
  });
});

describe('a noun without anybody', () => {
  it.each([
    ['has its owner', 'It was the mayor’s own frank admission that it leaked.', 'the mayor'],
    ['has none', 'The mayor’s car and the admission that it leaked.', null],
  ])('%s', (_case, text, expected) => {
    expect(sources(text, [attribution(text, null, 'admission', 'that it leaked')])).toEqual([expected]);
  });
});

describe('a noun near the verb', () => {
  const said: [string, string] = ['said', 'it leaked'];
  it.each([
    [
      'is not its subject where another clause has one',
      'A new poll has fewer (half of the guards said it leaked).',
      'A new poll',
      'half of the guards',
    ],
    ['is not, behind a subordinator', 'Brandt fell when the guards said it leaked.', 'Brandt', 'the guards'],
    [
      'is not as a pronoun in what is quoted',
      '“It broke” as he fell in Bonn, Lena Brandt, the mayor, said it leaked.',
      'he',
      'Lena Brandt, the mayor',
    ],
    [
      'is its subject with a relative clause',
      'Brandt, who met the guards, said it leaked.',
      'Brandt',
      'Brandt',
    ],
    ['is its subject with two verbs', 'Brandt met the guards and said it leaked.', 'Brandt', 'Brandt'],
    [
      'is not where a preposition leads up to it',
      'Families living near the mill said it leaked.',
      'the mill',
      'Families',
    ],
    ['is not where it tells when', 'Brandt in a note said it leaked.', 'a note', 'Brandt in a note'],
    ['is, where the preposition opens the sentence', 'In Bonn guards said it leaked.', 'guards', 'guards'],
    ['is, where it opens a clause', 'Prices rise after the mill said it leaked.', 'the mill', 'the mill'],
    [
      'is not where it ends what is told of somebody',
      'Brandt, who lives in Bonn, near Kiel, said it leaked.',
      'Kiel',
      'Brandt',
    ],
    [
      'is not where “and” joins what somebody did',
      'It did not name the town and said it leaked.',
      'the town and',
      'It',
    ],
    [
      'is not where a relative clause closes',
      'Shares fell after the maker of chips, which supplies Acme, said it leaked.',
      'Shares',
      'the maker of chips',
    ],
    [
      'is half of it behind a name',
      'In May the head of the mill, Lena Brandt, and her deputy said it leaked.',
      'her deputy',
      'the head of the mill, Lena Brandt, and her deputy',
    ],
    [
      'is all of it behind a clause',
      'In May, Brandt left, and her deputy said it leaked.',
      'her deputy',
      'her deputy',
    ],
    [
      'is not where it ends a list that is told of',
      'It broke in Bonn, Kiel and Oslo, the board said it leaked.',
      'Kiel and Oslo, the board',
      'the board',
    ],
    [
      'is one of a list',
      'Lund, Brandt and the board said it leaked.',
      'Lund, Brandt and the board',
      'Lund, Brandt and the board',
    ],
    [
      'is not what is told of it',
      'A body that sets rules, known as Acme, now said it leaked.',
      'sets rules, known as Acme,',
      'A body',
    ],
    ['is in a relative clause', 'It broke in a way that guards said it leaked.', 'guards', 'guards'],
    [
      'is half of it behind “and”',
      'While the harbour board and its guards said it leaked, it rained.',
      'its guards',
      'the harbour board and its guards',
    ],
    [
      'is all of it where “and” joins clauses',
      'Prices rise and the guards said it leaked.',
      'the guards',
      'the guards',
    ],
    [
      'is all of it behind an adjective',
      'The river is 3% higher and the guards said it leaked.',
      'the guards',
      'the guards',
    ],
    [
      'is all of it behind a relative clause',
      'It met the party that rules Bonn and the guards said it leaked.',
      'the guards',
      'the guards',
    ],
  ])('%s', (_case, text, source, expected) => {
    expect(sources(text, [attribution(text, source, ...said)])).toEqual([expected]);
  });

  it.each([
    [
      'does not do what was done by it',
      'It hurt the party, which tried to win votes by saying it leaked.',
      'votes by',
      'saying',
      'the party',
    ],
    [
      'does not do what it was blamed for',
      'Lund blasted Brandt for saying it leaked.',
      'Lund',
      'saying',
      'Brandt',
    ],
    ['does what it thanks nobody for', 'Lund was praised for saying it leaked.', 'Lund', 'saying', 'Lund'],
    [
      'does not do what others do with it',
      'The dam shut, with guards warning it leaked.',
      'The dam',
      'warning',
      'guards',
    ],
    ['does what it does in the end', 'Lund met with guards saying it leaked.', 'Lund', 'saying', 'Lund'],
    ['does what it does besides', 'Lund came with plans and warning it leaked.', 'Lund', 'warning', 'Lund'],
    ['lets another claim', 'The flood allowed Brandt to claim it leaked.', 'The flood', 'to claim', 'Brandt'],
    [
      'does not do what the last clause tells',
      'Lund left, but the board stayed in Bonn, saying it leaked.',
      'Lund',
      'saying',
      'the board',
    ],
    [
      'does what it does after others',
      'Lund left after rain and snow, saying it leaked.',
      'Lund',
      'saying',
      'Lund',
    ],
    [
      'does not do what it was heard by',
      'The appeal was heard by Lena Brandt, arguing it leaked.',
      'The appeal',
      'arguing',
      'Lena Brandt',
    ],
    [
      'does what is done by the river',
      'The mill stands by the river, arguing it leaked.',
      'The mill',
      'arguing',
      'The mill',
    ],
    [
      'lets somebody write besides',
      'It fell again, Lena Brandt writing it leaked.',
      'It',
      'writing',
      'Lena Brandt',
    ],
    [
      'has somebody agree in spite of it',
      'Rain fell despite Brandt agreeing it leaked.',
      'Rain',
      'agreeing',
      'Brandt',
    ],
    [
      'moves others in a relative clause',
      'The rain came, which led many guards to claim it leaked.',
      'The rain',
      'to claim',
      'many guards',
    ],
    ['is told of it', 'Brandt was told it leaked.', 'Brandt', 'was told', null],
    ['tells it', 'Brandt has told it leaked.', 'Brandt', 'has told', 'Brandt'],
    [
      'does so in a month',
      'Then in May, the guards met in Bonn, saying it leaked.',
      'Bonn',
      'saying',
      'the guards',
    ],
    ['claims by itself', 'The board met Brandt to claim it leaked.', 'The board', 'to claim', 'The board'],
  ])('%s', (_case, text, source, cue, expected) => {
    expect(sources(text, [attribution(text, source, cue, 'it leaked')])).toEqual([expected]);
  });
});

describe('what was denied by somebody', () => {
  it('is the content, and “by” belongs to the cue', () => {
    const text = 'The photo was denied by Brandt on Monday.';
    const [mended] = withOwnSources(parseText(text), [
      attribution(text, 'The photo', 'was denied', 'by Brandt'),
    ]);
    const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(words(mended!.source!)).toBe('Brandt');
    expect(words(mended!.cue!)).toBe('was denied by');
    expect(mended!.content.map(words)).toEqual(['The photo']);
  });

  it('is not where it has been told by a time', () => {
    const text = 'The board was warned by Monday that it leaked.';
    expect(sources(text, [attribution(text, 'The board', 'was warned', 'that it leaked')])).toEqual([null]);
  });
});

describe('what was done by somebody', () => {
  /** The content after mending. */
  function contents(text: string, found: Attribution, ...more: string[]): string[] {
    const whole = { ...found, content: [...found.content, ...more.map(words => placeIn(text, words))] };
    const [mended] = withOwnSources(parseText(text), [whole]);
    return mended!.content.map(({ start, end }) => text.slice(start, end));
  }

  it.each([
    [
      'who they are',
      'The dam was rejected by farmers who fear it.',
      'farmers',
      'farmers who fear it',
      ['The dam'],
    ],
    [
      'to whom',
      'The dam was praised by Brandt to his guards.',
      'Brandt',
      'Brandt to his guards',
      ['The dam', 'to his guards'],
    ],
    [
      'what as',
      'The dam was hailed by Brandt as a feat.',
      'Brandt',
      'Brandt as a feat',
      ['The dam', 'as a feat'],
    ],
  ])('holds no more of them: %s', (_case, text, source, rest, expected) => {
    const cue = /was \w+ by/.exec(text)![0];
    expect(contents(text, attribution(text, source, cue, 'The dam'), rest)).toEqual(expected);
  });
});

describe('those who are named as examples', () => {
  it.each([
    [
      'Many old towns such as Bonn, Oslo and Turku oppose it.',
      'Oslo and Turku',
      'oppose',
      'it',
      'Many old towns such as Bonn, Oslo and Turku',
    ],
    ['Some towns, such as Bonn, oppose it.', 'Bonn', 'oppose', 'it', 'Some towns, such as Bonn'],
    ['In Bonn, Oslo and Turku oppose it.', 'Oslo and Turku', 'oppose', 'it', 'Oslo and Turku'],
  ])('stand for their group: %s', (text, source, cue, content, expected) => {
    expect(sources(text, [attribution(text, source, cue, content)])).toEqual([expected]);
  });
});

describe('a participle', () => {
  it('at the head of a sentence has its subject', () => {
    const text = 'While denying that it leaked, the harbour board closed the dam.';
    expect(sources(text, [attribution(text, 'While', 'denying', 'that it leaked')])).toEqual([
      'the harbour board',
    ]);
  });

  it('behind a quotation has its speaker', () => {
    const text = 'Lena Brandt said, “It leaked. It leaks,” adding that guards would mend it.';
    const told = attribution(text, 'Lena Brandt', 'said', 'It leaked. It leaks');
    expect(sources(text, [told, attribution(text, null, 'adding', 'that guards would mend it')])).toEqual([
      'Lena Brandt',
      'Lena Brandt',
    ]);
  });

  it('that opens a sentence is no source of its own', () => {
    const text = 'It leaks. Adding that it broke, to those who had asked, took long.';
    expect(sources(text, [attribution(text, null, 'Adding', 'that it broke')])).toEqual([null]);
  });
});

describe('a second verb within what somebody else says', () => {
  it('keeps whoever says it', () => {
    const text = 'Guards expect to find more boats and are glad about the crew.';
    const outer = attribution(text, 'Guards', 'expect', 'to find more boats and are glad about the crew');
    const inner = attribution(text, 'Guards', 'are glad', 'about the crew');
    expect(sources(text, [outer, inner])).toEqual(['Guards', 'Guards']);
  });

  it('has its own subject where it has one', () => {
    const text = 'Guards expect that farmers are glad about the crew.';
    const outer = attribution(text, 'Guards', 'expect', 'that farmers are glad about the crew');
    const inner = attribution(text, 'Guards', 'are glad', 'about the crew');
    expect(sources(text, [outer, inner])).toEqual(['Guards', 'farmers']);
  });
});

describe('what is passed on', () => {
  it.each([
    ['in a second predicate', 'The dam broke in May and is expected to close.', 'is expected', 'to close'],
    ['as a charge', 'Brandt left the mill and was charged with theft.', 'was charged', 'with theft'],
    ['as a verdict', 'Brandt left the mill and was found guilty of theft.', 'was found', 'guilty of theft'],
  ])('is of nobody: %s', (_case, text, cue, content) => {
    expect(sources(text, [attribution(text, null, cue, content)])).toEqual([null]);
  });
});
