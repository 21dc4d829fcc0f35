import { list } from '../text/list.ts';

/** Words that tell what kind of thing a capitalised name is. Everything in lower case. */

/** Stand before a person's name and are part of nothing else. */
export const HONORIFICS = list(
  'sens sens. reps reps. gens mr mr. mrs mrs. ms ms. miss mx mx. dr dr. rep rep. sen sen. gov gov. gen gen. lt lt. col col. capt capt. maj maj. sgt sgt. cmdr cmdr. adm adm. amb amb. pres pres. insp insp. det det. cllr pm ayatollah shaikh emir sultan sir dame lord lady baroness rev rev. reverend fr. father sister sr. prof prof. hon hon. madame monsieur sheikh imam rabbi saint',
);

/** Verbs by which people and bodies speak. */
export const SPEAKS = list(
  'said says told tells added wrote announced denied confirmed believes warned insisted argued claimed',
);

/** Nouns for what a person is or does: the head of a role. */
export const ROLE_NOUNS = list(
  'tycoon magnate mogul creator winner contractor scholar teenager pundit lobbyist fundraiser cosmonaut undersecretary president vice-president premier speaker whip coordinator successor predecessor heir chancellor minister secretary senator representative congressman congresswoman governor mayor king queen prince princess emperor pope cardinal archbishop bishop general admiral colonel major captain lieutenant sergeant commander marshal judge justice attorney prosecutor lawyer solicitor barrister chief head director chairman chairwoman chair chairperson executive ceo cfo cio cto coo founder co-founder owner manager boss leader deputy spokesman spokeswoman spokesperson ambassador envoy diplomat negotiator commissioner councillor councilman councilwoman alderman delegate lawmaker legislator mp mep analyst economist professor lecturer teacher scientist researcher historian author writer poet novelist journalist reporter editor columnist correspondent broadcaster presenter host anchor actor actress singer musician rapper composer conductor producer filmmaker artist painter photographer designer architect engineer doctor surgeon physician nurse psychologist activist campaigner organiser organizer adviser advisor aide strategist consultant expert specialist officer constable inspector superintendent sheriff detective agent investigator coroner coach striker midfielder defender goalkeeper batsman bowler pitcher quarterback player champion athlete swimmer runner cyclist driver racer skipper referee farmer fisherman worker miner pilot astronaut sailor soldier veteran official candidate nominee member secretary-general treasurer trustee dean principal rector student pupil resident neighbour neighbor witness victim suspect defendant plaintiff wife husband son daughter brother sister mother father widow grandson granddaughter nephew niece uncle aunt cousin son-in-law daughter-in-law brother-in-law father-in-law partner fiancee girlfriend boyfriend entrepreneur businessman businesswoman billionaire investor banker trader broker accountant chef winemaker priest pastor vicar imam rabbi monk nun theologian philosopher biologist physicist chemist astronomer geologist meteorologist forecaster epidemiologist virologist climatologist whistleblower hacker blogger programmer developer inventor politician statesman dictator ruler warlord rebel militant gunman killer rapporteur comptroller auditor ombudsman registrar curator librarian archaeologist anthropologist sociologist statistician mathematician pathologist psychiatrist dentist veterinarian paramedic firefighter marine trainer jockey promoter wrestler boxer golfer cricketer eyewitness administrator selectman tourist brigadier under-secretary postmaster policeman policewoman appointee co-author co-host co-star co-owner singer-songwriter msp footballer guitarist drummer bassist vocalist pianist violinist comedian comedienne magician dancer choreographer model publisher',
);

