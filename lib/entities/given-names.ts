/** Given names, in lower case: what tells people from companies, and a woman from a man. */

const list = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Frequent given names of women; those that men bear too, and names of places, are left out. */
export const FEMALE = list(
  'abigail agnes aisha alexandra alexis alice alicia alison allison alyssa amanda amelia amina amira amy ' +
    'ana anastasia angela angelica angelina anita ann anna annabel anne annie antonia ariana ashley astrid ' +
    'audrey barbara beatrice becky bella bernadette beth bethany betty beverly bianca bonnie brenda ' +
    'bridget brigitte brittany camilla carla carly carmela carmen carol caroline carolyn carrie cassandra ' +
    'catalina catherine cecilia celeste chantal charlotte chloe christina christine cindy claire clara ' +
    'claudia colleen courtney cynthia daniela danielle daphne debbie deborah debra denise diana diane dina ' +
    'dominique donna doris dorothy edith eileen elaine eleanor elena eliza elizabeth ella ellen elsa emily ' +
    'emma erica erika erin esther ethel eugenia eva evelyn farah fatima fiona frances francesca freya ' +
    'gabriela gabrielle geraldine gertrude gillian gina giulia gladys glenda greta gwen hannah harriet ' +
    'hazel heather heidi helen hilary hillary indira ines ingrid irene irina isabel isabella isabelle ' +
    'ivanka jacqueline jana jane janet janice jasmine jeanette jeanne jenna jennifer jenny jessica jill ' +
    'joan joanna jocelyn jodie josephine joyce juanita judith judy julia juliana julie justine kamala ' +
    'karen karina katarina kate katherine kathleen kathryn katie katya kayla keisha kimberly kirsten ' +
    'kristen kristin kristina lara laura lauren leah leila lena lillian lily linda lisa liz liza lola ' +
    'lorraine louise lucia luisa lydia mabel madeleine magdalena mandy marcia margaret margarita margot ' +
    'marguerite maria mariam mariana marianne marie marilyn marina marjorie marlene marta martha martina ' +
    'mary maryam maureen maxine meera meg megan meghan mei melanie melissa mia michelle mildred millie ' +
    'mimi miranda miriam molly mona monica monika myra nadia nadine nancy naomi natalia natalie natasha ' +
    'nellie nicole nina noor nora norma olga olivia paige pamela patricia paula pauline peggy penelope ' +
    'penny petra philippa phoebe phyllis pippa polly priya rachel rania rebecca rebekah renata renee rita ' +
    'roberta rosa rosalind rosemary rosie roxanne ruth sabrina sally samantha samira sandra sarah selena ' +
    'serena sharon sheila shelley sherry shirley simone siobhan sofia sonia sophie stacey stella stephanie ' +
    'sue sunita susan susanna susie suzanne svetlana sylvia tabitha tamara tammy tania tanya tara tatiana ' +
    'teresa tess tessa theresa tina tracy ulrike ursula valentina valerie vanessa vera veronica vicky ' +
    'viola vivian wanda wendy whitney winifred yasmin yolanda yuki yvette yvonne zainab zara zoe',
);

