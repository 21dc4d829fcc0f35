import type { Change } from './changes.ts';
import type { Related } from './related.ts';

/** What became of an article that was to be remembered. */
export type Keeping =
  | { readonly status: 'kept' }
  | {
      readonly status: 'not_kept';
      /** `too_many`: the library holds as many as it may; `full`: the disk does; `closed`: the browser would not. */
      readonly reason: 'private' | 'no_address' | 'too_many' | 'full' | 'closed';
    };

/** What became of a file of articles that was to be taken in: all of it, or nothing. */
export type Taking =
  | { readonly status: 'taken'; readonly added: number; readonly known: number } // `known`: left as they were
  | {
      readonly status: 'refused';
      /** `not_read`: the file could not be; `not_library`: it holds something else, or of a shape not known here. */
      readonly reason: 'not_read' | 'not_library' | 'private' | 'too_many' | 'full' | 'closed';
    };

/** What the library knows of the article that is being read. */
export interface LibraryLook {
  readonly address: string | null; // what the article would be known by
  readonly rememberedAt: string | null; // ISO 8601; null: it is not remembered
  readonly isChanged: boolean; // its text is not what it was then
  readonly isOtherEngine: boolean; // remembered by another version of Onix, which may have read it otherwise
  readonly changes: readonly Change[];
  readonly related: readonly Related[];
}
