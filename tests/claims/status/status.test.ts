import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../lib/claims/claim.ts';
import { claimsOf } from '../told.ts';
import type { Told } from '../told.ts';

/** Who is against whom, by the places of their claims: “1>0”. */
function disputes(claims: readonly Claim[]): string[] {
  return claims.flatMap(({ disputedBy }, of) =>
    disputedBy.map(id => `${claims.findIndex(claim => claim.id === id)}>${of}`),
  );
}

describe('what is said not to be so', () => {
  const told = (said: string): readonly Told[] => [
    ['A paper', 'raised the possibility', 'that the ferry would be late'],
    ['the owners', 'said', said],
  ];
  it('is denied where that is all, contested where it is only a view', () => {
    const text =
      'A paper raised the possibility that the ferry would be late, but the owners said this was not the case.';
    expect(claimsOf(text, told('this was not the case'))[0]).toMatchObject({ status: 'denied' });
    const other = text.replace('this was not the case', 'the ferry was never late');
    expect(claimsOf(other, told('the ferry was never late'))[0]).toMatchObject({ status: 'contested' });
  });
});

describe('what the one it is about says is not so', () => {
  it('is denied, what others say is not so is contested', () => {
    const text = (speaker: string): string =>
      `Rossi said that Gorse had sold the mill in Tolo. ${speaker} said that Gorse had not sold the mill in Tolo.`;
    const told = (speaker: string): readonly Told[] => [
      ['Rossi', 'said', 'that Gorse had sold the mill in Tolo'],
      [speaker, 'said', 'that Gorse had not sold the mill in Tolo'],
    ];
    expect(claimsOf(text('Gorse'), told('Gorse'))[0]).toMatchObject({ status: 'denied' });
    expect(claimsOf(text('The clerk'), told('The clerk'))[0]).toMatchObject({ status: 'contested' });
  });

  it.each(['We strongly reject this claim', 'We cannot agree with such a statement'])(
    'is denied in so many words: %s',
    words => {
      const text = `Divers said the ferry was overloaded. “${words},” the owners said.`;
      const claims = claimsOf(text, [
        ['Divers', 'said', 'the ferry was overloaded'],
        ['the owners', 'said', words],
      ]);
      expect(claims[0]).toMatchObject({ status: 'denied', disputedBy: [claims[1]!.id] });
    },
  );
});

it.each([
  ['A clerk', 'falsely claimed', 'that the lido was closed', 'denied'],
  ['Many swimmers', 'mistakenly believe', 'that the lido was closed', 'denied'],
  [null, 'Incorrect reports', 'that the lido was closed', 'denied'],
  ['A clerk', 'claimed', 'that a false door was closed', 'stated'],
] as const)('what the article says is told wrongly is denied: %s %s', (source, cue, content, status) => {
  const text = `${source ?? ''} ${cue} ${content}${source ? '' : ' were printed'}.`.trimStart();
  expect(claimsOf(text, [[source, cue, content]])[0]).toMatchObject({ status, disputedBy: [] });
});

describe('what cannot both be so of one event', () => {
  it('is disputed by each side, where it is a cause', () => {
    const text =
      'A militia claimed responsibility for the wreck. The coastguard said there was no sign of a hostile attack. A bishop said prayers.';
    const claims = claimsOf(text, [
      ['A militia', 'claimed', 'responsibility for the wreck'],
      ['The coastguard', 'said', 'there was no sign of a hostile attack'],
      ['A bishop', 'said', 'prayers'],
    ]);
    expect(disputes(claims)).toEqual(['1>0', '0>1']);
  });

  it('is disputed by who tells it later, where it is a death', () => {
    const text =
      'A radio station reported that Ilse Gorse had died. The hospital in Tolo said that Ilse Gorse was alive. A clerk said that Rossi was alive.';
    const claims = claimsOf(text, [
      ['A radio station', 'reported', 'that Ilse Gorse had died'],
      ['The hospital in Tolo', 'said', 'that Ilse Gorse was alive'],
      ['A clerk', 'said', 'that Rossi was alive'],
    ]);
    expect(disputes(claims)).toEqual(['1>0']);
  });

  it('is not disputed where it is only feared', () => {
    const text = 'Divers fear that the vote was rigged. The clerk said that the vote was free and fair.';
    const claims = claimsOf(text, [
      ['Divers', 'fear', 'that the vote was rigged'],
      ['The clerk', 'said', 'that the vote was free and fair'],
    ]);
    expect(disputes(claims)).toEqual([]);
  });
});

