import { ORIGINS, type Origin } from './origins';

type List = readonly [string, ...string[]];

/** Kinds of places that people of an origin open in and around Luxembourg, and what they write about themselves. */
export interface PlaceKind {
  readonly origin: Origin;
  /** `[what the sign says before the family's name, cuisine]` */
  readonly signs: readonly [readonly [string, string], ...(readonly [string, string])[]];
  readonly notes: List;
  /** How the partner answers a question. */
  readonly replies: List;
}

const [LUXEMBOURGISH, GERMAN, PORTUGUESE, LATIN, ARABIC] = ORIGINS;

export const PLACE_KINDS: readonly [PlaceKind, ...PlaceKind[]] = [
  {
    origin: LUXEMBOURGISH,
    signs: [['Brasserie', 'Luxembourgish'], ['Auberge', 'Luxembourgish'], ['Bäckerei', 'Bakery'], ['Café', 'Café'], ['Bistro Beim', 'Bistro']],
    notes: ['Mir hunn all Dag vun 11 bis 22 Auer op, ausser méindes.', 'Judd mat Gaardebounen a Kniddelen, hausgemaach.', 'Mir hätte gär, datt Dir och sonndes liwwert.'],
    replies: ['Moien, hei ass d’Nummer vun eiser Autorisatioun: 10128344/0.', 'D’Entrée fir d’Coursieren ass hannert der Kierch.'],
  },
  {
    origin: PORTUGUESE,
    signs: [['Pastelaria', 'Portuguese pastries'], ['Churrasqueira', 'Portuguese grill'], ['Tasca', 'Portuguese'], ['Restaurante', 'Portuguese']],
    notes: ['Frango no churrasco e bacalhau à Brás, todos os dias.', 'Pastéis de nata feitos na hora. Fechamos à segunda-feira.', 'Já fazemos entregas na zona; gostávamos de chegar mais longe.'],
    replies: ['Bom dia! Segue o número da autorização: 10099217/1.', 'A entrada para os estafetas é pela rua de trás, ao lado da garagem.'],
  },
  {
    origin: GERMAN,
    signs: [['Gasthaus', 'German'], ['Konditorei', 'Pastries'], ['Imbiss', 'Snacks'], ['Weinstube', 'Moselle kitchen']],
    notes: ['Wir kochen jeden Tag frisch, Küche bis 21:30 Uhr.', 'Größere Bestellungen bitte einen Tag vorher.', 'Parkplatz für Kuriere direkt vor der Tür.'],
    replies: ['Guten Tag, die Genehmigung läuft auf meinen Namen, Nr. 2024-1187.', 'Öffnungszeiten: Di–So 11:30–14:30 und 17:30–21:30 Uhr.'],
  },
  {
    origin: LATIN,
    signs: [['Trattoria', 'Italian'], ['Chez', 'French'], ['Crêperie', 'Crêpes'], ['Pizzeria', 'Pizza'], ['Taberna', 'Tapas']],
    notes: ['Cuisine du marché, la carte change chaque semaine.', 'Pasta fresca e pizza al forno a legna.', 'Nous fermons le dimanche soir et le lundi.'],
    replies: ['Bonjour, vous trouverez l’entrée de service au numéro 4 bis.', 'L’autorisation d’établissement porte le numéro 10131752/0.'],
  },
  {
    origin: ARABIC,
    signs: [['مطعم', 'Levantine'], ['مشاوي', 'Grill'], ['حلويات', 'Arabic sweets'], ['مخبز', 'Bakery'], ['كافيه', 'Café']],
    notes: ['نقدّم المشاوي والمقبلات طازجة كل يوم حتى منتصف الليل.', 'كنافة وبقلاوة تُحضَّر في المحل.', 'لدينا قائمة نباتية كاملة، واللحوم حلال.'],
    replies: ['مرحبًا، رقم الرخصة 10117460/0 وهي باسمي.', 'مدخل المندوبين من الشارع الجانبي، بجوار الصيدلية.'],
  },
]; // prettier-ignore

type Town = readonly [countryCode: string, city: string, street: string, phonePrefix: string];

/** Where the places are: the country and its neighbours. The last part is a phone prefix, to be followed by six digits. */
export const TOWNS: readonly [Town, ...Town[]] = [
  ['LU', 'Luxembourg', 'Grand-Rue', '+352621'],
  ['LU', 'Esch-sur-Alzette', 'rue de l’Alzette', '+352661'],
  ['LU', 'Differdange', 'avenue de la Liberté', '+352691'],
  ['LU', 'Dudelange', 'rue du Commerce', '+352621'],
  ['LU', 'Ettelbruck', 'Grand-Rue', '+352661'],
  ['LU', 'Diekirch', 'Esplanade', '+352691'],
  ['LU', 'Wiltz', 'rue des Tondeurs', '+352621'],
  ['LU', 'Echternach', 'place du Marché', '+352661'],
  ['LU', 'Grevenmacher', 'rue de Thionville', '+352691'],
  ['DE', 'Trier', 'Simeonstraße', '+4915123'],
  ['FR', 'Thionville', 'rue de Paris', '+33612'],
  ['BE', 'Arlon', 'rue des Faubourgs', '+32470'],
];

/** Who decided: people who are not among the accounts. */
export const COLLEAGUES = ['Claudine Reding', 'طارق الحداد', 'Jürgen Schäfer', 'Inês Magalhães'] as const;