/** More of them, which are names too (“Jo Baker”): only where a phrase says that somebody is one. */
export const OCCUPATIONS = list(
  'republican democrat independent libertarian bystander tourist survivor mechanic electrician ' +
    'carpenter plumber builder baker butcher grocer shopkeeper landlord landlady tenant homeowner ' +
    'householder passenger motorist commuter shopper customer client patient volunteer protester ' +
    'demonstrator dissident defector refugee migrant exile hostage captive prisoner inmate detainee ' +
    'convict fugitive terrorist bomber shooter attacker assassin hijacker smuggler dealer trafficker ' +
    'burglar robber fraudster friend colleague classmate roommate housemate teammate team-mate ' +
    'associate acquaintance ally rival opponent critic supporter backer follower fan admirer ' +
    'companion spouse fiance fiancé fiancée parent grandfather grandmother child stepfather ' +
    'stepmother stepson stepdaughter elder chieftain patriarch matriarch monarch sovereign regent ' +
    'duke duchess earl count countess baron viscount knight caliph cleric preacher evangelist ' +
    'missionary deacon chaplain abbot playwright dramatist screenwriter essayist biographer reviewer ' +
    'translator interpreter illustrator cartoonist sculptor potter weaver jeweller tailor stylist ' +
    'hairdresser barber cook waiter waitress bartender celebrity socialite personality heiress ' +
    'philanthropist benefactor donor patron financier industrialist shareholder restaurateur ' +
    'hotelier retailer merchant salesman saleswoman publicist pollster speechwriter technician ' +
    'surveyor geographer cartographer zoologist botanist entomologist ornithologist oceanographer ' +
    'hydrologist volcanologist seismologist geneticist biochemist pharmacist neuroscientist ' +
    'paediatrician pediatrician obstetrician midwife therapist counsellor counselor carer clinician ' +
    'practitioner physiotherapist nutritionist academic educator tutor headteacher headmaster ' +
    'headmistress schoolteacher schoolboy schoolgirl graduate undergraduate fellow intern apprentice ' +
    'recruit cadet corporal gunner sniper paratrooper mercenary guerrilla insurgent fighter ' +
    'revolutionary separatist nationalist loyalist unionist mk selectman supervisor clerk bailiff ' +
    'magistrate recorder notary paralegal mediator arbitrator peacekeeper observer monitor examiner ' +
    'controller dispatcher operator steward stewardess lifeguard ranger gamekeeper trawlerman ' +
    'shepherd herder rancher grower winegrower brewer beekeeper gardener undertaker caretaker ' +
    'janitor cleaner porter courier postman trucker chauffeur bodyguard goalscorer winger linebacker ' +
    'receiver prop skier snowboarder skater rower fencer archer gymnast sprinter hurdler medallist ' +
    'medalist finalist contestant competitor entrant participant dj soprano tenor cellist organist ' +
    'songwriter frontman frontwoman youtuber influencer podcaster gamer harbourmaster coastguard pm ' +
    'attaché consul mastermind ringleader gangster mobster citizen native villager islander ' +
    'rider climber mountaineer explorer hopeful incumbent challenger contender homeopath cosplayer realist nonpartisan medic streamer aviator navigator barista breeder buyer seller collector instructor planner vet trapper backbencher sophomore warden licensee boy girl rusher goalie goaltender lineman cornerback shortstop catcher outfielder infielder kicker punter halfback fullback insider administrator assistant churchwarden colourist schoolmaster',
);

/** Words that qualify a role before its head, in lower case in running text. */
export const ROLE_MODIFIERS = list(
  'former ex acting interim incoming outgoing deputy vice assistant associate senior junior chief prime foreign finance interior defence defense home health education justice trade treasury energy environment transport agriculture culture labour labor economy policy press special general executive managing non-executive opposition party cabinet state federal national local regional district city county presidential vice-presidential military police army naval air intelligence security climate human rights election campaign media communications public relations legal financial technical medical scientific research political economic lead head top veteran retired late current new then longtime long-serving founding honorary principal permanent shadow minority majority floor house senate parliamentary congressional gubernatorial union club team guest visiting emeritus independent award-winning british-born leading renowned convicted alleged informal personal private peace nuclear water fire safety operating commanding marketing engineering fellow elected outspoken prominent reigning defending',
);

