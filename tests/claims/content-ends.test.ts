import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../lib/claims/extract.ts';
import { read } from './marked.ts';

/** Cue and content of a claim made of what is marked. */
function shown(marked: string): string {
  const { doc, attribution } = read(marked);
  const [claim] = extractClaims(doc, [attribution], []);
  const words = ({ start, end }: { start: number; end: number }) => doc.text.slice(start, end);
  return [claim!.cue ? words(claim!.cue) : '', ...claim!.content.map(words)].join(' | ');
}

describe('the “to” of what is to be done', () => {
  it.each([
    ['is expected', '{The dam} [is expected to] {close}.', 'is expected | The dam | to close'],
    ['vowed', '(Brandt) [vowed to] {mend it}.', 'vowed | to mend it'],
    ['ruled, whose “out” does not,', '(Brandt) [has ruled] {out a strike}.', 'has ruled out | a strike'],
  ])('belongs to it: %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    ['a refusal', '(Brandt) [declined to] {comment}.', 'declined to | comment'],
    ['a noun with its article', '(Brandt) [agreed to] {the plan}.', 'agreed to | the plan'],
    ['a name', '(Brandt) [replied to] {Lund}.', 'replied to | Lund'],
  ])('but not the one of %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('quoted words that are said of something named before them', () => {
  it.each([
    [
      'with a comma',
      '(Brandt) [said] old ports, “{even those that were deepened, silt up.}”',
      'said | old ports, “even those that were deepened, silt up.”',
    ],
    ['with none', '(Brandt) [says] the port “{has silted up}” again.', 'says | the port “has silted up”'],
  ])('begin with it, %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    ['who speaks', '{It is old}, [says] (Brandt), “{and may sink}.”', 'says | It is old | and may sink'],
    ['where it was said', '(Brandt) [said] in the port, “{even ships sink}.”', 'said | even ships sink'],
    ['whom it was told', '(Brandt) [told] the guards, “{even ships sink}.”', 'told | even ships sink'],
    ['an article', '(Brandt) [said] the “{harbour of dreams}” was shut.', 'said | harbour of dreams'],
    ['a sentence of its own', '(Brandt) [said] old ports, “{Ships sink}.”', 'said | Ships sink'],
  ])('but not with %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('a list set off by semicolons', () => {
  it.each([
    [
      'of what was done',
      '(Brandt) [said] {that all oil had been burned}; sunk in the sea; or washed away.',
      'said | that all oil had been burned; sunk in the sea; or washed away',
    ],
    [
      'of clauses',
      '(Brandt) [said] {that it leaks}; that it is old; and that it must go.',
      'said | that it leaks; that it is old; and that it must go',
    ],
  ])('goes on to its last part, %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    ['a clause of its own', '(Brandt) [said] {that it leaks}; the guards left; and it rained.'],
    ['a second sentence', '(Brandt) [said] {that it leaks}; guards left.'],
    ['another speaker', '(Brandt) [said] {that it leaks}; Lund denied it; and Roe wept.'],
  ])('is not %s', (_case, marked) => {
    expect(shown(marked)).toBe('said | that it leaks');
  });
});

describe('a full stop inside a sentence', () => {
  it('does not end what is said', () => {
    expect(shown('(Brandt) [said] {boats of Lund Co}. of Bonn sank.')).toBe(
      'said | boats of Lund Co. of Bonn sank',
    );
    expect(shown('(Brandt) [said] {that ten bbl}. of oil spilled')).toBe(
      'said | that ten bbl. of oil spilled',
    );
  });

  it('does where a sentence begins in lower case', () => {
    expect(shown('(Brandt) [said] {that ten boats sank}. he wept.')).toBe('said | that ten boats sank');
  });
});

describe('what is to be done', () => {
  it.each([
    [
      'what somebody advises against',
      '(Guards) [advise] avoiding {these boats in winter}.',
      'advise | avoiding these boats in winter',
    ],
    ['what somebody hopes for', '(Brandt) [hoped] to cut {that in half}.', 'hoped | to cut that in half'],
    [
      'behind a condition',
      '{If nobody is there}, (she) [recommends] calling the guards at once.',
      'recommends | If nobody is there | calling the guards at once',
    ],
  ])('is not left out: %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    ['a refusal', '(Brandt) [refused] to {comment}.', 'refused | comment'],
    ['speaking', '(Brandt) [said] speaking to farmers {that it froze}.', 'said | that it froze'],
    ['a comma between', '(Brandt) [suggests], having seen it, {that it froze}.', 'suggests | that it froze'],
    ['what she recommends', '{It is safe}, (she) [recommends].', 'recommends | It is safe'],
  ])('but not added to %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('a clause that stops at the end of a relative one', () => {
  it('goes on with its verb', () => {
    expect(shown('(The board) [said] {that two towns, which lie low on the coast}, saw floods in May.')).toBe(
      'said | that two towns, which lie low on the coast, saw floods in May',
    );
  });

  it('is whole where it has one', () => {
    expect(shown('(The board) [said] {that two towns had floods}, left the hall and wept.')).toBe(
      'said | that two towns had floods',
    );
  });
});

