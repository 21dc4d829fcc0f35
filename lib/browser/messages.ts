import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import * as z from 'zod/mini';
import { Answer, QUESTION_MAX, Suggestion } from '../brief/answer.ts';
import { Reading, Reveal, WordedPassage } from '../brief/reading.ts';
import { ShownClaim, Verification } from '../verify/verification.ts';
import { Span } from '../text/span.ts';
import { OutsideEvidence, OutsideSource } from '../verify/outside.ts';

/** The most a page may send in one list; a page is never trusted to be reasonable. */
const MAX_SPANS = 2_000;

/** What a view (popup, panel, options) may ask of the background. */
const viewBodies = {
  readTab: z.object({ tabId: z.int(), anyway: z.boolean() }),
  reveal: z.object({ tabId: z.int(), places: z.array(WordedPassage).check(z.maxLength(MAX_SPANS)) }),
  // `fingerprint`: of the text the view shows; of another one it would have no use for an answer
  suggestQuestions: z.object({ tabId: z.int(), fingerprint: z.string() }),
  answerQuestion: z.object({
    tabId: z.int(),
    fingerprint: z.string(),
    question: z.string().check(z.maxLength(QUESTION_MAX)),
  }),
  clearMarks: z.object({ tabId: z.int() }),
  // with `claim`: that claim, else what a right-click left waiting or what is selected
  verifySelection: z.object({ tabId: z.int(), claim: z.optional(ShownClaim) }),
  // `sends`: what the reader was told the source is sent; nothing else is
  lookOutside: z.object({ tabId: z.int(), source: OutsideSource, place: Span, sends: z.array(z.string()) }),
  stopLooking: z.object({ tabId: z.int(), source: OutsideSource }),
  deliverReports: z.object({}),
};
type ViewVerb = keyof typeof viewBodies;

/** What it gets back. Apart from what it asks: the background, which starts anew all the time, has no use for these. */
const viewAnswers = {
  readTab: Reading,
  reveal: Reveal,
  suggestQuestions: z.array(Suggestion),
  answerQuestion: z.nullable(z.array(Answer)), // null: the tab has no brief of that text
  clearMarks: z.null(),
  verifySelection: Verification,
  lookOutside: OutsideEvidence,
  stopLooking: z.null(),
  deliverReports: z.null(),
} satisfies Record<ViewVerb, z.ZodMiniType>;

/** What a content script may tell the background, about its own tab only; it hears nothing back. */
const pageBodies = { pageLooked: z.object({ isNews: z.boolean() }) };

const bodies = { ...viewBodies, ...pageBodies };

/** What the background or a view may tell every view; nobody answers. */
const news = {
  // the brief of a tab is another than before: its page was read anew, or the reader corrected it
  reread: z.object({ tabId: z.int() }),
};
type News = keyof typeof news;
type NewsBody<N extends News> = z.infer<(typeof news)[N]>;

/** What can be asked of the background, what is said with it, and what comes back. */
type Verb = keyof typeof bodies;
type Body<V extends Verb> = z.infer<(typeof bodies)[V]>;
type AnswerTo<V extends Verb> = V extends ViewVerb ? z.infer<(typeof viewAnswers)[V]> : null;

type Handlers = { [V in Verb]: (body: Body<V>, sender: Runtime.MessageSender) => Promise<AnswerTo<V>> };

const Envelope = z.object({ verb: z.string(), body: z.unknown() });
const Reply = z.union([z.object({ ok: z.unknown() }), z.object({ error: z.string() })]);

/**
 * Asks the background. A worker that dies while answering is woken and asked once more: every verb may be
 * repeated without harm. Throws with a reader's words if it cannot answer.
 */
export async function ask<V extends ViewVerb>(verb: V, body: Body<V>): Promise<AnswerTo<V>> {
  const message = { verb, body };
  const raw: unknown = await browser.runtime
    .sendMessage(message)
    .catch(() => browser.runtime.sendMessage(message));
  const reply = Reply.parse(raw);
  if ('error' in reply) throw new Error(reply.error);
  return viewAnswers[verb].parse(reply.ok) as AnswerTo<V>;
}

/** Answers every message of the table; anything else, or from anyone else, is ignored. Register at top level. */
export function answer(handlers: Handlers): void {
  const listener = (raw: unknown, sender: Runtime.MessageSender, reply: (answer: unknown) => void) => {
    const envelope = Envelope.safeParse(raw);
    if (!envelope.success || !mayAsk(envelope.data.verb, sender)) return undefined;
    const { verb } = envelope.data;
    const body = bodies[verb].safeParse(envelope.data.body);
    if (!body.success) {
      reply({ error: z.prettifyError(body.error) });
      return undefined;
    }
    const handle = handlers[verb] as (body: unknown, sender: Runtime.MessageSender) => Promise<unknown>;
    handle(body.data, sender).then(
      ok => reply({ ok }),
      (error: unknown) => reply({ error: error instanceof Error ? error.message : String(error) }),
    );
    return true; // the reply comes later
  };
  // The type knows no listener that answers some messages and leaves others alone; the browsers do.
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}

/** Tells every view but the one that tells. */
export function tell<N extends News>(verb: N, body: NewsBody<N>): void {
  browser.runtime.sendMessage({ verb, body }).catch(() => undefined); // no view is open
}

/** Calls `listener` with what the background or another view tells. Returns how to stop. */
export function hear<N extends News>(verb: N, listener: (body: NewsBody<N>) => void): () => void {
  const heard = (raw: unknown, sender: Runtime.MessageSender) => {
    const envelope = Envelope.safeParse(raw);
    if (!envelope.success || envelope.data.verb !== verb || !isOwnPage(sender)) return;
    const body = news[verb].safeParse(envelope.data.body);
    if (body.success) listener(body.data as NewsBody<N>);
  };
  browser.runtime.onMessage.addListener(heard as Runtime.OnMessageListenerNoResponse);
  return () => browser.runtime.onMessage.removeListener(heard as Runtime.OnMessageListenerNoResponse);
}

const isOwnPage = ({ id, url }: Runtime.MessageSender): boolean =>
  id === browser.runtime.id && (url?.startsWith(browser.runtime.getURL('')) ?? false);

/** Only our own pages may ask; only a content script in a tab may tell, and only page verbs. */
function mayAsk<T extends { verb: string }['verb']>(
  verb: T,
  sender: Runtime.MessageSender,
): verb is T & Verb {
  if (sender.id !== browser.runtime.id) return false;
  if (Object.hasOwn(viewBodies, verb)) return isOwnPage(sender);
  return Object.hasOwn(pageBodies, verb) && sender.tab?.id !== undefined && !isOwnPage(sender);
}
