import { describe, expect, it } from 'vitest';
import { findAttributions } from '../../lib/claims/find/attribution.ts';
import { extractClaims } from '../../lib/claims/extract.ts';
import { countSources } from '../../lib/claims/sourcing.ts';
import { findNames } from '../../lib/entities/names.ts';
import { findPlayers } from '../../lib/entities/players.ts';
import { parseText } from '../../lib/text/parse.ts';
import { read as readMarked } from './marked.ts';
import { attribution, claimsOf } from './told.ts';

function read(text: string) {
  const doc = parseText(text);
  const players = findPlayers(doc, findNames(doc));
  return { players, claims: extractClaims(doc, findAttributions(doc), players) };
}

describe('kind', () => {
  it.each([
    ['direct', '“The dam will hold,” Brandt said.', 'direct'],
    ['mixed', 'Brandt said the dam was “safe for now” and dry.', 'mixed'],
    ['indirect', 'Brandt said the dam was safe.', 'indirect'],
  ])('%s', (_case, text, kind) => {
    expect(read(text).claims[0]).toMatchObject({ kind });
  });
});

describe('a quotation of two paragraphs', () => {
  const pieces = (text: string): string[][] =>
    read(text).claims.map(({ content }) => content.map(({ start, end }) => text.slice(start, end)));

  it('is one claim of whom the second names', () => {
    const text = 'Guards said it was dry.\n\n“The dam is old.\n\n“The dam will hold,” Brandt said.';
    expect(pieces(text).at(-1)).toEqual(['The dam is old.', 'The dam will hold']);
  });

  it('is of the same speaker where only the end of it was read', () => {
    const text = 'Brandt said: “The dam is old.\n\n“You believed that the dam would hold.”\n\nIt rained.';
    const said = attribution(text, 'Brandt', 'said', 'The dam is old.');
    const end = attribution(text, null, null, 'that the dam would hold.');
    expect(extractClaims(parseText(text), [said, end], []).map(({ source }) => source?.start)).toEqual([
      0, 0,
    ]);
  });

  it('is two where the first is closed', () => {
    const text = 'Guards said it was dry.\n\n“The dam is old.”\n\n“The dam will hold,” Brandt said.';
    expect(pieces(text).at(-1)).toEqual(['The dam will hold']);
  });
});

describe('a quotation set in print twice', () => {
  it('is one claim, its speaker’s', () => {
    const text =
      '“The dam will hold for years,” Brandt said.\n\n“The dam will hold for years.”\n\nIt rained.';
    expect(read(text).claims).toMatchObject([{ kind: 'direct', cue: {} }]);
  });

  it('is one claim where only a sentence of it stands by itself', () => {
    const said = '“It is old,” Brandt said. “The dam will hold for years. It was mended twice.”';
    const claims = (pulled: string) => read(`${said}\n\n${pulled}\n\nIt rained.`).claims;
    expect(claims('“The dam will hold for years”')).toHaveLength(1);
    expect(claims('“The dam will hold for years. It was mended twice.”')).toHaveLength(1);
    expect(claims('“The dam will hold for years. It was mended once.”')).toHaveLength(2);
  });

  it('is one claim where its beginning is a heading', () => {
    const whole = 'It rained.\n\n“The dam will hold for many years to come. It is old.”';
    expect(read(`‘The dam will hold for many years to come.’\n\n${whole}`).claims).toHaveLength(1);
    expect(read(`‘The lake will fill for many years to come.’\n\n${whole}`).claims).toHaveLength(2);
  });

  it('is one claim where the same is told twice in the same words', () => {
    const told = 'Brandt said the dam would hold for many years.';
    expect(read(`${told}\n\nIt rained.\n\n${told}`).claims).toHaveLength(1);
    expect(read(`${told}\n\nIt rained.\n\n${told.replace('Brandt', 'Lund')}`).claims).toHaveLength(2);
    const thrice = [told, told.replace('dam', 'Dam'), told.replace('hold for', 'hold, for')];
    expect(read(thrice.join('\n\nIt rained.\n\n')).claims).toHaveLength(1);
    const figures = [30, 40, 30].map(years => told.replace('many', String(years))); // the same letters
    expect(read(figures.join('\n\nIt rained.\n\n')).claims).toHaveLength(2);
  });

  it('is two where the words differ', () => {
    const text =
      '“The dam will hold for years,” Brandt said.\n\n“Nobody ever told us about it.”\n\nIt rained.';
    expect(read(text).claims).toHaveLength(2);
  });
});