describe('content before its cue begins with its sentence', () => {
  it.each([
    [
      'where it has no verb',
      'Sales fell by a third in May, {the first loss in years}, [according to] (Brandt).',
      'according to | Sales fell by a third in May, the first loss in years',
    ],
    [
      'where it has no subject',
      'This is not common, but {can happen}, (Brandt) [said].',
      'said | This is not common, but can happen',
    ],
  ])('%s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    ['a clause', 'It rained, but {the mill will hold}, (Brandt) [said].', 'said | the mill will hold'],
    ['a number', 'The flood killed {ten}, [according to] (Brandt).', 'according to | ten'],
    [
      'a quotation',
      'It was, “{the first loss in years},” (Brandt) [said].',
      'said | the first loss in years',
    ],
  ])('but not %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('content that stops within a list', () => {
  it.each([
    [
      'things to do',
      '(Brandt) [recommends] {sitting for a while}, standing for a bit and walking home.',
      'recommends | sitting for a while, standing for a bit and walking home',
    ],
    [
      'things',
      '(Brandt) [wants] {better nets, ropes}, sails, oars, and hooks of iron.',
      'wants | better nets, ropes, sails, oars, and hooks of iron',
    ],
  ])('goes on to the last of %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    ['a clause', '(Brandt) [says] {that nets tear}, ropes break and sails burn.', 'says | that nets tear'],
    ['a clause on doing', '(Brandt) [says] {mending nets}, and two out of ten agree.', 'says | mending nets'],
    ['a deed', '(Brandt) [wants] {better nets}, left the hall and wept.', 'wants | better nets'],
    [
      'something done meanwhile',
      '(Brandt) [praised] {the nets, ropes}, saying they were good and cheap.',
      'praised | the nets, ropes',
    ],
  ])('but not to %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('content that stops at a word in marks', () => {
  it('goes on with what it is said of', () => {
    expect(shown('(Guards) [say] {that the “aha!”} moment comes late.')).toBe(
      'say | that the “aha!” moment comes late',
    );
  });

  it('but not with the next words after a quotation', () => {
    expect(shown('(Guards) [say] {that it is “over!”} before they go.')).toBe('say | that it is “over!”');
  });
});

describe('a dateline', () => {
  it.each([
    ['agency and dash', '{⟨NBW⟩ — The dam will close}, (guards) [said].', 'said | The dam will close'],
    [
      'place and agency',
      '{PORTHAVEN ⟨NBW⟩ — The dam will close}, (guards) [said].',
      'said | The dam will close',
    ],
    ['place and two hyphens', '{BONN -- The dam will close}, (guards) [said].', 'said | The dam will close'],
    ['place and a hyphen', '{NEW BONN - The dam will close}, (guards) [said].', 'said | The dam will close'],
    ['agency alone', '⟨{NBW⟩The dam will close}, (guards) [said].', 'said | The dam will close'],
  ])('is no part of content: %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it('is not a name with an aside between hyphens', () => {
    const marked = '{NRB - a board of nine - will close}, (guards) [said].';
    expect(shown(marked)).toBe('said | NRB - a board of nine - will close');
  });

  it('is not the short form of a name', () => {
    expect(shown('{The River Board ⟨NRB⟩ will close}, (guards) [said].')).toBe(
      'said | The River Board (NRB) will close',
    );
  });
});

describe('content of the clause that opens a sentence', () => {
  it.each([
    [
      'when',
      'When (Brandt) [said] {that the dam had held, the river was low}.',
      'said | that the dam had held',
    ],
    [
      'after a list',
      'As (guards) [said] {that dams, dykes and weirs had held, the river rose}.',
      'said | that dams, dykes and weirs had held',
    ],
    ['but when', 'But when (she) [said] {it held, nobody was there}.', 'said | it held'],
    [
      'a noun',
      'Despite (Brandt)’s [promise] {that the dam would hold, the river flooded two towns}.',
      'promise | that the dam would hold',
    ],
  ])('ends before the main one: %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    [
      'the main clause itself',
      'When it rained, (Brandt) [said] {that the dam held, and guards were there}.',
      'said | that the dam held, and guards were there',
    ],
    [
      'a time before it',
      'After lunch (Brandt) [said] {that the dam held, the river was low}.',
      'said | that the dam held, the river was low',
    ],
    [
      'no noun',
      'Given rain (Brandt) [said] {that the dam held, the river was low}.',
      'said | that the dam held, the river was low',
    ],
  ])('but goes on in %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('content of a clause behind an introduction', () => {
  it('ends before the main one', () => {
    expect(shown('In May, when (Brandt) [opposed] {the new dam, the board held back its money}.')).toBe(
      'opposed | the new dam',
    );
  });

  it('goes on where that is the main one', () => {
    expect(shown('It rained, when (Brandt) [opposed] {the dam, the weir and the mill}.')).toBe(
      'opposed | the dam, the weir and the mill',
    );
  });
});

