import { describe, expect, it } from 'vitest';
import { findExpectations } from '../../lib/brief/expectations.ts';
import { findTimeline } from '../../lib/brief/timeline.ts';
import { parseText } from '../../lib/text/parse.ts';

function expectations(text: string): string[] {
  const doc = parseText(text);
  return findExpectations(doc, findTimeline(doc, '2024-05-15')).map(
    ({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`,
  );
}

describe('what is to come without a date', () => {
  it.each([
    ['what will be', 'The council will build a second bridge.', 'expected: will'],
    ['a plan in the passive', 'A new quay is planned for the harbour.', 'planned: is planned for'],
    ['an intention', 'The firm intends to appeal.', 'planned: intends to'],
    ['an expectation', 'Prices are expected to fall.', 'expected: are expected to'],
    ['a demand', 'The union called for an inquiry.', 'demanded: called for'],
    ['a demand on somebody', 'She urged the mayor to step down.', 'demanded: urged'],
    ['a request', 'She asked the mayor to step down.', 'demanded: asked'],
    ['what follows an open question', 'Asked how she felt, Roe said she will appeal.', 'expected: will'],
    ['a condition', 'If it rains, the race will be run indoors.', 'expected: will'],
    ['what they plan', 'The Foxes plan to test him again.', 'planned: plan to'],
    ['a place', 'The hall where they met will close.', 'expected: will'],
  ])('%s', (_case, text, expected) => expect(expectations(text)).toEqual([expected]));

  it.each([
    ['dated', 'The council will build a bridge next year.'],
    ['over', 'The council built a bridge and called a meeting.'],
    ['denied', 'The council will not comment.'],
    ['a cause', 'The flood is due to the rain.'],
    ['a noun', 'The will of the people and the demands of the union were heard.'],
    ['asked a question', 'A reporter asked the minister about the bridge.'],
    ['asked for no name', 'One of them, who asked not to be named, saw it.'],
    ['asked to stay unknown', 'Two drivers asked to remain anonymous.'],
    ['asked whether', 'Asked on Monday whether she would continue to sell, Roe smiled.'],
    ['asked how', 'The union asked the board how it intended to pay.'],
    ['hoped under a condition', 'They need new voters if they expect to win.'],
    ['a plan that is none', 'She did not make plans to leave, and has no plans to sell.'],
    ['a plan that is a thing', 'The business plan to cut costs, and Roe’s plan to sell, failed.'],
    ['who reports', 'Reporting by the desk and Will Dunmore.'],
    ['a will', 'With political will much can be done.'],
    ['of somebody', 'The fury and demands of the union grew.'],
    ['a question', 'Will the council build a second bridge?'],
    ['an open question', 'That raises questions over how the board will pay.'],
    ['an open question, with more between', 'Nobody knows whether the old ferry of the island will sail.'],
  ])('not what is %s', (_case, text) => expect(expectations(text)).toEqual([]));
});