/** “source | content” of what a tagger is said to have found: its source in round, cue in square, content in curly brackets. */
function claimed(marked: string): string {
  const { doc, attribution: found } = readMarked(marked);
  const [claim] = extractClaims(doc, [found], []);
  return [claim?.source ?? { start: 0, end: 0 }, ...claim!.content]
    .map(({ start, end }) => doc.text.slice(start, end))
    .join(' | ');
}

describe('a source is cut to those who speak', () => {
  it.each([
    ['after “and”', '(And Brandt) [said] {it held}.', 'Brandt'],
    ['before what hangs on', '(Brandt, for his) part [said] {it held}.', 'Brandt'],
    ['not one of others', '(The mayor and others) [said] {it held}.', 'The mayor and others'],
    ['after an adverb', '(Eventually the firm) [said] {it held}.', 'the firm'],
    ['not a name', '(Indeed Holdings) [said] {it held}.', 'Indeed Holdings'],
    ['before “who”', '(people who) [said] {it held}.', 'people'],
    ['after what is done among them', 'It is (growing among farmers) who [say] {it held}.', 'farmers'],
    [
      'after two adverbs',
      'It won over all, (most crucially the miners), who [said] {it held}.',
      'the miners',
    ],
    ['after “by”', 'It met (attacks on it by Brandt and allies), who [say] {it held}.', 'Brandt and allies'],
    ['not what is “by” somebody', '(A book by Brandt) [said] {it held}.', 'A book by Brandt'],
    ['not a name in -ing', '(Sterling of Harrow) [said] {it held}.', 'Sterling of Harrow'],
    ['after another cue', 'It went on, (saying the average voter) [feared] {it broke}.', 'the average voter'],
    ['before its deeds', '(A guard, Jo Brandt, filed a suit) [saying] {it broke}.', 'A guard, Jo Brandt'],
    [
      'not inside a compound',
      '(Jo Brandt of the think)-tank [said] {it held}.',
      'Jo Brandt of the think-tank',
    ],
    ['with its other half', 'Acme and (Corvell) [say] {it held}.', 'Acme and Corvell'],
    ['with “both”', 'For both Acme and (Corvell) [say] {it held}.', 'both Acme and Corvell'],
    ['not with what was met', 'They met Acme and (Corvell) [says] {it held}.', 'Corvell'],
    ['nor with its clause', 'The dam is Acme’s, and (Corvell) [says] {it held}.', 'Corvell'],
  ])('%s', (_case, marked, source) => {
    expect(claimed(marked)).toBe(`${source} | ${claimed(marked).split(' | ')[1]!}`);
  });
});

describe('both marks of a quotation stand in content or none', () => {
  it.each([
    ['one that closes', '(Brandt) [said] {it was “safe for now}”.', 'it was “safe for now”'],
    ['one that opens', '(Brandt) [called] “{a good day” for all}.', '“a good day” for all'],
    ['none around all of it', '(Brandt) [said] “{it held”}.', 'it held'],
    ['not what is no part of it', '(They) [chanted] “{Save the mill!” as it rained}.', 'Save the mill!'],
    ['more of them', '(They) [wrote] “{It broke.” and “It froze.}”', '“It broke.” and “It froze.”'],
  ])('%s', (_case, marked, content) => {
    expect(claimed(marked).split(' | ').slice(1).join(' | ')).toBe(content);
  });
});