describe('content that hangs on a subject', () => {
  it.each([
    [
      'whose, after “but”',
      'It rained, but (Brandt)’s [claim] {that there is no dam makes it worse}.',
      'claim | that there is no dam',
    ],
    ['claims', '[Claims] {that the dam is unsafe do not stand up}.', 'Claims | that the dam is unsafe'],
    ['whose', '(Brandt)’s [claim] {that the dam is safe has been proved}.', 'claim | that the dam is safe'],
  ])('ends before the verb: %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    [
      'a verb',
      '(Brandt) [hopes] {that the dam he is to mend will hold}.',
      'hopes | that the dam he is to mend will hold',
    ],
    ['one verb only', '[Claims] {that the dam is unsafe}.', 'Claims | that the dam is unsafe'],
    [
      'an object',
      'Nobody had heard the [claim] {that what is old will break}.',
      'claim | that what is old will break',
    ],
  ])('but not that of %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('whom hearsay is about', () => {
  it.each([
    [
      'another clause',
      '{The dam was old and the river} [is expected] {to rise}.',
      'is expected | the river | to rise',
    ],
    ['a time', '{By May, the river} [is expected] {to rise}.', 'is expected | the river | to rise'],
  ])('is told without %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it('may be two', () => {
    expect(shown('{The dam and the river} [are expected] {to change}.')).toBe(
      'are expected | The dam and the river | to change',
    );
  });
});

describe('who says it', () => {
  it('is no part of what is said', () => {
    expect(shown('({Brandt}, who left early), [pledged] {to mend it}.')).toBe('pledged | to mend it');
  });
});

describe('what an aside tells', () => {
  it('of one of many ends before the verb', () => {
    expect(shown('(Brandt), [considered] {one of the oldest, best loved mayors, will have to go}.')).toBe(
      'considered | one of the oldest, best loved mayors',
    );
  });

  it('ends with the comma that closes it', () => {
    const marked = 'Hills, [thought] {to be very old, fill the valley}.';
    expect(shown(marked)).toBe('thought | to be very old');
  });

  it.each([
    [
      'is the sentence',
      'Hills are [thought] {to be old, steep and bare}.',
      'thought | to be old, steep and bare',
    ],
    ['is no infinitive', 'Later, (she) [said] {it was old, and left}.', 'said | it was old, and left'],
  ])('but not where it %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('content that stops within a word', () => {
  it('takes in the rest of it', () => {
    expect(shown('(Brandt) [wants] {a dam of high}-class stone, and more.')).toBe(
      'wants | a dam of high-class stone',
    );
  });

  it.each([
    [
      '“as well as”',
      '(Brandt) [wants] {a dam, as well} as a weir, and more.',
      'wants | a dam, as well as a weir',
    ],
    ['a share', '(Brandt) [wants] {a share of} the 25% levy.', 'wants | a share of the 25% levy'],
  ])('or of %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it('stops before a dash', () => {
    expect(shown('(Brandt) [wants] {a dam} - and more.')).toBe('wants | a dam');
  });
});

describe('a quotation while something else goes on', () => {
  it.each([
    ['as', '(They) [chanted] “{Save it,” as guards wrote “Closed” on the mill}.', 'chanted | Save it'],
    ['while', '(They) [chanted] “{Save it,” while it rained}.', 'chanted | Save it'],
  ])('is cut from it: %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it('is not cut from what else is said', () => {
    expect(shown('(They) [said] “{the mill,” the dam and the weir are old}.')).toBe(
      'said | “the mill,” the dam and the weir are old',
    );
  });
});

describe('what somebody says and then does', () => {
  it.each([
    ['and', '(Brandt) [denied] {any wrong and defended the price}.', 'denied | any wrong'],
    ['but', '(Brandt) [promised] {a dam, but built none}.', 'promised | a dam'],
  ])('ends before it: %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    [
      'both are said',
      '(Brandt) [said] {the dam held and saved the town}.',
      'said | the dam held and saved the town',
    ],
    ['others did it', '(Brandt) [denied] {that guards slept and ran}.', 'denied | that guards slept and ran'],
  ])('but not where %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('content that stops within brackets', () => {
  it('takes in the other bracket', () => {
    expect(shown('(Brandt) [said] {it held with six guards ⟨Lund}, Roe⟩, and left.')).toBe(
      'said | it held with six guards (Lund, Roe)',
    );
  });
});

