import { describe, expect, it } from 'vitest';
import { isAside, isTelling, isWhole, withoutNarration } from '../../lib/claims/narration.ts';
import { read } from './marked.ts';

describe('words of telling', () => {
  it.each([
    ['a verb', '(Brandt) [said] {the dam would hold}.', true],
    ['according to', '[According to] (Brandt) {the dam held}.', true],
    ['a noun', 'It is (her) [belief] {in the dam}.', true],
    ['hearsay', '{The dam} [reportedly] {held}.', true],
    ['a verb no rule knows', '(Brandt) [compared] {the dam to a sieve}.', true],
    ['a clause', '(Brandt) [reminisced] {that the dam had held}.', true],
    ['a quotation', '(Brandt) [sighed], “{The dam will hold}.”', true],
    ['mostly a quotation', '(The board) [issued] {a note to “mourn all who died at the mill”}.', true],
    [
      'a name in marks',
      '(Brandt) [issued] {a book with the title “The Long Night of the Old Mill at Bonn”}.',
      false,
    ],
    ['a deed', '(Brandt) [sided with] {the builders of the dam}.', false],
    ['another', '(Brandt) [coordinated] {the work on the dam}.', false],
  ])('%s', (_case, marked, telling) => {
    const { doc, attribution } = read(marked);
    expect(isTelling(doc, attribution)).toBe(telling);
  });
});

