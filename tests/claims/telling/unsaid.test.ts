import { describe, expect, it } from 'vitest';
import { withoutNarration } from '../../../lib/claims/telling/narration.ts';
import { read } from '../marked.ts';

const kept = (marked: string): boolean => {
  const { doc, attribution } = read(marked);
  return withoutNarration(doc, [attribution]).length === 1;
};

describe('what nobody has said', () => {
  it.each([
    ['what somebody might have said', '(The board) [might have warned] {that the dam leaks}.'],
    ['the same with the modal outside the cue', '(The board) could [have shown] {that the dam holds}.'],
    ['what somebody would have said', '(A bolder mayor) [would then have claimed] {the dam was his}.'],
    ['what one would hope', '(One) [would hope] {the dam holds}.'],
    ['what few would say', '(Few) [would argue] {that the dam is new}.'],
    ['what somebody may come to hope', '(Millers) [can hope] {to see the dam mended}.'],
    ['what somebody may come upon', '(The town) [might find] {it hard to mend the dam}.'],
    ['a conclusion', 'Cracks run along it. (This) [suggests] {the dam is old}.'],
    ['a conclusion at the end', 'Cracks run along it, (which) [implies] {that the dam is old}.'],
    ['a conclusion whose source was not found', 'Cracks run along it, which [guarantees] {that it leaks}.'],
    ['an order', 'The dam is shut. [Expect] {long queues on the bridge}.'],
    ['an order after what it hangs on', 'If you walk there, [remember] {that the dam leaks}.'],
    ['an order with a wrong source', 'With (the work of the guards), [expect] {to see fewer floods}.'],
    ['a plan', '{Spring will be dry} if all [goes according to] (plan).'],
    ['a measure', '{Boats are} [priced according to] how (large) they are.'],
    ['a taste', '{Add salt} [according to] (your own taste).'],
    ['what is told in other sentences', '(Brandt) [explained] {it to them}.'],
    ['what is wanted in other sentences', 'It went wherever (Brandt) [wanted] {it to}.'],
    ['thanks', '(Your boat) [will thank] {you}.'],
    ['what was done again', '(The river) [repeated] {the pattern of the year before}.'],
    ['failures that come again', '[Repeated] {failures of the dam harm the valley}.'],
    ['whatever somebody may think', 'Whenever (a guard) [thinks] {the dam leaks}, a bell rings.'],
    ['what is supposed', 'Suppose (they) [report] {the leak to the mayor}.'],
    ['what the article finds odd', 'It is [astounding] {that the dam holds}.'],
    ['the same of “it”', '(It) [is odd] {that the dam holds}.'],
    ['what papers may show', '(The papers) [may reveal] {that the dam leaks}.'],
    ['what follows from it', 'It rained in (the valley), which [suggests] {that the dam leaks}.'],
  ])('%s', (_case, marked) => {
    expect(kept(marked)).toBe(false);
  });
});

describe('what somebody has said', () => {
  it.each([
    ['what would happen', '(Brandt) [said] {the dam would have held}.'],
    ['what he came to say', '(Brandt) [would later claim] {the dam was his}.'],
    ['what a body may do', '(The board) [may recommend] {a new dam}.'],
    ['what a body can confirm', '(The board) [can confirm] {that the dam leaks}.'],
    ['what somebody wishes', '(Brandt) [would have preferred] {a new dam}.'],
    ['what nobody would say', '(No one) [would say] {that the dam leaks}.'],
    ['what one guard would say', '(One guard) [would say only] {that the dam leaks}.'],
    ['what somebody hopes', '(Millers) [hope] {to see the dam mended}.'],
    ['what a study suggests', '(This study) [suggests] {the dam is old}.'],
    ['what a study suggests, told of by “which”', 'He has (a study), which [says] {the dam is old}.'],
    ['what a report suggests, told of by “which”', 'He has (a report), which [suggests] {the dam is old}.'],
    ['what papers have shown', '(The papers) [have revealed] {that the dam leaks}.'],
    ['words that suggest it', '(That) [suggests] “{a failure of the board}”.'],
    ['what guards expect', 'In spring, (guards) [expect] {long queues}.'],
    ['what guards expect after an aside', 'In spring, (guards), who live there, [expect] {long queues}.'],
    ['whose plan it is', '{The dam will be mended}, [according to] (the plan).'],
    ['whose words they are', '{The dam will be mended}, [according to] (a man of means at the mill, Roe).'],
    ['what is told to them', '(Brandt) [told] {them the dam leaks}.'],
    ['a denial', '(Brandt) [denied] {it}.'],
    ['a call made again', '(Brandt) [repeated] {her call for a new dam}.'],
    ['a threat made again', '(Brandt) [repeated] {the threat of a lawsuit}.'],
    ['words said again', '(Brandt) [repeated] {that the dam leaks}.'],
    ['what happened when he said it', 'When (a guard) [said] {the dam leaks}, a bell rang.'],
    ['what is thought', 'It is [thought] {that the dam holds}.'],
    ['what was anticipated', 'It [was anticipated] {that the dam would hold}.'],
    ['what somebody finds odd', '(Brandt) [is astounded] {that the dam holds}.'],
  ])('%s', (_case, marked) => {
    expect(kept(marked)).toBe(true);
  });
});
