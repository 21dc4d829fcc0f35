import { list } from '../text/list.ts';

/** Given names, in lower case: what tells people from companies, and a woman from a man. */

/** Frequent given names of women; those that men bear too, and names of places, are left out. */
export const FEMALE = list(
  'aaliyah aarti abena abigail adaeze adaora aditi adriana adwoa afua agnes agnieszka aisha ' +
    'aishwarya aisling aislinn akosua akshata akua alexandra alexis alice alicia alison alka allison ' +
    'alyssa amanda amara amelia amina aminata amira amrita amy ana anastasia angela angelica angelina ' +
    'anita anjali ann anna annabel anne annie antonia anupama aoife aparna ariana aruna asha ashley ' +
    'asma astrid audrey ayesha ayse ayumi barbara barbora beatrice beatriz becky bella benazir ' +
    'bernadette beth bethany betty beverly bhavna bianca biljana bonnie brenda bridget brigitte ' +
    'brittany bronagh bukola bushra camila camilla caoimhe carla carly carmela carmen carol caroline ' +
    'carolyn carrie cassandra catalina catherine catriona cecilia celeste chantal charlotte chiamaka ' +
    'chidinma chimamanda chioma chitra chloe christina christine ciara cindy claire clara claudia ' +
    'clodagh colleen consuelo courtney cynthia daniela danielle daphne debbie deborah debra deepa ' +
    'deepika deirdre denise diana diane dina divya dominique donna doris dorothy dragana ebele edith ' +
    'efua eileen eilidh eilis eimear eithne ekaterina elaine eleanor elena elif eliza elizabeth ella ' +
    'ellen elsa emiko emily emma erica erika erin esther ethel eugenia eva evelyn ewa farah farzana ' +
    'fatemeh fatima fatma fiona fionnuala folake frances francesca freya fumiko funmilayo gabriela ' +
    'gabrielle galina gauri gayatri geeta geetha geraldine gertrude gillian gina giulia gladys glenda ' +
    'graciela grainne greta gwen gwendolyn hafsa halima hanan hannah harriet haruka hatice hazel ' +
    'heather heidi helen hilary hillary hiromi huda ifeoma ijeoma indira ines ingrid irene irina iryna ' +
    'isabel isabella isabelle ivana ivanka jacqueline jana jane janet janice jasmine jayanthi jeanette ' +
    'jeanne jelena jenna jennifer jenny jessica jill joan joanna jocelyn jodie josephine joyce juanita ' +
    'judith judy julia juliana julie justine jyoti kajal kalpana kamala kanimozhi karen karina ' +
    'katarina katarzyna kate katharine katherine kathleen kathryn katie katya kavita kavitha kayla ' +
    'keiko keisha kelsey khadija kimberly kirsten kirsty kristen kristin kristina krystal kulsum ' +
    'kumiko lakeisha lakshmi lalita lara larisa latisha latoya laura lauren layla leah leanne leela ' +
    'leila lena lerato leticia lillian lily linda lindiwe lisa liz liza lola lorraine louise lubna ' +
    'lucia luciana lucinda ludmila luisa lydia lynette lyudmila mabel madeleine madhuri maeve ' +
    'magdalena maggie mairead mairi maleeha malgorzata mamata mandy manisha marcia margaret margarita ' +
    'margot marguerite maria mariam mariana marianne marie mariko marilyn marina marissa marjorie ' +
    'marlene marta martha martina mary maryam masako maura maureen maxine mayawati medha meena ' +
    'meenakshi meera meg megan meghan mehbooba mehreen mei melanie melinda melissa merve mhairi mia ' +
    'michelle michiko midori mildred milena millie mimi miranda miriam mirjana miyuki mohini mollie ' +
    'molly mona monica monika montserrat mpho muriel myra myrtle nadezhda nadia nadine naila najla ' +
    'naledi namrata nancy nandini nanette naoko naomi nasreen natalia natalie natasha neeta neha ' +
    'nellie ngozi niamh nichole nicole nina nirmala nisha nita nkosazana nneka noelle nokuthula nomsa ' +
    'nomvula noor nora noriko norma nosipho nosiviwe noura nthabiseng ntombi nuala nuria odette oksana ' +
    'olena olga olivia oluchi omolara oonagh ozlem padma paige palesa pallavi pamela patricia paula ' +
    'paulette pauline peggy penelope penny petra philippa phoebe phyllis pippa polly pooja poonam ' +
    'pratibha preeti priscilla priti priya priyanka rabia rachel rachelle radha raisa rajeshwari ' +
    'ramona rania raquel rashmi rebecca rebekah refilwe rehana reiko rekha renata renee renuka rhoda ' +
    'rhonda rita roberta rochelle rocio roisin roopa rosa rosalie rosalind roseanne rosemary rosie ' +
    'roxanne rukhsana rupa ruth ruthie saadia sabrina sachiko sadia safiya saima sally samantha samira ' +
    'sana sanae sandhya sandra sangeeta saoirse sarah sarita sarojini saundra savita sayuri seema ' +
    'selena serena setsuko shabana shalini shania sharmila sharon shawna shazia sheela sheena sheila ' +
    'shelley sheri sherri sherry shilpa shireen shirley shobha shruti sibongile silvia simone sinead ' +
    'siobhan smriti sneha snezana sofia soledad sonali sondra sonia sophie stacey stella stephanie ' +
    'sudha sue sumaya sumayya sumitra sunita supriya susan susanna susannah sushma susie suzanne ' +
    'svetlana swati sybil sylvia tabitha takako tamara tammy tania tanvi tanya tara tasha tatiana ' +
    'teresa tess tessa thandeka thandi thandiwe thembi theresa tiffany tina tomoko tracy trina trisha ' +
    'tsitsi ulrike uma urmila ursula usha uzoamaka valentina valeria valerie vandana vanessa varsha ' +
    'vasundhara velma vera veronica vesna vicky vidya vijaya viola vivian viviana wambui wanda wangari ' +
    'wendy whitney wilma winifred winnie ximena yasmeen yasmin yewande yoko yolanda yoshiko yukari ' +
    'yuki yukiko yulia yuliya yumiko yuriko yvette yvonne zahra zainab zanele zara zeinab zelda zeynep ' +
    'zodwa zoe zoey zoliswa zubaida zuzana',
);