it('does not take an admission for a dispute', () => {
  const text = 'Ilse Gorse accused Rossi of moving a pipe. Rossi admitted that he had moved the pipe.';
  const claims = claimsOf(text, [
    ['Ilse Gorse', 'accused', 'Rossi of moving a pipe'],
    ['Rossi', 'admitted', 'that he had moved the pipe'],
  ]);
  expect(disputes(claims)).toEqual([]);
});

describe('a denial', () => {
  it('is of all that the same person is charged with, and of no other charge', () => {
    const text =
      'The clerk accused Ilse Gorse of perjury. Rossi is suspected of arson. Prosecutors accused Ilse Gorse of selling a mill twice. Gorse denies the accusations.';
    const told: readonly Told[] = [
      ['The clerk', 'accused', 'Ilse Gorse of perjury'],
      [null, 'is suspected', 'Rossi is suspected of arson'],
      ['Prosecutors', 'accused', 'Ilse Gorse of selling a mill twice'],
      ['Gorse', 'denies', 'the accusations'],
    ];
    expect(disputes(claimsOf(text, told))).toEqual(['3>0', '3>2']);
  });

  it('is of all that a court has heard of somebody, where it is of guilt', () => {
    const text =
      'Ilse Gorse sold the mill twice, a court heard. Prosecutors accused Ilse Gorse of fraud. Gorse pleaded not guilty.';
    const claims = claimsOf(text, [
      [null, 'heard', 'Ilse Gorse sold the mill twice'],
      ['Prosecutors', 'accused', 'Ilse Gorse of fraud'],
      ['Gorse', 'pleaded', 'not guilty'],
    ]);
    expect(disputes(claims)).toEqual(['2>0', '2>1']);
  });

  it('is of what the same speaker denied before, where it is told again', () => {
    const text =
      'A paper reported that General Marr had fled. The army denied the reports. Rossi said that bread was dear. It rained. The army denied the reports again.';
    const claims = claimsOf(text, [
      ['A paper', 'reported', 'that General Marr had fled'],
      ['The army', 'denied', 'the reports'],
      ['Rossi', 'said', 'that bread was dear'],
      ['The army', 'denied', 'the reports again'],
    ]);
    expect(disputes(claims)).toEqual(['1>0', '3>0']);
  });

  it('is of a new charge right before, whatever was denied before', () => {
    const text =
      'The clerk accused Ilse Gorse of perjury. Gorse denied the accusation. Rossi accused Ilse Gorse of selling a mill twice. Gorse denied the accusation too.';
    const claims = claimsOf(text, [
      ['The clerk', 'accused', 'Ilse Gorse of perjury'],
      ['Gorse', 'denied', 'the accusation'],
      ['Rossi', 'accused', 'Ilse Gorse of selling a mill twice'],
      ['Gorse', 'denied', 'the accusation too'],
    ]);
    expect(disputes(claims)).toContain('3>2');
  });

  it('is contradicted by who confirms what was denied', () => {
    const text =
      'A paper reported that the mill was sold. The owners denied the reports. Rossi confirmed the sale of the mill.';
    const told: readonly Told[] = [
      ['A paper', 'reported', 'that the mill was sold'],
      ['The owners', 'denied', 'the reports'],
      ['Rossi', 'confirmed', 'the sale of the mill'],
    ];
    const claims = claimsOf(text, told);
    expect(disputes(claims)).toEqual(['1>0', '2>1']);
    expect(claims[2]).toMatchObject({ status: 'confirmed' });
    const other = text.replace('the sale of the mill', 'the price of bread');
    expect(disputes(claimsOf(other, told.with(2, ['Rossi', 'confirmed', 'the price of bread'])))).toEqual([
      '1>0',
    ]);
  });
});
