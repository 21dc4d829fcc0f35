import * as z from 'zod/mini';

/** Only ever a web page: nothing else of what comes from outside becomes a link. */
export const WebAddress = z.string().check(
  z.maxLength(2048),
  z.refine(url => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)),
);
