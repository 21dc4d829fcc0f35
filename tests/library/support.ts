import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import type { Brief } from '../../lib/brief/brief.ts';
import { type Remembered, toRemember } from '../../lib/library/remembered.ts';

export const briefOf = (text: string, title = 'The yard', url = 'https://paper.example/yard'): Brief =>
  analyse(articleFromText(text, { title, url, publishedTime: '2026-05-04T08:00:00Z' }));

/** An article as it was remembered. */
export const remembered = (
  text: string,
  title?: string,
  address = 'https://paper.example/yard',
): Remembered =>
  toRemember(briefOf(text, title, address), {
    address,
    textHash: text,
    rememberedAt: '2026-05-05T09:00:00.000Z',
    engine: '0.1.0',
  });