describe('what the article says itself', () => {
  it.each([
    ['I', 'Then (I) [ask] {if the dam will hold}.'],
    ['we', 'As (we) [say] {goodbye}, it rains.'],
    ['the reader', 'So now (you) [know] {that the dam will hold}.'],
    ['an example', 'It makes, [say], {boats}.'],
    ['no word of telling', '(She) [has repeatedly] {worn a red coat}.'],
    ['figures', '(Crowd): {12,836}.'],
    ['what stands before a noun', '(Brandt)’s [alleged] {theft of the boat} is old.'],
    ['what is granted', '(That) [said], {the dam will hold}.'],
    ['a question put to somebody', '(Brandt) [was asked], “{Will the dam hold?}”'],
    ['what somebody may say', 'It will rain if (the mayor) [agrees] {to open the dam}.'],
    ['what is to be seen', 'It hinges on whether (she) [believes] {the dam will hold}.'],
    ['what is made sure', '(The board) checks the dam to make [sure] {that it holds}.'],
    ['who is not to be named', '(A clerk) [asked] {not to be named}.'],
    ['the half of a compound', 'Its (Oslo)-[listed] {shares fell}.'],
    ['what is kept', '(The board) [has maintained] {a clear lead at the polls}.'],
    ['a question put in other words', '(Brandt) [was asked] {how she would mend the dam}.'],
    ['the half of a denial', 'It can neither confirm nor [deny] {that the dam broke}.'],
    ['the half of a denial, with whose it is', '(The board can neither confirm nor) [deny] {that it broke}.'],
    ['where more is to be read', 'Read more: (Brandt) [says] {the dam will hold}'],
    ['where more is to be seen', 'WATCH | (Brandt) [says] {the dam will hold}'],
    ['what something is so called', 'It is (the so)-[called] “{river tax}”.'],
    ['a deed', '(Lena Brandt attended the Harbour Week) [show] {in a red coat}.'],
    ['a verb that tells, of what is done', '(Brandt) [added] {two rooms to the mill}.'],
    ['what comes on top', 'It rained, [adding] {to the worries that Brandt had}.'],
    ['lives', '(The flood) [claimed] {the lives of six}.'],
    ['a court’s deed', '(The judge) [dismissed] {the lawsuit of the millers}.'],
    ['what is called off', '(Brandt) [called] {off the race}.'],
    ['who is called', '(Brandt) [called] {the police to the mill}.'],
    ['what is looked into', '(Brandt) [has investigated] {how dams break}.'],
    ['what has a name', 'They met on (a forum) [called] “{Mills}” on Monday.'],
    ['what has a name without marks', 'It lives on (a gas) [called] {argon and water}.'],
    ['nothing but a word that leads on', 'It had (they) [agreed] {to}.'],
    ['things counted', 'It answers (28) [questions] {it had sent}.'],
    ['cases counted', 'There are (7,900) [reported] {cases}.'],
    ['a noun before its verb', 'It broke when [demand] {reached its height}.'],
    ['a turn of phrase', 'It is fair [to say] {that the dam broke}.'],
    ['what is not to be said', 'Which [is not to say] {that the dam broke}.'],
    ['what a face tells', '(There) was a smile as if [to say] “{You think so?}”'],
    ['what is worth a note', 'It is worth [noting] {that the dam broke}.'],
    ['what shows it', '{The dam is old}, [as demonstrated by] (its cracks).'],
    ['what is known without a clause', '(Guards) [learned] {the ways of the river}.'],
    ['what was come upon', '(Guards) [found] {it near the mill}.'],
    ['cases there were', 'There were (28 cases) [reported] {in the valley}.'],
    ['what a word means', 'It is a [principle], or “{peace and quiet for all}”.'],
    ['the reader, after a word', 'It is odd (when you) [consider] {that the dam holds}.'],
    ['who is counted', '(The number who) [said] {it was safe fell}.'],
    ['which of them', 'It angers (those) who [say] {it is safe}.'],
    ['what is in danger', '(The river) [threatens] {the mill, which is old}.'],
    ['what is thought about', '(The board) [considers] {mending the dam}.'],
    ['what may show', 'They look for (cracks) that [would reveal] {the age of the dam}.'],
    ['who is asked', 'The dam held, and under [questioning] {Lund, the guard}, left.'],
    ['things of a kind', 'It takes more than [promises] {of a new dam}.'],
    ['how many they are', '(The number of guards in town who) [said] {it was safe fell}.'],
    ['what one may believe', 'They are wary (Brandt) of [believing] {claims of the guards}.'],
    ['what is worth stress', 'Lund wrote of it, but it is worth [emphasizing]: {the dam broke}.'],
    ['who is accused', '(Guards) [accused] {of theft are few}.'],
    ['which reports', '(Brandt) read [reports] {that described the dam}.'],
    ['which statements', '(Brandt) read [statements] {that include names}.'],
    ['what something is for', '(The mill) — once [intended] {to grind corn — stands still}.'],
    ['what is pointed at', '(Guards) [pointed out] {the dam to Lund}.'],
    ['what is shown to others', '(Guards) [pointed] {it out}.'],
    ['a question put while he answers', '(Brandt) left when [asked] {about the dam}.'],
    ['what a new mayor may say', 'It will rain if the new (mayor) [agrees] {to open the dam}.'],
    ['what they may be thought of', 'Guards are held if {they} [are suspected] {of theft}.'],
    ['what somebody is yet to say', 'It stays shut until the (town) [agrees] {to mend it}.'],
    ['what somebody came for', '(Brandt) came [apparently] {to mend the dam}.'],
    ['what is beyond doubt', 'It [is undisputed] {that the dam leaks}.'],
    ['what something proves', '(The flood) [is evidence] {that the dam leaks}.'],
    ['what is silly', 'It is silly [to imagine] {that the dam holds}.'],
    ['what is as good as done', 'Rain all but [guaranteed] {a flood}.'],
    ['what was given in return', '(Brandt) got a boat in exchange for [agreeing] {to leave}.'],
    ['what something was for', '[Intended] {to keep the valley dry, the dam leaks}.'],
    ['whose estimates they are', '(The mill) beat its owners’ [estimates] {for the year}.'],
    ['the truth', '(Brandt) [told] {the truth about the dam}.'],
    ['bodies', '(Guards) [claimed] {the body of the miller}.'],
    ['what is known', '(Brandt) [knew] {the river like a brother}.'],
    ['what calls something into question', '(The flood) [calls into] {question why it was built}.'],
    ['what it makes possible', 'This helps (millers) [write] {their letters}.'],
    ['what time it is', 'By (this) [point], {the dam had leaked}.'],
    ['what all comes to', '(All) [told], {the dam leaked}.'],
    ['by how much it rose', '(The mill) [added] {2% after the flood ended}.'],
    ['which body', 'It is (a body of) [bankers] {that sets the rules}.'],
    ['what somebody shows of himself', 'Guards said (Brandt) [showed] {no fear when it broke}.'],
  ])('is no claim: %s', (_case, marked) => {
    const { doc, attribution } = read(marked);
    expect(withoutNarration(doc, [attribution])).toEqual([]);
  });

  it.each([
    ['she', 'Then (she) [asks] {if the dam will hold}.'],
    ['they, with an adverb', 'The dam, (they) [repeatedly say], {will hold}.'],
    ['they, between commas', '{The dam}, (they) [say], {holds}.'],
    ['hearsay', '{The dam} [allegedly] {held}.'],
    ['what somebody was asked to do', '(Brandt) [was asked] {to hold the dam}.'],
    ['of what somebody asks', 'They asked whether it rained; (the mayor) [says] {it did}.'],
    ['what is not to be done', '(A clerk) [asked] {not to be moved}.'],
    ['who is sure', '(She) is [sure] {that the dam holds}.'],
    ['what is maintained', '(The board) [has maintained] {that the dam is safe}.'],
    ['what is maintained without “that”', '(The board) [has maintained] {the dam is safe}.'],
    ['what somebody asks', '(Brandt) [asked] {how she would mend the dam}.'],
    ['those whom you know', '(People you know) [said] {the dam would hold}.'],
    ['who alleges', '(Brandt) [alleged] {Lund took the boat}.'],
    ['who asks', '(Brandt) [asked], “{Will the dam hold?}”'],
    ['who denies nothing', '(They) would neither confirm nor [deny] {that the dam broke}.'],
    ['whoever watches', 'They watch: (Brandt) [says] {the dam will hold}'],
    ['somebody asked', '(Guards asked about the Harbour Week) [said] {it rained}.'],
    ['words behind a label', '(Brandt): {It will hold.}'],
    ['what somebody adds', '(Brandt) [added] {the dam was safe}.'],
    ['what somebody adds in marks', '(Brandt) [added], “{Two more rooms!}”'],
    ['what somebody claims for himself', '(The guards) [claimed] {responsibility for the flood}.'],
    ['claims dismissed', '(Brandt) [dismissed] {the claims of the millers}.'],
    ['a case dismissed as nothing', '(Brandt) [dismissed] {the case as noise}.'],
    ['what somebody calls something', '(Brandt) [called] {the dam a disgrace}.'],
    ['what somebody calls his own', 'He has what (a guard) [called] “{a plan}”.'],
    ['what is learned', '(Guards) [learned] {the river had risen}.'],
    ['a body', '(Guards) [found] {them guilty}.'],
    ['what was asked before', 'They asked if it rained, and (the mayor) [said] {it did}.'],
    ['what somebody said until now', 'Until it broke, (the town) [said] {it held}.'],
    ['until somebody said so', 'It was shut until (the town) [agreed] {to mend it}.'],
    ['who says so behind another sentence', 'It pays if it lasts. (The mayor) [agrees] {that it does}.'],
    ['what seems so', '{The dam} [apparently] {broke}.'],
    ['what somebody has evidence of', '(Brandt) [has evidence] {of a leak}.'],
    ['what they are ready to say', 'It is ready [to recommend] {that the dam stay shut}.'],
    ['what somebody agreed to after a deal', '(Brandt) left after [agreeing] {to sell}.'],
    ['what owners estimate', 'It is (the owners)’ [estimate] {that the mill lasts a year}.'],
    ['what guards are told', '(Brandt) [told] {the guards it leaked}.'],
    ['what guards know', '(Brandt) [knows] {the dam has leaked}.'],
    ['what more there is to say', '(Brandt) [added] {more than ten guards had left}.'],
    ['what guards write', 'It helps that (guards) [write] {that it leaked}.'],
    ['what a contract lays down', '(The contract) [specifies] {that prices rise}.'],
    ['what half of those say', '(Half of those) [claim] {it leaked}.'],
    ['what these say', 'After that, (these) [claim] {it leaked}.'],
    ['what he called into the night', '(Brandt) [called], “{Into the boats!}”'],
    ['what all told him', '(All) [told] {him it leaked}.'],
    ['what a poll shows', '(A poll by Lund) [showed] {no majority for the dam}.'],
    ['what tests show', '(Tests) [show] {no leak}.'],
    ['what two guards report', '(Two guards) [reported] {feeling ill}.'],
    ['whom it is said of', '(Brandt), who [said] {it was safe}, left.'],
    ['a pair with the reader', '(Lund and you) [said] {it was safe}.'],
    ['what somebody believes', '(Brandt) left, [believing] {the dam was safe}.'],
    ['what somebody points out', '(Guards) [pointed out] {the dam was old}.'],
    ['what somebody stresses', '(Brandt) left, [emphasizing] {that the dam held}.'],
    ['whom guards accuse', '(Guards) [accused] {the mayor of theft}.'],
    ['reports of what happened', '(Brandt) read [reports] {that the dam broke}.'],
    ['what a letter says', '(A letter) that [said], “{It held.}”, came.'],
    ['a threat', '(Brandt) [threatened] {to leave}.'],
    ['a threat in marks', '(Brandt) [threatened] {a “flood” of suits}.'],
    ['what somebody thinks of it', '(The board) [considers] {the dam unsafe}.'],
    ['what shows', 'They found (cracks) that [revealed] {the age of the dam}.'],
    ['guards among many', '(Some of the guards who fled) [said] {it was safe}.'],
    ['what was found', '(Brandt) [has found] {how dams break}.'],
    ['what guards report', '(Guards) [reported] {cases of fever}.'],
    ['what a section says', '(Section 28) [states] {that the dam is safe}.'],
    ['what somebody wants to say', '(She) wanted [to say] {that the dam broke}.'],
    ['what others say', '{The dam is old}, [as reported by] (guards).'],
  ])('but a claim is: %s', (_case, marked) => {
    const { doc, attribution } = read(marked);
    expect(withoutNarration(doc, [attribution])).toEqual([attribution]);
  });
});

