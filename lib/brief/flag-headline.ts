import { list } from '../text/list.ts';
import type { Claim } from '../claims/claim.ts';
import { contentWords, shareOf, stemsOf } from '../text/content-words.ts';
import { parseText, tokensIn } from '../text/parse.ts';
import { wordsOf } from '../text/words.ts';
import { outrightDisputes } from './brief.ts';
import type { Flag } from './brief.ts';
import type { Story } from './story.ts';

/** A headline with fewer meaning words can be about anything. */
const HEADLINE_STEMS = 4;
/** How much of the headline a claim must say to be what it is about. */
const SAME = 0.7;
/** How much of it the article may say itself before it counts as told. */
const TOLD = 0.6;

/** Words that leave a headline open, name who says it, or ask. */
const OPEN_WORDS = list(
  'may might could would should can reportedly allegedly alleged apparently likely unlikely possible possibly perhaps maybe rumour rumours rumor rumors unconfirmed suspected suspect suspects accused accuses accuse claims claim claimed says say said tells told report reports reported warns warned warn fears fear feared hopes hope expected expects set plans plan planned eyes considers considering urges urged calls call called denies denied deny insists vows promises promised threatens blames blamed believes believe thinks think according seeks wants how why what who when where if whether explained opinion analysis',
);

/**
 * The headline says flatly what the body only lets somebody say, and what is hedged, denied or unconfirmed there. What
 * is merely attributed is no evidence: news is told that way. Nor is “is expected to”, where the headline says “to”.
 */
export function findUnsupportedHeadline({ doc, article, claims }: Story): Flag[] {
  const { title } = article;
  if (/[?"“”‘:;|]|\s[-–—]\s/.test(title)) return [];
  if (title.includes("'") && /(?<![\p{L}\p{N}])'/u.test(title)) return [];
  const headline = parseText(title);
  if (wordsOf(headline).lower.some(word => OPEN_WORDS.has(word))) return [];
  const wanted = new Set(stemsOf(headline).filter(Boolean));
  if (wanted.size < HEADLINE_STEMS) return [];
  const announces = wordsOf(headline).lower.includes('to');
  const said = claims
    .filter(claim => isOpen(claim) && !(announces && isExpected(doc, claim)))
    .map(claim => ({ claim, share: shareOf(wanted, contentWords(doc, claim.content)) }))
    .filter(({ share }) => share >= SAME);
  const [most] = said.sort((a, b) => b.share - a.share);
  if (!most || isToldOutright(doc, article, claims, wanted)) return [];
  const { claim } = most;
  const [first] = claim.content;
  const place = { start: first!.start, end: claim.content.at(-1)!.end };
  const [against] = outrightDisputes(claim);
  const disputing = claims.find(({ id }) => id === against);
  const reason = claim.hedges[0] ?? disputing?.content[0] ?? claim.cue ?? place;
  return [
    {
      kind: 'headline-not-supported',
      ...place,
      related: 'title',
      because: doc.text.slice(reason.start, reason.end),
    },
  ];
}

function isOpen({ certainty, status }: Claim): boolean {
  return certainty === 'hedged' || status === 'denied' || status === 'unconfirmed';
}

function isExpected({ text }: Story['doc'], { hedges }: Claim): boolean {
  return hedges.some(({ start, end }) =>
    /^(?:expected|likely|projected|tipped)$/i.test(text.slice(start, end)),
  );
}

/** Whether the article, or somebody in it without a hedge or a dispute, says most of what the headline says. */
function isToldOutright(
  doc: Story['doc'],
  { blocks }: Story['article'],
  claims: readonly Claim[],
  wanted: ReadonlySet<string>,
): boolean {
  const stems = stemsOf(doc);
  const open = new Uint8Array(doc.tokens.length);
  for (const claim of claims.filter(each => isOpen(each) || each.status === 'contested')) {
    for (const piece of claim.content) {
      const { first, end } = tokensIn(doc, piece);
      open.fill(1, first, end);
    }
  }
  return doc.sentences.some(sentence => {
    if (blocks[sentence.block]?.kind === 'heading') return false;
    const topic = new Set<string>();
    for (let i = sentence.firstToken; i < sentence.endToken; i++)
      if (open[i] === 0 && stems[i] !== '') topic.add(stems[i]!);
    return shareOf(wanted, topic) >= TOLD;
  });
}