describe('content that begins with who tells it', () => {
  it.each([
    [
      'begins behind them',
      'It [is thought by] {(doctors) to be a rare case}.',
      'doctors | to be a rare case',
    ],
    ['unless they are what is told', 'It [added] {(doctors) were ill}.', 'doctors | doctors were ill'],
  ])('%s', (_case, marked, claim) => {
    expect(claimed(marked)).toBe(claim);
  });
});

describe('“it” as a source', () => {
  it.each([
    ['nobody', '(It) [can be revealed] {that it held}.', ' | that it held'],
    ['nobody, in short', '(It)’s [expected] {that it held}.', ' | that it held'],
    ['nobody, in one word', '(It’s) [expected] {that it held}.', ' | that it held'],
    ['a body', '(It) [said] {that it held}.', 'It | that it held'],
  ])('is %s', (_case, marked, claim) => {
    expect(claimed(marked)).toBe(claim);
  });
});

describe('content that ends where no clause can', () => {
  it.each([
    [
      'before a quotation',
      '(Brandt) [hopes] {to save a lot in} “staff” this year, others less.',
      'to save a lot in “staff” this year',
    ],
    ['after “and”', '(Brandt) [vowed] {to hold banks and} “firms” to it.', 'to hold banks and “firms” to it'],
    [
      'after an owner',
      '(Brandt) [hopes] {to hear the farmers’} views at last.',
      'to hear the farmers’ views at last',
    ],
    ['but not to another clause', '(Brandt) [called] {it a port and} is out.', 'it a port'],
    ['but not the sentence', '(Brandt) [asked] {what it was like}.', 'what it was like'],
    ['nor the clause', '(Brandt) [asked] {what it was like}, and left.', 'what it was like'],
  ])('goes on %s', (_case, marked, content) => {
    expect(claimed(marked)).toBe(`Brandt | ${content}`);
  });
});

describe('content that begins with “that”', () => {
  it.each([
    ['of a noun', '(Brandt) [showed] a sign {that bans the boats}.', 'a sign that bans the boats'],
    ['of a clause', '(Brandt) [said] on Monday {that boats are banned}.', 'that boats are banned'],
    [
      'after a day',
      '(Brandt) [told] us last Monday {that boats being old sank}.',
      'that boats being old sank',
    ],
    [
      'after a day alone',
      '(Brandt) [announced] last Monday {that boats being old sank}.',
      'that boats being old sank',
    ],
    ['of a clause after a noun cue', '(Brandt) [voiced] the fear {that was there}.', 'that was there'],
    ['of a plural', '(Brandt) [told] guards {that boats on the lake sank}.', 'that boats on the lake sank'],
  ])('%s', (_case, marked, content) => {
    expect(claimed(marked)).toBe(`Brandt | ${content}`);
  });
});

