import { stripVTControlCharacters } from 'node:util';
import { mergeNames } from '../lib/entities/merge.ts';
import { findNames } from '../lib/entities/names.ts';
import { readEntities } from '../lib/entities/players.ts';
import { rankSalience } from '../lib/entities/salience.ts';
import { explainTags, loadTaggers } from '../lib/tagging/tagger.ts';
import type { TokenExplanation } from '../lib/tagging/explain.ts';
import type { TextDocument } from '../lib/text/document.ts';
import { parseText } from '../lib/text/parse.ts';
import { wordsOf } from '../lib/text/words.ts';
import { readModels } from './models.ts';

const SHOWN = 3; // features a token
const PLAYERS = 12;

/**
 * Why the engine tagged a text as it did: tags, margins and the features that weighed most, as a table for the
 * terminal. A line for each token that is, or nearly is, part of a name or a cue; then the players, and what made
 * them salient.
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
  return `${stripVTControlCharacters([...lines('Names', names), ...lines('Cues', cues), ...playerLines(doc, files)].join('\n'))}\n`;
}

function playerLines(doc: TextDocument, files: Record<string, Uint8Array>): string[] {
  const words = wordsOf(doc);
  const names = mergeNames(doc, loadTaggers(files).names(doc), findNames(doc));
  const ranked = rankSalience(doc, words, readEntities(doc, words, names), '');
  return [
    'Players',
    ...ranked.slice(0, PLAYERS).map(({ entity, salience, reasons }) => {
      const name = doc.text.slice(entity.full.start, entity.full.end);
      const because = reasons.slice(0, SHOWN).map(({ feature, weight }) => `${feature} ${weight.toFixed(1)}`);
      return `  ${name.padEnd(28)} ${salience.toFixed(2)}   ${because.join(', ')}`;
    }),
  ];
}
