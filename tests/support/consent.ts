import { EXTENSION } from './gecko.ts';
import type { Session } from './session.ts';

/** Firefox: gives the consent that the browser's own dialogue would ask for in the reader's click. */
export async function allowQuestions(session: Session): Promise<void> {
  const consent = {
    permissions: [],
    origins: [],
    data_collection: ['searchTerms', 'websiteContent', 'browsingActivity'],
  };
  const gecko = await session.gecko();
  await gecko.evaluate(`(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    await ExtensionPermissions.add(${EXTENSION}.id, ${JSON.stringify(consent)}, ${EXTENSION});
  })()`);
}