/** What kind of firm it is, wherever that stands in a name: “Acme Inc. ACM”. */
export const COMPANY_FORMS = list(
  'inc inc. corp corp. corporation ltd ltd. llc plc company co co. group holdings',
);

/** Heads that make a capitalised run an organisation. */
export const ORG_HEADS = list(
  'ministry department agency university college school academy institute institution centre center foundation association society federation confederation union party bank group inc nations international inc. corp corp. corporation ltd ltd. llc plc company co co. council committee commission court tribunal parliament congress senate assembly house cabinet administration bureau office authority board service services force forces army navy police guard fbi cia times post news tribune herald journal gazette chronicle guardian telegraph mail mirror observer magazine press network radio television tv broadcasting club fc united airlines airways motors industries systems technologies holdings partners fund trust church league alliance coalition movement front brigade corps fire hospital clinic museum gallery library theatre theater orchestra studios records entertainment productions exchange reserve treasury secretariat directorate taskforce laboratory laboratories observatory organisation organization initiative campaign forum conference chamber guild team squadron registry watch',
);

/** Heads after which “of”, “for”, “and” go on with the name. */
export const NAME_GOES_ON = list(
  'ministry department bank university college school academy institute centre center court house council committee commission office bureau board association society federation union church republic kingdom state states isle gulf bay cape agency secretary democratic people organisation organization foundation campaign campaigners doctors reporters league conference chamber authority directorate service movement front army party museum museums hospital strait sea mount province county city district borough port congress parliament national royal international',
);

/** Heads that make a capitalised run a place. */
export const PLACE_HEADS = list(
  'strip city county river lake mount mountain mountains street avenue road island islands bay valley province state district region peninsula coast ocean sea gulf strait canal desert beach park square bridge airport port harbour harbor village town hill hills heights springs falls creek forest republic kingdom isle territory borough highlands plateau basin canyon facility plant station hotel hall tower stadium prison camp base palace cabin chalet cottage resort ranch lounge empire cave caves dam archipelago glacier volcano cliffs reef atoll reservoir lagoon delta plains prairie boulevard highway motorway freeway tunnel pier wharf quarter',
);

/** Heads of capitalised names of things: laws, storms, prizes, events. They are no players. */
export const THING_HEADS = list(
  'law act treaty accord accords declaration protocol constitution article articles amendment bill resolution flight hurricane typhoon cyclone storm operation award awards prize cup championship championships series war battle summit games festival agreement pact convention plan project program programme report review edition version theory syndrome disease scheme initiative strategy code chapter section clause medal tour marathon derby olympics mission shuttle rover fighter rifle engine mv hms uss airbus boeing draft telescope day week month bomb',
);

/** Plurals that own institutions: “Farmers' Union”, “People's Party”. */
export const OWNERS = list(
  "people people's workers women women's children children's artists farmers teachers doctors men men's lawyers veterans students writers players nurses consumers citizens pensioners journalists miners",
);

/** Points of the compass and the like, which qualify places. */
export const PLACE_MODIFIERS = list(
  'north south east west northern southern eastern western northeast northwest southeast southwest central upper lower new san santa los las el saint st st. mount lake port fort cape',
);

/** Common nouns before “of” or a name that announce a place. */
export const PLACE_NOUNS = list(
  'town city village province state region district county island suburb capital port municipality territory neighbourhood neighborhood',
);

/** Capitalised in English although they name no player. */
export const NO_NAMES = list(
  'i god internet christmas easter ramadan hanukkah thanksgiving halloween bible quran koran olympics olympic paralympic english twitter facebook youtube earth moon sun tv dna aids hiv covid covid-19 ok gdp ceo cfo cto mp mps pm am gmt utc bst est pst edt ad bc us$ a$ c$ phd ma ba photo image video file updated read copyright getty monday',
);

