/** What the bench runs in a worker: the study, and the rivals on the same texts in turns. */
import compromise from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { MODEL_FILES } from '../../lib/tagging/model-file.ts';
import { loadTaggers, type Taggers } from '../../lib/tagging/tagger.ts';
import { parseText } from '../../lib/text/parse.ts';

export type Order =
  | { order: 'load'; base: string }
  | { order: 'race'; texts: string[]; rounds: number }
  | { order: 'grow'; texts: string[]; rounds: number };

const files: Record<string, Uint8Array> = {};
let taggers: Taggers;
const wink = winkNLP(model, ['sbd', 'pos']);
const partOfSpeech = (wink.its as unknown as Record<string, never>)['pos'] as never;

async function load(base: string): Promise<number[]> {
  for (const name of MODEL_FILES)
    files[name] = new Uint8Array(await (await fetch(`${base}/models/${name}`)).arrayBuffer());
  return Array.from({ length: 9 }, () => {
    const start = performance.now();
    taggers = loadTaggers(files);
    return performance.now() - start;
  });
}

const CONTESTANTS: Record<string, (text: string) => unknown> = {
  brief: text => analyse(articleFromText(text), { taggers }),
  'brief by the rules alone': text => analyse(articleFromText(text)),
  'names and attributions': text => {
    const doc = parseText(text);
    return [taggers.names(doc), taggers.attributions(doc)];
  },
  'compromise, names': text => {
    const doc = compromise(text);
    return [doc.people().out('array'), doc.places().out('array'), doc.organizations().out('array')];
  },
  'wink-nlp, tokens and parts of speech': text => wink.readDoc(text).tokens().out(partOfSpeech),
  'one pass over the characters': text => {
    let sum = 0;
    for (let i = 0; i < text.length; i += 1) sum = (sum * 31 + text.charCodeAt(i)) | 0;
    return sum;
  },
};

/** Milliseconds of each contestant for all texts together, a number a round, after one round to warm up. */
function race(texts: string[], rounds: number): Record<string, number[]> {
  const contestants = Object.entries(CONTESTANTS);
  const times: Record<string, number[]> = Object.fromEntries(contestants.map(([name]) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (let i = 0; i < contestants.length; i += 1) {
      const [name, run] = contestants[(i + round + contestants.length) % contestants.length]!;
      const start = performance.now();
      for (const text of texts) run(text);
      if (round >= 0) times[name]!.push(performance.now() - start);
    }
  }
  return times;
}

/** Milliseconds for each text, a list of rounds, the lengths in turns. */
function grow(texts: string[], rounds: number): number[][] {
  const times = texts.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [i, text] of texts.entries()) {
      const start = performance.now();
      analyse(articleFromText(text), { taggers });
      if (round >= 0) times[i]!.push(performance.now() - start);
    }
  }
  return times;
}

const scope = globalThis as unknown as {
  onmessage: ((event: { data: Order }) => void) | null;
  postMessage: (value: unknown) => void;
};
scope.onmessage = ({ data }) => {
  switch (data.order) {
    case 'load':
      void load(data.base).then(scope.postMessage.bind(scope));
      return;
    case 'race':
      scope.postMessage(race(data.texts, data.rounds));
      return;
    case 'grow':
      scope.postMessage(grow(data.texts, data.rounds));
  }
};