describe('content breaks off', () => {
  it.each([
    ['before its point', '(She) [said] {that when the rain came}, the dam broke.', false],
    ['after what it rests on', '(She) [said] {that based on two towns}, dams broke.', false],
    ['after a place', '(She) [found] {that across the valley}, dams broke.', false],
    ['not at the end', '(She) [said] {that when the rain came, the dam broke}.', true],
    ['not after a clause', '(She) [said] {that the dam broke}, and left.', true],
  ])('%s', (_case, marked, whole) => {
    const { doc, attribution } = read(marked);
    expect(isWhole(doc, attribution.content[0]!)).toBe(whole);
  });
});

describe('what stands between two halves of what is said', () => {
  it.each([
    ['two commas', ', ', true],
    ['how it was said', ', in tears, “', true],
    ['“and”', ', and “', true],
    ['the mark that closes the first', ',” and “', true],
    ['a new sentence', '. “', false],
    ['a closing mark and a new sentence', '.” He left. “', false],
    ['where it was said', ' in “', false],
    ['a new turn', ', and ', false],
  ])('%s', (_case, between, aside) => {
    const { doc } = read(`“It held,” Brandt said${between}{it was dry}.`);
    const from = doc.text.indexOf(' said') + 5;
    expect(isAside(doc, from, from + between.length)).toBe(aside);
  });
});
