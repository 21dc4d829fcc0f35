import { describe, expect, it } from 'vitest';
import { sidesOf } from '../../../lib/claims/status/events.ts';

const sides = (content: string, cue = 'said') => sidesOf(cue.split(' '), content.split(' '));

describe('what content says of an event', () => {
  it.each([
    ['responsibility for the blast', 'claimed', 1],
    ['the ferry was shot down over the bay', 'said', 1],
    ['that sabotage had sunk the ferry', 'said', 1],
    ['that it was an accident', 'said', -1],
    ['the ferry had an engine failure', 'said', -1],
    ['there was no sign of an enemy attack', 'said', -1],
    ['sabotage', 'ruled out', -1],
    ['that divers would rule out sabotage', 'said', 0],
    ['responsibility lies with the board', 'said', 0],
    ['the ferry sank', 'said', 0],
  ])('an accident or on purpose: %s', (content, cue, cause) => {
    expect(sides(content, cue)).toMatchObject({ cause });
  });

  it.each([
    ["she's alive", 1],
    ['the captain was still alive', 1],
    ['the captain was alive when the boat left', 0],
    ['the captain died in the bay', -1],
    ['the captain had died', -1],
    ['the captain was not dead', 1],
    ['dead calm', 0],
  ])('dead or alive: %s', (content, fate) => {
    expect(sides(content)).toMatchObject({ fate });
  });

  it.each([
    ['the vote was rigged', 1],
    ['there was no vote fraud', -1],
    ['the vote was free and fair', -1],
    ['the hall was crowded', 0],
  ])('a rigged vote or a fair one: %s', (content, vote) => {
    expect(sides(content)).toMatchObject({ vote });
  });
});
