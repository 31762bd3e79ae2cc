"""How rare words are in news of violence: made by training/incidents/rarity.py, see docs/incidents.md."""

TEXTS = 3986
BANDS: tuple[tuple[float, str], ...] = (
    (
        0.0,
        """
and at in of on the to was
    """,
    ),
    (
        0.5,
        """
after an are as been by for from has have he his is it not one people said that this were who with year
    """,
    ),
    (
        1.0,
        """
about according all also be but had into just killed more news no old or other out police say shooting shot than their
there they three told two up when where which will
    """,
    ),
    (
        1.5,
        """
against al another any area around attack back because before being between block both call called can children city
could county dead did do during fired first found four friday get group gun held her him home hospital if including
information injured its last least like made man many may monday most near new night now off others our over president
reported rights saturday scene several she since so some state still street sunday syria syrian taken them then those
thursday time tuesday under victims we what while would wounded years you
    """,
    ),
    (
        2.0,
        """
added air aleppo among anyone areas army asked attacks authorities away based began believe boy came campaign car case
center charged charges chief child civilians clinton com come condition control country crime critical day days death
democratic department died donald down earlier early east eastern even family fighting fire five forces former front go
going got government groups gunshot happened head help here hillary himself hit house how human identified incident
injuries inside investigation investigators it's july killing know later led left life local long make media medical
members men military month morning much my national neighborhood next north number observatory office officers
officials only outside part party person place political presidential province public recent regime released report
reports republican right road same saying says second see should side six source south statement states support suspect
syrias take targeted terrorist these think through times took town trump trying united us very victim want war way
wednesday week well went west whether white woman wound
    """,
    ),
    (
        2.5,
        """
able accidental accidentally across afp afternoon again agency ago along already american announced anti armed arrested
arrived assad assault avenue backed behind bernie big bomb border britain bullet candidate candidates capital carried
central civil clear close coalition community conflict continue continued copyright court custody damage damascus
described despite details detectives director district does don't dozens drive due each eight election email end
evening every evidence expected face far father few fight fighters find following force friends full further general
girl good ground heard high hours however immediately international investigating involved islamic it’s john june kill
known large late latest law less little lives look looking lost lot major march me militants million money monitor
months mother multiple murder name nearby nearly need never nominee non northern november nusra obama occurred
offensive officer once opposition own past percent photo point policy possible press primary private published put read
really rebel rebels received related release remains republicans reserved residents responded run running russia
russian sana sanders saw school secretary security seen sen september serious set seven shootings shots show someone
something son sources spokesman st staff started stop story strikes struck such suicide taking teen terrorists th
things though threatening today toll too top transported turned tv twitter university until use used vehicle video
violence vote voters washington weapons weeks western why within without witnesses women work working world wounds yet
york young your
    """,
    ),
    (
        3.0,
        """
abdel accused act action activists adding additional ahead aid airstrikes allies almost although always am america
americans anything apartment appeared appears april arab arm arrest assads associated attacked attempted attorney
available barack bashar battle become believed besieged best better bill black body bombardment bombing bombs bring
broke brother brought building business calling calls care carrying casualties caused causing change charge chest
citizens civilian claimed clashes comes coming command comment committee conference confirmed connection conservative
contact controlled countryside crimes criminal crowd cruz currently daesh daily date daughter david de deadly deal
deaths debate decision declared defense degree deir democrats deputies deputy destroyed didn't didn’t different doing
done don’t door dropped economic efforts either else enforcement enough entered especially event ever everyone facebook
fact failed families fatal fatally february federal feel female field filed firearm fled florida follow foreign fox
free friend gang gave getting give given gop gov governor great gunfire gunman guns gunshots half hand handgun happen
hard having he's health hearing heavy he’s history hold homicide homs hospitals houses hundreds hurt idlib important
included injuring instead interview iraq isil isis issue issues jail job jul justice keep key kids kills kind kurdish
largest launched lead leader leaders leading leave leaving leg likely line listed live located main majority making
male material matter meanwhile meeting member message michael middle might miles minutes monitoring motive move mr must
needed neighbor neighborhoods neighbors network nine nomination noted nothing official often ohio ongoing online open
opened organization page parents park parts phone plan playing please politics polls positions post posted power pro
problem process pronounced protests provide pulled qaeda question questions race rahman raids rami ran real recently
record region remain reporter residential response responsible result reuters rocket role room rushed safe self senator
senior sent service share shell shelling shells sheriff's sheriff’s shooter short shortly showed shows sign significant
single situation small social soon southern speaking spoke stable standing start stay streets strong suffered
supporters sure suspects system talk talking target team ted television tell territory texas text that's that’s
themselves thing third thought together total toward treated treatment tried troops try turkey turn un update updated
upon using vehicles village wall wanted wants warplanes watch we're weapon weather weekend whom whose wife win worked
workers wrote
    """,
    ),
    (
        3.5,
        """
above abstract abu access accident account active activist actually addition address administration adult aerial
affiliate affiliated age agencies ages aggravated agreed agreement aimed aircraft alleged allegedly alliance allowed
alone ap apparent apparently appear argument arrests ask asking attempt attention august bab baby bad barrel base
became bedroom beginning believes ben beyond biggest blast blood blue bodies bond boys break breaking broadcast build
buildings bullets bush caliber california campaigns can't candidacy cannot captured carolina carry cars cases caught
cause cbs ceasefire certain chairman chance channel check chicago chris cities claim claiming class clearly click
clinton's clinton’s closed club cnn co college commander comments committed common company completely complex concerns
conducted congress considered contest continues continuing contributed convention corner council count countries counts
couple course cover crisis criticism current cut dangerous dark decades december decided declined delegates democrat
denied determine determined dies difficult directly discharged displaced districts divided doesn't doesn’t domestic
double dozen driving drove economy effort elected emergency ended endorsed entire erupted escalation establishment
events everybody everything executive explosion extremist extremists faces facing fall fear feb fell fierce figure
final financial firearms firing floor focus focused followed food foot forced forward fourth future game gas gathered
george gets ghouta giving global god gone growing guy hall hama hampshire handling hands headquarters hear heart helped
herself highway hitting holding homes hope hospitalized hour http huge humanitarian husband idea identify immediate
immigration include includes increasingly individuals initial initially injury intended interest investigate iowa iran
islam islamist issued itself jackson jaish james january jets jobs joe johnson jr judge juvenile kept knew knows
largely leadership leads learned legal let level liberal lines linked list lived living loaded location locked longer
looked loss love low lower lt mainly makes manager manbij marco mark market mass massive mayor mean means meet memorial
met mid mike militant millions moment mortar mostly moved movement moving muslims named names nation nations needs none
northeast northeastern northwest northwestern nov numbers numerous october operation operations opportunity order
organizations overnight parking particularly parties passed paul pay personal personnel persons placed planned plans
play played pledged pm pointed points policies poll popular population position positioned possession potential
presence present pressure presumptive prevent previous previously primaries probably problems program properties
protect provided publication push quickly radio raised rally range raqqa rather reach reached ready reason records
recovered red regional relationship remained remaining remarks repeatedly reportedly reporters reporting rescue
research residence resident responsibility rest results return returned revealed rise rival robert round route rubble
rubio runner rural safety san scheduled scores scott search searching seat seeking seemed seems seized senate sense
separate series served services sham sheriff shoot shoots showing sides siege similar sister sitting smith soldiers
somebody sought speak special speech spent spokeswoman sports stage stand station step stopped stoppers store strategic
strategy strike striking stronghold student students suffering suggested summer super supply supported supporting
surgery surrounding survive suspected sustained syrians tags takes takfiri talks targeting targets teenager teens
telling term terms terrorism there's there’s they're they’re thousands threat throughout tips tough towns trade tragic
trouble truce trump's trump’s turkish tweet unclear understand union unit units unknown updates urged ve vermont via
vice victory view villages violent votes voting waiting walked walking warrant wasn't wearing website we’re whole
window winning witness won word words works wounding wrong
    """,
    ),
    (
        4.0,
        """
abc abdomen ability absolutely accept actions admitted adults advance advanced advances advantage adviser advocate
affairs african aftermath agenda agree ahrar aides airport airstrike alive allow ally alongside ambulance amid
ammunition amount angeles angry anonymous answer answers anthony anybody apartments appeal appearance approach
approached approximately argued arguing arms article artillery assist assistance association attacking attempting
attempts attended audience aug author autopsy ave average avoid backing ballot ban bank bar basic battleground battles
beach becomes becoming bed begin beirut below bid bigger billion billionaire bit blame blamed blew blocks board bomber
book borders born boulevard boy's branch brian bringing broad broken brokered brooklyn brown brutal built bureau buy
calif camp can’t capture career carson cash casings cast caucus caucuses centers certainly challenge changed changes
chaos charles children's choice church circumstances citing city's claims cleveland closer combat commercial commission
communities companies compared complete concern concerned concluded conditions confirm congressional connected
conservatives consider contests controls conversation convicted convoy cook cops coroner corporate correspondent cost
couldn't counter countrys cousin coverage covered crazy create created credit critically criticized cross damaged
danger data davis deceased decide decisions deep defeat defence delegate delivered democracy description destroying
destruction detective detonated devastating developing development difference direct direction discovered discuss
dispatched dispute division doctors documents dollars dominated donors doors downtown dr drew driven driver drug duty
edge education effect effectively elections electorate elsewhere emails employees enable endorsement engaged ensure
enter entering equipment eric estate eventually exactly example exchange executed exit expect experience experts
explained explosive explosives expressed extremely eye eyes ezzor faced facility factions facto failure fair fallen
fast favor fbi feet fellow felony felt fifth fighter figures file finally finding firm fla flee fleeing footage form
fort freedom fresh fronts fuel fully fund funeral gains gathering girlfriend goal goes gotten grand grandmother grazed
greater green guilty gunmen guys happening happens happy hasakeh heading heavily helicopters helping higher hill holds
hopes hoping horrific host hotel houston id identity idleb illegal illinois image images immigrants impact incidents
income increase increased independent indiana indicated individual industry inflicted influence infrastructure
institute intense intensified intersection interviewed interviews investigated involvement involving iraqi isn’t jan
javascript jeb jeff jersey jihadist jihadists join joined joint jones jordan joseph journal kasich keeping kevin kid
king lack lake land landed lane laws lay learn leaves lee letter levant lies light link longtime looks los lose losing
losses loud loved loyal lying machine males managed manar margin martin maryland massacre maybe meant measures medics
mention messages mexico miami michigan midnight mind minister ministry minor minority minute miss missile missiles
missing mission mobile moderate mom moments moscow mosque mount mrs ms muslim nature nbc nd necessary neck neighboring
neighbourhood neighbourhoods neither newspaper nice nightclub nobody nor note noting obama's obama’s obtained offer
offered offering oil ok older ones onto opening opponents opposed opposing orange ordered original outskirts overall
owned owner pac paid parked particular partner party's party’s pass passenger path patrol peace pending pennsylvania
percentage perhaps period philadelphia photos pic pick picked picture piece pistol places planes platform plus pointing
politically politicians politico polling poor positive possibility possibly posts powerful prayers preliminary prepared
presidency pretty prime principles prior prison professor profile progress project prominent property proposed
prosecutors protection providing provinces publicly pushed putting qaedas quarter questioned questioning quiet quite
quoted radical raise raising random rate rd re reality receive receiving reckless recover recovering referring reform
refused regarding regularly relatives religious remember rep represents request resources respect respond responding
resulted retired review revolution reward rewritten rhetoric rich richard rifle rising risk rivals robbery rockets rose
roughly rounds ruled rules runs ryan sad sat saudi save scale scenes schools screaming sdf secret secure seeing seek
seem send sept seriously serve server serving severe sgt shared she's she’s shock shooters shotgun shoulder shown
signed signs simply site sites solution sometimes sort sound southeast southwest speaker spend spending spring sputnik
square standard standards star starting state's stated statements status stepped steve stood stories strength strongly
style subject suburb success supplies supporter supports supposed surprise surrounded surveillance survived talked tape
task tax teenage tells ten tennessee tens terrible terror thank thinking thinks thomas ties tip toddler tonight towards
track traffic tragedy trail trapped trigger truck trucks true trust turning tweeted twice type uk ultimately uncle
upper usa va valley various veteran views violation violations virginia visit visiting vital voice volunteers voted
voter wake walk warned wasn’t water wave ways we've what's whatever wide widely william williams willing wing winner
wins wisconsin wish won't worried worse worst worth wouldn't writer www yes yesterday you're younger youth you’re zone
zor
    """,
    ),
    (
        4.5,
        """
abortion abroad abuse accepted accounts accusations acknowledged acted acting actively activity acts ad add adopted ads
advertisement advice advised advisers affected affordable afraid agent agents aggressive ahram aide aim airlifted
alabama alawite alcohol aleppos alert allen alley allied allowing allows altercation alternative ambulances amendment
america's analysis analysts anderson andrew android anger announcement annual anonymity answered antonio anymore
anywhere apart app approval arabia aren't argue arizona arkansas armys arrival arriving assistant attackers attend
attending aunt austin authority automatic aware baath backer background badly bail bakery baltimore banks banned barely
basis basketball bastion bathroom battery battling bay beat beautiful begun behalf behavior belonging belt benefit
benefits benghazi biden birthday blasts bleeding blocked bloody blow bob bombed bombers bombings booked boston bottom
boyfriend breaks breitbart brief briefly brings british brothers bus businesses businessman bustan caliphate camera
campaigning capitol capt caption capturing card carly carter castello catch celebrating century cessation chair
challenges challenging chamber chances changing character checkpoint chemical child's children’s china chinese choose
christ christian christie christopher circle cited citizen citys city’s clark classified climate closely closing
coalitions coast cold collapse collapsed colleagues colorado colored columbus commanders commissioner commitment
communications complaint complicated comprehensive condemned conduct confidence confident connect connecticut conquest
consequences considering consistent contacted containing content contested contrast controversial controversy
cooperation core corey corporation correct costs couldn’t counselors courtesy courts covering crackdown crash crashed
crescent crews crimestoppers critics crossing crucial crying culture cutting cycle dad dallas dan daraa dawn dealing
deals debates debt dec decade decisive deeply defend defended defending deliberate deliver demand demanded demanding
demands depth describe describing destroy detailed detained detention determination detroit devastated device die
differences digital diplomatic directed discussed discussion dismissed distance documented dog dollar donations dont
doubt douma download draw drawn drone drop drugs earned easily easy ed editing editor effective el elementary elizabeth
emerged employee empty encouraged endangering endangerment ending endorse ends energy english entrance equipped era
error escalated escalating escape established estimated estimates europe european eve everywhere ex examiner's
examiner’s except exchanged exclusive exited expand expansion experienced expert explain exploded extreme
facebookcomment facilities facts faith falling falls false familiar family's farms fateh favorite feared fears feeling
feels felon fewer filled finds fine finished fiorina flight flown flying fna folks follows football forcing ford formal
formed forth fouaa fought foundation founded founder france frank frequently friendly frustrated frustration fun funded
funding fundraising funds furqan gain gained gap garage gary gather generally generation geneva georgia girls gives
glass goals gofundme google governments governorate grabbed grade grandfather grandson grant gray greatest grew grow
growth guard guess gunned handful handle hanging harasta harder harm harris hasaka hasn't hasn’t hassan hate haven't
hazem headed headlines heads heights helicopter hell helmets hezbollah he’d highest highly hispanic historic holes
holiday homicides honor hoped horrible hosted hostilities housing howard hub humanity hundred hunting idaho ideas ii
imagine importance impossible increasing ind indeed indianapolis indicate industrial inflicting informed innocent
insisted instance insurgents intelligence intensive intent interested interests internal internet intervention
investigations investment iranian isils island isn't israel items jabhat jason jennifer jim joining journalist judgment
jury juveniles kansas kelly kentucky kerry khan killings kilometres kinds kitchen knowing kurds ky la labor lady laid
language larger larry launch launching lawmakers lawn lawyer laying leaning learning lebanese legacy legislation legs
levels license lieutenant lifted liked limited listen ll locals locations lock london loose louis louisiana magazine
mail mainstream management manslaughter mar marijuana marked markets married mary massachusetts mate matters mccain
meantime measure medicine meetings memphis mentioned metro mexican michelle mile militia minimum misdemeanor missed
mistake mitt mm modern mogul mohammad momentum mon motorcycle mountain msnbc multi music myself nation's nationally
nationwide natural necessarily negative negotiations neighbouring nephew networks nevada newly nominating noon normal
noticed notified nuclear oak obviously oct offers officially offshoot oh okay operating opinion opponent oppose
organized originally orlando otherwise outcome overseas overwhelmingly packed pain pair palmyra paper paramedics paris
partners passing patients patrick pause paying peaceful per performance performed personally peter photographer
physical plane planning plant planted pleaded porch potentially pounded powers practice praised prayer pre pregnant
preparing presented price prices print priorities priority privacy probation proclaimed programs progressive promise
promised promises promising prompted proposal proposals prosecutor prospect protest protesters proud prove proved
provincial pull pulling pushing puts pyd qamishli qasr quick quneitra racist raid rallies rang ranks reaching reaction
reagan realize realized reasons recalled recapture recognize recovery redistributed reference referred refugee refugees
regimes register registered regular rejected relations relative relatively releases releasing relevant relief relies
religion removed renewed repeated repelled replied represent representative representatives represented reputation
requested requests require required requires responders restaurant resulting retaliation returning rick riding river
roads rob rock romney ron ronald roots routes rule ruling sabbagh sanas sanders's saved saving scandal scared schedule
scrutiny sean season sector secured seeks sees seize sell selling semi senators sending senseless sentenced sep setting
severed sharp shattered sheikh shelled shelter shift shiite shirt shocked shootout shortages shut siblings sidewalk
silence silver simple sinai sit sixth size slain sleeping slightly smaller smart smoke socialist society sohr sons
sorry sounded space speaks specific specifically speeches speed split spoken spokesperson spot spotted spread
stabilized stance standardsdiscussion stands state’s stephen steps stock stolen stomach stopping straight strategically
strategist stray stressed stressing stretch stroger stronger strongholds struggle struggled struggling stuck stuff
subscribe successful suddenly suggest suggesting suggests sun superdelegates superintendent supreme surprised survey
suspended suspicious suv swing table tactics taxes taylor tears teenagers telephone temporary test thanks thoughts
thousand threatened threats ticket tied tight tim title today's tom tone topic torn torso township tracks traditional
train trained training transferred trauma traveling treat trial tribune trip triple trt trtworld truly trusted truth
tuesday's turns twenty typically unable unacceptable undermine underway unexpected unidentified unlawful unless
unlikely unusual upset urging url usually value values van vast version veterans vicinity victim's victim’s victories
videos vigil violated virtually visited volunteer vowed vt wage wages wait walker ward warning warren watched watching
wayne welcome welfare weren't we’ve what’s whoever who’s widespread wilson windows witnessed won’t worker worry
wouldn’t writing written yard year's youtube ypg zahraa zones ½ï
    """,
    ),
    (
        5.0,
        """
aamaq aaron abandoned abdul accepting accompanied accountable accuses achieve achieved acknowledge activities actors
actual adam adams addressed addressing adjacent administrative admit advancing advocacy advocates affect affidavit
afford afterward aggression aggressively agreements ahmed aims aircrafts alerted alerts alex ali allegations amazing
ambassador america’s amnesty amounts amy anadolu analyst ancient ankle ann announcing anonymously anxiety anytime
appeals appearances appearing apply appointed appropriate approved arabic arabs aren’t arguments armored arraigned
array arrive articles aside asks asleep assessment assigned assisted assume assured atareb atlanta atrocities attacker
attendees attorney's attorney’s attract autonomous avenues award azaz backers backs backyard bag baker balance ballots
band baptist bars basement bases basically battered battlefield bear beaten beating belief belonged bernardino besiege
billions bills binnish bipartisan birth birther blasted blocking bloomberg blows blvd bombarded bombardments boost
bordering bought box boy’s brain brand brandon brave breach breathing bridge briefing brigade bright broadcasting
broader budget burglary buried burned burning busy buttocks buying cable calendar caller calm cameras campaign's
campaigned campaign’s camps campus candidate's capabilities captain careful carefully careless cares carlos carries
category causes cease celebrated celebration cell cemetery centre ceo challenged champion chaotic charleston charlie
charlotte chase chasing checked checking checks chelsea child’s choices choosing chose chosen christians christmas
chuck cia circuit circulated citizenship clash clashed clean cleaning cleared client clinch clintons clip clock closest
clothes clothing cluster coastal code collar collected collecting collective colonel color columbia column combined
comey comfort comfortable commanding commerce commit committees committing communication compete competing competition
competitive complained completed compromise computer concentration concerning conclusion concrete condemn condemns
condolences conducting confidential confirms conflicts confront confrontation confronted congressman conscious
consecutive constant constitution constitutional construction consultant contained container contenders context
continuation contributing contributions conventions conversations conviction convinced cooperating coordinated
coordination cop coroner's couch counsel counted counterpart counties counting country's courthouse courtroom cousins
crack cracked creating creation credible creek crew criminals criticizing crossfire crowded crowds crude crushed cruz's
cultural curb cuts dade daeshs dakota daniel daughters daylight deadliest deadline debbie debris decline dedicated
defeated definitely delaware delegation deliberately delivering demographic demonstrate demonstrated denies denounced
denver deny department's department’s deployed deportation des describes desert deserve designed desperate desperately
detail detonate developed developments devoted dignity dire disappointed disaster discharge disclose disclosed
discussing discussions disease dispatch dispatchers display disputes distraught distributed disturbance diverse divide
divisive dnainfo dnc document documentary donate donation donor doubled doubts douglas draft dramatic drawing dream
dressed drinking drivers driveway dropping dust dying earnest earth ease easier eat eating echoed economics eddin
editorial edt edward effects eid eighth elderly elect electoral eleven eligible elite emailed embattled embrace
embraced emerging emotional ems en encourage encouraging endorsements endorsing enemies engage engagement englewood
enjoy enjoyed enormous ensued enthusiasm enthusiastic entirely entry environment environmental envoy episode equal
erdogan escaped essentially establish euphrates evacuate evacuated exact examiner execution executions executives exist
existing expanded expanding expectations expects expenses expensive explaining explosions exposed express extended
extends extensive extent extra eyewitness ez factor factors factory faculty fail failing fairly famous fan farm fatah
fatalities fate father's fault favorable favored favors featured federation fees fence ferocity festival feud fifteen
filing fill finance findings finger finish firefighters fireworks firms fit fix flag flat flew flights flowers fly
focusing foiled followers forget formally formerly forum fragile francis francisco franklin fraud fred french friday's
fueled fundamental fundraiser ga gaining gallery games gangs garcia garden gardens garfield gatherings gay gender
genuine german germany getty ghossoun giant girl's girl’s glenn gmt gold gonna goods governors grader graduate graham
grandparents granted grass grave graze greg grief grieving grip group's grown guards guest guests gulf hadn't hair halt
hamilton handed handguns hardline hardly harry harsh haven haven’t he'd he'll headline hearts heat heinous helps henry
here’s heritage he’ll hid hidden hide hiding hills hired hispanics hits hole hollywood holmes holy homeland hometown
honest hopeful hosting hosts hot https huckabee hudson huffington hung hurting hussein ibrahim identifying identities
ideology ignored iii ill illegally immigrant imposed improve inaction inbox inc incendiary independents indicates
indication indicted indiscriminate inequality infant infiltrated influential inhabited initiative inquiry insiders
insist inspired instagram institution institutions insults insurance insurgent intentional interesting interim
interstate interviewing introduced invasion investigative invited involuntary isolated jabal jacksonville jake
jefferson jerry jesse jet jewish jimmy jon jonathan jose josh joshua journalism journalists judges judicial jump jumped
justin karam keeps ken kennedy kicked killer kilometers kim km knee knife knocked knowledge laden las lasting latino
latinos launches lawrence lawsuit lawsuits lawyers lebanon legally legislative legitimate lengthy let's letters let’s
lewandowski lewis liar liberals liberty libya lie lift lights likes lincoln lindsey lined lisa listening literally
loading locate lopez loses lots louisville loving maaret machinegun mad madison maintain maintained makeshift mall
mallah malley man's managing manal manhattan manner man’s map marking marks marriage masked massacres match matching
math matt matthew maximum mazzeh mcconnell meaning mediterranean meets memory mental mercy meredith metal metropolitan
mich midan migrants militias miller mills milwaukee minds minnesota minorities mired mississippi missouri mitch mix mo
model modest moines moore moral moreover morgan mother's mounted moves movie municipal murdered murders murphy naming
narrative narrow narrowly nation’s native navy negligent net neurosurgeon newsletters ngo night's night’s nominated
nominees notes notice notification notion notorious nowhere nurse nypd oakland observatorys observed observers
occupants occupied odds offense offenses offices oklahoma oldest oliver omar onslaught openly opens operate operates
operatives opportunities opposite optimistic option options orchestrating org organisation orleans outlawed outlets
outrage outsider outstanding overcome overwhelming owners owns pa pace pacific pack pacs pages palestinian palm panel
pants parent parkway parliament participate partisan partly partnership passage pastor pat pence pentagon peoples
perfect permit personality picking pickup pictures pilot pittsburgh plain player players plays plea pleasant pledge
plenty poised politician pollster pop popularity populated populist port portion posed pounds poverty powerhouse
practices praise pray praying precise predicted predominantly prefer prepare president's presidents president’s pressed
prevented preventing primarily principal privately probe processing produced production professional profit prohibited
projects promoting prompting proof properly prosecuted prosecution prosecutor’s prospects protective proven provides
purchase purchased purportedly pursue pursued pursuing putin qalamoun quadruple qualified quality quit races racial
raged raises ramadan rampage rand ranging ranking rapid raqa rare rastan rates rating ratings ravaged ray readers
reading reads rear rebellion recession recognition recognized recorded reduce reducing reflect reflects reforms refusal
refuse regard regardless regions registration regulations reid rein reiterated relationships relentless remembered
reminder remove reopen repeat representing resistance resolution resolutions resolve restore retake returns reveal
reveals revenue revolver richmond ridge rigged risen rises risks riverside rnc robinson roger roll rolled ross row
rubio’s rush russians russias saddened safely sales sam sarah satellite saturday’s scary schoolchildren science screen
se sea searched seats seattle seconds sect section securing sedan seemingly seizing select sensitive sentence
separately sergeant serial serves session sessions seventh severely sex sexual shaking shape shares sharia sharing
shield shocking shoes shop shopping shops shore shouldn’t shouting sibling sick sight signal signature significantly
sits situations skeptical skills sky slammed slaying slow smile sniper sold solid solidarity solutions solve somehow
somewhat somewhere son's southwestern sovereignty spam spanish sparked spirit sponsored spotlight spree springs squad
staffer staffers stake stakes stark stars starts statewide stating stations stayed staying steal stem stemmed stemming
steven stevens stick stored strategists string strip strongest struggles study stump submit subsequent subsequently
substance substantial suburban suburbs succeed successfully sudden suggestion sullivan summit sunni surface surge
surprising surrendered surveys surviving survivors susan suspicion swathes sweeping sweet swept tactical tal tampa tank
tanks tap tea teacher teachers teams technical technology tehran temporarily tenn tensions tenure territories terry
testimony testing tests theft theory they've they’ve thigh thin thirds thirteen thomson threw throwing thus tie tired
todd toledo tomorrow totally touch tougher tour tower tracking transit transition trash travel traveled tree tremendous
tries triggering tuesdays tuesday’s tunnel turkeys turnout twin tyler types understanding understands underwent
undocumented unemployment unfair unfortunate unfortunately unharmed unified unions unique unite unity universal unlike
unloaded unprecedented unrelated unresponsive unrest unsecured unsure upcoming uprising uprisings upstairs urban urgent
users uses usual utah vacant variety vegas verbal viewed viewers violating visible vision vladimir voices vulnerable
waited wallace walls warehouse warrants wash wasserman watchdog we'll weak wealthy weaver web websites wed weekly
welcomed we’ll whenever whereabouts wherever who's wichita wider wild wis wishes withdrew withheld wmc woke wonder
wonderful wont woods wore wrapped write writes yards year’s yelling yellow you'll you've yourself zabadani zero
    """,
    ),
    (
        5.5,
        """
abandon abdulrahman abedin aboard absolute abuses academy acceptance accessible accord accurate accusing achieving
acknowledging activate actor actress additionally addresses adds admitting adopt adopting adultery advertising advise
advising advocating affair affiliation afghan afghanistan africa aged agrees agricultural aiming aired airing airman ak
alan alarm alarmed alaska alawites albuquerque alexander aligned allegheny allegiance alleging amanda amazon ambitious
ambush ambushed ammar amongst amounted amputated anchor andy angela angered animal ankara anna announce ansar answering
anyway apologize apologized appealing applauded applause apple applied appointment appoints appreciate apprehended
approaches approaching ar archive arena ariz arnold arraignment arrangements art ash asharq ashley asia asian assaults
assembly asserted assertion asset assets assisting assure astana atlantic attached attendance attorneys attracted
attributed audiences audio authorized auto autopsies avoided awaiting awake awards awful awkward awsat axelrod axis az
babies baby's backseat bags bailey ball balloons bang banking banning barbara barbaric bare bargain barrage barricaded
barriers barry baseball bash baton battled bb bearer bearing begins beheaded believing belmont belong belongings
belongs bench bend benefited benjamin bennett berlin bernard beside besides bet bias bicycle bike billionaires bin
bishop bitter blacks blaming blanket bleak blind bloc blockade bloodshed blown blunders blunt bold bolster booed books
boom boos boss bound bowl bradley bread breakfast brethren brick bridgeport broadly broadway broker brookings brother's
broward bruce brutally bryan bulletin bunch burden burke burlington burn burns burst bush's bust butler bystander
bystanders cabinet callers calvin canada canceled cancer candidate’s candles cap capable capacity cards careers caring
carl carrier carved casino casting casualty catholic cautious cedar celebrate celebrity cellphone ceremony chain chairs
chairwoman challenger challengers chapter characterized charging charity charter chased checkpoints cheered cheering
cheers cherry childhood chlorine christine cincinnati civic classes classic classroom clay clearing clinic clinics
closet closure coach coal coffee col collapsing collect colleges collins colo columnist comeback commands commitments
company's compelling competitors compiled complaints comply comrades concealed concentrated concert conclude
conclusions condemnation conferences confessed confirmation confused connecting connections conscience consensus
conservatism considerable consideration consistently conspiracy constantly consulting consumers contacts contender
contention contentious continuous contract contrary contributor contributors convenience conventional convictions
convince convincing convoys cookie cool cooper coordinator cope cornered coroner’s corp corporations corps corrections
corridor corroborated counseling counterattack country’s coup courage courses covers cox cpl cpr craig crashing
credentials credibility cried criticize critique crossed crown crusader cruz’s cry ct cuban curtis customer customers
cypress damaging dating daughter's daughter’s dave dayton day’s dc dealt dean dear debilitating deciding declaring
deemed deeper deer defeating defections defensive defiant deficit define defined degrees del delay deliveries delivery
demographics demonstration demonstrators dennis denouncing densely departments depend depending deport dept descended
descriptions deserves desire deter determines determining detne develop developer devices devolved diab diego
differently difficulty digit digits dinner diplomats directions directorate dirty disagree disastrous disbelief
discharging disclosure discourse discover discovery discrimination dispatcher displacement disproportionate disregard
distribution disturbing ditch diversity dividing divisions divorce doctor dominate dominique don donated donna
dorchester downed downstairs drag draws drenched driver's drives drones dubbed duke dynamic eager earn earning earnings
echoing economists eddie edges editorials editor’s educated edwards eject elaborate elder electing electricity element
elevated elijah eliminate eliminated eliminating elites emanuel embed embracing emerge emphasis emphasized empire
employed employer employers employment enclave encounter encountered enemy enforce engagements engaging enjoys ensuring
enterprise entertainment entities equally equivalent escorted essential est establishing estimate ethnic ethnicity eu
evacuation evangelical evans evenly everyday evil excellent exception excessive exchanges excited excitement
exclusively execute exists expecting expelled expense explains explanation explicitly exploited exposure expressing
extend extending extension external extraordinary extremism faction fake famed family’s famously fans fastaqim father’s
faylaq feast features fed feed feelings females ferocious fields fights files filings film filmed firecrackers fires
firmly fitr flags flash flatbush flip flood floors flow flurry focuses foil foiling folder forest forests forever
forgotten formidable forms fortune foster frame frankly freely frequent freshman fri frieh friend's friend’s frontier
frontline frontrunner fsa fugitive fundamentally funny furious gag garland gen generate generated generations generous
gift gingrich glad globe goers golan golden golf gonzalez gop’s gordon governing grab grabbing grace gradually
graduated graduation grandchildren granddaughter grassroots grateful greatly greeted gregory grey griffin grill gross
grove guarantee guardian guide guidelines hadar hadn’t halabi hallway halted hanano handarat handled harbor harrison
hart harvard hat hatred hawaii heartbreaking heartbroken heartland heated hedge heels helpful herald hermann hero
heroes heroin hewlett hey hideouts highlight highlighted highlighting highlights hillary’s hilltop hip hire hiring
historically holster honda hopefully hopefuls hostage hostile hotels hotline household hpd huffpost huma humboldt
hunger hunt hunter husband's ian ice identification identifies ideological ied iftar ignorant ignore ignoring igor
impacted impd implement implementation implemented impose impressed improved inches incites incomes increases
incredible incredibly incremental incumbent independence india indicating indications indictment indiscriminately
industries inevitable infiltrate info inn insider insisting insists inspected inspector instances instantly insult
integrity intensifying intensity intention intentions interrupted intervened invest invested investigator investor
investors ios iphone iraqs iskandaron israeli iss istanbul item jack jacob jailed jamie jamilyeh jane janet japan
jarrah jay jayrud jean jeans jeffrey jeremiah jeremy jessica jesus jews joel jointly joke jokes judiciary junior junk
justified kafraya kamal karen katie keith kenneth khou kidnapped kidnapping kingdom kings knock korea ksat ksla kubra
lab lacks landing landscape lasted latakia lately latter lauderdale laugh laura lavrov le legislature length lesser
lesson lessons letting leverage liberate liberated liberties licensed lied lightning limit limits linking links liquor
lists loans lobby lobbyist lockdown locks logistics logo lone looming loretta loser loudly loves lowest lucas luck
lucky lunch luther ly lynch maine majorities maker makers malcolm malik manafort manage manchester mandate
manufacturing marathon marc marcus margins maria marie marine marion marshals martinez martyred masks mason masrin
master matched matchup materials maurice mazra md meal meaningful medicare megyn melissa memo memories mercenaries mere
merely mesraba mess method methodist mexicans midwest militiamen mill millennials minded mine ministers minneapolis
minors minus miracle mirror misogynist mistaken mistakes mitchell mixed mocked mode moderator mogambo mohafazah
mohammed monday's mondays monica monitors montgomery monthly mood moon mortars mosques mosul motel mothers mother’s
motion motivated motor motorbike mourn mourning mouth movements msf mt multinational munitions murray muscle mustafa
myers nancy narcotics nasr nasty nato necessity neglect negligence negotiated negotiating nelson nervous neutral
newschannel newspapers newt nicholas nick nicole niece nights ninth nixon noise nominate nonetheless nonprofit norfolk
normally nose notable notably notifications nw obamacare observation obtain obvious occasionally occasions occupation
occur occurring ocean offender offenders offensives officer’s oilfields old's olds op operative opinions opposes
oppositions orc oregon organize organizers organizing ought ourselves oust outlet outraged outrageous outreach outright
outsiders oval overhaul overlooking oversees oversight overthrow ownership packard painful painting palmer panic papers
parade parenthood parish parks parole partial participants participated participating participation passengers passion
passionate patrols patrons pattern patterns paula payer payments pd penalty people's people’s perceived perception
perez perform performing permanent permission perry perspective persuade phase phil phillips phoenix phones photograph
photographed phrase pictured pieces pink pinterest pitch pivot pivotal pkk placing planet plate plaza pleas pledges
plotting pocket pockets podcast polite pontiac pool populations populous portrayed pose posting pound powered
practically praising precautions precinct predict preferred presents pressing presumed pretext priebus prince principle
printed prize probable proceed processed produce producing product products profession professionals profits profound
progressives projected projectiles promote proper proposing prosecute prosecuting prosecutor's protected protecting
provision provisions provocative public’s punched punish punished punishment purported purpose purposes pursuit qatar
qualify quantities quarters queens quietly quoting rachel racism raging rain rallied rallying rampant randy rank rape
rapidly rapists rapper rarely rattled reaches realclearpolitics realdonaldtrump realistic reasonable rebuild rebuilding
recall recalling recep reception recklessly reclaim recommend recommended reconciliation recording recruiting reduced
reduction reed reelection reflected reflecting refusing regained regarded registering regret regulation reince reject
rejection reliable relied reluctant rely remarkable remembers remind reminded reminding remote removing render rendered
reopened repairing repeating replace replaced republic requirements requiring reserve resign resist resolved resort
resource respected respectively respects respondents responsibilities restored restricting restrictions resume resumed
retail retrieved rev revenge reverse reversed reviewed reviewing revive revolt revolutionary rhode ria rice ricocheted
rid riddled ride rifles riley ring ripped robbed roberts rode rodham rodriguez rogers roles rolling roman roof rooms
roosevelt rouge rough roundabout routinely roy rubio's ruins ruken rumors russell rust sachs sacramento safer saint
sake sakhour salah salamiyah sale salem salihiah salt salyhiah sanctions sandy santa sarc satisfied saturday's savings
sc scandals scare scattered schultz scientific score scored scramble seal segment selected selection sends sens sentara
sentencing sentiment sentinel separated sergei sets settle settlement severing shaar shaken sharply she'd shed she’ll
shia shifted shifting shifts shirts shook shooter's shortage shouldn't shouted shreveport sided sieges signing silent
similarly sims simultaneous simultaneously singer sisters sizable skepticism skin skip sleep slip slipped slogan
slovenian slowed slowly smiling snow soccer soft soil soldier sole solomon sometime sooner soul sounds soviet speakers
specifics specify speculation sped spilled sponsor sport spots springfield sr ssh stability staged stages staggering
standoff stationed statistics steadfastness steady stealing steel steep stephanie stepping stewart sticking stocks
stole stone stops stores storm strange strategies stream strengthen stress stretcher stretching strewn strict structure
structures studies studying stunned stunning stupid subdivision subjected subjects submitted substantive succeeded
successes successor succumbed sue sued suffer sufficient suffolk suggestions suit sunday's superior supervision
supportive suppressed surprisingly surrogate surrogates surroundings surveyed survival suspect's suspect’s suspend
suspension sw swat sway switch sworn sylvia sympathy systematic systems tackle tactic talal tall tampering taped taught
tayyip tech teen's teen’s tel telegram televised temperament temple tend tends tension tent terrain terrifying
testified tex thanked thankful thanksgiving theater theme therefore they'd they'll thick thirty thompson threatens
threshold throw thrown thursday's thwart tide tighten tightening timeline timing timothy tiny titled tobacco tokhar
tonnes tony tool tools topics torture touched traded trading tradition traditionally trailer trailing trails trans
transcript transfer transgender translate transport transportation transporting travis treasury treating trend tribal
tribute triggered trillion trio triumph trooper troopers troubled troy tuition tuman tunnels turmoil tweeting tweets tx
typical ugly ukraine ultimate um unaware unborn uncertain uncertainty undecided undergoing undermining underneath
understood unfit unfolded unfolding unify unincorporated unintentionally unloading unpopular unsuccessful
unsuccessfully unusually upi urge user vacation vacuum valuable vastly vegetables venue verification versus vest vetted
viable vicious vietnam viewing vincent viral visitors vocal voiced volatile volume walks walsh walter wanting warplane
wars wary waters waving weakness wealth weaponry wear week's week’s weight wells weren’t westmoreland whites
willingness wind winners winter wiped wire wishing withdraw withdrawn witnessing woman's woman’s women's women’s
wondering wood world's worlds worldwide worries wreck wright writers ws xenophobe yale yelled york's you'd youngest
you’ve zahra zakaria zour
    """,
    ),
    (
        6.0,
        """
abc's abdurrahman absence abyad academic accomplish accuse adha aided ain airwaves alike amjad anbar andres announces
annually ansari anticipated antonin aqsa argues ariha ark arming arrangement aspects assaulted assumed atf attitude
avoiding await ayotte balad bani barazi bashir battlefronts bears bell blessed bloodiest boasted bobby brad brady
breached bridges briefed brooks buffalo burnt castle castro centrist chatham cheek chevrolet childrens chopper
chronicle classmates clerk climbed clubs cnn’s collaboration combination commented comparison conceded condemning
confrontations connects consumer cooperate cooperative coping corpses corridors corrupt corruption couldnt court's
criticisms crosses crossings cruiser crystal cuomo damages danaf dance danny darrell database declare defendant dems
denying departure derrick desk detailing diplomat disagreement disappointing displayed disrupt dissolves distant
distribute disturbed dodge dreams duck dwelling ear ears elements embarrassing emir emotion encircle encircled
energetic erica erupts escalate exodus experiences exploit ezour fallon faltered faster fath featuring felonious
fiercely fifty finances finishing firefighter flooded forceful forecasts forensic fragments fraught freih fresno fuaa
fundraisers garver gbi gilleran goldman grassley greene grieve grim grocery guarantees guided gunman's hajjar halls
hamra harfa hawa hearings hewitt hezbollahs holly honestly hook huddled hysterical imam imports impression impressive
improving inappropriate initiated injure inmate intelligent islamists izza jafra jeish jisr joked joy juan jubata jubb
jund kafr khadami khashab kick kirk knocking konashenkov ksa kweyris label lamar landmines lanes lap lattakia laughed
leah lebanons libertarian lifeless limiting linda lit luis maan magic maisaloun malahifji marshall martyrdom masaken
masdar mask mayadin mbs mcdonald mechanism medic medicaid medium messaging midst mikhail mini mistura mounting mpd
mutual nashville nathan nationals negotiate newsletter novosti nra nusaybin objective obligations obstacle ocha
officer's ordinary organisations orum osama package palmieri pam patch patrolling patron pays peacefully penalties pete
pike pilots pine pizza pkks pleased plume possess poured pow powell premium preparations preserve preview princeton
prisoners procedure programme propaganda punch pundits qasser qualifications quo ramadi ranch randomly rap rashidin raw
react reasoning recaptured referenced referencing regain regards relating relation relentlessly remark repeal
replacement requirement resignation resigned responds responses restaurants retaken retirement retreat ridiculous
robbers romney's roseland routine ruined rushing sabil sadness santiago santorum saraqeb scalia school's schumer sealed
seif settled shake shame shameful sheet shrapnel shughour shy sidelines significance sirens slept slot solving
somebody's sorties sorts southeastern span spared speedy spike stabbed staffan stained stanley steering stoned streak
sudanese superdelegate supposedly surrender surround sweatshirt tables tadmur tahrir tariq teaching technician terrace
terroris tested thread thu thwarted touman touted tracked transcripts transform turner unarmed undergo underscored
undisclosed unifying universities unpunished unqualified ups uptown urum useful valid valued verify warm watson waves
wednesday's wednesdays weigh weighed wfaa wilmington world’s worrying yahoo youssef you’ll zouhir
    """,
    ),
)
