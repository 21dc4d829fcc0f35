import { pageFeatures } from '../lib/article/page-features.ts';

/** The features of a page as a list. Runs in a browser. */
export function featuresOf(page: Document, url: string): number[] {
  return [...pageFeatures(page, url)];
}
