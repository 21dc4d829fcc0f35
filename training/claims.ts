/**
 * Learns what Onix says of a claim beside its words, from labelled articles: those of Wikinews, our own, and for disputes
 * pages as they are (judgements.ts).
 *
 *     node training/claims.ts DATA/claims.wikinews.jsonl check
 *     node training/claims.ts DATA/claims.wikinews.jsonl disputes CORPUS
 *     node training/claims.ts DATA/claims.wikinews.jsonl held-out CORPUS FOLDS > BRIEFS.jsonl
 *
 * check: how far a claim is worth a check → lib/claims/check-weights.ts (logistic regression over words and signs).
 * disputes: whether one claim disputes another → lib/claims/status/dispute-trees.ts (boosted trees).
 * held-out: the claims of Wikinews from end to end, as if none of its articles had been learned from; a line an article,
 * as `onix brief --jsonl` writes it. FOLDS holds `fold0/attributions.bin` and so on (README.md, “Measuring”).
 * Figures are of five folds by article, of Wikinews and of pages. Deterministic.
 */
import { learnCheck, weightsWithout } from './check.ts';
import { readOwn, readPages, readWikinews } from './claims-articles.ts';
import { learnDisputes } from './disputes.ts';
import { writeHeldOut } from './held-out.ts';

const [file, task, corpus, folds] = process.argv.slice(2);
if (file && task === 'check') learnCheck([...readWikinews(file), ...readOwn()]);
else if (file && corpus && (task === 'disputes' || (task === 'held-out' && folds))) {
  const articles = [...readWikinews(file), ...readOwn(), ...readPages(corpus)];
  const worth = weightsWithout(articles);
  if (task === 'disputes') learnDisputes(articles, worth);
  else writeHeldOut(file, folds!, articles, worth);
} else
  throw new Error(
    'usage: node training/claims.ts claims.wikinews.jsonl check | disputes CORPUS | held-out CORPUS FOLDS',
  );
