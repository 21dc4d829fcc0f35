import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { verifyInArticle } from '../../lib/verify/article.ts';
import { parseText } from '../../lib/text/parse.ts';
import { verifyOnPage } from '../../lib/verify/page.ts';
import { findRemarks } from '../../lib/verify/remarks.ts';

const TEXT =
  'Rebels claim that they have taken the “old port” of Varna. Army officers have not confirmed these claims, ' +
  'and harbour pilots say no rebel has reached the port.\n\nThe sea was calm.';
const brief = analyse(articleFromText(TEXT));

const relations = (selection: string) =>
  verifyInArticle(brief, selection).items.map(
    ({ relation, start, end }) => `${relation}: ${TEXT.slice(start, end)}`,
  );

describe('what the article offers for some words', () => {
  it('is the claim they belong to and who disputes it', () => {
    expect(relations('they have taken the')).toEqual([
      'says: that they have taken the “old port” of Varna',
      'unconfirmed: Army officers have not confirmed these claims',
      'disputes: harbour pilots say no rebel has reached the port',
    ]);
  });

  it.each([
    ['other marks', 'taken the "old port"'],
    ['other white space', 'taken  the\n“old port”'],
    ['space around it', '  taken the “old port” '],
  ])('finds words selected with %s', (_case, selection) => {
    expect(verifyInArticle(brief, selection).status).toBe('ok');
  });

  it('finds a selection by its place', () => {
    const start = TEXT.indexOf('they have taken');
    expect(verifyInArticle(brief, { start, end: start + 15 })).toMatchObject({
      rung: 'article',
      status: 'ok',
    });
  });

  it('for a headline is the sentence that says most of it again', () => {
    expect(relations('Rebels claim the old port')).toEqual([`near: ${TEXT.slice(0, TEXT.indexOf(' Army'))}`]);
    expect(relations('No rebel has reached port, pilots say')).toEqual([
      'near: Army officers have not confirmed these claims, and harbour pilots say no rebel has reached the port.',
    ]);
    expect(relations('Rebels at sea: port of call for a new government')).toEqual([]);
  });

  it.each([
    ['what is no claim of anybody', 'The sea was calm.', 'no_claim'],
    ['words that are not in the text', 'The sun was green.', 'not_in_text'],
    ['nothing', '  ', 'not_in_text'],
  ])('is honestly empty for %s', (_case, selection, reason) => {
    expect(verifyInArticle(brief, selection)).toEqual({
      rung: 'article',
      status: 'empty',
      reason,
      items: [],
    });
  });
});

it('tells who denies the words that were selected from who says them', () => {
  const against = (text: string) =>
    verifyInArticle(analyse(articleFromText(text)), 'the yard had lost a crane').items[0];
  expect(against('Ida Marsh denied that the yard had lost a crane.')).toMatchObject({
    relation: 'says',
    against: true,
  });
  expect(against('Ida Marsh said that the yard had lost a crane.')).not.toHaveProperty('against');
});

describe('the page’s own fact-check markup', () => {
  it('is tied to the claim it is about', () => {
    const evidence = verifyOnPage(brief, [
      { '@type': 'ClaimReview', claimReviewed: 'Rebels have taken the old port of Varna' },
    ]);
    expect(evidence).toMatchObject({
      rung: 'page',
      status: 'ok',
      items: [{ claimId: brief.claims[0]?.id, relation: 'links' }],
    });
  });

  it('is told in the page’s own words, whoever signs it', () => {
    const markup = {
      claimReviewed: 'Rebels have taken the old port of Varna',
      author: [{ name: 'Example Facts', url: 'https://facts.example/team' }],
      reviewRating: { ratingValue: 1, alternateName: 'Half true' },
    };
    expect(verifyOnPage(brief, [markup]).items[0]?.review).toEqual({
      claim: 'Rebels have taken the old port of Varna',
      rating: 'Half true',
      author: 'Example Facts',
      host: 'facts.example',
    });
    const bare = { ...markup, author: 7, reviewRating: { alternateName: 4, name: 'x' } };
    expect(verifyOnPage(brief, [bare]).items[0]?.review).toEqual({ claim: markup.claimReviewed });
  });

  it('is tied to a sentence where nobody is reported to say it', () => {
    expect(verifyOnPage(brief, [{ claimReviewed: 'Was the sea calm?' }]).items).toMatchObject([
      { start: TEXT.indexOf('The sea was calm'), end: TEXT.length },
    ]);
  });

  it.each([
    ['no markup', [], 'no_markup'],
    ['broken markup', [null, 3, 'x', { claimReviewed: 7 }, { reviewRating: {} }], 'no_markup'],
    ['markup about something else', [{ claimReviewed: 'Chocolate cures baldness' }], 'other_claim'],
  ])('is empty for %s', (_case, nodes, reason) => {
    expect(verifyOnPage(brief, nodes)).toMatchObject({ status: 'empty', reason });
  });
});

