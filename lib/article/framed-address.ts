/** What `WebAddress` lets through, told without Zod, which no page script carries. */
const WEB_PAGE = /^https?:.{1,2000}$/;

/**
 * The address of the frame that takes up most of what the window shows: what there is to read is then in another
 * document. Null where no frame does, or the one that does has no address a tab could be opened at.
 */
export function framedAddress(page: Document): string | null {
  const view = page.defaultView;
  if (!view) return null;
  const isFrameset = page.body?.tagName === 'FRAMESET'; // it shows nothing but frames
  let most = isFrameset ? 0 : (view.innerWidth * view.innerHeight) / 2;
  let address: string | null = null;
  for (const frame of page.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
    const { width, height, right } = frame.getBoundingClientRect();
    if (right <= 0 || width * height <= most) continue; // some are kept out of sight beside the page
    most = width * height;
    address = addressOf(frame);
  }
  return address;
}

/** Where it has gone since it began, if that may be known. What a page writes into a frame itself bears its own address. */
function addressOf({ src, contentDocument }: HTMLIFrameElement): string | null {
  const address = contentDocument?.URL ?? src;
  return WEB_PAGE.test(src) && WEB_PAGE.test(address) ? address : null;
}
