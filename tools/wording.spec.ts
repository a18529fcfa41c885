import { LANGUAGES, literalsOf, texts } from './message-texts';

type Language = (typeof LANGUAGES)[number];

/** What has a plainer word, or is a second word for a thing that has one already. */
const AVOIDED: Readonly<Record<Language, RegExp>> = {
  en: /\bat once\b|\b(?:by|about) itself\b|\bany ?more\b|\b(?:go|goes|going) on\b|\bbecame of\b|\bwhoever\b|\bsomebody\b|\b(?:put|brought|took|taken) back\b|\bgiv(?:e|en) up\b|\b(?:e-)?mails?\b|\bsuspend|\bretry\b|\bstale\b/iu,
  ar: /من تلقاء نفس|مدير|محارف|محرف|حداثة|أماكن الشركاء|للتوصيل|غيره|مدين|آل إليه/u,
};

/** A sentence that points at a thing where it should name it. That a deletion "cannot be undone" stands below its name. */
const POINTING = /\bthis (?!cannot be undone)(?:is|was|has|can|cannot|does|contains|may|happened)\b/iu;

const REQUEST: Readonly<Record<Language, RegExp>> = { en: /\brequests?\b/iu, ar: /(?<!\p{L})(?:ال|لل|بال)?طلب(?:ات|ان|ين|ًا)?(?!\p{L})/u };
/** The texts that are about requests of partners. */
const OF_PARTNERS =
  /^(?:partnerPlaces|pages\.partnerPlaces|(?:notification|activity)\.partner|overview\.(?:queue|since|activity\.requests)|receipt\.requests|palette\.(?:failed\.)?places|shell\.waiting|notifications\.noneHint|errors\.(?:ALREADY|NOT)_DECIDED)/u;

/** Words that take a name after them without agreeing with it, as a verb would. */
const BEFORE_NAMES = /(?:^|[:«]|(?<!\p{L})(?:حساب|طلب|بواسطة|من|إلى|حظر|حذف|اسم|صورة|إجراءات|تحديد|انضمام|لانضمام|بشأن))\s?$/u;

describe('The wording of the texts', () => {
  it('has one plain word for each thing', () => {
    expect(faults((text, code) => AVOIDED[code].test(text))).toEqual([]);
  });

  it('names a thing instead of pointing at it', () => {
    expect(faults((text, code) => code === 'en' && POINTING.test(text))).toEqual([]);
  });

  it('calls nothing a request but those of partners', () => {
    expect(faults((text, code, key) => REQUEST[code].test(text) && !OF_PARTNERS.test(key))).toEqual([]);
  });

  it('keeps two names apart', () => {
    expect(faults((text) => /\{\w+\}\s+\{\w+\}/u.test(text))).toEqual([]);
  });

  it('has the names of site images in quotation marks', () => {
    expect(faults((text) => /(?<![“«])\{slot\}/u.test(text))).toEqual([]);
  });

  it('has one text for one event', () => {
    for (const code of LANGUAGES) expect(texts[code].get('errors.TOKEN_EXPIRED')).toBe(texts[code].get('login.ended.expired') ?? '');
  });

  describe('in Arabic', () => {
    it('has the digits of the language', () => {
      expect(faults((text, code) => code === 'ar' && /\d/u.test(literalsOf(text)))).toEqual([]);
    });

    it('has no verb that would have to agree with a name', () => {
      const before = (text: string) => [...text.matchAll(/\{(?:name|place|device)\}/gu)].map(({ index }) => text.slice(0, index));
      expect(faults((text, code) => code === 'ar' && before(text).some((words) => !BEFORE_NAMES.test(words)))).toEqual([]);
    });

    it('has a duration after a colon, where it needs no case', () => {
      expect(faults((text, code) => code === 'ar' && /(?<!: )\{duration\}/u.test(text))).toEqual([]);
    });

    it('counts nouns, which few and many inflect differently', () => {
      expect(faults((text, code) => code === 'ar' && /few (\{(?:[^{}]|\{\w+\})*\}) many \1/u.test(text))).toEqual([]);
    });
  });
});

function faults(isFault: (text: string, code: Language, key: string) => boolean): string[] {
  return LANGUAGES.flatMap((code) => [...texts[code]].filter(([key, text]) => isFault(text, code, key)).map(([key, text]) => `${code}: ${key}: ${text}`));
}
