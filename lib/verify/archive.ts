import { type Asked, outsideEvidence, type OutsideEvidence } from './outside.ts';
import { WebAddress } from '../text/web-address.ts';

/** A stored copy of a page. */
interface ArchiveCopy {
  url: string;
  date: string; // ISO 8601
}

/** Asks an archive for copies of the page at an address. */
export type SearchArchive = (address: string) => Promise<Asked<ArchiveCopy[]>>;

/** Rung g: archived copies of the article. The address is disclosed to the archive; the reader was told so. */
export async function findCopies(address: string, search: SearchArchive): Promise<OutsideEvidence> {
  return outsideEvidence('archive', await search(address), copies =>
    copies.flatMap(({ url, date }) => {
      const page = WebAddress.safeParse(url);
      return page.success
        ? [
            {
              match: 'about' as const,
              reasons: [],
              title: page.data,
              url: page.data,
              date,
              note: 'archived' as const,
            },
          ]
        : [];
    }),
  );
}