/** Feasts and cries, which a capital makes look like names. */
export const NO_PLAYERS = list(
  'christmas easter ramadan hanukkah thanksgiving halloween diwali deepavali holi navratri dussehra eid passover pentecost purim yup yeah yes nope wow hey alas',
);

/** Lower-case particles inside names of people and places. */
export const PARTICLES = list(
  'de la le du des del della di da do dos van von der den ter ten bin ibn al el ul ould abu zu y e af av',
);

/** Seats of power that act and speak under the name of a building or a street. */
const SEATS =
  'downing street|pentagon|elysee|élysée|capitol hill|wall street|whitehall|kremlin|white house|knesset|bundestag|duma|holyrood|vatican'.split(
    '|',
  );

/** Other names of states, each with the one that the lists below have. */
export const SHORT_STATES = new Map([
  ['us', 'united states'],
  ['u.s', 'united states'],
  ['u.s.', 'united states'],
  ['usa', 'united states'],
  ['united states of america', 'united states'],
  ['russian federation', 'russia'],
  ['u.s.a.', 'united states'],
  ['america', 'united states'],
  ['uk', 'united kingdom'],
  ['u.k', 'united kingdom'],
  ['u.k.', 'united kingdom'],
  ['britain', 'united kingdom'],
  ['great britain', 'united kingdom'],
  ['uae', 'united arab emirates'],
]);

/** Unions of states and the like, known by a short form. */
export const SHORT_ORGANISATIONS = list(
  'eu e.u. un u.n. nato imf who unicef opec asean bbc cnn fbi cia nasa',
);

/** Bodies that news names without a word that says what they are, unions and seats of power among them. */
export const KNOWN_BODIES: ReadonlySet<string> = new Set([
  ...SHORT_ORGANISATIONS,
  ...SEATS,
  ...(
    'taliban|hamas|hezbollah|hizbollah|al-qaeda|al-qaida|al qaeda|isis|isil|islamic state|boko haram|al-shabaab|al shabaab|fatah|plo|farc|ira|muslim brotherhood|ku klux klan|' +
    'interpol|europol|oecd|wto|iaea|brics|mercosur|apec|african union|arab league|unesco|unhcr|undp|wfp|fifa|uefa|ioc|wada|nba|nfl|nhl|mlb|ncaa|nascar|' +
    'nsa|dea|atf|epa|fda|cdc|fcc|faa|fema|tsa|irs|nih|ftc|doj|gop|dnc|rnc|aclu|naacp|nra|nhs|ofcom|mi5|mi6|gchq|rcmp|fsb|kgb|gru|mossad|idf|irgc|cdu|spd|afd|snp|dup|ukip|bjp|' +
    'google|microsoft|toyota|honda|nissan|hyundai|samsung|sony|nintendo|ibm|intel|nvidia|oracle|netflix|spotify|uber|airbnb|walmart|starbucks|pfizer|moderna|astrazeneca|exxonmobil|exxon|bp|chevron|gazprom|rosneft|huawei|alibaba|tencent|bytedance|baidu|xiaomi|volkswagen|bmw|siemens|volvo|ericsson|nokia|ikea|unilever|nestle|nestlé|vodafone|hsbc|barclays|citigroup|jpmorgan|paypal|ebay|spacex|openai|linkedin|coca-cola|pepsico|nike|adidas|disney|pixar|' +
    'hbo|espn|nbc|abc|cbs|msnbc|npr|pbs|afp|reuters|politico|axios|buzzfeed|xinhua|tass|interfax|al jazeera|al-jazeera|' +
    'greenpeace|oxfam|red cross|amnesty international|human rights watch|doctors without borders|catholic church|church of england|vatican'
  ).split('|'),
]);

const MORE_PLACES =
  'england scotland wales northern_ireland holland europe asia africa antarctica oceania north_america south_america latin_america central_america middle_east far_east balkans caribbean scandinavia siberia kashmir kurdistan catalonia tibet west_bank gaza gaza_strip ivory_coast burma czech_republic korea north_korea south_korea congo palestine hong_kong russia ' +
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont virginia washington west_virginia wisconsin wyoming washington_d.c. ' +
  'ontario quebec alberta manitoba saskatchewan british_columbia nova_scotia new_south_wales queensland tasmania victoria western_australia bavaria saxony';

