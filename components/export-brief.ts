import type { Brief, Claim, Player, TimelineEntry } from '../lib/brief/brief.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import type { Span } from '../lib/text/span.ts';
import { claimNotes } from './claim-notes.ts';
import { formatDate, formatList, formatMoment } from './language.ts';
import { paragraphOf, wordsOf } from './passages.ts';
import { claimWords, contentOf, speakerName, speakerNote } from './speakers.ts';
import { linkTo } from './text-fragment.ts';

/** The brief as Markdown: every sentence with a link to its place in the article. */
export function briefAsMarkdown(brief: Brief): string {
  const { article } = brief;
  const byline = article.byline?.length ? t('byline', formatList(article.byline)) : undefined;
  const date = article.publishedTime && formatMoment(article.publishedTime);
  const origin = [article.siteName, byline, date].filter(it => it !== undefined).filter(it => it !== '');
  const sections = [
    `# ${plain(article.title || t('noHeadline'))}`,
    origin.map(plain).join(' · '),
    article.partial ? t('partialNote') : '',
    article.url ? `<${article.url}>` : '',
    section(
      t('tabSummary'),
      brief.summary.map(span => `- ${sentence(brief, span)}`),
    ),
    section(
      t('tabPlayers'),
      brief.players.map(player => `- ${playerLine(brief, player)}`),
    ),
    section(
      t('tabClaims'),
      brief.claims.map((claim, i) => `${i + 1}. ${claimLine(brief, claim)}`),
    ),
    section(
      t('tabNext'),
      brief.timeline.map(entry => `- ${entryLine(brief, entry)}`),
    ),
  ];
  return `${sections.filter(it => it !== '').join('\n\n')}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `## ${title}\n\n${lines.join('\n')}`;
}

function sentence(brief: Brief, span: Span): string {
  return `${plain(wordsOf(brief.article, span))} ${place(brief, span)}`;
}

function playerLine({ article }: Brief, player: Player): string {
  const role = player.role ? `, ${plain(wordsOf(article, player.role))}` : '';
  return `**${plain(player.name)}**${role} (${tn('mentions', player.mentions.length)})`;
}

function claimLine(brief: Brief, claim: Claim): string {
  const note = speakerNote(brief, claim);
  const against = brief.claims.filter(it => claim.disputedBy.includes(it.id));
  const notes = [
    ...claimNotes(brief, claim),
    ...against.map(it => {
      const lead = claim.otherViews?.includes(it.id) ? 'otherView' : 'disputedBy';
      return `${t(lead, speakerName(brief, it))} ${claimWords(brief, it)}`;
    }),
  ];
  const who = `**${plain(speakerName(brief, claim))}**${note ? ` (${plain(note)})` : ''}`;
  const cue = claim.cue ? ` *${plain(wordsOf(brief.article, claim.cue))}*` : '';
  const words = plain(claimWords(brief, claim));
  return `${who}${cue}: ${words} ${place(brief, claim.content[0]!)} – ${notes.map(plain).join('; ')}`;
}

function entryLine(brief: Brief, entry: TimelineEntry): string {
  const date = formatDate(entry) ?? wordsOf(brief.article, entry);
  const tense = entry.tense === 'upcoming' ? t('upcomingTitle') : t('pastTitle');
  return `**${plain(date)}** (${tense}): ${sentence(brief, entry.sentence)}`;
}

function place({ article }: Brief, span: Span): string {
  const mark = t('paragraphMark', paragraphOf(article, span));
  const link = linkTo(article, span);
  return link === null ? `(${mark})` : `[${mark}](${link.replaceAll(/[()]/g, encodeURIComponent)})`;
}

/** Text that Markdown leaves alone. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#]/g, String.raw`\$&`).replaceAll(/\s+/g, ' ');
}

const COLUMNS = [
  'id',
  'source',
  'role',
  'cue',
  'content',
  'kind',
  'certainty',
  'hedges',
  'status',
  'disputedBy',
  'paragraph',
  'link',
];

/** The claims as a table (RFC 4180); its columns and values are named as in the data contract. */
export function claimsAsCsv(brief: Brief): string {
  const { article } = brief;
  const rows = brief.claims.map(claim => [
    claim.id,
    claim.source ? speakerName(brief, claim) : '',
    speakerNote(brief, claim) ?? '',
    claim.cue ? wordsOf(article, claim.cue) : '',
    claimWords(brief, claim),
    claim.kind,
    claim.certainty,
    claim.hedges.map(span => wordsOf(article, span)).join('; '),
    claim.status,
    claim.disputedBy.join('; '),
    String(paragraphOf(article, claim.content[0]!)),
    linkTo(article, contentOf(brief, claim)[0]!) ?? '',
  ]);
  return [COLUMNS, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet takes a cell that begins with one of these for a formula; the apostrophe keeps it text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
