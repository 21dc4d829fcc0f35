import type { ElementHandle, JSHandle, Page } from 'puppeteer-core';
import type { GeckoWindow } from './gecko.ts';

/** One of the extension's views in its real place, the same to handle in both browsers. */
export interface View {
  /** Runs a function in the view; it sees nothing but its arguments, and they and its answer travel as JSON. */
  evaluate: <Args extends unknown[], Answer>(
    run: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ) => Promise<Answer>;
  /** Runs a whole script in the view; what it leaves behind stays there. */
  inject: (script: string) => Promise<void>;
  /** Presses the control with these words (or this accessible name), as a reader does. */
  press: (name: string) => Promise<void>;
  /** The same for the control at a selector, for those whose words say too little; `index` where there are many. */
  pressAt: (selector: string, index?: number) => Promise<void>;
  /** A PNG of what it shows. */
  picture: () => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** The words a reader sees in a view. */
export function textOf(view: View): Promise<string> {
  return view.evaluate(() => document.body.innerText);
}

/** Waits until the function answers with something, and returns it; fails with what the view shows instead. */
export async function waitFor<Args extends unknown[], Answer>(
  view: View,
  run: (...args: Args) => Answer | Promise<Answer>,
  ...args: Args
): Promise<NonNullable<Answer>> {
  const end = Date.now() + 15_000;
  for (;;) {
    const answer = await view.evaluate(run, ...args).catch(() => undefined); // the view may not be there yet
    if (answer) return answer;
    if (Date.now() > end) {
      const shown = await textOf(view).catch(String);
      throw new Error(
        `Waited in vain for ${run.toString()} with ${JSON.stringify(args)}. The view shows:\n${shown}`,
      );
    }
    await pause(50);
  }
}

/** Waits until a view shows these words. */
export async function waitForWords(view: View, words: string | RegExp): Promise<void> {
  const { source, flags } =
    typeof words === 'string'
      ? { source: words.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`), flags: '' }
      : words;
  await waitFor(view, (s, f) => new RegExp(s, f).test(document.body.innerText), source, flags);
}

/** Waits until a view has its answer: something is written, and nothing is being worked on. */
export async function waitUntilSettled(view: View): Promise<void> {
  await waitFor(
    view,
    () => document.body.innerText.trim().length > 20 && !document.querySelector('.skeleton'),
  );
}

/** A view that puppeteer can drive: any of Chromium's, and in Firefox those in a tab. */
export function pageView(page: Page): View {
  return {
    evaluate: (run, ...args) => page.evaluate(run as never, ...(args as unknown[] as never[])),
    inject: async script => {
      await page.evaluate(script);
    },
    press: name => pressInPage(`“${name}”`, () => page.evaluateHandle(findControl, name)),
    pressAt: (selector, index = 0) =>
      pressInPage(selector, () => page.evaluateHandle(findAt, selector, index)),
    picture: () => page.screenshot(),
    close: () => page.close(),
  };
}

/** A view in Firefox's own furniture (popup, sidebar); `element` is an expression for its <browser>. */
export function geckoView(gecko: GeckoWindow, element: string, close: () => Promise<void>): View {
  const pressInFrame = (what: string, found: string) =>
    untilPressed(what, async () => {
      // The answer goes first: the click may close the view.
      const code = `{
        const found = ${found};
        answer(JSON.stringify({ value: found !== null }));
        found?.click();
      }`;
      return (await gecko.evaluate(inFrame(element, code))) === true;
    });
  return {
    evaluate: async (run, ...args) => {
      const call = `(${run.toString()})(${args.map(arg => JSON.stringify(arg)).join(', ')})`;
      return (await gecko.evaluate(inFrame(element, answering(call)))) as never;
    },
    inject: async script => {
      await gecko.evaluate(inFrame(element, answering(`(() => { ${script}\n; return null; })()`)));
    },
    press: name => pressInFrame(`“${name}”`, `(${findControl.toString()})(${JSON.stringify(name)})`),
    pressAt: (selector, index = 0) =>
      pressInFrame(selector, `(${findAt.toString()})(${JSON.stringify(selector)}, ${index})`),
    async picture() {
      const url = (await gecko.evaluate(`(async () => {
        const bitmap = await (${element}).browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
        const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.getContext('2d').drawImage(bitmap, 0, 0);
        return canvas.toDataURL();
      })()`)) as string;
      return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
    },
    close,
  };
}

/** Code that evaluates a call and answers with its value or its error. */
function answering(call: string): string {
  return `Promise.resolve((() => ${call})()).then(
    value => answer(JSON.stringify({ value: value === undefined ? null : value })),
    error => answer(JSON.stringify({ error: String(error) })))`;
}

/**
 * An expression for Firefox's window: runs code inside the page of a <browser> element, with the page's own
 * rights and, like a click, as the reader's doing; its value is what the code passes to `answer`.
 */
function inFrame(element: string, code: string): string {
  const script = `{
    const answer = value => sendAsyncMessage('NAME', value);
    answer(JSON.stringify({ begun: true }));
    const sandbox = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    sandbox.answer = Components.utils.exportFunction(answer, sandbox);
    const handle = content.windowUtils.setHandlingUserInput(true);
    try {
      Components.utils.evalInSandbox(CODE, sandbox);
    } catch (error) {
      answer(JSON.stringify({ error: String(error) }));
    } finally {
      handle.destruct();
    }
  }`;
  return `new Promise((done, failed) => {
    const manager = (${element})?.messageManager;
    if (!manager) throw new Error('The view is not open');
    const name = 'onix:' + Services.uuid.generateUUID();
    const limit = (ms, what) => setTimeout(() => failed(new Error(what)), ms);
    // What is said to a view that is not there yet is lost; one that has heard it may take its time.
    let timer = limit(5_000, 'The view did not hear');
    const listener = ({ data }) => {
      clearTimeout(timer);
      const { begun, value, error } = JSON.parse(data);
      if (begun) {
        timer = limit(20_000, 'The view did not answer');
        return;
      }
      manager.removeMessageListener(name, listener);
      if (error === undefined) done(value);
      else failed(new Error(error));
    };
    manager.addMessageListener(name, listener);
    const script = ${JSON.stringify(script.replace('CODE', () => JSON.stringify(code)))}.replace('NAME', name);
    manager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
  })`;
}

/** In the view: the control with these words or this name; the exact name goes before one that contains it. */
function findControl(name: string): HTMLElement | null {
  const selector = 'button, a[href], summary, label, input, select, textarea, [role="tab"], [role="button"]';
  const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    each => each.checkVisibility() && !each.matches(':disabled'),
  );
  const nameOf = (each: HTMLElement) =>
    (each.getAttribute('aria-label') ?? (each.innerText || each.title)).replaceAll(/\s+/g, ' ').trim();
  return (
    controls.find(each => nameOf(each) === name) ?? controls.find(each => nameOf(each).includes(name)) ?? null
  );
}

function findAt(selector: string, index: number): HTMLElement | null {
  return document.querySelectorAll<HTMLElement>(selector)[index] ?? null;
}

function pressInPage(what: string, find: () => Promise<JSHandle>): Promise<void> {
  return untilPressed(what, async () => {
    const control = (await find()).asElement() as ElementHandle<HTMLElement> | null;
    await control?.evaluate(untilStill); // else the click may land on what has taken its place
    await control?.click();
    return control !== null;
  });
}

/** In the view: waits until an element has stayed where it is for three frames. */
async function untilStill(element: Element): Promise<void> {
  let last = '';
  for (let still = 0, frames = 0; still < 3 && frames < 120; frames++) {
    await new Promise(requestAnimationFrame);
    const { x, y } = element.getBoundingClientRect();
    const place = `${x} ${y}`;
    still = place === last ? still + 1 : 0;
    last = place;
  }
}

/** A control may appear, or become ready, a moment later. */
async function untilPressed(what: string, press: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await press())) {
    if (Date.now() > end) throw new Error(`No control ${what} to press`);
    await pause(50);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise(resume => setTimeout(resume, ms));
}