const MORE_CITIES =
  'beijing delhi new_delhi mumbai geneva munich hamburg frankfurt barcelona milan naples venice florence manchester birmingham liverpool leeds glasgow edinburgh cardiff bristol washington_dc boston houston dallas philadelphia san_francisco san_diego seattle miami atlanta las_vegas new_orleans baltimore osaka kyoto hiroshima rio_de_janeiro strasbourg marseille lyon the_hague rotterdam antwerp krakow gdansk st_petersburg saint_petersburg aleppo mosul basra jeddah mecca tel_aviv ramallah islamabad lahore peshawar kandahar canberra ottawa pretoria cape_town abuja brasilia ankara rabat bern wellington hanoi naypyidaw astana tbilisi quito ' +
  'st._louis saint_louis kansas_city oklahoma_city san_jose san_antonio fort_worth el_paso salt_lake_city colorado_springs tampa tampa_bay orlando jacksonville fort_lauderdale palm_beach milwaukee minneapolis st._paul cincinnati cleveland pittsburgh hartford sacramento oakland long_beach santa_monica beverly_hills hollywood pasadena anaheim fresno bakersfield tucson albuquerque santa_fe omaha des_moines wichita tulsa little_rock memphis nashville knoxville baton_rouge virginia_beach newark brooklyn manhattan bronx staten_island harlem long_island cape_cod silicon_valley new_england ' +
  'calgary quebec_city saskatoon belfast swansea newcastle nottingham leicester coventry southampton portsmouth brighton bournemouth aberdeen dundee inverness wolverhampton sunderland middlesbrough cornwall devon yorkshire lancashire merseyside galway limerick ' +
  'turin genoa bologna palermo verona lombardy tuscany sicily sardinia seville valencia bilbao malaga zaragoza galicia andalusia toulouse bordeaux lille nantes normandy provence alsace corsica cologne stuttgart dusseldorf düsseldorf dortmund leipzig dresden nuremberg hanover bremen hesse brandenburg salzburg innsbruck graz basel lausanne ghent bruges utrecht eindhoven gothenburg malmö bergen aarhus odense tampere turku porto wroclaw poznan katowice brno varna plovdiv thessaloniki dubrovnik kharkiv odesa odessa lviv dnipro donetsk luhansk mariupol kherson zaporizhzhia crimea donbas chechnya dagestan kazan sochi rostov murmansk kursk belgorod bosnia macedonia abkhazia south_ossetia nagorno-karabakh ' +
  "guangzhou shenzhen wuhan chengdu chongqing tianjin nanjing xi'an hangzhou xinjiang inner_mongolia hainan guangdong sichuan yunnan bangalore bengaluru chennai hyderabad ahmedabad pune jaipur lucknow kerala gujarat punjab bihar assam tamil_nadu maharashtra uttar_pradesh rajasthan west_bengal rawalpindi quetta balochistan sindh waziristan chittagong okinawa fukushima nagasaki nagoya sapporo yokohama hokkaido busan incheon ho_chi_minh_city phuket bali sumatra borneo mindanao luzon penang " +
  'haifa nazareth hebron nablus jenin rafah khan_younis golan_heights galilee sinai luxor suez suez_canal homs idlib raqqa latakia kirkuk fallujah najaf karbala erbil tikrit isfahan mashhad tabriz shiraz izmir antalya abu_dhabi persian_gulf red_sea black_sea mediterranean_sea caspian_sea strait_of_hormuz south_china_sea ' +
  'darfur durban soweto zanzibar mombasa kano benghazi tigray marrakesh goma sahel sahara guadalajara acapulco oaxaca chiapas medellin guayaquil são_paulo belo_horizonte patagonia andes galapagos gold_coast cairns christchurch dunedin ' +
  'atlantic_ocean pacific_ocean arctic_ocean indian_ocean north_sea baltic_sea gulf_of_mexico english_channel himalayas alps pyrenees danube rhine thames euphrates mount_everest';

