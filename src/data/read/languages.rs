//! Some words of each language that is written with Latin letters and accents, as they stand in tables: which letters it
//! has, how often, and between which others is counted in them.

const GERMAN: &str = "\
    größe länge höhe für über straße männlich grün käse öffentlich müller jäger schön gemüse früh spät \
    äpfel süß tür wärme köln münchen düsseldorf nürnberg österreich geschäft prüfung schüler fläche \
    gefühl";
const FRENCH: &str = "\
    année prénom élève santé école numéro réponse fréquence département été catégorie qualité vélo mère \
    père très après âge température caractère fièvre système modèle être même fenêtre forêt tête là où \
    déjà voilà français façon garçon reçu château gâteau hôpital contrôle bientôt boîte île août goût \
    sûr naïf noël citroën maïs canoë tête fête prêt même hélène genève orléans besançon cœur sœur";
const SPANISH: &str = "\
    año niño mañana españa tamaño señor pequeño también número género teléfono día país sí así más están \
    está cádiz málaga mérida código edición razón corazón león canción dirección educación población \
    región según música último útil público médico fácil árbol ángel índice vergüenza ¿qué ¿cómo ¿cuál \
    ¿dónde ¡hola";
const PORTUGUESE: &str = "\
    não são pão mão coração informação população educação situação região então estação maçã irmã amanhã \
    manhã ações opções regiões põe três você mês bebê português inglês até é café está água país saúde \
    história número código média município ônibus avô pôr câmara ciência criança preço açúcar serviço à \
    às época";
const ITALIAN: &str = "\
    città età qualità università è caffè perché cioè più giù gioventù così lunedì venerdì però può farà \
    università libertà novità attività società realtà ciò né sarà";
const DANISH: &str = "\
    køn størrelse købsdato brød sød grøn høj ønske ært frugt æble vægt længde læge mælk på år gård håb \
    måned blå små dårlig område ålborg århus københavn sæson værdi øst århundrede høyde høyre høst \
    gjennomsnittshøyde ørret bjørn";
const SWEDISH: &str = "\
    kön ålder år mån gård blå små låg åsa län längd väg värde mätning häst äpple ägg är för öl önskan \
    grön sjö göteborg malmö hög västerås umeå skåne köp";
const FINNISH: &str = "\
    ikä pituus määrä päivä hyvä väri keskiarvo lämpötila käyttö sähkö äiti yö työ pöytä tyttö jyväskylä \
    hämeenlinna mäki";
const ICELANDIC: &str = "\
    þyngd aldur hæð já nei bíll ísland reykjavík maður það við eða því góð þúsund ár dýr sýni mælt þór \
    úr ól fólk lýsi öl";
const ESTONIAN: &str = "\
    võru põlva tõnu õun õpilane vanus kõrgus mõõt põhi jõgi jõhvi tõene pärnu järv mägi töö öö müük süda \
    küla üks hüvitis";
const DUTCH: &str = "\
    één coördinaat reünie ruïne financiën patiënt categorieën geïnteresseerd ideeën café officiële \
    belgië italië";
const POLISH: &str = "\
    wrocław łódź kraków gdańsk poznań toruń białystok rzeszów świętokrzyskie małopolskie mężczyzna płeć \
    imię ciężar długość szerokość wysokość gęstość prędkość jabłko żółty książka święto piątek środa \
    żona łąka są się będzie może też już który gorący duży mały więcej źródło tydzień zły ćwiartka \
    ćwiczenie ćwierć dąb dębica cena ślad ćma być iść mieć koń";
const CZECH: &str = "\
    číslo město příjmení jméno věk muž žena výška váha délka šířka měsíc týden červený zelený žlutý \
    modrý černý bílý dům kůň stůl růže třída žák škola plzeň brno děčín ústí říčany kroměříž teplota \
    průměr hodnota počet součet čas den středa pátek neděle pondělí úterý září říjen květen může není \
    být má každý další dobrý první čtvrtý děti tečka tabulka včela počasí kočka ručně";
const SLOVAK: &str = "\
    číslo mesto priezvisko vek muž žena výška váha dĺžka šírka mesiac týždeň červený žltý čierny dobrý \
    väčší môže stôl kôň košice prešov bratislava trnava žilina ľudia deň veľký počet škola šťastie \
    štvrtok piatok nedeľa stĺp mäso ťažký tabuľka mačka počasie";
const HUNGARIAN: &str = "\
    győr idő erdő fő nő férfi név kor magasság súly hőmérséklet összeg gyűjtő mű fűzfő szűrő különböző \
    megye város debrecen kecskemét főváros bőr győzelem székesfehérvár miskolc zöld kék körte szőlő gyümölcs őszibarack év \
    hónap hét kedd szerda csütörtök péntek első második üzlet több kevés jó rossz létszám ár érték átlag \
    bevétel könyv ház út víz tűz";
const ROMANIAN: &str = "\
    oraş vârstă înălţime bărbat femeie greutate mărime judeţ braşov timişoara iaşi constanţa bucureşti \
    galaţi română şcoală ţară casă masă până după fără şi în să că preţ număr dată măr pară pepene băiat \
    fată apă roşu galben sâmbătă duminică luni marţi viaţă";
const CROATIAN: &str = "\
    muško žensko visina težina dužina širina šibenik čakovec županija međimurje đakovo požega ljubičasta \
    žuta crvena smeđa kuća sreća noć više manje može već uspješan riječ šećer jabuka kruška številka \
    leto mesec čas točka višina teža ime država občina šola češnja";
const TURKISH: &str = "\
    şehir yaş kadın ağırlık uzunluğu çap ölçü ağrı ığdır izmir istanbul ısparta doğum kız erkek sıcaklık \
    yağış sayı değer sınıf öğrenci üniversite türkiye şişe çok küçük büyük kırmızı yeşil sarı beyaz \
    siyah mavi çilek üzüm şeftali kayısı tarım ürün fiyatı satış gün yıl ağustos eylül için değil doğru \
    yanlış";
const LITHUANIAN: &str = "\
    šiauliai panevėžys amžius ūkis žmogus šalis mėnuo miestų žemė vyrų moterų ąžuolas gėlė saulė žalias \
    šviesa svorių dydis aukštis įmonė įvertinimas skaičius mokykla vaisių taip ėriukas kėdainiai \
    klaipėda druskininkai birštonas";
const LATVIAN: &str = "\
    rīga jūrmala daugavpils liepāja vīrietis sieviete vecums svars garums ābols bumbieris melone zaļš \
    dzeltens sarkans mēnesis diena gads pilsēta novads skaits vērtība lielums mazs jā nē ģimene ķirsis \
    ņujorka šķirne žurnāls čiekurs";
/// The languages of the West of Europe.
pub(super) const WEST: &[&str] =
    &[GERMAN, FRENCH, SPANISH, PORTUGUESE, ITALIAN, DANISH, SWEDISH, FINNISH, ICELANDIC, ESTONIAN, DUTCH];
/// Those of the middle of Europe.
pub(super) const CENTRE: &[&str] = &[POLISH, CZECH, SLOVAK, HUNGARIAN, ROMANIAN, CROATIAN];
/// That of Turkey.
pub(super) const TURKEY: &[&str] = &[TURKISH];
/// Those of Lithuania and Latvia.
pub(super) const BALTIC: &[&str] = &[LITHUANIAN, LATVIAN];
