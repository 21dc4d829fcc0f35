import type { Brief, Claim, Flag, Player, TimelineEntry } from '../lib/brief/brief.ts';
import { t, tn } from '../lib/browser/i18n.ts';
import type { Span } from '../lib/text/span.ts';
import { typeNote, typeWords } from './article-type-words.ts';
import { claimNotes } from './claim-notes.ts';
import { datedIn } from './dated-sentences.ts';
import { expectationWords } from './expectation-words.ts';
import { flagReason, flagTitle } from './flag-words.ts';
import { formatDate, formatList, formatMoment } from './language.ts';
import { paragraphOf, wordsOf } from './passages.ts';
import { countSourceGroups, SOURCE_GROUPS, sourceGroupWords } from './shares.ts';
import { claimWords, contentOf, speakerInSentence, speakerName, speakerNote } from './speakers.ts';
import { linkTo } from './text-fragment.ts';

/** The brief as Markdown: every sentence with a link to its place in the article. */
export function briefAsMarkdown(brief: Brief): string {
  const { article } = brief;
  const byline = article.byline?.length ? t('byline', formatList(article.byline)) : undefined;
  const date = article.publishedTime && formatMoment(article.publishedTime);
  const origin = [article.siteName, typeWords(article.type), byline, date].filter(it => it);
  const sections = [
    `# ${plain(article.title || t('noHeadline'))}`,
    origin.map(it => plain(it!)).join(' · '),
    typeNote(article.type) ?? '',
    article.partial ? t('partialNote') : '',
    ...(article.corrections ?? []).map(text => `${t('correctionNoted')} ${plain(text)}`),
    article.url ? `<${article.url}>` : '',
    section(
      t('tabSummary'),
      brief.summary.map(span => `- ${sentence(brief, span)}`),
    ),
    section(
      t('flagsTitle'),
      brief.flags.map(flag => `- ${flagLine(brief, flag)}`),
    ),
    brief.offered.claims === 'full' ? section(t('sourcingTitle'), sourcingLines(brief)) : '',
    section(
      t('tabPlayers'),
      brief.players.map(player => `- ${playerLine(brief, player)}`),
    ),
    section(
      t('tabClaims'),
      brief.claims.map((claim, i) => `${i + 1}. ${claimLine(brief, claim)}`),
    ),
    section(t('tabNext'), nextLines(brief)),
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

function flagLine(brief: Brief, flag: Flag): string {
  return `**${flagTitle(flag.kind)}**: ${sentence(brief, flag)} – ${plain(flagReason(flag))}`;
}

function sourcingLines(brief: Brief): string[] {
  const counts = countSourceGroups(brief);
  return SOURCE_GROUPS.filter(group => counts[group] > 0).map(
    group => `- ${sourceGroupWords(group, counts[group])}`,
  );
}

function claimLine(brief: Brief, claim: Claim): string {
  const note = speakerNote(brief, claim);
  const against = brief.claims.filter(it => claim.disputedBy.includes(it.id));
  const notes = [
    ...claimNotes(brief, claim),
    ...against.map(it => {
      const lead = claim.otherViews?.includes(it.id) ? 'otherView' : 'disputedBy';
      const said = it.cue ? `${wordsOf(brief.article, it.cue)} ` : '';
      return `${t(lead, speakerInSentence(brief, it))} ${said}${claimWords(brief, it)}`;
    }),
  ];
  const who = `**${plain(speakerName(brief, claim))}**${note ? ` (${plain(note)})` : ''}`;
  const cue = claim.cue ? ` *${plain(wordsOf(brief.article, claim.cue))}*` : '';
  const words = plain(claimWords(brief, claim));
  return `${who}${cue}: ${words} ${place(brief, claim.content[0]!)} – ${notes.map(plain).join('; ')}`;
}

/** What is to come, then what has been, as the view has them. */
function nextLines(brief: Brief): string[] {
  const lines = (tense: TimelineEntry['tense']) =>
    datedIn(brief.timeline, tense).map(({ lead, sentence: span }) => {
      const date = formatDate(lead) ?? wordsOf(brief.article, lead);
      return `- **${plain(date)}**: ${sentence(brief, span)}`;
    });
  const expected = brief.expected ?? [];
  const parts = [
    part(t('upcomingTitle'), lines('upcoming')),
    part(
      t('expectedTitle'),
      expected.map(it => `- **${expectationWords(it.kind)}**: ${sentence(brief, it.sentence)}`),
    ),
    part(t('pastTitle'), lines('past')),
  ].filter(it => it !== '');
  return parts.length === 0 ? [] : [parts.join('\n\n')];
}

function part(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `### ${title}\n\n${lines.join('\n')}`;
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