/** States and territories by their English names in CLDR. */
const STATES =
  'afghanistan albania algeria american_samoa andorra angola anguilla antigua_&_barbuda argentina armenia aruba ascension_island australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bermuda bhutan bolivia bosnia_&_herzegovina botswana bouvet_island brazil british_indian_ocean_territory british_virgin_islands brunei bulgaria burkina_faso burundi cambodia cameroon canada ' +
  'canary_islands cape_verde caribbean_netherlands cayman_islands central_african_republic ceuta_&_melilla chad chile china christmas_island clipperton_island colombia comoros cook_islands costa_rica croatia cuba curaçao cyprus czechia côte_d’ivoire denmark diego_garcia djibouti dominica dominican_republic ecuador egypt el_salvador equatorial_guinea eritrea estonia eswatini ethiopia falkland_islands faroe_islands fiji ' +
  'finland france french_guiana french_polynesia french_southern_territories gabon gambia germany ghana gibraltar greece greenland grenada guadeloupe guam guatemala guernsey guinea guinea-bissau guyana haiti heard_&_mcdonald_islands honduras hungary iceland india indonesia iran iraq ireland isle_of_man israel italy jamaica japan jersey jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho ' +
  'liberia libya liechtenstein lithuania luxembourg macao madagascar malawi malaysia maldives mali malta marshall_islands martinique mauritania mauritius mayotte mexico micronesia moldova monaco mongolia montenegro montserrat morocco mozambique myanmar namibia nauru nepal netherlands new_caledonia new_zealand nicaragua niger nigeria niue norfolk_island north_macedonia northern_mariana_islands norway oman pakistan palau ' +
  'palestinian_territories panama papua_new_guinea paraguay peru philippines pitcairn_islands poland portugal puerto_rico qatar romania rwanda réunion samoa san_marino sark saudi_arabia senegal serbia seychelles sierra_leone singapore sint_maarten slovakia slovenia solomon_islands somalia south_africa south_georgia_&_south_sandwich_islands south_sudan spain sri_lanka st._barthélemy st._helena st._kitts_&_nevis st._lucia ' +
  'st._martin st._pierre_&_miquelon st._vincent_&_grenadines sudan suriname svalbard_&_jan_mayen sweden switzerland syria são_tomé_&_príncipe taiwan tajikistan tanzania thailand timor-leste togo tokelau tonga trinidad_&_tobago tristan_da_cunha tunisia turkmenistan turks_&_caicos_islands tuvalu türkiye u.s._outlying_islands u.s._virgin_islands uganda ukraine united_arab_emirates united_kingdom united_states uruguay ' +
  'uzbekistan vanuatu vatican_city venezuela vietnam wallis_&_futuna western_sahara yemen zambia zimbabwe åland_islands';

