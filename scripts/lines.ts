import { once } from 'node:events';
import * as z from 'zod/mini';

/** What is told about a line that could not be answered. */
interface LineError {
  code: 'bad_json' | 'bad_input' | 'too_large' | 'failed';
  message: string;
}

/** A refusal that is the input's fault, with a code for programs and words for people. */
export class BadLine extends Error {
  readonly code: LineError['code'];
  constructor(code: LineError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Answers JSON lines on stdin with JSON lines on stdout: one out for each in, in the same order, holding one line
 * at a time. A line that cannot be answered becomes `{ id, error }`; nothing stops the stream.
 */
export async function answerLines<Input>(
  schema: z.ZodMiniType<Input>,
  answer: (input: Input) => object | Promise<object>,
): Promise<void> {
  const { stdin, stdout } = process;
  for await (const line of linesOf(stdin)) {
    if (line.trim() === '') continue;
    if (!stdout.write(`${oneLine(await answerLine(line, schema, answer))}\n`)) await once(stdout, 'drain');
  }
}

/** Splits at line feeds alone: node:readline also does at U+2028 and U+2029, which JSON allows inside a text. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  input.setEncoding('utf8');
  let parts: string[] = [];
  for await (const chunk of input as AsyncIterable<string>) {
    const pieces = chunk.split('\n');
    for (const piece of pieces.slice(0, -1)) {
      yield parts.join('') + piece;
      parts = [];
    }
    parts.push(pieces.at(-1) ?? '');
  }
  yield parts.join('');
}

/** JSON in which no reader, however it splits lines, finds a border. */
function oneLine(answer: object): string {
  return JSON.stringify(answer).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

async function answerLine<Input>(
  line: string,
  schema: z.ZodMiniType<Input>,
  answer: (input: Input) => object | Promise<object>,
): Promise<object> {
  let id: unknown = null;
  try {
    const raw: unknown = parseJson(line);
    id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : null;
    const input = schema.safeParse(raw);
    if (!input.success) throw new BadLine('bad_input', z.prettifyError(input.error));
    return { id, ...(await answer(input.data)) };
  } catch (error) {
    return { id, error: lineError(error) };
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new BadLine('bad_json', error instanceof Error ? error.message : String(error));
  }
}

function lineError(error: unknown): LineError {
  if (error instanceof BadLine) return { code: error.code, message: error.message };
  return { code: 'failed', message: error instanceof Error ? error.message : String(error) };
}