describe('who is named in a source', () => {
  it.each([
    ['the person', 'Lena Brandt met Jo Lund. Brandt said it held.', 'Lena Brandt'],
    ['not whose mother it is', 'Lena Brandt met her. Her mother said it held.', undefined],
    ['not whose children they are', 'Lena Marks came. Lena Marks’ sons said it held.', undefined],
    ['not who saw it', 'Lena Brandt came. A film seen by Lena Brandt said it held.', undefined],
    [
      'who is described before “which”',
      'It was bought by Umbra Steel Corporation, a firm which said it held.',
      'Umbra Steel Corporation',
    ],
    [
      'a body that “it” stands for',
      'Umbra Steel Corporation said it rained. It argued the dam held.',
      'Umbra Steel Corporation',
    ],
    [
      'not of long ago',
      'Umbra Steel Corporation said it rained. Boats sank. It argued the dam held.',
      undefined,
    ],
    [
      'not a body that did nothing',
      'Boats of Umbra Steel Corporation sank. It argued the dam held.',
      undefined,
    ],
    ['a person by their age', 'Lena Brandt came. The 56-year-old said it held.', 'Lena Brandt'],
    ['not who is named beside', 'After Lena Brandt, a firm said it held.', undefined],
    ['not to whom the letter is', 'Lena Brandt came. The letter to Lena Brandt said it held.', undefined],
    ['neither of two', 'Lena Brandt and Jo Lund met. Lena Brandt and Jo Lund said it held.', undefined],
    [
      'not for whom somebody speaks',
      'Lena Brandt came. A spokeswoman for Lena Brandt said it held.',
      undefined,
    ],
    [
      'a body by who speaks for it',
      'A spokeswoman for Umbra Steel Corporation said it held.',
      'Umbra Steel Corporation',
    ],
    ['not who leads them', 'Lena Brandt came. The guards, led by Lena Brandt, said it held.', undefined],
    ['not who is one of them', 'Lena Brandt came. Guards including Lena Brandt said it held.', undefined],
    ['who wrote it', 'Lena Brandt came. A report by Lena Brandt said it held.', 'Lena Brandt'],
    ['not where somebody is', 'It rained in Norway. Many in Norway said it held.', undefined],
    [
      'not the place somebody governs',
      'It rained in Norway. The governor of Norway said it held.',
      undefined,
    ],
    [
      'not the place of a paper',
      'It rained in Norway. A report in the Post of Norway said it held.',
      undefined,
    ],
    ['a body of the place', 'It rained in Norway. The government of Norway said it held.', 'Norway'],
    ['the place that speaks', 'It rained in Norway. Norway said it held.', 'Norway'],
  ])('%s', (_case, text, name) => {
    const { players, claims } = read(text);
    const id = claims.at(-1)?.source?.playerId;
    expect(players.find(player => player.id === id)?.name).toBe(name);
  });
});