describe('what stands around the passage', () => {
  const text =
    'Mayor Lena Okafor said the yard had lost 1,200 jobs this year. The owners declined to comment. ' +
    'The figure could not be independently verified.\n\n' +
    'The yard opened in 1931. A crane was painted.\n\n' +
    'The port authority says the yard in Ashby lost 900 jobs this year. Some 40 new jobs are planned at the mill.\n\n' +
    'In 2019 the yard lost 300 jobs in a year. Harbour pilots did not respond to a request for comment.';
  const told = analyse(articleFromText(text));
  const at = (words: string, length = words.length) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + length,
  });
  const links = [
    { ...at('1,200 jobs'), href: 'https://stats.example/report.pdf' },
    { ...at('this year'), href: 'https://stats.example/report.pdf#page=2' },
    { ...at('opened in 1931'), href: 'https://history.example/' },
    { ...at('yard had'), href: 'javascript:alert(1)' },
  ];
  const found = (words: string) =>
    verifyInArticle(told, words, links).items.map(
      ({ relation, start, end, figure, href }) =>
        `${relation}: ${figure ? text.slice(figure.start, figure.end) : (href ?? text.slice(start, end))}`,
    );

  it('is told of a claim: who would not comment, what nobody could check, what it links to, another number', () => {
    expect(found('the yard had lost 1,200 jobs')).toEqual([
      'says: the yard had lost 1,200 jobs this year',
      'declines: The owners declined to comment.',
      'unconfirmed: The figure could not be independently verified.',
      'differs: 900',
      'links: https://stats.example/report.pdf',
    ]);
  });

  it('is told of a passage that nobody says', () => {
    expect(found('The yard opened in 1931.')).toEqual(['links: https://history.example/']);
    expect(found('A crane was painted.')).toEqual([]);
  });

  it.each([
    ['of another time', 'In 2019 the yard lost 300 jobs in a year'],
    ['of other things', 'Some 40 new jobs are planned at the mill'],
  ])('holds no number %s against it', (_case, words) => {
    expect(found(words).filter(each => each.startsWith('differs'))).toEqual([]);
  });
});

it('does not guess which of several numbers is meant', () => {
  const prices =
    'The seller asked the Marsh sisters for $200 for the shipping of the puppy, and then for $50 for its papers.\n\n' +
    'The seller told the Marsh sisters the shipping of the puppy was $100.';
  const sold = analyse(articleFromText(prices));
  const { items } = verifyInArticle(sold, '$200 for the shipping of the puppy');
  expect(items.filter(({ relation }) => relation === 'differs')).toEqual([]);
});

it('does not take a claim for a remark about itself', () => {
  const own = 'Ida Marsh told the Courier: “We have not been able to confirm how deep the water is.”';
  const { items } = verifyInArticle(analyse(articleFromText(own)), 'how deep the water is');
  expect(items.map(({ relation }) => relation)).toEqual(['says']);
});

describe('remarks', () => {
  it.each([
    ['declines', 'A spokesman for the yard declined to comment.'],
    ['declines', 'The ministry did not immediately respond to requests for comment.'],
    ['declines', 'Reyes couldn’t be reached on Sunday.'],
    ['declines', 'The owners refused to say whether the dock would close.'],
    ['declines', 'Das Ministerium lehnte eine Stellungnahme ab.'],
    ['declines', 'Le ministère n’a pas répondu à nos questions.'],
    ['declines', 'El ministerio no respondió a las preguntas.'],
    ['declines', 'Міністерство відмовилося коментувати заяву.'],
    ['unconfirmed', 'The report could not be independently verified.'],
    ['unconfirmed', 'The Courier has not been able to verify the figure.'],
    ['unconfirmed', 'Die Angaben ließen sich nicht unabhängig überprüfen.'],
    ['unconfirmed', 'Ces chiffres n’ont pas pu être vérifiés de source indépendante.'],
    ['unconfirmed', 'Las cifras no han podido ser verificadas de forma independiente.'],
    ['unconfirmed', 'Цю інформацію не вдалося підтвердити.'],
    [undefined, 'The committee declined sharply in the polls.'],
    [undefined, 'Responders arrived within minutes.'],
    [undefined, 'Officials confirmed the figure on Monday.'],
    [undefined, 'She refused to leave the building.'],
  ])('%s: %s', (relation, sentence) => {
    expect(findRemarks(parseText(sentence))[0]?.relation).toBe(relation);
  });
});
