/**
 * Why the engine tagged a text as it did: tokens, tags, margins and the features that weighed most.
 *
 *     node scripts/explain.ts article.txt
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { MODEL_FILES, explainTags } from '../lib/tagging/tagger.ts';
import type { TokenExplanation } from '../lib/tagging/explain.ts';
import { parseText } from '../lib/text/parse.ts';

const MODELS = new URL('../public/models/', import.meta.url);
const SHOWN = 3; // features a token

/** The model files as they lie in public/models. */
function readModels(): Record<string, Uint8Array> {
  return Object.fromEntries(
    MODEL_FILES.map(name => [name, new Uint8Array(readFileSync(new URL(name, MODELS)))]),
  );
}

/** A table for the terminal: a token that is, or nearly is, part of a name or a cue, a line. */
export function explainText(text: string, files: Record<string, Uint8Array> = readModels()): string {
  const doc = parseText(text);
  const { names, cues } = explainTags(files, doc);
  const lines = (title: string, explanations: readonly TokenExplanation[]): string[] => [
    title,
    ...explanations.map(({ token, tag, margin, weighed }) => {
      const word = text.slice(doc.tokens.start[token], doc.tokens.end[token]);
      const because = weighed
        .slice(0, SHOWN)
        .map(({ feature, effect }) => `${feature} ${effect > 0 ? '+' : ''}${effect.toFixed(1)}`);
      return `  ${word.padEnd(20)} ${tag.padEnd(8)} ${margin.toFixed(1).padStart(5)}   ${because.join(', ')}`;
    }),
  ];
  return [...lines('Names', names), ...lines('Cues', cues)].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = process.argv[2];
  if (!path) throw new Error('usage: node scripts/explain.ts article.txt');
  console.log(explainText(readFileSync(path, 'utf8')));
}