describe('certainty', () => {
  it.each([
    ['a modal', 'Brandt said the dam may break.', ['may']],
    ['the cue', 'Engineers believe the dam is safe.', ['believe']],
    ['hearsay', 'The van was allegedly stolen.', ['allegedly']],
    ['expectation', 'The sale is expected to close in June.', ['expected']],
  ])('hedged by %s', (_case, text, words) => {
    const [claim] = read(text).claims;
    expect(claim?.certainty).toBe('hedged');
    expect(claim?.hedges.map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });

  it.each([
    ['plain speech', 'Brandt said the dam was safe.'],
    ['a month', 'Brandt said the dam was finished in May.'],
    ['“said” as a cue is no hearsay', 'The bank said rates rose.'],
  ])('asserted: %s', (_case, text) => {
    expect(read(text).claims[0]).toMatchObject({ certainty: 'asserted', hedges: [] });
  });
});

describe('source', () => {
  it('is the player a pronoun stands for', () => {
    const { claims, players } = read('Lena Brandt built the dam. She said it was safe.');
    expect(claims[0]?.source?.playerId).toBe(players.find(({ name }) => name === 'Lena Brandt')?.id);
  });

  it.each([
    ['a person', 'Lena Brandt said it was safe.', 'person'],
    ['an office', 'Local officials said it was safe.', 'office'],
    ['somebody unnamed', 'A source close to the talks said it was safe.', 'anonymous'],
    ['a poll', 'A survey of nurses showed that pay had fallen.', 'poll'],
    ['a document', 'The report said that pay had fallen.', 'document'],
    ['slides', 'A slideshow said that pay had fallen.', 'document'],
    ['a recording', 'The footage showed that the gates were open.', 'document'],
    ['nobody', 'The van was allegedly stolen.', 'none'],
  ])('is %s', (_case, text, kind) => {
    expect(read(text).claims[0]?.sourceKind).toBe(kind);
  });

  it('is counted', () => {
    const text = 'Lena Brandt said it was safe. Brandt said it was dry. A report said that it leaked.';
    expect(countSources(text, read(text).claims)).toMatchObject({ named: 2, unnamed: 0, documents: 1 });
  });
});

describe('a pronoun that stands for nobody we know', () => {
  const claim = (text: string, source: string) => {
    const start = text.indexOf(source);
    const { claims } = read('Lena Brandt said it was safe.');
    return { ...claims[0]!, source: { start, end: start + source.length }, sourceKind: 'group' as const };
  };
  it.each([
    'They said it leaked.',
    'It’s expected that it leaks.',
    'He said it leaked.',
    'Sie sagte das.',
    'Вона сказала це.',
  ])('is no source: %s', text => {
    const [source] = /^[\p{L}’]+/u.exec(text)!;
    expect(countSources(text, [claim(text, source)])).toEqual({
      bySource: [],
      named: 0,
      unnamed: 0,
      documents: 0,
    });
  });
  it.each(['Some said it leaked.', 'Officials said it leaked.', 'Thetis said it leaked.'])(
    'unlike others without a name: %s',
    text => {
      const [source] = /^[A-Za-z’]+/.exec(text)!;
      expect(countSources(text, [claim(text, source)])).toMatchObject({
        bySource: [{ label: source, claims: 1 }],
        unnamed: 1,
      });
    },
  );
});

describe('status inside the article', () => {
  const text =
    'Rebels claim that they have taken the port. Army officers have not confirmed these claims, ' +
    'and harbour pilots say no rebel has reached the port.';

  it('is contested by those who do not confirm and those who say otherwise', () => {
    const { claims } = read(text);
    expect(
      claims.map(({ status, disputedBy, refersTo }) => ({ status, disputedBy, refersTo })),
    ).toMatchObject([
      { status: 'contested', disputedBy: ['c2', 'c3'] },
      { refersTo: ['c1'] },
      { disputedBy: [] },
    ]);
  });

  it('is denied where somebody rejects the claims', () => {
    const { claims } = read(
      'Miners claimed that the firm had hidden a report. The firm denied these claims.',
    );
    expect(claims[0]).toMatchObject({ status: 'denied', disputedBy: ['c2'] });
  });

  it('is denied where somebody calls it false', () => {
    const words = 'Residents alleged that the plant leaks oil, which its owner calls “baseless”.';
    const claims = claimsOf(words, [
      ['Residents', 'alleged', 'that the plant leaks oil'],
      ['its owner', 'calls', '“baseless”'],
    ]);
    expect(claims).toMatchObject([{ status: 'denied', disputedBy: ['c2'] }, { refersTo: ['c1'] }]);
  });

  it('is unconfirmed where the article says that nobody could verify it', () => {
    const { claims } = read(
      'Rebels said 40 men had died. The figure and the claim could not be independently verified.',
    );
    expect(claims[0]).toMatchObject({ status: 'unconfirmed' });
  });

  it.each([
    ['remains so', 'Miners said the shaft had flooded. The reports remain unconfirmed.'],
    ['is a rumour', 'Rumours said that the shaft had flooded.'],
  ])('is unconfirmed where it %s, and nobody disputes it', (_case, words) => {
    const { claims } = read(words);
    expect(claims[0]).toMatchObject({ status: 'unconfirmed', disputedBy: [] });
  });

  it.each([
    ['Rebels said 40 men had died. Doctors confirmed the number. It was a Friday.'],
    ['The chairman said the accounts had been verified. He was not in the room.'],
    ['The chairman said that the accounts were not verified.'],
  ])('is not unconfirmed: %s', words => {
    expect(read(words).claims.map(({ status }) => status)).not.toContain('unconfirmed');
  });

  it('is confirmed where somebody else confirms it', () => {
    const { claims } = read('Miners said the shaft had flooded. The firm confirmed these reports.');
    expect(claims.map(({ status }) => status)).toEqual(['confirmed', 'confirmed']);
  });

  it('is not confirmed where somebody declines to confirm it, which is about it', () => {
    const text = 'Miners said the shaft had flooded. The firm declined to confirm that.';
    const claims = claimsOf(text, [
      ['Miners', 'said', 'the shaft had flooded'],
      ['The firm', 'declined to confirm', 'that'],
    ]);
    expect(claims.map(({ status, refersTo }) => [status, refersTo])).toEqual([
      ['stated', []],
      ['stated', [claims[0]!.id]],
    ]);
  });

  it.each([
    ['refusing to comment', 'Miners said the shaft had flooded. The firm declined to comment.'],
    [
      'neither confirming nor denying',
      'Miners said the shaft had flooded. The firm said it could neither confirm nor deny that it had.',
    ],
    ['speaking of something else', 'Miners said the shaft had flooded. Nurses said pay had not risen.'],
    ['agreeing', 'Miners said the shaft had flooded. Rescuers said the shaft was full of water.'],
    ['a “but” alone', 'The bank said trade was strong, but Brandt said difficult months lay ahead.'],
  ])('is no dispute: %s', (_case, words) => {
    expect(read(words).claims.flatMap(({ disputedBy }) => disputedBy)).toEqual([]);
  });
});

describe('check-worthiness', () => {
  const worth = (text: string): number => read(text).claims[0]?.checkWorthiness ?? Number.NaN;

  it('puts a reported number above a wish', () => {
    expect(worth('The ministry reported that 340 homes were destroyed in the flood.')).toBeGreaterThan(
      worth('“I hope we will all be happy together,” Brandt said.') + 0.3,
    );
  });

  it('says why', () => {
    const [claim] = read('The ministry reported that 340 homes were destroyed in the flood.').claims;
    expect(claim?.checkReasons).toContain('number');
  });
});

describe('a source with several names in it', () => {
  it.each([
    ['named, then described', 'Helvor Lines, the firm that sails to Mara Bay,', 'Helvor Lines'],
    ['a person, then described', 'Lena Brandt, a friend of Tom Reyes,', 'Lena Brandt'],
    ['described, then named', 'The mayor of Port Ellis, Lena Brandt,', 'Lena Brandt'],
    ['a place of work, then named', 'A surgeon at Ruskin Hospital, Lena Brandt,', 'Lena Brandt'],
  ])('is whoever speaks: %s', (_case, source, speaker) => {
    const text = `${source} said the ferry was safe. Lena Brandt works there. Tom Reyes does not.`;
    const { players, claims } = read(text);
    const place = claims[0]!.source!;
    expect(players.find(({ id }) => id === place.playerId)?.name).toBe(speaker);
  });

  it('is the body, not the place it is named after', () => {
    const { players, claims } = read('The University of Oslo said the ferry was safe.');
    expect(players.map(({ name }) => name)).toEqual(['University of Oslo', 'Oslo']);
    expect(claims[0]!.source!.playerId).toBe(players[0]!.id);
  });
});

describe('what a tagger took for a source', () => {
  const sourceIn = (text: string, source: string, cue: string, content: string): string | null => {
    const [claim] = extractClaims(parseText(text), [attribution(text, source, cue, content)], []);
    return claim?.source ? text.slice(claim.source.start, claim.source.end) : null;
  };

  it.each([
    [
      'a conjunction',
      'While Rossi said it was dry, it rained.',
      'While Rossi',
      'said',
      'it was dry',
      'Rossi',
    ],
    [
      'a preposition',
      'Despite Rossi insisting it was dry, it rained.',
      'Despite Rossi',
      'insisting',
      'it was dry',
      'Rossi',
    ],
    [
      'where it was said',
      'Rossi, via the Post, said it was dry.',
      'Rossi, via the Post',
      'said',
      'it was dry',
      'Rossi',
    ],
    [
      'what else is the owner’s',
      'It met Rossi’s repeated warning that it was dry.',
      'Rossi’s repeated',
      'warning',
      'that it was dry',
      'Rossi',
    ],
    [
      'a stray verb',
      'Papers cited to support their claim that it was dry.',
      'to support their',
      'claim',
      'that it was dry',
      'their',
    ],
  ])('is cut to who speaks: %s', (_case, text, source, cue, content, speaker) => {
    expect(sourceIn(text, source, cue, content)).toBe(speaker);
  });

  it('keeps a name that looks like a pronoun', () => {
    expect(sourceIn('He Jun said it was dry.', 'He Jun', 'said', 'it was dry')).toBe('He Jun');
  });

  it('keeps the whole of an office', () => {
    expect(
      sourceIn('The ministry of health said it was dry.', 'The ministry of health', 'said', 'it was dry'),
    ).toBe('The ministry of health');
  });
});
