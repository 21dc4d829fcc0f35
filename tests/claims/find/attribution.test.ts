import { describe, expect, it } from 'vitest';
import { findAttributions } from '../../../lib/claims/find/attribution.ts';
import { parseText } from '../../../lib/text/parse.ts';
import type { Span } from '../../../lib/text/span.ts';
import { placeIn } from '../../support/place.ts';

/** “source | cue | content // content” of every attribution; `seen`: cues that somebody else sees. */
function attributions(text: string, seen: readonly Span[] = []): string[] {
  const cut = (span: Span | null): string => (span ? text.slice(span.start, span.end) : '-');
  return findAttributions(parseText(text), seen).map(
    ({ source, cue, content }) => `${cut(source)} | ${cut(cue)} | ${content.map(cut).join(' // ')}`,
  );
}

describe('who said what', () => {
  it.each([
    [
      'that-clause',
      'Lena Brandt said that the dam would hold.',
      ['Lena Brandt | said | that the dam would hold'],
    ],
    [
      'clause without that',
      'The company says sales fell by a third.',
      ['The company | says | sales fell by a third'],
    ],
    [
      'who is quoted somewhere',
      'Lena Brandt is quoted by the Post as saying that it snowed.',
      ['Lena Brandt | is quoted by the Post as saying | that it snowed'],
    ],
    [
      'a list of names that does something else first',
      'Brandt, Lund and Roe came to Bonn, declaring that it snowed.',
      ['Brandt, Lund and Roe | declaring | that it snowed'],
    ],
    [
      'somebody behind a place and a time',
      'During a visit to Kiel on Tuesday Mayor Lena Brandt announced that it snowed.',
      ['Mayor Lena Brandt | announced | that it snowed'],
    ],
    [
      'an adjective and what it is about',
      'Farmers are deeply worried about the dam.',
      ['Farmers | are deeply worried | about the dam'],
    ],
    [
      'an adjective behind “remained”',
      'Lena Brandt remained sceptical of the plan, but the river rose.',
      ['Lena Brandt | remained sceptical | of the plan'],
    ],
    [
      'an adjective and a clause without that',
      'The mayor is concerned the dam may leak.',
      ['The mayor | is concerned | the dam may leak'],
    ],
    [
      'what nobody rules out',
      'Brandt did not rule out a strike in May.',
      ['Brandt | did not rule out | a strike in May'],
    ],
    ['a ruling', 'The court ruled on the strike.', []],
    [
      'what is pointed to as something',
      'Guards point to the leak as a warning.',
      ['Guards | point to | the leak as a warning'],
    ],
    ['what is pointed to', 'Signs point to the old dam.', []],
    [
      'who is of another mind',
      'Guards at the old dam believe otherwise, stating that it leaks.',
      ['Guards at the old dam | believe | otherwise', 'Guards at the old dam | stating | that it leaks'],
    ],
    [
      'two who are of another mind',
      'Guards think otherwise and a report shows otherwise.',
      ['Guards | think | otherwise', 'a report | shows | otherwise'],
    ],
    ['who thinks in another way', 'Guards, who saw it, think differently.', ['Guards | think | differently']],
    ['how something is to be thought of', 'Guards think differently about the dam.', []],
    ['who may be of another mind', 'Brandt might think otherwise.', []],
    ['who has yet to be of another mind', 'It is shut unless the mayor says otherwise.', []],
    ['that nobody is of another mind', 'Nobody at the dam says otherwise.', []],
    ['those of another mind', 'Guards who say otherwise left.', []],
    ['what is otherwise something', 'Guards found otherwise sound walls.', []],
    [
      'who judges something that was done before',
      'The dam was built in May and was criticised by guards.',
      ['guards | was criticised by | The dam'],
    ],
    [
      'who judges what a clause is about',
      'Brandt built a dam that was criticised by guards.',
      ['guards | was criticised by | a dam'],
    ],
    [
      'on what ground something is judged',
      'The dam was praised by guards for its height.',
      ['guards | was praised by | The dam // for its height'],
    ],
    [
      'a ground before who judges',
      'The dam has been condemned as too low by two guards.',
      ['two guards | has been condemned | The dam // as too low'],
    ],
    [
      'a time before who judges',
      'That dam was opposed for years by farmers.',
      ['farmers | was opposed | That dam'],
    ],
    [
      'a year before what is judged',
      'Last year the dam was criticised by guards.',
      ['guards | was criticised by | the dam'],
    ],
    [
      'who objects',
      'Farmers objected to the dam. They did not object to a wall.',
      ['Farmers | objected to | the dam', 'They | did not object to | a wall'],
    ],
    ['an objection', 'Farmers objected that it leaks.', ['Farmers | objected | that it leaks']],
    ['a thing to be seen', 'A guard saw two objects to the east and an object to look at.', []],
    [
      'what is objected to in all its words',
      'A bill backed by Oslo calling for a dam was objected to by Norway and Chile.',
      [
        'Norway and Chile | was objected to by | A bill backed by Oslo calling for a dam',
        'A bill | calling for | a dam',
      ],
    ],
    [
      'what is judged in a clause of its own',
      'The farmers voted for a dam and the toll was opposed by guards.',
      ['guards | was opposed by | the toll'],
    ],
    ['who may judge', 'The dam may be opposed for years by farmers.', []],
    ['who did what is judged', 'The dam was praised for a wall built by guards.', []],
    [
      'what a noun that is the subject brings',
      'The claim by Oslo that the dam was old has been withdrawn.',
      ['Oslo | claim | that the dam was old'],
    ],
    [
      'who denies what a noun brings',
      'A report by the Post that the dam was old was denied by guards.',
      [
        'guards | was denied by | A report by the Post that the dam was old',
        'the Post | report | that the dam was old',
      ],
    ],
    [
      'what a noun brings before the main clause',
      'After reports by guards that included Roe that the dam was old, Brandt shut it.',
      ['guards | reports | that the dam was old'],
    ],
    [
      'a wrong that somebody puts to others',
      "Guards saw no sign of the mill owner's repeated accusation of theft.",
      ['the mill owner | accusation | of theft'],
    ],
    [
      'what somebody claims of themselves',
      'His claims of having swum were heard.',
      ['His | claims | of having swum'],
    ],
    ['what somebody has a claim to', "The mill's claim to the island is old.", []],
    ['a claim of our own', 'Our claim of theft was heard.', []],
    [
      'what somebody raises as possible',
      'In May the generals had raised the possibility of a strike, but it snowed.',
      ['the generals | had raised the possibility | of a strike'],
    ],
    [
      'what somebody raises as a prospect',
      'Acme raised the prospect that the dam would close.',
      ['Acme | raised the prospect | that the dam would close'],
    ],
    ['what makes something possible', 'The leak raised the possibility of a flood.', []],
    [
      'who takes which side',
      'Guards were opposed to the tolls. Roe was firmly against the tolls. Oslo was busy supporting the tolls.',
      [
        'Guards | were opposed | to the tolls',
        'Roe | was firmly against | the tolls',
        'Oslo | supporting | the tolls',
      ],
    ],
    [
      'who is for what others are against right behind',
      'The mayor backs the bill but left. Lena Brandt opposes it.',
      ['The mayor | backs | the bill', 'Lena Brandt | opposes | it'],
    ],
    [
      'who is in favour of what others reject',
      'The board was in favour of the merger. It snowed. Farmers rejected the merger.',
      ['The board | was in favour of | the merger', 'Farmers | rejected | the merger'],
    ],
    [
      'who supports what nobody opposes',
      'Brandt supports the bill. Lund opposes the toll.',
      ['Lund | opposes | the toll'],
    ],
    [
      'who would support what others oppose',
      'Brandt would support the bill. Lund opposes the bill.',
      ['Lund | opposes | the bill'],
    ],
    [
      'whom a court backs',
      'The court ruled in favour of the farmers.',
      ['The court | ruled | in favour of the farmers'],
    ],
    [
      'those who ruled so',
      'Brandt thanked judges who ruled against him.',
      ['Brandt | thanked | judges who ruled against him'],
    ],
    [
      'who is against a ruling',
      'Roe, a guard, and two farmers, Ada and Jan Lund, question this verdict.',
      ['two farmers, Ada and Jan Lund | question | this verdict'],
    ],
    ['an affirmation', 'Brandt affirmed that it leaks.', ['Brandt | affirmed | that it leaks']],
    ['what something is seen as', 'The wall is seen as a threat.', ['- | is seen | The wall // as a threat']],
    [
      'as what many regard somebody',
      'Brandt is regarded by many as a guard.',
      ['many | is regarded by | Brandt // as a guard'],
    ],
    ['who is seen', 'Brandt was seen by guards.', []],
    ['an adjective by itself', 'Farmers are worried. The dam leaks.', []],
    ['an adjective with no verb', 'Brandt met anyone worried about the dam.', []],
    ['an adjective in another sense', 'Dry clay is critical to the dam.', []],
    ['an adjective of the writer', 'I am worried about the dam.', []],
    [
      'a verb that doubles its last letter',
      'The dam was dry again, Brandt quipped.',
      ['Brandt | quipped | The dam was dry again'],
    ],
    ['quotation first', '“The dam will hold,” Brandt said.', ['Brandt | said | The dam will hold']],
    [
      'inverted',
      '“The dam will hold,” said Lena Brandt, an engineer.',
      ['Lena Brandt, an engineer | said | The dam will hold'],
    ],
    [
      'interrupted quotation',
      '“We waited,” she said, “and nobody came.”',
      ['she | said | We waited // and nobody came.'],
    ],
    [
      'quotation of several sentences',
      '“We waited. Nobody came,” she said.',
      ['she | said | We waited. Nobody came'],
    ],
    [
      'quotation that goes on after the attribution',
      '“We waited,” she said. “Nobody ever came to the gate.”',
      ['she | said | We waited // Nobody ever came to the gate.'],
    ],
    [
      'inverted without marks',
      'The road over the pass is closed, said Lena Brandt of the road office.',
      ['Lena Brandt of the road office | said | The road over the pass is closed'],
    ],
    ['colon', 'Brandt said: “The dam will hold.”', ['Brandt | said | The dam will hold.']],
    [
      'time between verb and quotation',
      'Brandt said on Monday, “The dam will hold.”',
      ['Brandt | said | The dam will hold.'],
    ],
    [
      'addressee',
      'Brandt told reporters in Bonn that the dam would hold.',
      ['Brandt | told | that the dam would hold'],
    ],
    [
      'per, first',
      'Per the harbour report, two ferries in three ran late.',
      ['the harbour report | Per | two ferries in three ran late'],
    ],
    ['per, last', 'Two ferries ran late, per Lena Brandt.', ['Lena Brandt | per | Two ferries ran late']],
    [
      'according to, first',
      'According to the ministry, six boats sank.',
      ['the ministry | According to | six boats sank'],
    ],
    [
      'according to, with a clause about the source',
      'According to the report, which the town paid for, six boats sank.',
      ['the report | According to | six boats sank'],
    ],
    [
      'according to, with a clause about what is told',
      'According to the report, six boats sank, which the town paid for.',
      ['the report | According to | six boats sank, which the town paid for'],
    ],
    [
      'according to, first, without a comma before a pronoun',
      'It rained. According to the Harbour Post he said, “The ice holds.”',
      ['the Harbour Post | According to | he said, “The ice holds.”', 'he | said | The ice holds.'],
    ],
    [
      'according to, first, a name in two parts',
      'It rained. According to Jo al-Brandt, six boats sank.',
      ['Jo al-Brandt | According to | six boats sank'],
    ],
    [
      'a paper that quotes somebody',
      'The paper quoted an officer as saying: “We row on.” It snowed.',
      ['The paper | quoted | an officer as saying: “We row on.”', 'an officer | as saying | We row on.'],
    ],
    [
      'a word in marks at the end of a vow',
      'Brandt pledged to hold all the banks of the town “accountable”.',
      ['Brandt | pledged | to hold all the banks of the town “accountable”'],
    ],
    [
      'according to, first, with examples of what is told',
      'According to guards, two boats of the fleet, including the ferry, are sunk.',
      ['guards | According to | two boats of the fleet, including the ferry, are sunk'],
    ],
    [
      'according to, first, with an exception to what is told',
      'According to the guard Jo Brandt, apart from the ferry, boats are safe.',
      ['the guard Jo Brandt | According to | apart from the ferry, boats are safe'],
    ],
    [
      'according to, first, without a comma before a clause that has one',
      'According to the guards the boats are old, such as the ferry.',
      ['the guards | According to | the boats are old, such as the ferry'],
    ],
    [
      'according to, between dashes',
      'The plan – and the fact that six boats sank, according to the ministry – came late.',
      ['the ministry | according to | six boats sank'],
    ],
    [
      'explained, after a clause',
      'The road over the pass is closed, explained Lena Brandt.',
      ['Lena Brandt | explained | The road over the pass is closed'],
    ],
    [
      'several who say it, after a clause',
      'The road over the pass has been closed, say the guards of the valley.',
      ['the guards of the valley | say | The road over the pass has been closed'],
    ],
    [
      'in the middle of a clause',
      'The road over the pass, says Lena Brandt, has been closed.',
      ['Lena Brandt | says | The road over the pass // has been closed'],
    ],
    [
      'something added within marks',
      'Brandt wrote that the dam was “old and dry,” adding “it will hold all summer.”',
      ['Brandt | wrote | that the dam was “old and dry,”', 'Brandt | adding | it will hold all summer.'],
    ],
    [
      'a list behind a colon',
      'In the interview, Brandt also said:\n\nThe dam must stay\n\nThe river will rise\n\nRead the interview\n\nIt rained on.',
      ['Brandt | said | The dam must stay // The river will rise'],
    ],
    [
      'a paragraph behind a colon, and another',
      'In the interview, Brandt also said:\n\nThe dam must stay.\n\nThe river rose.',
      ['Brandt | said | The dam must stay.'],
    ],
    [
      'a verb that asks for “that”, after a clause',
      'The road over the pass is closed to all boats, they wrote.',
      ['they | wrote | The road over the pass is closed to all boats'],
    ],
    [
      'what a group warns about, not what stands before it',
      'She saw the dam at the site of guards, a group which warns about floods.',
      ['a group | warns | about floods'],
    ],
    [
      'what the article calls it in the end',
      'Guards said that the dam had held – a thing nobody believed.',
      ['Guards | said | that the dam had held'],
    ],
    [
      'a dash within what is said',
      'Guards said that the dam had held – because it was new.',
      ['Guards | said | that the dam had held – because it was new'],
    ],
    [
      'a report that states it, at the end',
      'Six of the boats were lost in the old harbour, the report states.',
      ['the report | states | Six of the boats were lost in the old harbour'],
    ],
    [
      'pointing out',
      '“It held,” Brandt said, pointing out that it was dry.',
      ['Brandt | said | It held', 'Brandt | pointing out | that it was dry'],
    ],
    [
      'what is told after a name in marks',
      'Behind the “Mill on the Hill,” Brandt told the guards, “It will hold.”',
      ['Brandt | told | It will hold.'],
    ],
    [
      'an aside before “that”',
      'Brandt found—as guards had hoped—that the dam would hold.',
      ['Brandt | found | that the dam would hold'],
    ],
    [
      'according to, last',
      'Six boats sank, according to the ministry.',
      ['the ministry | according to | Six boats sank'],
    ],
    [
      'apposition in the source',
      'Lena Brandt, the chief engineer, said the dam would hold.',
      ['Lena Brandt, the chief engineer | said | the dam would hold'],
    ],
    [
      'participle between subject and verb',
      'Brandt, speaking after the storm, insisted that the dam would hold.',
      ['Brandt | insisted | that the dam would hold'],
    ],
    [
      'two attributions in one sentence',
      'Miners have not confirmed the deal, and owners say talks go on.',
      ['Miners | have not confirmed | the deal', 'owners | say | talks go on'],
    ],
    [
      'participle that goes on',
      'Brandt warned that the river was rising, adding that boats were ready.',
      ['Brandt | warned | that the river was rising', 'Brandt | adding | that boats were ready'],
    ],
    [
      'appeal',
      'The mayor urged residents to leave the valley.',
      ['The mayor | urged | residents to leave the valley'],
    ],
    [
      'accusation',
      'The union accused the firm of hiding the report.',
      ['The union | accused | the firm of hiding the report'],
    ],
    [
      'describe as',
      'Critics described the plan as a gift to banks.',
      ['Critics | described | the plan as a gift to banks'],
    ],
    [
      'noun with by',
      'The visit follows claims by villagers that soldiers had burned the mill.',
      ['villagers | claims | that soldiers had burned the mill'],
    ],
    [
      'hearsay adverb',
      'The van was allegedly stolen in May.',
      ['- | allegedly | The van was // stolen in May'],
    ],
    [
      'hearsay adverb behind an apposition',
      'Jo Brandt, the harbour master, has reportedly moved to Bonn, which is dry.',
      ['- | reportedly | Jo Brandt, the harbour master, has // moved to Bonn'],
    ],
    [
      'hearsay adverb in a later clause',
      'Brandt lost a boat he reportedly built and Lund allegedly stole when he left.',
      ['- | reportedly | he // built', '- | allegedly | Lund // stole'],
    ],
    [
      'hearsay adverb in what somebody behind a relative clause tells',
      'A clerk at the mill, who was not on duty, said the board was reportedly ready to pay.',
      ['A clerk at the mill | said | the board was reportedly ready to pay'],
    ],
    [
      'hearsay adverb of what somebody is in court for',
      'Brandt sat in court for allegedly selling the bell.',
      ['- | allegedly | selling the bell'],
    ],
    [
      'what is reported to be there',
      'Two fires were reported in the hills, but no harm is feared.',
      ['- | were reported | Two fires // in the hills', '- | is feared | no harm'],
    ],
    [
      'charge',
      'Jo Brandt, the miller, was indicted on three counts.',
      ['- | was indicted | Jo Brandt, the miller // on three counts'],
    ],
    [
      'plain form behind the name of many',
      'The SPD believe the lake is clean, but Bonn and Oslo oppose the dam.',
      ['The SPD | believe | the lake is clean', 'Bonn and Oslo | oppose | the dam'],
    ],
    [
      'verdict',
      'Brandt was found guilty of theft, but Lund was found asleep.',
      ['- | was found guilty | Brandt // of theft'],
    ],
    [
      'claim to a deed',
      'The Sons of the Mill claimed responsibility.',
      ['The Sons of the Mill | claimed | responsibility'],
    ],
    [
      'charge by a court',
      'A court charged the mayor with theft. She charged her phone.',
      ['A court | charged | the mayor with theft'],
    ],
    ['hint', 'The mayor hinted at a sale.', ['The mayor | hinted at | a sale']],
    [
      'according to, in a second clause',
      'The dam broke in May, and according to Brandt, the guards slept.',
      ['Brandt | according to | the guards slept'],
    ],
    [
      'according to, within a relative clause',
      'The board read a plan that will, according to Brandt, cost the town a mill.',
      ['Brandt | according to | a plan that will // cost the town a mill'],
    ],
    [
      'hearsay with an aside before its clause',
      'It has been reported, however, that the dam is old — nobody has seen it.',
      ['- | has been reported | that the dam is old'],
    ],
    [
      'hearsay up to a dash that a noun follows',
      'It is said that the dam is old — a relic.',
      ['- | is said | that the dam is old — a relic'],
    ],
    [
      'apology',
      'The port apologised for the delay and said it was over, and Lund apologized to guards.',
      [
        'The port | apologised for | the delay',
        'The port | said | it was over',
        'Lund | apologized to | guards',
      ],
    ],
    [
      'silence',
      'The port did not respond to a request for comment.',
      ['The port | did not respond to | a request for comment'],
    ],
    [
      'who is quoted in what',
      'Lena Brandt is quoted in the Post as saying it froze.',
      ['Lena Brandt | is quoted in the Post as saying | it froze'],
    ],
    [
      'who is quoted by whom, in passing',
      'Lena Brandt left, quoted by the Post as saying it froze.',
      ['Lena Brandt | quoted by the Post as saying | it froze'],
    ],
    [
      'what something is considered',
      'The mill is considered the oldest in Bonn.',
      ['- | is considered | The mill // the oldest in Bonn'],
    ],
    [
      'adjective of a second predicate',
      'Guards expect to find the boat and are optimistic about the crew.',
      [
        'Guards | expect | to find the boat and are optimistic about the crew',
        'Guards | are optimistic | about the crew',
      ],
    ],
    [
      'hearsay passive',
      'The sale is expected to close in June.',
      ['- | is expected | The sale // to close in June'],
    ],
    [
      'relative clause',
      'Officials who visited the camp said food was short.',
      ['Officials who visited the camp | said | food was short'],
    ],
    [
      'time before the subject',
      'On Monday the bank said rates would stay.',
      ['the bank | said | rates would stay'],
    ],
    [
      'clause first, and whom it was told',
      'The dam would hold, Brandt told the Harbour Post.',
      ['Brandt | told | The dam would hold'],
    ],
    [
      'a report with its reporter behind it',
      'All the gates were also painted, reports Brandt.',
      ['Brandt | reports | All the gates were also painted'],
    ],
    [
      'an adjective before a noun in -ing',
      'It is a town where fresh polling suggests that he leads.',
      ['fresh polling | suggests | that he leads'],
    ],
    [
      'denial of a deed',
      'Brandt has denied having met the builder.',
      ['Brandt | has denied | having met the builder'],
    ],
    [
      'the answer to a question put',
      'Asked again whether he would continue to row, he said: “We wait until it thaws.”',
      ['he | said | We wait until it thaws.'],
    ],
    [
      'a warning of something',
      'The firm warned drivers of floods. Brandt warned against crossing that bridge.',
      ['Brandt | warned | against crossing that bridge'],
    ],
    [
      'the name somebody has for a thing',
      'The port opened what it calls a “water corridor” into the valley.',
      ['it | calls | water corridor'],
    ],
    [
      'the name others have for a thing',
      'The law, which critics have labelled “a charter for cheats”, comes in May.',
      ['critics | have labelled | a charter for cheats'],
    ],
    [
      'what a thing is called by nobody in particular',
      'The bill was labelled “a gift to banks”.',
      ['- | was labelled | The bill // a gift to banks'],
    ],
    [
      'a letter in the next paragraph',
      'She left at noon, saying:\n\nI cannot row any longer. The boat is old.',
      ['She | saying | I cannot row any longer. The boat is old.'],
    ],
    [
      'a letter behind a colon',
      'The letter reads: I am leaving the town. We row home to our friends. It rained on Monday.',
      ['The letter | reads | I am leaving the town. We row home to our friends.'],
    ],
    [
      'a colon after a quotation that is over',
      '“I like the plan.” Brandt also added: “I call on all to row.”',
      ['- | - | I like the plan.', 'Brandt | added | I call on all to row.'],
    ],
    [
      'a sentence of its own after a quotation that is over',
      '“I like the plan of the town.” Brandt said the others were “very unhappy” with it.',
      ['- | - | I like the plan of the town.', 'Brandt | said | the others were “very unhappy” with it'],
    ],
    [
      'words as somebody put them',
      'Both want “a fair water system”, as Brandt put it.',
      ['Brandt | put it | a fair water system'],
    ],
    [
      'as somebody put it, first',
      'As Brandt puts it, “nobody came to the gate”.',
      ['Brandt | puts it | nobody came to the gate'],
    ],
    [
      'in the words of somebody',
      'It was, in the words of Lena Brandt, “a fair deal for all”.',
      ['Lena Brandt | in the words of | a fair deal for all'],
    ],
    [
      'in the opinion of somebody',
      'In the opinion of Judge Brandt, “the law is clear on this”.',
      ['Judge Brandt | In the opinion of | the law is clear on this'],
    ],
    [
      'somebody unknown who is told of',
      'She was robbed by a young man claiming to be a plumber.',
      ['a young man | claiming | to be a plumber'],
    ],
    [
      'not a man whom all know, but who claims it of him',
      'She left the man claiming to be ill.',
      ['She | claiming | to be ill'],
    ],
    [
      'as whom somebody was identified',
      'The diver was later identified as Jo Lund.',
      ['- | was later identified | The diver // as Jo Lund'],
    ],
    ['in what something was identified', 'The fault was identified in the pump.', []],
    [
      'what is claimed with no “that”',
      'It is also claimed the dam had been leaking for years.',
      ['- | is also claimed | the dam had been leaking for years'],
    ],
    ['when it was reported', 'It was reported the next day that it froze.', []],
    ['what claims something', 'The bag was claimed the next day. It is claimed by Lund.', []],
    [
      'what somebody’s view is',
      'The view of Judge Brandt is that the law is clear.',
      ['Judge Brandt | view of | that the law is clear'],
    ],
    [
      'what a position was among some',
      'The belief among farmers was that the dam would hold.',
      ['farmers | belief among | that the dam would hold'],
    ],
    [
      'a position of whoever owns it',
      "The mayor's long-held position is that the dam is safe.",
      ['The mayor | position | that the dam is safe'],
    ],
    ['what a view does', 'The view of the lake is better than that of the town.', []],
    ['a position that nobody is said to hold', 'The position is that the dam has gone.', []],
    ['the view of whoever writes', 'Our view is that the dam should go.', []],
    [
      'what it now appears',
      'It now appears that the captain drowned, but the search goes on.',
      ['- | It now appears | that the captain drowned'],
    ],
    ['what something now appears to be', 'It now appears to be a lake. It now seems old.', []],
    [
      'a comma after a quotation that is over',
      '“I like the plan.” Brandt added, “I call on all to row.”',
      ['- | - | I like the plan.', 'Brandt | added | I call on all to row.'],
    ],
    ['a day, not a clause', 'Brandt wrote that day to the port.', []],
    [
      'in somebody’s words',
      'It was, in Brandt’s own words, “a gift to banks”.',
      ['Brandt | own words | a gift to banks'],
    ],
    [
      'who named it so',
      'The storm was dubbed “the night of Bonn” by local papers.',
      ['local papers | was dubbed | The storm // the night of Bonn'],
    ],
    [
      'who described it so, before it is told how',
      'The path was described by Lena Brandt as “a fast way up”.',
      ['Lena Brandt | was described by | The path // a fast way up'],
    ],
    [
      'who described it so, in passing',
      'The new path, described as “a fast way up” by Lena Beverly, was tested.',
      ['Lena Beverly | described as | The new path // a fast way up'],
    ],
    [
      'somebody quoted by a paper',
      '“The town is the poorest of all,” the Harbour Post quoted Brandt.',
      [
        'Brandt | quoted | The town is the poorest of all',
        'the Harbour Post | quoted | The town is the poorest of all',
      ],
    ],
    [
      'an aside between verb and quotation',
      'The noise led Brandt to shout, in a careless moment, “Be quiet, all of you.”',
      ['Brandt | to shout | Be quiet, all of you.'],
    ],
    [
      'a whole sentence in marks before the rest of its sentence',
      'The crowd chanted “Save our old mill!” as ministers came.',
      ['The crowd | chanted | Save our old mill!'],
    ],
    [
      'what is written on signs',
      'They held signs reading “Hands off our river” and “No more dams”.',
      ['signs | reading | “Hands off our river” and “No more dams”'],
    ],
    [
      'what is written on one that hangs there',
      'A banner reading “Hands off our river” hung there.',
      ['A banner | reading | Hands off our river'],
    ],
    [
      'two speakers of one sentence',
      '“A great day,” said Brandt; “a fair deal for all,” said Lund.',
      ['Brandt | said | A great day', 'Lund | said | a fair deal for all'],
    ],
    [
      'a short sentence that goes on',
      '“It frightens me,” she says. “It really does.”',
      ['she | says | It frightens me // It really does.'],
    ],
    [
      'both marks of words that end before the verb',
      '“The dam held” and “nobody knew”, Brandt said.',
      ['Brandt | said | “The dam held” and “nobody knew”'],
    ],
    [
      'a name behind a calling',
      'One of the farmers, Jan Brandt: “We stand here.”',
      ['One of the farmers, Jan Brandt | - | We stand here.'],
    ],
    ['nothing but a name', 'Mayor Lena Brandt: “We stand here.”', ['Mayor Lena Brandt | - | We stand here.']],
    [
      'a name and a calling behind it',
      'Lena Brandt, deputy mayor: “We stand here.”',
      ['Lena Brandt, deputy mayor | - | We stand here.'],
    ],
    [
      'what somebody means to do, within the marks',
      '“It is shut,” Lund said. Brandt “has no plans to leave”, and will wait.',
      ['Lund | said | It is shut', 'Brandt | - | has no plans to leave'],
    ],
    [
      'who would not be named',
      'A guard who chose not to be named told the Post that it froze.',
      ['A guard who chose not to be named | told | that it froze'],
    ],
    [
      'who spends more than two of something',
      'The port spending more than two millions on nets refused to answer, saying it was late.',
      ['The port | refused | answer', 'The port | saying | it was late'],
    ],
    [
      'what only they would say, within the marks',
      'It rained, but the firm “takes our safety seriously”.',
      ['the firm | - | takes our safety seriously'],
    ],
    [
      'a surname that the text knows',
      'They asked Brandt. Brandt again: “We stand here.”',
      ['Brandt | - | We stand here.'],
    ],
    [
      'a verb within the marks',
      'The port had “repeatedly warned of thin ice on the lake”. Brandt “called for a longer pier” in May.',
      ['The port | warned | of thin ice on the lake', 'Brandt | called for | a longer pier'],
    ],
    ['a request', 'It requested the port to act.', ['It | requested | the port to act']],
    ['a request of one’s own', 'It requested to leave.', ['It | requested | to leave']],
    [
      'a signature in the next paragraph',
      'They like it.\n\n“We came back every year.”\n\n— Lena Brandt, Bonn\n\nIt rained.',
      ['Lena Brandt, Bonn | - | We came back every year.'],
    ],
    [
      'a signature that says what they do, and where',
      '“We came back every year.” -- Engineer working on dams in Bonn\n\nIt rained.',
      ['Engineer working on dams in Bonn | - | We came back every year.'],
    ],
    [
      'a signature without a dash',
      '“We came back every year.”\n\nLena Brandt, head of mills at Altmark (in a call in May)\n\nIt rained.',
      ['Lena Brandt, head of mills at Altmark | - | We came back every year.'],
    ],
    [
      'a line that says who speaks',
      'Lena Brandt, Head of Mills at Altmark:\n\n“We came back every year.”',
      ['Lena Brandt, Head of Mills at Altmark | - | We came back every year.'],
    ],
    [
      'no signature in a paragraph that tells more',
      '“We came back every year.”\n\nLena Brandt, mayor of Bonn, left the hall at noon.',
      ['- | - | We came back every year.'],
    ],
    [
      'no signature behind a dash that tells more',
      '“We came back every year.” – A promise that was kept.',
      ['- | - | We came back every year.'],
    ],
    [
      'a heading that names whose words it quotes',
      '‘Not the year to build’: Altmark Bank\n\nIt rained.',
      ['Altmark Bank | - | Not the year to build'],
    ],
    ['a verb that does not tell', '“We cannot pay,” Brandt shrugs.', ['Brandt | shrugs | We cannot pay']],
    [
      'one before its subject',
      '“We cannot pay,” chuckled Lena Brandt.',
      ['Lena Brandt | chuckled | We cannot pay'],
    ],
    [
      'one with a particle, and more of the quotation',
      '“What we need,” he went on, “is a bridge.”',
      ['he | went on | What we need // is a bridge.'],
    ],
    [
      'what the article makes of it is not theirs',
      'Brandt condemned the flood in Harrow — a port with no wall.',
      ['Brandt | condemned | the flood in Harrow'],
    ],
    [
      'what they insert is',
      'Brandt condemned the flood – the third in May – and the rain.',
      ['Brandt | condemned | the flood – the third in May – and the rain'],
    ],
    [
      'a paper and its report',
      'The rules are not binding, according to a Times report.',
      ['a Times report | according to | The rules are not binding'],
    ],
    [
      'whoever it was that told them',
      'The clerks were told that the dam would hold.',
      ['- | were told | that the dam would hold'],
    ],
    [
      'what was quoted and when',
      '“The dam will hold for years” announced in May, said Brandt, is no plan.',
      ['Brandt | said | “The dam will hold for years” announced in May'],
    ],
    [
      'who speaks after two asides',
      'Arguing that it would hold, with the rain less than a day away, Brandt said it was old.',
      ['Brandt | Arguing | that it would hold', 'Brandt | said | it was old'],
    ],
    [
      'what they found is a clause',
      'She says guards found a man asleep, who was ill.',
      ['She | says | guards found a man asleep, who was ill'],
    ],
    [
      'refusal is one cue',
      'The firm declined to comment on the figures.',
      ['The firm | declined | comment on the figures'],
    ],
  ])('finds %s', (_case, text, expected) => {
    expect(attributions(text)).toEqual(expected);
  });

  it.each([
    ['what is offered', 'It lost the initial public offering to Bonn.'],
    ['who was told', 'Two clerks briefed on the talks left early.'],
    ['what grew as well', 'The ponds have seen their fish return as well.'],
    ['what is not done yet', 'The court has yet to rule on that matter.'],
    ['how many they were', 'The firm posted sales that exceeded two millions.'],
    ['no speech', 'The boat left the harbour at noon and sank off the cape.'],
    ['what stands for the noun before', 'The firm posted sales that exceeded all hopes.'],
    ['a rate', 'Boats pay two pounds, per head.'],
    ['a question put', 'Asked on Monday whether he would row, he said nothing.'],
    ['a title in marks', 'Her novel “The Long Winter Road” won a prize.'],
    ['a scare quote', 'The so-called “miracle” lasted a week.'],
    ['nouns that look like verbs', 'The report was late and the state demands were few.'],
    ['what is done within the marks', 'The port had “repeatedly painted the old pier of the town”.'],
    ['what somebody else may say of them', 'The port “has a pier that was painted green”.'],
    ['what is meant within a clause', 'They left as a port that “has no plans to leave” froze.'],
    ['a thing and a word for it', 'Mill, the old one: “Long Road” is its name.'],
    ['what a thing is named', 'The storm, nicknamed “The Old Beast”, hit a road called “Long Lane”.'],
    ['a day after a verb', 'The wishes voiced today at the gate were many.'],
    ['what stands before a title', 'Verdict: “The Long Road” runs late.'],
    ['a title before what it is about', '“The Long Road”: a film for all who walk.'],
    ['what is done to something', 'In “The Long Road,” Brandt rows a boat. “The Mill,” Lund painted it.'],
    ['as it were', 'The mill, as Brandt left it, was “The Old Mill”.'],
    ['the words of a song', 'He forgot the words and hummed “The Long Winter Road”.'],
    ['names that look like verbs', 'The United States won the match.'],
    ['what was', 'Her leave — announced just before noon — began at once.'],
    ['what might have been', 'Had they known the dam was old, they might have run.'],
    ['officials of the state', 'Some state lawmakers are grumbling that it rains.'],
    ['the name of what is shown', 'The firm shows “Mill Town” on Sundays.'],
    ['who calls it what', 'The dam, or the Wall as it is called by farmers, held.'],
    ['what somebody makes', 'They pointed the boats at the old harbour and the mill.'],
    ['who sees it', 'The dam is seen by farmers on their way.'],
    ['what is in danger', 'The flood is threatening the old mill.'],
    ['what nobody confirms', 'The rumour could not be confirmed. No case had not been reported.'],
    ['who responded', 'The port responded to the storm.'],
    ['who never responded', 'The port never responded to the storm.'],
    ['what somebody claims back', 'The guard claimed expenses.'],
    ['what is considered', 'The plan is considered in June.'],
    ['who reported it', 'The leak was reported at noon by two guards.'],
    ['reported what', 'The leak was reported early.'],
    ['who talks somebody into something', 'Brandt persuaded the board to sell the mill.'],
  ])('leaves out %s', (_case, text) => {
    expect(attributions(text)).toEqual([]);
  });

  it.each([
    ['refuses to do', 'The clerk refused to open the gate.', 0.5],
    ['refuses to tell', 'The clerk refused to discuss the gate.', 0.7],
    ['declines to do', 'The party declined to run a candidate.', 0.5],
    ['declines to tell', 'The party declined to be interviewed.', 0.7],
    ['does not know', 'The mayor did not know the boat had sunk.', 0.5],
    ['knows', 'The mayor knew the boat had sunk.', 0.7],
    ['plans to do', 'The mayor was planning to retire in June.', 0.5],
    ['plans, in a sentence with more', 'The mayor promised to retire in June.', 0.7],
    ['does on the way', 'In announcing the sale, Brandt wept.', 0.5],
    ['does first', 'Welcoming the sale, Brandt wept.', 0.5],
    ['does at last', 'Brandt wept, welcoming the sale.', 0.7],
    ['is said to have done', 'The mayor thanked farmers who opposed the gate.', 0.5],
    ['does to somebody', 'The boys challenged him to a race.', 0.5],
    ['says of something', 'The boys challenged the rules of the race.', 0.7],
    ['does, in passing', 'The mayor, who opposed the gate, left.', 0.7],
  ])('is as sure as it can be of what somebody %s', (_case, text, confidence) => {
    expect(findAttributions(parseText(text)).at(-1)?.confidence).toBe(confidence);
  });

  /** The same of what a text reports inside quotation marks at cues that somebody else sees. */
  function reported(text: string, ...seen: string[]): string[] {
    const cues = seen.map(word => placeIn(text, word));
    return attributions(text, cues).filter(line => seen.includes(line.split(' | ')[1]!));
  }

  it.each([
    [
      'a third person',
      '“The port believes the quay is safe. It froze,” Brandt said.',
      ['believes'],
      ['The port | believes | the quay is safe'],
    ],
    [
      'two of them',
      '“The port believes the quay is safe. Keller denied the report,” Brandt said.',
      ['believes', 'denied'],
      ['The port | believes | the quay is safe', 'Keller | denied | the report'],
    ],
    ['not who is quoted', '“I believe the quay is safe,” Brandt said.', ['believe'], []],
    ['nor a kind of people', '“Captains who believe the quay is safe are fools,” she said.', ['believe'], []],
  ])('a quotation reports what is said by %s', (_case, text, seen, expected) => {
    expect(reported(text, ...seen)).toEqual(expected);
  });

  it('reports nothing that the rules alone see', () => {
    expect(attributions('“The port believes the quay is safe,” Brandt said.')).toHaveLength(1);
  });

  it('does not take the quotation of one paragraph for the speech of the next', () => {
    const text = '“The dam will hold,” Brandt said.\n\nKeller, her deputy, said the river was rising.';
    expect(attributions(text)).toEqual([
      'Brandt | said | The dam will hold',
      'Keller, her deputy | said | the river was rising',
    ]);
  });

  it('stays linear on hostile text', () => {
    const text = `${'He said, “she said, '.repeat(20_000)}.`;
    const started = performance.now();
    findAttributions(parseText(text));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
