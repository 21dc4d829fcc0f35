import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll } from 'vitest';
import type { BrowserName } from '../../scripts/browsers.ts';
import type { PageServer } from '../../scripts/serve.ts';
import { servePages } from './pages.ts';
import { Session, type SessionOptions } from './session.ts';

export const BROWSERS = ['chrome', 'firefox'] as const satisfies readonly BrowserName[];

/** What the tests of one `describe` share: a browser with the extension, and pages to read in it. */
export interface Reading {
  session: Session;
  /** Where the pages are served. */
  origin: string;
  /** The page that was opened first, where `opens` named one. */
  page: Page;
  /** Opens a served page in a new tab in front. */
  open: (path: string) => Promise<Page>;
}

interface ReadingOptions extends SessionOptions {
  /** The path of a page to open before the first test. */
  opens?: string;
  serve?: () => Promise<PageServer>;
}

/** Call it first in a `describe`: all is there from its `beforeAll` on, and closed after its last test. */
export function startReading(
  name: BrowserName,
  { opens, serve = servePages, ...options }: ReadingOptions = {},
): Reading {
  const here = {} as Reading;
  let server: PageServer | undefined;
  beforeAll(async () => {
    server = await serve();
    here.origin = server.origin;
    here.session = await Session.start(name, options);
    here.open = path => here.session.open(here.origin + path);
    if (opens !== undefined) here.page = await here.open(opens);
  });
  afterAll(async () => {
    await here.session?.close();
    await server?.close();
  });
  return here;
}