/** The same of men. */
export const MALE = list(
  'aaron abdel abdul abdullah abraham adam adrian ahmad ahmed alan alastair albert alberto alejandro ' +
    'alessandro alexander alexei alfred alfredo ali alistair alvin amir amit anders andre andreas andrei ' +
    'andrew angus anil anthony antoine anton antonio armando arnold arthur arturo arun ashok austin barack ' +
    'barry basil ben benedict benito benjamin bernard bernie bert bilal bill billy bob bobby boris brad ' +
    'bradley brandon brendan brent brett brian bruce bruno bryan calvin carl carlo carlos cedric cesar ' +
    'charles christian christopher chuck claude clement clifford clive colin colm conor corey craig cyril ' +
    'damian damien daniel danny dario darrell darren dave david davide deepak denis dennis derek desmond ' +
    'diego dieter dirk dmitri dmitry dominic donald douglas duncan dustin dwayne dwight eamon eddie edgar ' +
    'edmund eduardo edward edwin eli elias elijah elliot elon emanuel emilio emmanuel enrique eric erik ' +
    'ernest ernesto esteban ethan eugene evan evgeny fabio farouk fausto federico felipe felix ferdinand ' +
    'fernando floyd francesco francisco franco frank franklin franz françois fred frederick fredrik fritz ' +
    'gabriel gareth gary gavin gene geoff geoffrey georg george georges gerald gerard gerhard gianni ' +
    'gilbert giorgio giovanni giuseppe glen glenn gordon graham greg gregory gunther gus gustavo hamid ' +
    'hamza hank hans harald harold harry harvey hassan hector helmut henri henry herbert herman hiroshi ' +
    'horst howard hugh hugo humberto hussain hussein ian ibrahim ignacio igor imran isaac ismail ivan ivo ' +
    'jack jacob jacques jaime jake jakob jamal james jared jason javier jean jeff jeffery jeffrey jens ' +
    'jeremy jerome jerry jesse jim jimmy joachim joaquin joe joel johan johann johannes john johnny jon ' +
    'jonas jonathan jorge jose josef joseph josh joshua juan julian julio justin kamal kareem karim karl ' +
    'keir keith ken kenji kenneth kenny kevin khaled khalid kieran kirk klaus kofi kris krishna kurt kyle ' +
    'lance larry lars laurent lawrence leon leonard leonardo leonid leopold leroy lewis liam lionel lloyd ' +
    'lorenzo lou louis luc luca lucas ludwig luigi luis luke mahmoud malcolm manuel marcel marcelo marcin ' +
    'marco marcus mario marius mark martin marvin mateo mats matt matteo matthew maurice mauricio maurizio ' +
    'max maxim mehdi mehmet melvin michael mick miguel mikael mike mikhail milos mitch mohamad mohamed ' +
    'mohammed mohsen moses muhammad mustafa narendra nasser nate nathan nathaniel ned neil nelson nicholas ' +
    'nick nico nicolas nigel nikita nikolai nikos noah noel norman olaf oleg oliver omar osama oscar otto ' +
    'owen pablo paolo pascal pat patrick paul pavel pedro percy pete peter petr phil philip philippe ' +
    'pierre piers piotr prakash rafael rahul raj ralph ramesh ramon randall randy raphael rashid raul ' +
    'raymond reg reggie reginald rene reza ricardo riccardo richard rick rico rob robert roberto rodney ' +
    'rodrigo roger rohan roland rolf romeo ron ronald ronan ronnie rory roy ruben rudolf rudy rupert ' +
    'russell ryan saeed salim salman salvatore sam sami samuel sandeep sandro sanjay satoshi saul scott ' +
    'sean sebastian sergei sergey sergio seth shane shaun shawn silvio simon slobodan stan stanislav ' +
    'stanley stefan stefano stephen steve steven stuart suresh sven tariq ted teddy terence terrence terry ' +
    'theo theodore thierry thomas tim timo timothy toby todd tom tomas tommy tony travis trevor tristan ' +
    'tyler tyrone umberto valentin vicente victor vijay vikram viktor vince vincent vitaly vladimir ' +
    'vladislav wallace walt walter warren wayne wei wes wesley wilhelm william willie wolfgang xavier ' +
    'yasser yitzhak yuri yusuf yves zachary zack',
);

/** Short forms of given names. */
export const NICKNAMES: ReadonlyMap<string, string> = new Map([
  ['tim', 'timothy'],
  ['tom', 'thomas'],
  ['bob', 'robert'],
  ['bobby', 'robert'],
  ['rob', 'robert'],
  ['bill', 'william'],
  ['billy', 'william'],
  ['will', 'william'],
  ['liz', 'elizabeth'],
  ['beth', 'elizabeth'],
  ['betty', 'elizabeth'],
  ['jim', 'james'],
  ['jimmy', 'james'],
  ['jack', 'john'],
  ['johnny', 'john'],
  ['mike', 'michael'],
  ['mick', 'michael'],
  ['nick', 'nicholas'],
  ['dick', 'richard'],
  ['rick', 'richard'],
  ['rich', 'richard'],
  ['ted', 'edward theodore'],
  ['ed', 'edward edwin edmund'],
  ['eddie', 'edward'],
  ['dave', 'david'],
  ['steve', 'stephen steven'],
  ['chris', 'christopher christine christina'],
  ['matt', 'matthew'],
  ['dan', 'daniel'],
  ['danny', 'daniel'],
  ['joe', 'joseph'],
  ['sam', 'samuel samantha'],
  ['ben', 'benjamin'],
  ['andy', 'andrew'],
  ['drew', 'andrew'],
  ['tony', 'anthony'],
  ['charlie', 'charles'],
  ['chuck', 'charles'],
  ['greg', 'gregory'],
  ['jeff', 'jeffrey geoffrey'],
  ['ken', 'kenneth'],
  ['larry', 'lawrence laurence'],
  ['pat', 'patrick patricia'],
  ['pete', 'peter'],
  ['phil', 'philip phillip'],
  ['ron', 'ronald'],
  ['al', 'albert alan alfred'],
  ['alex', 'alexander alexandra'],
  ['fred', 'frederick alfred'],
  ['gabby', 'gabrielle'],
  ['kate', 'katherine catherine'],
  ['kathy', 'katherine kathleen'],
  ['kim', 'kimberly'],
  ['jen', 'jennifer'],
  ['jenny', 'jennifer'],
  ['sue', 'susan'],
  ['maggie', 'margaret'],
  ['peggy', 'margaret'],
  ['vicky', 'victoria'],
  ['don', 'donald'],
  ['doug', 'douglas'],
  ['gerry', 'gerald'],
  ['jerry', 'gerald jeremy'],
  ['josh', 'joshua'],
  ['len', 'leonard'],
  ['ray', 'raymond'],
  ['stan', 'stanley'],
  ['vic', 'victor'],
  ['walt', 'walter'],
  ['zach', 'zachary'],
]);