/** Cities and islands that time zones are named after (IANA), but for those whose names are mostly something else. */
const ZONES =
  'abidjan accra adak addis_ababa adelaide aden algiers almaty amman amsterdam anadyr anchorage antananarivo antigua apia aqtau aqtobe araguaina ashgabat asmera astrakhan asuncion athens atyrau auckland azores baghdad bahia bahia_banderas baku bamako bangkok bangui banjul barnaul beirut belem belgrade berlin bishkek bissau blanc-sablon blantyre boa_vista bogota boise bougainville bratislava brazzaville brisbane ' +
  'broken_hill brussels bucharest budapest buenos_aires bujumbura busingen cairo calcutta cambridge_bay campo_grande cancun caracas casablanca catamarca cayenne cayman ceuta chagos chicago chihuahua chisinau ciudad_juarez colombo comoro conakry copenhagen coral_harbour cordoba coyhaique cuiaba curacao dakar damascus danmarkshavn dar_es_salaam darwin dawson_creek denver detroit dhaka dili douala dubai dublin dushanbe ' +
  'edmonton eirunepe el_aaiun enderbury eucla faeroe fakaofo famagusta fort_nelson fortaleza freetown funafuti gaborone glace_bay godthab goose_bay grand_turk guadalcanal halifax harare havana helsinki hermosillo hobart honolulu hovd indianapolis inuvik iqaluit irkutsk istanbul jakarta jayapura jerusalem johannesburg juba jujuy juneau kabul kaliningrad kamchatka kampala karachi katmandu kerguelen khandyga khartoum kiev ' +
  'kigali kinshasa kiritimati kirov kosrae kralendijk krasnoyarsk kuala_lumpur kuching kwajalein la_paz la_rioja lagos libreville lima lindeman lisbon ljubljana lome london longyearbyen lord_howe los_angeles louisville lower_princes luanda lubumbashi lusaka macau maceio madeira madrid magadan majuro makassar malabo managua manaus manila maputo mariehamn marigot marquesas maseru matamoros mazatlan mbabane melbourne ' +
  'mendoza menominee merida metlakatla mexico_city minsk miquelon mogadishu moncton monrovia monterrey montevideo monticello moscow muscat nairobi nassau ndjamena new_salem niamey nicosia noronha nouakchott noumea novokuznetsk novosibirsk ojinaga omsk oslo ouagadougou pago_pago paramaribo paris perth petersburg phnom_penh phoenix pitcairn podgorica ponape pontianak port_moresby port_of_spain port-au-prince porto_velho ' +
  'porto-novo prague punta_arenas pyongyang qostanay qyzylorda rangoon rankin_inlet rarotonga recife reykjavik riga rio_branco rio_gallegos riyadh rome saigon saipan sakhalin salta samara samarkand san_juan san_luis santarem santiago santo_domingo sao_paulo sao_tome sarajevo saratov scoresbysund seoul shanghai simferopol sitka skopje sofia south_georgia srednekolymsk st_barthelemy st_helena st_johns st_kitts st_lucia ' +
  'st_thomas st_vincent stanley stockholm swift_current sydney tahiti taipei tallinn tarawa tashkent tegucigalpa tehran tell_city thimphu thule tijuana tirane tokyo tomsk tongatapu toronto tortola tripoli tucuman tunis ulaanbaatar ulyanovsk urumqi ushuaia ust-nera vaduz vancouver vatican vevay vienna vientiane vilnius vincennes vladivostok volgograd warsaw whitehorse winamac windhoek winnipeg yakutat yakutsk ' +
  'yekaterinburg yerevan zagreb zurich';

/** Names of countries, regions and big cities; listed, for `Intl` takes as long as an article and differs by browser. */
export function knownPlaces(): ReadonlySet<string> {
  if (places) return places;
  const names = `${STATES} ${ZONES} ${MORE_PLACES} ${MORE_CITIES}`.split(' ');
  places = new Set([...names.map(name => name.replaceAll('_', ' ')), ...SHORT_STATES.keys()]);
  return places;
}
let places: ReadonlySet<string> | undefined;

const MORE_PEOPLES = list(
  'calvinist lutheran jesuit anglican methodist baptist presbyterian evangelical mormon quaker american british australian canadian mexican brazilian argentine argentinian chilean colombian venezuelan cuban peruvian bolivian ecuadorian egyptian syrian iraqi iranian israeli palestinian jordanian lebanese saudi yemeni qatari emirati kuwaiti libyan tunisian moroccan algerian sudanese ethiopian somali kenyan ugandan tanzanian rwandan congolese nigerian ghanaian senegalese ivorian liberian zimbabwean zambian angolan african asian european belgian austrian swiss scottish pakistani indian bangladeshi afghan sri_lankan nepali taiwanese filipino singaporean malaysian cypriot kosovar chechen soviet kurdish jewish christian muslim islamic catholic protestant orthodox hindu buddhist sikh sunni shia shiite arab western republican democratic democrat nazi communist marxist islamist dutch',
);

