import { describe, expect, it } from 'vitest';
import { analyse, mergeReadings } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { findAttributions } from '../../lib/claims/find/attribution.ts';
import { CLAIM_FEATURES, oddsOf, readCandidates, withoutUnlikely } from '../../lib/claims/claimhood.ts';
import { findCandidates } from '../../lib/claims/extract.ts';
import { parseText } from '../../lib/text/parse.ts';
import { readTaggers } from '../../scripts/models.ts';

const taggers = readTaggers()!;

const GUIDE = `How to choose a ladder for your house

Before you buy a ladder, think about what you will use it for. If you expect to paint high walls, you may find that a long one suits you best.

Benefits: A folding ladder saves space in your shed and is quick to set up.

Drawbacks: It is heavier than a plain one, so ask a friend to help you carry it.

Remember that wet rungs are slippery. This means that you should dry them, and your ladder will thank you for years.

Some models offer wide steps, and our favourite promises comfort that your feet will notice. Check the label to learn how much weight it can bear.

Height: A ladder of three metres suits most homes.

Price: Expect to pay between 80 and 200 for a good one.

You could argue that renting one costs less, but you will learn that shops ask for a deposit. If you plan to use it twice a year, consider what your neighbours have in their sheds.

Weight: Aluminium weighs less than wood, and it shows the scratches less.

Safety: Read the leaflet, follow what it says about wind, and make sure that somebody knows where you are.

Tell your children that a ladder is no toy, and you can be sure that nobody will get hurt.`;

const NEWS = `Council votes to close the harbour bridge

The council of Eastmere voted on Tuesday to close the harbour bridge for two years, Mayor Ada Holm said.

“We cannot wait until it falls into the water,” Holm told reporters. Engineers had warned in March that two of its piers were cracked, according to a report by the county.

Peter Lund, who runs the fish market, said the closure would ruin his trade. “Nobody has asked us,” he said.

The county denied that it had known of the cracks for years.`;

function candidatesOf(text: string) {
  const { blocks, text: body } = articleFromText(text);
  const doc = parseText(body, blocks);
  const kinds = blocks.map(({ kind }) => kind);
  const tagged = taggers.attributions(doc);
  const attributions = mergeReadings(doc, tagged, findAttributions(doc, tagged.cues));
  return { doc, kinds, candidates: findCandidates(doc, attributions, [], kinds) };
}

describe('what is no claim at all', () => {
  it('is left out of advice to the reader', () => {
    const { candidates } = candidatesOf(GUIDE);
    const { claims } = analyse(articleFromText(GUIDE), { taggers });
    expect(candidates.length).toBeGreaterThan(6);
    expect(claims.length).toBeLessThan(candidates.length / 3);
  });

  it('is nothing that somebody says in a report', () => {
    const { candidates } = candidatesOf(NEWS);
    const { claims } = analyse(articleFromText(NEWS), { taggers });
    expect(claims).toHaveLength(candidates.length);
    expect(claims.length).toBeGreaterThanOrEqual(6);
  });

  it('is not asked of what nobody had to find', () => {
    const { doc, kinds, candidates } = candidatesOf(GUIDE);
    const given = candidates.map(({ claim }) => ({ claim, seen: undefined }));
    expect(withoutUnlikely(doc, given, [], kinds)).toBe(given);
  });
});

describe('what is asked of a candidate', () => {
  const { doc, kinds, candidates } = candidatesOf(NEWS);
  const rows = readCandidates(doc, candidates, [], kinds);
  const valueOf = (i: number, name: (typeof CLAIM_FEATURES)[number]): number =>
    rows[i * CLAIM_FEATURES.length + CLAIM_FEATURES.indexOf(name)]!;

  it('stands where it belongs', () => {
    expect(rows).toHaveLength(candidates.length * CLAIM_FEATURES.length);
    for (const [i, { claim, seen }] of candidates.entries()) {
      expect(valueOf(i, 'tagged')).toBeCloseTo(seen!.tagged);
      expect(valueOf(i, 'cue auxiliary')).toBe(
        claim.cue && /had/.test(doc.text.slice(claim.cue.start, claim.cue.end)) ? 1 : 0,
      );
      expect(valueOf(i, 'content sentences')).toBe(0);
      expect(valueOf(i, 'page tokens')).toBe(doc.tokens.length);
      expect(valueOf(i, 'page lists')).toBe(0);
      expect(valueOf(i, 'page nobody')).toBeCloseTo(
        candidates.filter(each => !each.claim.source).length / candidates.length,
      );
    }
  });

  it('fits into a byte, as the trees want it', () => {
    expect(CLAIM_FEATURES.length).toBeLessThanOrEqual(96);
  });
});

it('takes for the odds of an attribution those of its cue, or else those of its first word', () => {
  const short = parseText('Holm has said it rains');
  const odds = Float32Array.of(9, -1, 3, 2, 8);
  const content = [{ start: 14, end: 22 }];
  const attribution = { source: null, content, confidence: 1 };
  expect(oddsOf(short, odds, { ...attribution, cue: { start: 5, end: 13 } })).toBe(3);
  expect(oddsOf(short, odds, { ...attribution, cue: null })).toBe(2);
});
