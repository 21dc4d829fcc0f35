import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import { ReportDraft } from '../report/report.ts';

/** The report being written; in a private window it lives in memory only. */
export async function loadDraft(isPrivate: boolean): Promise<ReportDraft | null> {
  const last = isPrivate ? undefined : lastChange();
  if (last !== undefined) {
    await saveDraft(last, isPrivate).catch(() => undefined); // noted it stays
    return last;
  }
  const { draft } = await draftArea(isPrivate).get('draft');
  const parsed = ReportDraft.safeParse(draft);
  return parsed.success ? parsed.data : null;
}

/**
 * Keeps a draft, or drops it. A view may be closed with the very keystroke it tells of, and what it had then begun
 * to store may be lost (seen in Firefox); so each change is first noted where it is kept at once, until it is stored.
 */
export async function saveDraft(draft: ReportDraft | null, isPrivate: boolean): Promise<void> {
  const note = JSON.stringify(draft);
  if (!isPrivate) writeNote(note);
  if (draft) await draftArea(isPrivate).set({ draft });
  else await draftArea(isPrivate).remove('draft');
  if (!isPrivate && readNote() === note) writeNote(null);
}

const draftArea = (isPrivate: boolean) => (isPrivate ? browser.storage.session : browser.storage.local);

/** The change that a closed view had noted and not stored; null: the draft was dropped, undefined: there is none. */
function lastChange(): ReportDraft | null | undefined {
  const note = readNote();
  if (note === null) return undefined;
  try {
    return z.safeParse(z.nullable(ReportDraft), JSON.parse(note)).data;
  } catch {
    return undefined; // not by this version
  }
}

const NOTE = 'draft';

function readNote(): string | null {
  try {
    return localStorage.getItem(NOTE);
  } catch {
    return null; // refused, as a browser does that keeps no cookies at all
  }
}

function writeNote(note: string | null): void {
  try {
    if (note === null) localStorage.removeItem(NOTE);
    else localStorage.setItem(NOTE, note);
  } catch {
    // refused or full: then there is only what is stored
  }
}
