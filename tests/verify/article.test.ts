import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { verifyInArticle } from '../../lib/verify/article.ts';
import { verifyOnPage } from '../../lib/verify/page.ts';

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

  it.each([
    ['no markup', [], 'no_markup'],
    ['broken markup', [null, 3, 'x', { claimReviewed: 7 }, { reviewRating: {} }], 'no_markup'],
    ['markup about something else', [{ claimReviewed: 'Chocolate cures baldness' }], 'other_claim'],
  ])('is empty for %s', (_case, nodes, reason) => {
    expect(verifyOnPage(brief, nodes)).toMatchObject({ status: 'empty', reason });
  });
});
