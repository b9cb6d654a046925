// Words that news headlines live on, with what they are called in other languages: gold, final, court, earthquake, killed.
//
// A line is a concept and its words by language. A word that ends in "-" stands for all that begin so ("золот-": золото,
// золотая); others must match whole. Only words with one meaning in headlines are here, and no names: those travel as
// skeletons. Written by hand from general knowledge of the languages, after no collection of texts.

const CONCEPTS = `
gold en gold golden|de gold- olympiasieg-|fr or|es oro|pt ouro|it oro|ru золот-|uk золот-|be залат-|pl złot-|sl zlat-|ar ذهب ذهبية الذهبية الذهب بذهبية ذهبيه|nl goud gouden|tr altın
silver en silver|de silber-|fr argent|es plata|pt prata|it argento|ru серебр-|uk срібл- срібн-|pl srebr-|sl srebr-|ar فضية الفضية الفضة|nl zilver-
bronze en bronze|de bronze-|fr bronze|es bronce|pt bronze|it bronzo|ru бронз-|uk бронз-|pl brąz-|sl bron-|ar برونزية البرونزية برونز
medal en medal medals|de medaille-|fr médaille-|es medalla- medallero medallista-|pt medalha-|it medagli-|ru медал-|uk медал-|pl medal-|sl medalj- kolajn-|ar ميدالية ميداليات الميداليات الميدالية بميدالية
women en women woman womens female|de frauen- damen- frau|fr femme- féminin- dames|es mujer- femenin-|pt mulher- feminin-|it donn- femminil-|ru женщин- женск-|uk жін-|pl kobiet-|sl žensk-|ar سيدات للسيدات السيدات نساء النساء امرأة|nl vrouw-
men en men mens male|de männer- herren-|fr hommes messieurs masculin-|es hombre- masculin-|pt homen- masculin-|it uomini maschil-|ru мужчин- мужск-|uk чолов-|pl mężczyzn- męsk-|sl mošk-|ar رجال للرجال الرجال
final en final finals|de finale- endspiel-|fr finale|es final|pt final|it finale|ru финал-|uk фінал-|pl finał-|sl finale finalu finala|ar نهائي النهائي لنهائي|he גמר הגמר|fa فینال|tr final finali finalde finale|hi फाइनल|zh 决赛|ja 決勝|ko 결승-|sv final-|nl finale
semifinal en semifinal- semis|de halbfinal-|fr demies demi|es semifinal-|pt semifinal- semis|it semifinal-|ru полуфинал-|uk півфінал-|pl półfinał-|sl polfinal-
quarterfinal en quarterfinal- quarter|de viertelfinal-|fr quart quarts|es cuartos|pt quartas quartos|it quarti|ru четвертьфинал-|uk чвертьфінал-|pl ćwierćfinał-|sl četrtfinal-|ar ربع
record en record records|de rekord- weltrekord-|fr record|es récord récords plusmarca|pt recorde recordes|it record|ru рекорд-|uk рекорд-|pl rekord-|sl rekord-|ar قياسي قياسيا|he שיא|fa رکورد|tr rekor-|hi रिकॉर्ड|zh 纪录 创纪录|ja 記録|ko 기록- 신기록-|th สถิติ|sv rekord-|nl record-
win en win wins won winning winner beat beats defeat defeats victory triumph-|de sieg- gewinn- gewann schlägt schlagen besieg-|fr gagne- remporte- victoire bat battent vainqueur- victorieu-|es gana- ganó ganar gané victoria vence- venció derrota- triunf-|pt vence venceu vencem ganha- ganhou vitória bate derrota- triunf-|it vince vinto vincono vittoria batte|ru победи- побежда- обыгра- выигра- победа победу победой|uk виграв- вигра- перемож- перемог-|pl wygr- zwycię- pokon-|sl zmag- premag-|ar فوز يفوز تفوز فاز فازت بالفوز الفوز يهزم
lose en lose loses lost loss losing|de verlier- verlor- niederlag-|fr perd perdent défaite- perdu- battu- battue|es pierde- perdió cae derrotad-|pt perde perdeu cai caiu perdem|it perde perso sconfitt-|ru проигра- поражен- уступи-|uk програ- пораз-|pl przegr- poraż-|sl poraz- izgub-|ar خسارة يخسر تخسر خسر هزيمة
champion en champion champions|de champion- meister- weltmeister-|fr champion- sacré sacrée|es campeon- campeón|pt campeã- campeõ- campeao|it campion-|ru чемпион-|uk чемпіон-|pl mistrz-|sl prvak- prvaki-|ar بطل بطلة بطولة|he אלוף אלופה אליפות|fa قهرمان قهرمانی|tr şampiyon-|hi चैंपियन विजेता|zh 冠军|ja 優勝 王者|ko 우승- 챔피언-|th แชมป์|sv mästar- guld|nl kampioen-
opening en opening opens|de eröffn-|fr ouverture|es inaugura-|pt abertura|it apertura|ru открыти-|uk відкрит-|pl otwarci-|sl odprt-|ar افتتاح الافتتاح
closing en closing|de schlussfeier abschluss-|fr clôture|es clausura|pt encerra-|it chiusura|ru закрыти-|uk закрит-|pl zamknięci-|sl zaključn- zaključ-|ar ختام الختام اختتام
ceremony en ceremony|de feier zeremonie eröffnungsfeier schlussfeier|fr cérémonie|es ceremonia|pt cerimônia cerimónia|it cerimonia|ru церемони-|uk церемоні-|pl ceremoni-|sl slovesnost-|ar حفل
flag en flag flagbearer- bearer|de fahne- flagge-|fr drapeau-|es abanderad- bandera|pt bandeira|it portabandier-|ru флаг- знаменос-|uk прапор-|pl flag- chorąż-|sl zastav-|ar علم العلم
torch en torch flame cauldron|de fackel- feuer flamme|fr flamme torche vasque|es antorcha pebetero|pt tocha pira chama|it fiamma torcia|ru огонь огня факел-|uk вогонь вогню факел-|sl ogenj ognja bakl-|ar شعلة الشعلة
team en team teams|de mannschaft- team- auswahl|fr équipe-|es equipo- selección|pt equipe equipa equipes seleção|it squadra nazionale|ru команд- сборн-|uk команд- збірн-|pl drużyn- reprezentac-|sl ekip- reprezentanc-|ar منتخب المنتخب فريق الفريق
basketball en basketball hoops nba|de basketball- korbjäger|fr basket basket-|es baloncesto básquet- basquet- básquetbol|pt basquete basquetebol|it basket pallacanestro|ru баскетбол-|uk баскетбол-|pl koszyk-|sl košark-|ar سلة السلة لسلة
football en soccer football|de fußball-|fr football foot|es fútbol|pt futebol|it calcio|ru футбол-|uk футбол-|pl piłkar- piłka|sl nogomet-|ar قدم القدم|he כדורגל|fa فوتبال|tr futbol-|hi फुटबॉल|zh 足球|ja サッカー|ko 축구-|th ฟุตบอล|sv fotboll-|nl voetbal-
handball en handball|de handball-|fr hand handball|es balonmano|pt andebol handebol|it pallamano|ru гандбол-|sl rokomet-|ar يد اليد لليد
volleyball en volleyball|de volleyball- beachvolley-|fr volley volleyball|es voleibol voley vóley|pt vôlei voleibol|it pallavolo|ru волейбол-|uk волейбол-|pl siatk-|sl odbojk-|ar طائرة الطائرة
swimming en swimming swimmer swimmers swim freestyle backstroke breaststroke butterfly|de schwimm- freistil-|fr natation nageu- nage|es natación nadador-|pt natação nadador-|it nuoto nuotator-|ru плаван- плове- пловч-|uk плаван- плав-|pl pływa-|sl plava-|ar سباحة السباحة السباح
diving en diving diver|de wasserspring- turmspring-|fr plongeon|es clavad- saltos|pt saltos|sl skok-|ar غطس الغطس
gymnastics en gymnast- gymnastic-|de turnerin- turnen turner turnerinnen kunstturn-|fr gymnast- gym|es gimnas-|pt ginast- ginást-|it ginnast-|ru гимнаст-|uk гімнаст-|pl gimnast-|sl telovad- gimnast-|ar جمباز الجمباز
athletics en athletics track sprint sprinter metres meters marathon relay hurdles|de leichtathlet- sprint- marathon- staffel-|fr athlétisme sprint marathon relais|es atletismo maratón relevo-|pt atletismo maratona revezamento|it atletica maratona staffetta|ru атлетик- легкоатлет- бегун- марафон- эстафет-|uk атлетик- легкоатлет- марафон-|pl lekkoatlet- sztafet- maraton-|sl atlet- maraton- štafet-|ar قوى القوى ماراثون الماراثون
jump en jump jumper vault|de sprung hochsprung weitsprung stabhochsprung|fr saut perche hauteur|es salto pértiga|pt salto vara|it salto|ru прыж-|sl skok skoku|ar وثب الوثب القفز
judo en judo judoka|de judo-|fr judo judoka-|es judo judoca yudo|pt judô judo judoca-|it judo|ru дзюдо-|uk дзюдо-|pl judo dżudo|sl džudo judo- judoist-|ar جودو الجودو
wrestling en wrestl-|de ringer- ringen|fr lutte lutteu-|es lucha luchador-|pt luta lutador-|ru борьб- борец борца борцы|uk боротьб- борець|pl zapaśni-|sl rokoborb-|ar مصارعة المصارعة
boxing en boxing boxer|de boxer- boxen|fr boxe boxeu-|es boxeo boxead-|pt boxe boxeador- pugilis-|it boxe pugil-|ru бокс- боксер- боксёр-|uk бокс-|pl boks-|sl boks-|ar ملاكمة الملاكمة
fencing en fencing fencer- sabre épée foil|de fecht- säbel- degen- florett-|fr escrime sabre épée fleuret escrim-|es esgrima|pt esgrima|it scherma sciabola spada fioretto|ru фехтова- сабл- шпаг- рапир-|uk фехтува- шабл-|pl szermier-|sl sablj-|ar سيف السيف مبارزة المبارزة
tennis en tennis|de tennis-|fr tennis|es tenis tenista|pt tênis ténis tenista|it tennis|ru теннис-|uk теніс-|pl tenis-|sl tenis- teniš-|ar تنس التنس
cycling en cycling cyclist bike|de straßenrenn- radsport- radrennen radfahr- bahnrad-|fr cyclis- vélo vtt|es ciclis-|pt ciclis-|it ciclis-|ru велос- велогон-|uk велос-|pl kolar-|sl kolesar-|ar دراجات الدراجات
rowing en rowing rower- sculls|de ruder- achter|fr aviron|es remo remer-|pt remo remador-|it canottag-|ru гребл- гребц-|uk веслув-|pl wiośla- wioślar-|sl veslač- veslan-|ar تجديف التجديف
canoe en canoe kayak|de kanu- kajak-|fr canoë kayak|es piragü- kayak canoa|pt canoagem caiaque|it canoa kayak|ru байдарк- каноэ|sl kajak- kanu-
sailing en sailing sailor|de segel-|es vela|pt vela|it vela|ru парус-|uk вітрил-|pl żegla-|sl jadra-|ar شراع الشراع
shooting en shooting shooter pistol rifle skeet|de schieß- pistole schütz- gewehr|fr tir|es tiro|pt tiro|it tiro|ru стрел- стрельб-|uk стріл- стрільб-|pl strzel-|sl strel-|ar رماية الرماية
weightlifting en weightlift- lifter|de gewichtheb-|fr haltérophil-|es halterofilia pesas|pt halterofil- levantamento|it sollevament-|ru штанг- тяжелоатлет- тяжёлоатлет-|uk важкоатлет-|pl ciężar-|sl dvigal-|ar أثقال الأثقال
taekwondo en taekwondo|de taekwondo-|fr taekwondo|es taekwondo taekwondista|pt taekwondo|ru тхэквонд-|uk тхекванд-|sl taekwondo-|ar تايكوندو التايكوندو
karate en karate|de karate-|fr karaté karaté-|es karate kárate|pt karatê caratê karaté|ru карат-|sl karate-|ar كاراتيه الكاراتيه
surfing en surf surfing surfer-|de surf- wellenreit-|fr surf surfeu-|es surf surfista-|pt surfe surf surfista-|ru серф-|sl deskanj-
skateboard en skateboard- skate skater-|de skateboard-|fr skate skateboard|es skateboard- skate|pt skate skatista-|ru скейт-|uk скейт-|sl rolkan- skate-
climbing en climbing climber-|de kletter-|fr escalade grimpeu-|es escalada|pt escalada|it arrampica-|ru скалолаз-|uk скелел-|sl plezan- plezal-
horse en equestrian dressage horse horses jumping|de reit- dressur- pferd-|fr équitation dressage cheval équestre|es hípica ecuestre caballo doma|pt hipismo cavalo|it equitazione|ru конн- лошад-|sl konj-
withdraw en withdraw- pulls|de zurückgezog- zieht verzicht- absag- rückzug|fr forfait renonce- retire|es renuncia- retira-|pt desiste- retira- abandona-|it ritira- rinuncia|ru снял- отказал- снимет-|uk знял- відмов-|sl odstop- odpoved-|ar انسحب- ينسحب تنسحب انسحاب
doping en doping banned|de doping-|fr dopage|es dopaje|pt doping dopagem|it doping|ru допинг-|uk допінг-|pl doping-|sl doping-|ar منشطات المنشطات
positive en positive|de positiv-|fr positif- positive|es positivo-|pt positivo-|it positiv-|ru положительн-|uk позитивн-|sl pozitiv- okuž-|ar إيجابية إصابة إصابات
covid en covid coronavirus|de corona- covid|fr covid coronavirus|es covid coronavirus|pt covid coronavírus|it covid coronavirus|ru коронавирус- ковид- covid|uk коронавірус- ковід-|pl koronawirus- covid|sl koronavirus- covid- covida|ar كورونا بكورونا كوفيد
hotel en hotel|de hotel-|fr hôtel|es hotel|pt hotel|it albergo hotel|ru отел- гостиниц-|sl hotel-|ar فندق الفندق بفندق
fans en fans spectators crowd|de zuschauer- fans|fr spectateur- public huis|es espectador- público|pt público espectador- torced-|it pubblico spettator-|ru зрител- болельщик-|uk глядач-|pl kibic-|sl gledalc-|ar جمهور جماهير الجماهير
cancel en cancel- scrap-|de absag- abgesagt|fr annul-|es cancel-|pt cancel-|it annulla-|ru отмен-|uk скасу-|pl odwoł-|sl odpoved- odpad-|ar إلغاء|he בוטל בוטלה ביטול|fa لغو|tr iptal|hi रद्द|zh 取消|ja 中止|ko 취소-|th ยกเลิก|sv ställ- inställ- inställd-|nl afgelast geschrapt geannuleerd
postpone en postpone- delay- rescheduled|de verschob- verschieb-|fr décal- retard- reporté reportée reportés|es aplaza- pospone- retras-|pt adia- adiad-|it rinvi-|ru перенес- отлож-|uk перенес-|sl prestav-|ar تأجيل
village en village|de dorf|fr village|es villa|pt vila|it villaggio|ru деревн-|uk селищ-|pl wiosk-|sl vasi|ar قرية القرية
siblings en siblings brother sister brothers|de geschwister bruder schwester|fr frère soeur sœur fratrie|es hermano- hermana-|pt irmã irmão irmãos irmãs|it fratell- sorell-|ru брат сестр- брата|uk брат сестр-|sl brat sestr- brata|ar شقيق شقيقان شقيقة الشقيق
teenager en teen teenager- teenage|de teenager-|fr ado adolescent-|es adolescente-|pt adolescente-|it adolescent-|ru подрост-|sl najstni-
history en history historic|de geschichte historisch-|fr histoire historique|es historia histórico histórica|pt história histórico histórica|it storia storico storica|ru истори-|uk істор-|pl histor-|sl zgodovin-|ar تاريخ التاريخ تاريخي تاريخية
first en first|de erste- ersten|fr premier premiers première|es primer primera primero|pt primeiro primeira|it primo prima|ru перв- впервые|uk перш-|pl pierwsz-|sl prv- prvič|ar أول الأول الأولى أولى لأول
second en second|de zweite-|fr deuxième|es segundo segunda|pt segundo|it secondo seconda|ru второ- вторую|uk друга друге другий|pl drugi druga drugie|sl drugi druga drugo|ar ثاني الثاني الثانية ثانية
third en third|de dritte-|fr troisième|es tercer tercera tercero|pt terceiro terceira|it terzo terza|ru трет-|uk трет-|pl trzeci-|sl tretj-|ar ثالث الثالث الثالثة ثالثة
fourth en fourth|de vierte-|fr quatrième|es cuarto cuarta|pt quarto|it quarto quarta|ru четвёрт- четверт-|sl četrt-|ar رابع الرابع الرابعة
fifth en fifth|de fünfte-|fr cinquième|es quinto quinta|pt quinto|it quinto quinta|ru пят-|sl peti peta peto|ar خامس الخامس الخامسة
seventh en seventh|de siebte-|fr septième|es séptimo séptima|pt sétimo sétima hepta|it settimo settima|ru седьм-|sl sedm-|ar سابع السابع السابعة للمرة
president en president|de präsident-|fr président-|es president-|pt president-|it president-|ru президент-|uk президент-|be прэзідэнт-|pl prezydent-|sl predsedni-|ar رئيس الرئيس|nl president-|he נשיא הנשיא נשיאת|fa رئیس|tr cumhurbaşkan- başkan-|hi राष्ट्रपति|zh 总统|ja 大統領|ko 대통령-|th ประธานาธิบดี|sv president-
election en election elections vote votes voters|de wahl- wähler-|fr élection- vote scrutin|es eleccion- elección voto|pt eleiç- eleição voto|it elezion-|ru выбор-|uk вибор-|be выбар-|pl wybor- wybory|sl volit-|ar انتخابات الانتخابات|nl verkiezing- stem-|he בחירות הבחירות בבחירות לבחירות|fa انتخابات|tr seçim-|hi चुनाव मतदान|zh 选举 大选 投票|ja 選挙 投票|ko 선거- 총선- 대선- 투표-|sv val valet valen väljar-
parliament en parliament lawmakers|de parlament- bundestag|fr parlement- député-|es parlamento|pt parlamento|it parlamento|ru парламент-|uk парламент-|be парламент-|pl parlament- sejm-|sl parlament-|ar برلمان البرلمان|he פרלמנט הפרלמנט כנסת הכנסת|fa پارلمان مجلس|tr parlamento- meclis-|hi संसद|zh 议会 国会|ja 議会 国会|ko 의회- 국회-|th รัฐสภา สภา|sv parlament- riksdag-|nl parlement- kamer
government en government cabinet|de regierung-|fr gouvernement-|es gobierno|pt governo|it governo|ru правительств-|uk уряд-|be урад-|pl rząd-|sl vlad-|ar حكومة الحكومة|nl regering|he ממשלה הממשלה ממשלת|fa دولت|tr hükümet- hükûmet-|hi सरकार|zh 政府|ja 政府 政権 内閣|ko 정부- 내각-|th รัฐบาล|sv regering-
resign en resign- quits|de rücktritt- zurückgetret-|fr démission-|es dimisi- dimite dimitió renuncia-|pt demiss- renuncia-|it dimission-|ru отставк-|uk відставк-|pl dymisj- rezygn-|sl odstop-|ar استقالة يستقيل|he התפטר התפטרה התפטרות מתפטר מתפטרת|fa استعفا استعفای|tr istifa-|hi इस्तीफा इस्तीफ़ा|zh 辞职|ja 辞任 辞職 辞意|ko 사임- 사퇴- 사직-|sv avgår avgång avgick|nl aftreden opgestapt ontslag stapt|be адстаўк-
minister en minister|de minister-|fr ministre-|es ministro ministra|pt ministro ministra|it ministro ministra|ru министр-|uk міністр-|be міністр-|pl minist-|sl minist-|ar وزير وزيرة الوزير|nl minister|he שר השר שרת שרים|fa وزیر|tr bakan bakanı bakanın başbakan-|hi मंत्री प्रधानमंत्री|zh 部长 首相 总理|ja 首相 外相 大臣|ko 총리- 장관-|th รัฐมนตรี|sv minister- statsminister- utrikesminister-
protest en protest protests protesters demonstrat-|de protest- demonstr-|fr protest- manifestation- manifestant-|es protesta- manifest-|pt protesto- manifest-|it protest- manifest-|ru протест-|uk протест-|be пратэст- пратэс-|pl protest-|sl protest-|ar احتجاج احتجاجات مظاهرات|nl protest-|he מחאה המחאה הפגנה הפגנות מפגינים|fa اعتراض اعتراضات معترضان تظاهرات|tr protesto- gösteri-|hi प्रदर्शन विरोध प्रदर्शनकारियों|zh 抗议 示威|ja 抗議 デモ|ko 시위- 항의-|th ประท้วง ชุมนุม|sv protest- demonstr-
police en police|de polizei-|fr police policier-|es policía policial|pt polícia policial|it polizia|ru полици- полицей-|uk поліц-|be паліц- міліц-|pl polic-|sl polici-|ar شرطة الشرطة|nl politie|he משטרה המשטרה משטרת שוטרים|fa پلیس|tr polis-|hi पुलिस|zh 警方 警察|ja 警察|ko 경찰-|th ตำรวจ|sv polis-
arrest en arrest- detain- custody|de festgenommen verhaft- festnahme-|fr interpel- arrêté arrêtée arrêtés arrestation-|es detenid- detien- arrest-|pt detid- prende prendem prisões|it arrest-|ru задерж- арест-|uk затрим- арешт-|be затрым- арышт-|pl aresztow- zatrzyman-|sl aretir- pridrža-|ar اعتقال توقيف|nl aangehouden arrest-|he נעצר נעצרה נעצרו מעצר עצור|fa بازداشت دستگیر دستگیری|tr gözaltı- tutuklan-|hi गिरफ्तार गिरफ़्तार गिरफ्तारी|zh 逮捕 被捕 拘留 拘捕|ja 逮捕 拘束|ko 체포- 구속- 구금-|th จับกุม จับ|sv gripen gripna greps anhåll- häkta-
court en court judge trial|de gericht- prozess- urteil-|fr tribunal procès cour|es tribunal juicio juez|pt tribunal julgamento juiz|it tribunale processo|ru суд суда суде|uk суд суду суді|be суд суда судзе|pl sąd sądu proces|sl sodišč-|ar محكمة المحكمة|nl rechtbank rechter|he משפט המשפט שופט|fa دادگاه قاضی محاکمه|tr mahkeme- yargıç|hi अदालत कोर्ट न्यायालय|zh 法院 法庭 审判|ja 裁判 裁判所 地裁 判決|ko 법원- 재판- 판결-|th ศาล|sv domstol- tingsrätt- hovrätt- rättegång- åtal-
prison en prison jail jailed prisoner prisoners sentenced|de gefängnis- haft gefangen-|fr prison détenu-|es cárcel prisión preso presos|pt prisão cadeia preso presos|it carcere prigion-|ru тюрьм- колони- заключ-|uk язн- тюрм-|be турм- калоні- зняволен-|pl więzie-|sl zapor-|ar سجن السجن|nl gevangenis gevangen-|he כלא הכלא מאסר אסירים|fa زندان زندانی|tr hapis hapse cezaevi- hapishane-|hi जेल कैद|zh 监狱 监禁 徒刑 囚犯|ja 刑務所 禁錮 懲役 実刑|ko 징역- 교도소- 수감-|th คุก เรือน|sv fängelse- fånge fångar
release en release- freed frees|de freigelass- freilass-|fr libér-|es liber-|pt libert-|it liber-|ru освобо-|uk звільн-|be вызвал- вызвол-|pl uwoln- zwoln-|ar إطلاق الإفراج|nl vrijgelaten|he שוחרר שוחררו שחרור|fa آزاد آزادی|tr serbest|hi रिहा रिहाई|zh 释放 获释|ja 釈放 解放|ko 석방-|th ปล่อย|sv frig- frisläpp- släpps
killed en killed kills dead dies died death deaths toll|de töt- getötet starb gestorben tot tote toten toter|fr mort- tué- décès décéd-|es muert- muere murió fallec-|pt mort- morre morreu morto|it mort- muore|ru погиб- умер- убит- смерт-|uk загин- помер- вбит- смерт-|be загін- памёр- забіт- памер-|pl zgin- zmarł- zabit- śmier-|sl umrl- mrtv- ubit- smrt-|ar مقتل قتلى وفاة قتل|nl dood doden gedood overleden|he הרוגים נהרג נהרגו נהרגה מת מתו נרצח|fa کشته باخته مرگ|tr öldü ölü ölen öldürüldü hayatını|hi मौत मारे मृत मृतकों|zh 死亡 丧生 遇难 身亡 遇害|ja 死亡 死者 死去 犠牲|ko 사망- 숨져 숨진 숨졌다|th ตาย ดับ|sv död döda dödad- dödsoffer omkom- dog
injured en injur- wounded hurt|de verletz-|fr bless-|es herid- lesion- lesión|pt ferid- lesã- lesion-|it ferit- infortun-|ru ранен- травм- пострада-|uk поранен- травм-|be паранен-|pl rann- kontuz-|sl poškod- ranjen-|ar جرحى إصابة|nl gewond-|he פצועים נפצע נפצעו נפצעה|fa زخمی مجروح مصدوم|tr yaralı yaralan-|hi घायल|zh 受伤 伤者|ja 負傷 重傷|ko 부상- 다쳐 다쳤다|th บาด|sv skad- sårad-
earthquake en earthquake quake|de erdbeben|fr séisme tremblement|es terremoto sismo|pt terremoto sismo|it terremoto|ru землетрясен-|uk землетрус-|be землетрас-|pl trzęsieni-|sl potres-|ar زلزال|nl aardbeving|he רעידת אדמה|fa زلزله لرزه|tr deprem-|hi भूकंप|zh 地震|ja 地震|ko 지진-|th ไหว|sv jordbävning- jordskalv- skalv-
flood en flood floods flooding|de hochwasser- überschwemm- flut-|fr inondation-|es inundacion- inundación|pt enchente- inundaç- cheias|it alluvion-|ru наводнен-|uk повін-|be паводк-|pl powódź powodzi|sl poplav-|ar فيضانات الفيضانات|nl overstroming-|he שיטפון שיטפונות הצפות|fa سیل سیلاب|tr sel seller selde selin|hi बाढ़|zh 洪水 洪灾 水灾|ja 洪水 浸水 豪雨|ko 홍수- 침수- 폭우-|th ท่วม อุทกภัย|sv översvämning-
storm en storm typhoon hurricane|de sturm- taifun- hurrikan-|fr tempête typhon ouragan|es tormenta tifón huracán|pt tempestade tufão furacão|it tempesta tifone uragano|ru шторм- тайфун- ураган-|uk шторм- тайфун- ураган-|pl burz- tajfun- huragan-|sl nevihta tajfun- orkan-|ar عاصفة إعصار|nl storm|he סערה סופה הסופה הוריקן טייפון|fa طوفان توفان|tr fırtına- tayfun- kasırga-|hi तूफान तूफ़ान चक्रवात|zh 台风 飓风 风暴|ja 台風 ハリケーン 暴風|ko 태풍- 허리케인- 폭풍-|th พายุ ไต้ฝุ่น|sv storm- orkan- tyfon-
fire en fire wildfire blaze|de brand- feuer waldbrand-|fr incendie-|es incendio-|pt incêndio-|it incendi-|ru пожар-|uk пожеж-|be пажар-|pl pożar-|sl požar-|ar حريق|nl brand|he שריפה שריפות דליקה|fa آتش|tr yangın-|hi आग|zh 火灾 大火 山火 起火|ja 火災 火事|ko 화재- 산불- 불길-|th ไหม้|sv brand- skogsbrand-
explosion en explosion blast|de explosion-|fr explosion-|es explosi-|pt explos-|it esplosion-|ru взрыв-|uk вибух-|be выбух-|pl wybuch- eksplozj-|sl eksplozij-|ar انفجار|nl explosie|he פיצוץ התפוצצות|fa انفجار|tr patlama-|hi विस्फोट धमाका|zh 爆炸|ja 爆発|ko 폭발-|th ระเบิด|sv explosion-
crash en crash|de absturz- unfall|fr crash accident|es accidente|pt acidente|it incidente|ru авари- катастроф-|uk авар- катастроф-|be авары- катастроф-|pl wypad- katastrof-|sl nesreč-|ar حادث تحطم|nl ongeluk botsing crash|he התרסק התרסקות תאונה תאונת|fa سقوط تصادف سانحه|tr kaza kazası kazada düştü çarpıştı|hi दुर्घटना हादसा|zh 坠毁 事故 车祸|ja 墜落 事故 衝突|ko 추락- 사고- 충돌-|th ตก อุบัติเหตุ ชน|sv olycka- olyckan kolli- krasch-
war en war|de krieg-|fr guerre|es guerra|pt guerra|it guerra|ru войн-|uk війн-|be вайн-|pl wojn-|sl vojn-|ar حرب الحرب|nl oorlog|he מלחמה המלחמה מלחמת|fa جنگ|tr savaş-|hi युद्ध|zh 战争|ja 戦争 戦闘|ko 전쟁-|th สงคราม|sv krig-
attack en attack attacks|de angriff- anschlag-|fr attaque- attentat-|es ataque- atentado-|pt ataque- atentado-|it attacc- attentat-|ru атак- напад-|uk атак- напад-|be атак- напад-|pl atak-|sl napad-|ar هجوم الهجوم|nl aanval aanslag|he מתקפה תקיפה פיגוע תקף|fa حمله حملات|tr saldırı-|hi हमला हमले हमलों|zh 袭击 攻击 空袭|ja 攻撃 襲撃 空爆|ko 공격- 공습- 테러-|th โจมตี|sv attack- angrepp- attentat-
sanctions en sanction sanctions|de sanktion-|fr sanction-|es sancion- sanción|pt sanç-|it sanzion-|ru санкци-|uk санкці-|be санкцы-|pl sankcj-|sl sankcij-|ar عقوبات العقوبات|nl sancties|he סנקציות הסנקציות|fa تحریم|tr yaptırım-|hi प्रतिबंध प्रतिबंधों|zh 制裁|ja 制裁|ko 제재-|th บาตร|sv sanktion-
talks en talks negotiations summit|de gespräch- verhandlung- gipfel-|fr négociation- sommet|es negociacion- cumbre|pt negocia- cimeira cúpula|it negoziat- vertice|ru переговор- саммит-|uk перегов- саміт-|be перамов- саміт-|pl negocjac- szczyt rozmow-|sl pogaj-|ar مفاوضات قمة|nl gesprekken onderhandeling- top|he שיחות השיחות פסגה פסגת|fa مذاکرات مذاکره وگو|tr görüşme- müzakere- zirve-|hi वार्ता बातचीत शिखर|zh 谈判 会谈 峰会|ja 協議 交渉 会談|ko 회담- 협상- 정상회담-|th เจรจา ประชุมสุดยอด|sv samtal- förhandling- toppmöte-
deal en deal agreement pact|de abkommen einigung vertrag|fr accord|es acuerdo|pt acordo|it accordo|ru соглашен- сделк-|uk угод-|be пагадненн- здзелк-|pl porozumien- umow-|sl sporazum- dogovor-|ar اتفاق الاتفاق|nl akkoord deal overeenkomst|he הסכם ההסכם הסכמה|fa توافق قرارداد|tr anlaşma-|hi समझौता समझौते|zh 协议 协定|ja 合意 協定|ko 합의- 협정-|sv avtal- överens-
sue en sues lawsuit|de klage klagt verklag-|fr plainte|es demanda|ru иск иска|uk позов-|pl pozew|sl tožb-|ar دعوى|he תביעה תובע תובעת|fa شکایت|tr dava|hi मुकदमा|zh 起诉 诉讼|ja 提訴 訴訟|ko 소송-|th ฟ้อง|sv stämm- stämning-|nl aanklacht klaagt
refugee en refugee- migrant- asylum|de flüchtling- migrant- asyl-|fr réfugié- migrant- asile|es refugiad- migrante- asilo|pt refugiad- migrante- asilo|it rifugiat- migrant- asilo|ru беженц- мигрант- убежищ-|uk біжен- мігрант- притул-|be бежан- мігрант-|pl uchodź- migrant- azyl-|sl begunc- migrant- azil-|ar لاجئ لاجئين اللاجئين|nl vluchteling- asiel|he פליטים מהגרים|fa پناهندگان پناهجویان مهاجران|tr mülteci- göçmen-|hi शरणार्थी शरणार्थियों प्रवासी|zh 难民 移民|ja 難民 移民|ko 난민- 이주민-|th ลี้|sv flykting- migrant- asyl-
vaccine en vaccin-|de impf-|fr vaccin-|es vacuna-|pt vacin-|it vaccin-|ru вакцин-|uk вакцин-|be вакцын-|pl szczepi-|sl cepi- cepljen-|ar لقاح اللقاح|nl vaccin-|he חיסון חיסונים|fa واکسن|tr aşı aşısı|hi टीका वैक्सीन टीके|zh 疫苗|ja ワクチン|ko 백신-|th วัคซีน|sv vaccin-
strike en walkout|de streik-|fr grève-|es huelga|pt greve|it sciopero|ru забастовк-|uk страйк-|be забастоўк- страйк-|pl strajk-|sl stavk-|ar إضراب|nl staking|he שביתה שביתת שובתים|fa اعتصاب|tr grev grevi greve|hi हड़ताल|zh 罢工|ja スト ストライキ|ko 파업-|sv strejk-
`;

export type Concepts = (lowerWord: string) => string | undefined;

/** What a word of the language stands for; the longest beginning decides. */
export function createConcepts(lang: string): Concepts {
  const whole = new Map<string, string>();
  const beginnings = new Map<string, string>();
  for (const line of CONCEPTS.trim().split('\n')) {
    const concept = line.slice(0, line.indexOf(' '));
    for (const entry of line.slice(concept.length + 1).split('|')) {
      const [language, ...words] = entry.split(' ');
      if (language !== lang) continue;
      for (const word of words) {
        if (word.endsWith('-')) beginnings.set(word.slice(0, -1), concept);
        else whole.set(word, concept);
      }
    }
  }
  const lengths = [...new Set([...beginnings.keys()].map((word) => word.length))].sort((a, b) => b - a);
  return (word) => {
    const known = whole.get(word);
    if (known) return known;
    for (const length of lengths) {
      const found = length <= word.length ? beginnings.get(word.slice(0, length)) : undefined;
      if (found) return found;
    }
    return undefined;
  };
}
