import { stripVTControlCharacters } from 'node:util';
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
      brief.claims.map((claim, i) => claimLine(claim, i + 1, brief, cut)),
    ),
    section(
      "What's next",
      brief.timeline
        .filter(entry => entry.tense === 'upcoming')
        .map(entry => `${cut(entry)}: ${cut(entry.sentence)}`),
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

function claimLine(claim: Claim, number: number, brief: Brief, cut: (span: Span) => string): string {
  const player = brief.players.find(({ id }) => id === claim.source?.playerId);
  const source = claim.source ? cut(claim.source) : 'the article does not say who';
  const who = player && player.name !== source ? `${source} (${player.name})` : source;
  const words = claim.content.map(cut).join(' … ');
  const disputers = claim.disputedBy.map(id => brief.claims.findIndex(other => other.id === id) + 1);
  const notes = [
    claim.kind,
    claim.certainty === 'hedged' && `hedged: ${claim.hedges.map(cut).join(', ')}`,
    claim.status !== 'stated' && claim.status,
    disputers.length > 0 && `disputed by ${disputers.join(', ')}`,
  ].filter(Boolean);
  return `${number}. ${who} | ${claim.cue ? cut(claim.cue) : '—'} | ${words} [${notes.join('; ')}]`;
}
