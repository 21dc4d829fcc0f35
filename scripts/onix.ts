#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { analyse } from '../lib/analyse.ts';
import type { Article, Detection } from '../lib/article/article.ts';
import type { Link } from '../lib/article/links.ts';
import { detect } from '../lib/article/detect.ts';
import { PageTooLarge } from '../lib/article/blocks.ts';
import { extract } from '../lib/article/extract.ts';
import { inItsLanguage } from '../lib/article/language.ts';
import { articleFromText } from '../lib/article/from-text.ts';
import { answer, prepareQuestions } from '../lib/brief/ask.ts';
import { type Brief, SummaryLength } from '../lib/brief/brief.ts';
import { verifyInArticle } from '../lib/verify/article.ts';
import { verifyOnPage } from '../lib/verify/page.ts';
import { answerLines, BadLine } from './lines.ts';
import { withPage } from './page.ts';
import { explainText } from './explain.ts';
import { readTaggers } from './models.ts';
import { printBrief } from './print.ts';

const USAGE = `onix brief PAGE.html|TEXT.txt [--json] [--url ADDRESS] [--summary short|normal|long] [--anyway]
onix brief --jsonl [--summary …] [--anyway] [--article-only]     {"id","html","url"?} or {"id","text","title"?,…} a line
onix ask --jsonl                                                 {"id","text"|"html","question"} a line
onix verify --jsonl                                              {"id","text"|"html","selection"} a line
onix explain PAGE.html|TEXT.txt                                  tags, margins and what weighed most
With --rules the engine works without its trained taggers.
`;

const Source = {
  id: z.union([z.string(), z.number()]),
  html: z.optional(z.string()),
  text: z.optional(z.string()),
  title: z.optional(z.string()),
  publishedTime: z.optional(z.string()),
  url: z.optional(z.string()),
};
const BriefLine = z.object(Source);
const AskLine = z.object({ ...Source, question: z.string() });
const VerifyLine = z.object({ ...Source, selection: z.string() });
type SourceLine = z.infer<typeof BriefLine>;

/** An article from a line, with what only a page has. */
interface Input {
  detection?: Detection;
  article: Article | null;
  claimReviews: unknown[];
  links: Link[];
}

const { flags, positionals } = readArguments();
const summary = SummaryLength.parse(flags.summary);
const taggers = flags.rules ? null : readTaggers();
const study = { summary, ...(taggers && { taggers }) };

/** Consecutive lines about the same text share one analysis. */
let remembered: ReturnType<typeof analyseLine> | undefined;

const [command, file] = positionals;
if (command === 'brief' && flags.jsonl) await answerLines(BriefLine, briefLine);
else if (command === 'brief' && file !== undefined) briefFile(file);
else if (command === 'explain' && file !== undefined) explainFile(file);
else if (command === 'ask' && flags.jsonl) await answerLines(AskLine, askLine);
else if (command === 'verify' && flags.jsonl) await answerLines(VerifyLine, verifyLine);
else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}

/** What was asked for; what cannot be understood ends the program with a word on why. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        jsonl: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        anyway: { type: 'boolean', default: false },
        'article-only': { type: 'boolean', default: false },
        rules: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        summary: { type: 'string', default: 'normal' },
        url: { type: 'string' },
      },
    });
    if (values.help) {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    if (!SummaryLength.safeParse(values.summary).success)
      throw new Error(`A summary is short, normal or long, not ${values.summary}.`);
    return { flags: values, positionals };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** A page or, by its name, a plain text; a file that cannot be read ends the program with a word on why. */
function readSource(path: string): SourceLine {
  try {
    const content = readFileSync(path, 'utf8');
    return { id: path, ...(path.endsWith('.txt') ? { text: content } : { html: content }), url: flags.url };
  } catch (error) {
    process.stderr.write(`${path} cannot be read: ${(error as Error).message}\n`);
    process.exit(1);
  }
}

function briefLine(line: SourceLine): object {
  const { detection, article } = readInput(line, flags.anyway);
  const brief = article && (flags['article-only'] ? { article } : analyse(article, study));
  return { ...(detection && { detection }), brief };
}

function briefFile(path: string): void {
  const input = readInput(readSource(path), flags.anyway);
  const brief = input.article && analyse(input.article, study);
  if (flags.json)
    process.stdout.write(`${JSON.stringify({ id: path, detection: input.detection, brief })}\n`);
  else if (brief) process.stdout.write(printBrief(brief));
  else {
    process.stderr.write('This page does not look like an article. Add --anyway to read it all the same.\n');
    process.exitCode = 1;
  }
}

function explainFile(path: string): void {
  const { article } = readInput(readSource(path), true);
  process.stdout.write(explainText(article?.text ?? ''));
}

function askLine(line: z.infer<typeof AskLine>): object {
  const brief = rememberedBrief(line);
  return { answers: brief ? answer(brief.questions, line.question) : [] };
}

function verifyLine(line: z.infer<typeof VerifyLine>): object {
  const known = rememberedBrief(line);
  if (!known) throw new BadLine('bad_input', 'The page holds no readable text');
  return {
    evidence: [
      verifyInArticle(known.brief, line.selection, known.links),
      verifyOnPage(known.brief, known.claimReviews),
    ],
  };
}

function rememberedBrief(line: SourceLine) {
  const key = line.text ?? line.html;
  if (remembered?.key !== key) remembered = analyseLine(line);
  return remembered?.known ?? null;
}

function analyseLine(line: SourceLine) {
  const { article, claimReviews, links } = readInput(line, true);
  const brief: Brief | null = article && analyse(article, study);
  return {
    key: line.text ?? line.html,
    known: brief && {
      brief,
      claimReviews,
      links,
      questions: prepareQuestions(brief, taggers?.vectors ?? null),
    },
  };
}

function readInput(line: SourceLine, anyway: boolean): Input {
  if (line.text !== undefined)
    return { article: articleFromText(line.text, line), claimReviews: [], links: [] };
  if (line.html === undefined) throw new BadLine('bad_input', 'A line needs "html" or "text"');
  try {
    return withPage(line.html, line.url, (page, address) => {
      const detection = detect(page, address);
      const extraction = detection.isArticle || anyway ? extract(page, address) : null;
      return {
        detection,
        article: extraction && inItsLanguage(extraction.article),
        claimReviews: extraction?.claimReviews ?? [],
        links: extraction?.links ?? [],
      };
    });
  } catch (error) {
    if (error instanceof PageTooLarge) throw new BadLine('too_large', error.message);
    throw error;
  }
}
