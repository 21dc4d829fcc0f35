import { stripVTControlCharacters } from 'node:util';
import { explainTags } from '../lib/tagging/tagger.ts';
import type { TokenExplanation } from '../lib/tagging/explain.ts';
import { parseText } from '../lib/text/parse.ts';
import { readModels } from './models.ts';

const SHOWN = 3; // features a token

/**
 * Why the engine tagged a text as it did: tags, margins and the features that weighed most, as a table for the
 * terminal. A line for each token that is, or nearly is, part of a name or a cue.
 */
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
  return `${stripVTControlCharacters([...lines('Names', names), ...lines('Cues', cues)].join('\n'))}\n`;
}
