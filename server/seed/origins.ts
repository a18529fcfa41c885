/** Names as they are written, and in plain letters for e-mail addresses. */
type Name = readonly [written: string, plain: string];
type Names = readonly [Name, ...Name[]];

/** Where demo users come from: their names, and how their mobile numbers look. */
export interface Origin {
  /** How many of a hundred users, about. */
  readonly share: number;
  readonly countries: readonly [Country, ...Country[]];
  readonly given: Names;
  readonly family: Names;
}

export interface Country {
  readonly code: string;
  readonly name: string;
  /** Calling code and mobile prefix; what follows are `digits` digits. */
  readonly mobile: string;
  readonly digits: number;
}

const names = (list: string): Names =>
  list.split(' ').map((entry): Name => {
    const written = entry.replaceAll('_', ' ');
    const plain = written
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replaceAll('ß', 'ss')
      .replace(/[^A-Za-z]/gu, '');
    return [written, plain.toLowerCase()];
  }) as unknown as Names;
const pairs = (list: string): Names => list.split(', ').map((entry) => entry.split('=') as unknown as Name) as unknown as Names;

const LUXEMBOURGISH: Origin = {
  share: 32,
  countries: [{ code: 'LU', name: 'Luxembourg', mobile: '+3526', digits: 8 }],
  given: names('Jang Luc Pol Nic Léa Mia Zoé Josiane Marie-Josée Jean-Claude Fränz Metty Tun Ketty Änder Claudine Romain Guy Viviane Misch Lou Nathalie Carlo'),
  family: names(
    'Schmit Muller Weber Hoffmann Wagner Thill Kremer Reding Biwer Schiltz Wolter Klein Bettel Bausch Kieffer Reuter Feyder Goergen Hengen Ries Steichen Majerus Kayser',
  ),
};
const GERMAN: Origin = {
  share: 14,
  countries: [
    { code: 'DE', name: 'Germany', mobile: '+4915', digits: 9 },
    { code: 'AT', name: 'Austria', mobile: '+43664', digits: 7 },
  ],
  given: names(
    'Jürgen Käthe Lukas Leonie Björn Änne Maximilian Sophie Günther Jörg Ulrike Hannelore Matthias Friederike Sören Franziska Moritz Greta Anton Mathilda',
  ),
  family: names(
    'Müller Schäfer Köhler Groß Weiß Krüger Böhm Jäger Vogt Schröder Fuchs Schulze-Bühler Lindner Straßburger Hofmann Schneider Zimmermann Lange von_Arnim',
  ),
};
const PORTUGUESE: Origin = {
  share: 20,
  countries: [
    { code: 'PT', name: 'Portugal', mobile: '+3519', digits: 8 },
    { code: 'LU', name: 'Luxembourg', mobile: '+3526', digits: 8 },
    { code: 'CV', name: 'Cape Verde', mobile: '+2389', digits: 6 },
    { code: 'BR', name: 'Brazil', mobile: '+55119', digits: 8 },
  ],
  given: names(
    'João Inês Gonçalo Conceição António Mafalda Tomás Beatriz Simão Lourenço Catarina Fátima Rúben Joana Estêvão Margarida Vítor Luís Íris Sebastião',
  ),
  family: names(
    'Gonçalves Araújo Magalhães Simões da_Conceição Pinto dos_Santos Ferreira Brandão Falcão Guimarães Leitão Rebêlo Sá Teixeira Vasconcelos Quintão Lemos',
  ),
};
const LATIN: Origin = {
  share: 18,
  countries: [
    { code: 'FR', name: 'France', mobile: '+336', digits: 8 },
    { code: 'BE', name: 'Belgium', mobile: '+324', digits: 8 },
    { code: 'IT', name: 'Italy', mobile: '+393', digits: 9 },
    { code: 'ES', name: 'Spain', mobile: '+346', digits: 8 },
  ],
  given: names('François Hélène Zoë Giulia Niccolò José Begoña Anaïs Loïc Chloé Benoît Maëlys Andrés Martina Íñigo Élodie Raphaël Chiara Gaël Ximena'),
  family: names(
    "Lefèvre D'Amico Núñez Peeters Rossi Bäcker-Dubois Muñoz Ørsted Gauthier De_Smet Vandenberghe Conti Ibáñez Esposito Marchand Rey Lœuillet Álvarez",
  ),
};
const ARABIC: Origin = {
  share: 16,
  countries: [
    { code: 'MA', name: 'Morocco', mobile: '+2126', digits: 8 },
    { code: 'SY', name: 'Syria', mobile: '+9639', digits: 8 },
    { code: 'LB', name: 'Lebanon', mobile: '+9613', digits: 6 },
    { code: 'TN', name: 'Tunisia', mobile: '+2162', digits: 7 },
    { code: 'EG', name: 'Egypt', mobile: '+201', digits: 9 },
  ],
  given: pairs(
    'محمد=mohammed, فاطمة=fatima, أحمد=ahmed, ليلى=layla, عبد الرحمن=abdelrahman, مريم=maryam, إبراهيم=ibrahim, نور=nour, يوسف=youssef, آمنة=amina, خالد=khaled, هدى=houda, طارق=tarek, سلمى=salma, زياد=ziad, رؤى=roua, مصطفى=mustafa, شيماء=shaima',
  ),
  family: pairs(
    'الخطيب=alkhatib, بن يوسف=benyoussef, الحداد=haddad, العلوي=alaoui, المصري=masri, الشامي=shami, القرطبي=qurtubi, الزين=zein, بوعزيزي=bouazizi, السعيد=saeed, النجار=najjar, الإدريسي=idrissi, شحادة=shehadeh, منصور=mansour, الهاشمي=hashimi',
  ),
};

export const ORIGINS = [LUXEMBOURGISH, GERMAN, PORTUGUESE, LATIN, ARABIC] as const;
