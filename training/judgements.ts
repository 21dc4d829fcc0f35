import fs from 'node:fs';
import * as z from 'zod/mini';
import type { Article } from '../lib/article/article.ts';
import { extract } from '../lib/article/extract.ts';
import { inItsLanguage } from '../lib/article/language.ts';
import { withPage } from '../scripts/page.ts';
import { readPages, readHtml } from './blocks-corpus.ts';

// What a careful reader said of the claims Onix found on pages of the corpus. Places and judgements, none of their words.

const Pair = z.tuple([z.int(), z.int()]); // UTF-16, half-open
const Claims = z.tuple([z.int(), z.int()]); // two of them, from 0
const Numbers = z._default(z.array(z.int()), []); // of claims, from 0

const JudgedPage = z.object({
  id: z.string(),
  /** Read by four readers, a part each, drawn by turns. */
  part: z.enum(['A', 'B', 'C', 'D']),
  /** UTF-16 of the text the places are in. */
  length: z.int(),
  /** So far was read; what stands behind it is not judged. */
  read: z.int(),
  claims: z.array(
    z.object({
      source: z.nullable(Pair),
      cue: z.nullable(Pair),
      content: z.array(Pair),
      /** None: no claim at all. */
      fault: z.optional(z.enum(['none', 'source', 'boundary'])),
    }),
  ),
  /** The first is against the second. */
  disputes: z.array(Claims),
  denied: Numbers,
  contested: Numbers,
  unconfirmed: Numbers,
  confirmed: Numbers,
  /** Attributions that were not found; a rough count. */
  missed: z.int(),
});

/** A page with what was said of its claims. */
interface Judgement extends z.infer<typeof JudgedPage> {
  readonly article: Article;
}

/** The judged pages of a corpus; those whose text is read in another way by now are left out, and told. */
export function readJudgements(corpus: string): Judgement[] {
  const pages = new Map(readPages(corpus).map(page => [page.id, page]));
  const judged = fs
    .readFileSync(new URL('judgements.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JudgedPage.parse(JSON.parse(line)));
  const read = judged.flatMap(judgement => {
    const page = pages.get(judgement.id);
    const article =
      page &&
      withPage(readHtml(corpus, page), page.url ?? undefined, (document, address) => {
        const extraction = extract(document, address);
        return extraction && inItsLanguage(extraction.article);
      });
    return article?.text.length === judgement.length ? [{ ...judgement, article }] : [];
  });
  if (read.length < judged.length)
    console.warn(`${judged.length - read.length} of ${judged.length} pages are read in another way by now`);
  return read;
}