describe('when and where a thing was told of', () => {
  it.each([
    ['during', '(Brandt) [confirmed] {the sale during a visit to the mill}.', 'confirmed | the sale'],
    ['in what', '(Brandt) [denied] {the theft, in a long letter to Lund}.', 'denied | the theft'],
    ['since', '(Brandt) [has opposed] {the dam since she was mayor}.', 'has opposed | the dam'],
    ['where', '(Brandt) [announced] {the sale on the sidelines of the fair}.', 'announced | the sale'],
  ])('is no part of it: %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    [
      'a clause',
      '(Brandt) [denied] {that it broke during a storm}.',
      'denied | that it broke during a storm',
    ],
    ['what is built', '(Brandt) [opposes] {a dam in the valley}.', 'opposes | a dam in the valley'],
    ['what is wanted', '(Brandt) [wants] {tests during the fair}.', 'wants | tests during the fair'],
    [
      'what a letter says',
      '(Brandt) [denied] {a claim that was in a letter}.',
      'denied | a claim that was in a letter',
    ],
  ])('but is of %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('a turn of the article against what is said, or a gloss on it,', () => {
  it.each([
    [
      'however',
      '(Brandt) [said] {that it was safe, however later tests showed a crack}.',
      'said | that it was safe',
    ],
    [
      'what came of it',
      '(Brandt) [charged] {Lund with theft, making her the first}.',
      'charged | Lund with theft',
    ],
    [
      'the questions it raises',
      '(Brandt) [said] {it takes days to mend it, raising questions about the dam}.',
      'said | it takes days to mend it',
    ],
    [
      'what it now appears',
      '(Brandt) [reported] {the diver to be alive, but it now appears that he drowned}.',
      'reported | the diver to be alive',
    ],
    [
      'what others are thought to have done',
      '(Brandt) [said] {he does not share this view—clerks are widely thought to have leaked it}.',
      'said | he does not share this view',
    ],
    [
      'the voice of one of them',
      '(Some) [are optimistic] {about the canal, such as Jo Lund of the port, who said it would pay}.',
      'are optimistic | about the canal',
    ],
    ['a doubt behind a dash', '(Brandt) [said] {it held—although nobody was there}.', 'said | it held'],
    ['a dash', '(Brandt) [feared] {a drought - defined as a month with no rain}.', 'feared | a drought'],
    [
      'what it is known as',
      '(Brandt) [fears] {the north wind – known as the Beast}.',
      'fears | the north wind',
    ],
  ])('ends what is said: %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it.each([
    [
      'however much',
      '(Brandt) [said] {that the dam, however it is mended, leaks}.',
      'said | that the dam, however it is mended, leaks',
    ],
    [
      'in passing',
      '(Brandt) [said] {it was old, however, and leaked}.',
      'said | it was old, however, and leaked',
    ],
    [
      'between two dashes',
      '(Brandt) [said] {the wind – known as the Beast – was back}.',
      'said | the wind – known as the Beast – was back',
    ],
    [
      'what comes of what is said',
      '(Brandt) [said] {it froze, making roads unsafe}.',
      'said | it froze, making roads unsafe',
    ],
    [
      'what is raised by what is said',
      '(Brandt) [said] {they sang, raising flags}.',
      'said | they sang, raising flags',
    ],
    [
      'what appears to whoever speaks',
      '(Brandt) [said] {he had seen a doctor but it seems to be a cold}.',
      'said | he had seen a doctor but it seems to be a cold',
    ],
    [
      'what is heard between two dashes',
      '(Brandt) [said] {the ship had sunk—nine men are thought to be aboard—off the cape}.',
      'said | the ship had sunk—nine men are thought to be aboard—off the cape',
    ],
    [
      'what somebody did who is named among others',
      '(Brandt) [praised] {the guards, such as Jo Lund of the port, who swam out}.',
      'praised | the guards, such as Jo Lund of the port, who swam out',
    ],
    ['a word in two', '(Brandt) [wants] {a well-known as old}.', 'wants | a well-known as old'],
  ])('but not: %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });
});

describe('whoever is expected to do something', () => {
  it.each([
    [
      'did something before',
      '{The old mill has lost a wheel} and [is expected] {to close}.',
      'is expected | The old mill | to close',
    ],
    [
      'is told of by what they were',
      '{The mill, the best of all, has lost a wheel}, and [is expected] {to close}.',
      'is expected | The mill, the best of all | to close',
    ],
  ])('is told alone who %s', (_case, marked, expected) => {
    expect(shown(marked)).toBe(expected);
  });

  it('is told with what is said of them in a relative clause', () => {
    expect(shown('{The mill that has lost a wheel and a gate} [is expected] {to close}.')).toBe(
      'is expected | The mill that has lost a wheel and a gate | to close',
    );
  });
});