/** The same of men. */
export const MALE = list(
  'aarav aaron abdel abdul abdulla abdullah abdulrahman abhijit abhinav abhishek abiodun abraham ' +
    'adam adebayo adekunle adel ademola adil aditya adnan adrian ahmad ahmed ahmet ajay ajit akash ' +
    'akhilesh akihito akinwumi akio akira akram akshay alain alan alasdair alastair albert alberto ' +
    'alejandro aleksandar aleksander aleksei alessandro alexander alexei alexey alfonso alfred alfredo ' +
    'ali alistair alvaro alvin amartya amir amit amitabh amol amos anand anatoly anders andre andreas ' +
    'andrei andres andrew andrey andriy andrzej angus aniket anil anirudh ankit anthony antoine anton ' +
    'antonio anurag anwar aodhan arif arjun arkady armando arnaud arnold arseniy artem arthur arturo ' +
    'arun arvind asad ashish ashok ashraf ashwin asif atal atif atiku atul austin avi avigdor avner ' +
    'ayman azhar babatunde balwinder barack barry bartholomew bashar basil ben benedict benito ' +
    'benjamin benoit bernard bernd bernhard bernie bert bertrand bheki bhupesh bhupinder bilal bill ' +
    'billy binyamin bipin bob bobby bogdan bongani boris borys brad bradley brandon branko brendan ' +
    'brent brett brian bronislaw bruce bruno bryan bulent callum calvin carl carlo carlos cedric cesar ' +
    'chandrababu charles chetan chidi chijioke chinedu chinua christian christophe christopher chuck ' +
    'chukwuemeka ciaran cillian claude claudio clement clifford clive colin colm conor corey cormac ' +
    'craig cristian cristobal curtis cyril cyrus daisuke damian damien daniel danny dario darragh ' +
    'darrell darren darryl dave david davide declan deepak denis dennis denys derek desmond detlef ' +
    'devendra devlet dhananjay dharmendra diarmuid diego dieter dietmar digvijaya dinesh dirk dmitri ' +
    'dmitry dmytro dominic donal donald douglas dragan dumisani duncan dusan dustin dwayne dwight ' +
    'eamon eamonn ebenezer eddie edgar edmund edouard eduardo edward edwin efrain ehsan ehud ekrem eli ' +
    'elias eliezer elijah elliot elon emanuel emeka emiliano emilio emmanuel emmerson emre enoch ' +
    'enrique eoghan eoin erdem eric erich erik ernest ernesto ervin esteban ethan etienne euan eugene ' +
    'eugenio evan evgeny ezra fabien fabio fabrice fahad fahrettin faisal farhad farid farooq farouk ' +
    'fausto fawad fazal federico felipe felix femi ferdinand fergal fergus fernando fikile finbarr ' +
    'fintan flavio floyd francesco francisco franco francois frank franklin franz françois fred ' +
    'frederic frederick fredrik friedrich fritz fuad fumio gabriel ganesh gareth gary gaurav gautam ' +
    'gavin gbenga gearoid gene gennady geoff geoffrey georg george georges gerald geraldo gerard ' +
    'gerardo gerhard ghassan giancarlo gianluca gianni gilbert gilberto gilles giorgio giovanni girish ' +
    'giuseppe glen glenn godwin gonzalo goran gordon govind graham greg gregg gregorio gregory ' +
    'grzegorz guillaume guillermo gunther gurpreet gus gustavo gwede hakainde hakan haluk hamid hamish ' +
    'hamza hank hans harald hardeep harish harold harry harvey hasan hassan haytham hector heiko ' +
    'heinrich heinz helmut hemant henri henry herbert herman hermann hernan herve hideki himanta ' +
    'hiroki hiroshi hiroyuki hisham horst howard hugh hugo humberto humza hussain hussein iain ian ' +
    'ibikunle ibrahim idris ignacio igor ihor ijaz ikechukwu ikenna ilya imad imran irfan isaac isaiah ' +
    'ishaan ishaq ismail itamar ivan ivo jabulani jacek jack jacob jacques jagdish jaime jair jairam ' +
    'jake jakob jalal jamal james jamil janez janusz jared jaroslaw jason javier jawad jayant jean ' +
    'jeff jeffery jeffrey jens jeremy jermaine jerome jerry jesse jim jimmy jitendra joachim joao ' +
    'joaquin jochen joe joel johan johann johannes john johnny jon jonas jonathan jorge jose josef ' +
    'joseph josh joshua josiah juan julian julio julius junaid junichiro jurgen justin kailash kamal ' +
    'kapil kareem karim karl karsten karthik kashif katsuya kayode kazuo keir keith kelechi kelvin ' +
    'kemal ken kenichi kenji kenneth kenny kenta kevin kgalema khaled khalid khurram kieran kirill ' +
    'kirk klaus kofi koichi konrad konstantin kotaro kris krishna krzysztof kudzai kurt kwabena kwaku ' +
    'kwame kwasi kwesi kyle kyrylo lachlan lalu lance larry lars laurent lawrence leandro lech leon ' +
    'leonard leonardo leonid leopold leopoldo leroy lesetja lewis liam lionel lloyd loic lorcan ' +
    'lorenzo lothar lou louis luc luca lucas luciano lucien ludwig luigi luis luiz lukasz luke lungisa ' +
    'maciej mahendra mahesh mahmoud mahmud makoto maksim malachy malcolm mallikarjun mandla manfred ' +
    'mangosuthu manish manmohan manoj manuel marcel marcelo marcin marco marcos marcus mariano mario ' +
    'marius mark markus martin marvin masahiro masaki masato masayoshi massimo mateo mateusz mathieu ' +
    'mats matt matteo matthew matthias maurice mauricio maurizio mauro max maxim mehdi mehmet meir ' +
    'melvin menachem mevlut michael micheal mick miguel mikael mike mikhail mikhailo milorad milos ' +
    'miroslav mitch moeketsi mohamad mohamed mohammad mohammed mohsen mohsin moises moses moshe ' +
    'muhammad muhammadu mukesh mukhtar murat mustafa mwai mykhailo mykola mzwandile nabil nadav nadeem ' +
    'naeem naftali nagendra najib narendra naresh nasser nate nathan nathaniel naveen navjot nawaz ned ' +
    'neil nelson nestor nhlanhla niall nicholas nick nico nicolas nigel nikhil nikita nikolai nikolay ' +
    'nikos nilesh nitin nitish nizar nkosana nnamdi noah nobuo noel norbert norman numan obinna ' +
    'octavio oisin olaf oleg oleh oleksandr oleksii oleksiy oliver olumide olusegun oluwaseun omar ' +
    'omkar osama osamu oscar osvaldo otto owen pablo padraic padraig pakalitha pankaj panyaza paolo ' +
    'parag pascal pascual pasquale pat patricio patrick paul pavel pavlo pawan pedro percy pervaiz ' +
    'pervez pete peter petr petro phil philip philippe piero pierre piers pietro piotr piyush pradeep ' +
    'prakash pramod pranab prashant prateek praveen puneet qasim quentin radoslaw rafael raghav ' +
    'raghuram rahim rahul raila rainer raj rajeev rajendra rajesh rajiv rajnath rakesh ralf ralph ' +
    'ramesh ramiro ramon randall randy ranjit raphael rashid rauf raul ravi ravindra raymond recep reg ' +
    'reggie reginald reinhard reinhold rene renzo reuven reza riad ricardo riccardo richard rick rico ' +
    'rigoberto rishi ritesh rob robert roberto rodney rodolfo rodrigo rogelio roger rohan rohit roland ' +
    'rolf romeo ron ronald ronaldo ronan ronnie rory rotimi roy ruaidhri ruairi ruben rudiger rudolf ' +
    'rudy rupert ruslan russell rustem ryan ryota ryszard sachin sadiq sadiqul saeed sajid salim ' +
    'salman salvatore sam sameer sami samir samuel sandeep sandro sanjay sanjeev santosh saqib sarfraz ' +
    'satish satoshi saul saurabh scott seamus sean sebastian sebastien seiji selahattin sergei sergey ' +
    'sergio serhii serhiy serkan seth seun shafiq shahbaz shahid shakib shane sharad shashi shaun ' +
    'shawn shehbaz shigeki shigeru shimon shinichi shinji shinzo shivraj shlomo shoaib shohei sibusiso ' +
    'siddharth sifiso silvio simon siphiwe sipho siyabonga slavko slobodan sohail sourav srinivas stan ' +
    'stanislav stanislaw stanley stefan stefano steffen stephane stephen steve steven stuart subhash ' +
    'sudhir sukhbir sulaiman suleiman suleyman sunil suraj suresh surinder sushil sven sylvain ' +
    'sylvester tadhg tahir takashi takeshi takuya talal tarcisio tariq tayfun tayyip tebogo teboho ted ' +
    'teddy tejashwi tejasvi tendai teodoro terence terrence terry tetsuya thabang thabo thaddeus ' +
    'themba theo theodore thibault thierry thilo thomas thorsten tim timo timothy tinashe toby todd ' +
    'tom tomas tomasz tommy tomohiro tony torsten toru toshihiro travis trevor tristan tunde tyler ' +
    'tyrone uchenna uddhav uhuru ulises umar umberto umesh usama usman uwe uzi vadim vadym valentin ' +
    'valerii vasyl venkaiah venkatesh vicente victor vijay vikas vikram viktor vinay vince vincent ' +
    'vincenzo vineet vinod vipin virat vishal vitali vitalii vitaliy vitaly vittorio vivek vladimir ' +
    'vladislav volodymyr vusi vyacheslav wael waleed walid wallace walt walter warren waseem wasim ' +
    'wayne wei wendell wes wesley wilfred wilhelm william willie winfried winston wladyslaw wojciech ' +
    'wolfgang xavier yaakov yahya yair yannick yaroslav yashwant yasir yasser yasuhiro yasuo yehuda ' +
    'yevgeny yevhen yigal yitzhak yoav yogesh yoichi yoshihide yoshihiro yoshinori yossi younis yousef ' +
    'youssef yoweri yuichi yuji yuri yuriy yusuf yusuke yves zachary zack zafar zaheer zahid zbigniew ' +
    'zdravko ziad zoran zubair zweli',
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