const LANGUAGES = list(
  'arabic azerbaijani belarusian bulgarian bangla bosnian catalan czech welsh danish german greek english spanish estonian basque persian finnish french irish galician hebrew hindi croatian hungarian armenian indonesian icelandic italian japanese georgian kazakh khmer korean kyrgyz lao lithuanian latvian macedonian malayalam mongolian malay maltese burmese nepali dutch norwegian punjabi polish pashto portuguese romanian russian sindhi sinhala slovak slovenian somali albanian serbian swedish swahili tamil telugu tajik thai turkmen turkish tatar ukrainian urdu uzbek vietnamese yiddish chinese zulu',
);
/** Adjectives of peoples, languages and creeds: capitalised, and no names. */
export const PEOPLES: ReadonlySet<string> = new Set([...MORE_PEOPLES, ...LANGUAGES]);

/** Whether a word is such an adjective, or the plural that people are called by: “Norwegian”, “Norwegians”. */
export function isPeople(word: string): boolean {
  return PEOPLES.has(word) || (word.endsWith('s') && PEOPLES.has(word.slice(0, -1)));
}

/** Capitals whose names stand for the government of their state. */
export const CAPITALS: ReadonlyMap<string, string> = new Map(
  (
    'washington:united states|london:united kingdom|paris:france|berlin:germany|rome:italy|madrid:spain|' +
    'lisbon:portugal|dublin:ireland|vienna:austria|bern:switzerland|athens:greece|ankara:turkey|warsaw:poland|' +
    'prague:czech republic|budapest:hungary|bucharest:romania|sofia:bulgaria|belgrade:serbia|zagreb:croatia|' +
    'moscow:russia|kyiv:ukraine|kiev:ukraine|minsk:belarus|tbilisi:georgia|yerevan:armenia|baku:azerbaijan|' +
    'oslo:norway|stockholm:sweden|helsinki:finland|copenhagen:denmark|reykjavik:iceland|tallinn:estonia|' +
    'riga:latvia|vilnius:lithuania|the hague:netherlands|beijing:china|taipei:taiwan|tokyo:japan|' +
    'seoul:south korea|pyongyang:north korea|hanoi:vietnam|bangkok:thailand|manila:philippines|jakarta:indonesia|' +
    'canberra:australia|wellington:new zealand|new delhi:india|delhi:india|islamabad:pakistan|kabul:afghanistan|' +
    'dhaka:bangladesh|kathmandu:nepal|colombo:sri lanka|tehran:iran|baghdad:iraq|riyadh:saudi arabia|' +
    'damascus:syria|beirut:lebanon|amman:jordan|jerusalem:israel|tel aviv:israel|doha:qatar|sanaa:yemen|' +
    'cairo:egypt|tripoli:libya|tunis:tunisia|algiers:algeria|rabat:morocco|khartoum:sudan|addis ababa:ethiopia|' +
    'asmara:eritrea|mogadishu:somalia|nairobi:kenya|kampala:uganda|kigali:rwanda|abuja:nigeria|accra:ghana|' +
    'harare:zimbabwe|pretoria:south africa|luanda:angola|ottawa:canada|mexico city:mexico|havana:cuba|' +
    'caracas:venezuela|bogota:colombia|quito:ecuador|lima:peru|la paz:bolivia|brasilia:brazil|' +
    'buenos aires:argentina|santiago:chile|asuncion:paraguay|montevideo:uruguay|astana:kazakhstan|' +
    'tashkent:uzbekistan|pristina:kosovo|skopje:north macedonia|sarajevo:bosnia and herzegovina|chisinau:moldova'
  )
    .split('|')
    .map(pair => pair.split(':') as [string, string]),
);
