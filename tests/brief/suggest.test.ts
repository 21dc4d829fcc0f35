import { describe, expect, it } from 'vitest';
import { analyse } from '../../lib/analyse.ts';
import { articleFromText } from '../../lib/article/from-text.ts';
import { answer, prepareQuestions } from '../../lib/brief/ask.ts';
import { suggestQuestions } from '../../lib/brief/suggest.ts';

function suggest(...paragraphs: string[]) {
  return suggestQuestions(prepareQuestions(analyse(articleFromText(paragraphs.join('\n\n')))));
}

const asked = (...paragraphs: string[]) => suggest(...paragraphs).map(({ question }) => question);

describe('what is asked of a speaker', () => {
  it('is asked about whom they speak of', () => {
    expect(
      asked(
        'Lena Brandt, the chief engineer, said Tom Okafor had ordered the wrong gates.',
        '“Tom Okafor never answered us,” said Brandt. Okafor left the harbour board in May.',
      ),
    ).toContain('What does Lena Brandt say about Tom Okafor?');
  });

  it('is not asked about a place named in passing', () => {
    const questions = asked(
      'Lena Brandt, the chief engineer, said the gates failed. Two boats from Norway came to help.',
      '“It was the worst winter in Norway and here,” said Brandt. The boats left for Norway in May.',
    );
    expect(questions).toContain('What does Lena Brandt say?');
    expect(questions.join()).not.toContain('about Norway');
  });

  it('is asked about a place they come back to', () => {
    expect(
      asked(
        'Lena Brandt, the chief engineer, said Norway had sold the gates. The gates failed in May.',
        '“Norway has not answered us,” said Brandt. “Norway must pay.” Boats came from Norway.',
      ),
    ).toContain('What does Lena Brandt say about Norway?');
  });

  it('is called as the article does', () => {
    expect(
      asked(
        'The Harbour Authority said the gates would be mended in June.',
        'On Friday the Harbour Authority said that boats could leave. In May the Harbour Authority had closed the port.',
      ),
    ).toContain('What does the Harbour Authority say?');
  });
});

it('a body that belongs to somebody is called as one that is known', () => {
  expect(
    asked(
      'Lena Brandt, the chief engineer, said she would bring it before her Harbour Authority in June.',
      'Brandt said the gates had failed. Her Harbour Authority met on Friday.',
    ),
  ).toContain('What does Lena Brandt say about the Harbour Authority?');
});

describe('who somebody is', () => {
  const text = (role: string) =>
    `${role} Ambrose Tull opened the harbour on Monday. Rents rose. Ambrose Tull left before noon.`;
  it('is asked where the article says it', () =>
    expect(asked(text('The engineer'))).toContain('Who is Ambrose Tull?'));
  it('is not asked where the article has but a title', () =>
    expect(asked(text('Lord'))).not.toContain('Who is Ambrose Tull?'));
});

describe('who is not heard', () => {
  const blamed = 'Lena Brandt, the chief engineer, said Tom Okafor had ordered the wrong gates.';
  const open = (...paragraphs: string[]) =>
    suggest(...paragraphs)
      .filter(({ kind }) => kind === 'left-open')
      .map(({ question }) => question);

  it('is somebody others speak of', () => {
    expect(open(blamed, 'Tom Okafor left the harbour board in May, after eight years.')).toEqual([
      'What does Tom Okafor say?',
    ]);
  });
  it.each([
    ['who is heard', [blamed, 'Tom Okafor left the board in May. “I did what I could,” said Okafor.']],
    ['who is named once', [blamed, 'The board has met twice since then, and will meet again.']],
    [
      'nobody speaks of',
      ['The gates failed, Lena Brandt said.', 'Tom Okafor scored twice. In June Tom Okafor scored again.'],
    ],
    [
      'where nobody is heard',
      ['Tom Okafor scored twice.', 'In June Tom Okafor scored again, and again in July.'],
    ],
    ['who is dead', [blamed, 'Tom Okafor died in May. A street is to be named after Tom Okafor.']],
    ['who was killed', [blamed, 'Tom Okafor was killed in May. The board will remember Tom Okafor.']],
  ])('is nobody %s', (_case, paragraphs) => expect(open(...paragraphs)).toEqual([]));
});

describe('what happens next', () => {
  it('is asked where the article says so', () =>
    expect(asked('Lena Brandt said the gates failed. The board will meet in June.')).toContain(
      'What happens next?',
    ));
  it('is not asked where it only speaks of what is next to something', () =>
    expect(
      asked('“I had not known what happens next,” Lena Brandt said of the fall. The gates failed.'),
    ).not.toContain('What happens next?'));
});

it('A statement of many sentences answers with the one that is asked about', () => {
  const text = [
    'Lena Brandt, the chief engineer, spoke on Monday.',
    '“The winter was the worst we have had. Nobody slept. Norway must pay for the gates,” said Brandt.',
  ].join('\n\n');
  const [best] = answer(
    prepareQuestions(analyse(articleFromText(text))),
    'What does Brandt say about Norway?',
  );
  expect(best && text.slice(best.start, best.end)).toMatch(/^Norway must pay for the gates/);
});
