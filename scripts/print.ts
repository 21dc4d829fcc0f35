import { stripVTControlCharacters } from 'node:util';
import { outrightDisputes } from '../lib/brief/brief.ts';
import type { Brief, Claim, Player } from '../lib/brief/brief.ts';
import type { Span } from '../lib/text/span.ts';

/** A brief for reading in a terminal. Control characters of a page never reach the terminal. */
export function printBrief(brief: Brief): string {
  const cut = ({ start, end }: Span) => brief.article.text.slice(start, end);
  const sections = [
    heading(brief),
    section('Summary', brief.summary.map(cut)),
    section(
      'Key players',
      brief.players.slice(0, 12).map(player => playerLine(player, cut)),
    ),
    section(
      'Claims',
      brief.claims.map((claim, i) => claimLines(claim, i + 1, brief, cut)),
    ),
    section(
      "What's next",
      [...Map.groupBy(brief.timeline, ({ sentence, tense }) => tense === 'upcoming' && sentence.start)]
        .filter(([sentence]) => sentence !== false)
        .map(([, entries]) => `${entries.map(cut).join(', ')}: ${cut(entries[0]!.sentence)}`),
    ),
    section(
      'Worth a second look',
      brief.flags.map(flag => `${cut(flag)} (${flag.because})`),
    ),
  ];
  return `${stripVTControlCharacters(sections.filter(Boolean).join('\n\n'))}\n`;
}

function heading({ article }: Brief): string {
  const facts = [article.byline?.join(', '), article.siteName, article.publishedTime, article.type].filter(
    Boolean,
  );
  return [article.title || 'Untitled', facts.join(' · ')].filter(Boolean).join('\n');
}

const section = (title: string, lines: string[]): string =>
  lines.length === 0 ? '' : [title.toUpperCase(), ...lines.map(line => `  ${line}`)].join('\n');

function playerLine(player: Player, cut: (span: Span) => string): string {
  return [player.name, player.role && cut(player.role), player.type].filter(Boolean).join(' — ');
}

const KINDS = { direct: 'quoted', indirect: 'in the article’s words', mixed: 'partly quoted' } as const;

/** Speaker and cue, the words, then how they are put, how they stand in the article, and by whose words. */
function claimLines(claim: Claim, number: number, brief: Brief, cut: (span: Span) => string): string {
  const indent = ' '.repeat(String(number).length + 4);
  const words = claim.content.map(cut).join(' … ');
  const by = (ids: readonly string[]): string =>
    ids
      .map(id => brief.claims.findIndex(other => other.id === id))
      .filter(at => at >= 0)
      .map(at => `${speakerOf(brief.claims[at]!, brief, cut)} (${at + 1})`)
      .join(', ');
  const outright = outrightDisputes(claim);
  const notes = [
    KINDS[claim.kind],
    claim.certainty === 'hedged' && `hedged: ${claim.hedges.map(cut).join(', ')}`,
    outright.length > 0 ? `${claim.status} by ${by(outright)}` : claim.status !== 'stated' && claim.status,
    claim.otherViews?.length && `another view: ${by(claim.otherViews)}`,
    claim.refersTo.length > 0 && `about ${by(claim.refersTo)}`,
  ].filter(Boolean);
  return [
    `${number}. ${speakerOf(claim, brief, cut)}${claim.cue ? ` · ${cut(claim.cue)}` : ''}`,
    `${indent}${claim.kind === 'direct' && !/^["“‘']/.test(words) ? `“${words}”` : words}`,
    `${indent}[${notes.join('; ')}]`,
  ].join('\n');
}

function speakerOf(claim: Claim, brief: Brief, cut: (span: Span) => string): string {
  if (!claim.source) return 'the article does not say who';
  const source = cut(claim.source);
  const player = brief.players.find(({ id }) => id === claim.source?.playerId);
  return player && !source.includes(player.name) ? `${source} (${player.name})` : source;
}
