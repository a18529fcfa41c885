import { searchMatcher } from './search';
import { userMatches, type PublicUser } from './users';

const ANA: PublicUser = {
  id: '7b0c5a52-6b0e-4a47-9d0f-2b7f0f9c1a11',
  fullName: 'Ana Maria O’Brien-Weiß',
  countryCode: 'LU',
  countryName: 'Luxembourg',
  phone: '+352621123456',
  isBanned: false,
  bannedAt: null,
  phoneVerified: true,
  email: "ana.o'brien@moien.lu",
  emailVerified: false,
  photoUrl: null,
  createdAt: '2026-05-01T08:30:00.000Z',
};
const finds = (q: string, user: Partial<PublicUser> = {}) => userMatches({ ...ANA, ...user }, { q, sort: 'createdAt', dir: 'desc' });

describe('A search for a user', () => {
  for (const typed of [
    '+352 621 123 456', '00352621123456', '00 352 621 123 456', '0621 123 456', '621-123-456', '(621) 123.456', '621–123‑456', '+352 (0)621 123 456', '621123456,',
    '621 123 456.', 'tel:+352-621-123-456', 'tel:+352621123456;ext=5', '٦٢١ ١٢٣ ٤٥٦', '۶۲۱۱۲۳', '\u202a+352 621 123 456\u202c', '＋352 621', '00352', '3456',
  ]) {
    it(`finds a phone number by ${typed}`, () => {
      expect(finds(typed)).toBeTrue();
    });
  } // prettier-ignore

  it('finds a number by its last digits, also where they begin with zeros', () => {
    expect(finds('0012', { phone: '+352621120012' })).toBeTrue();
    expect(finds('0345', { phone: '+352621120345' })).toBeTrue();
    expect(finds('0012')).toBeFalse();
  });

  it('finds a number that an old row has with its blanks', () => {
    expect(finds('+352621123456', { phone: '00352 621 / 123-456' })).toBeTrue();
  });

  for (const typed of [
    'ana.obrien@moien.lu', "mailto:ana.o'brien@moien.lu", 'mailto:ana.o%27brien@moien.lu?subject=Moien', "<ana.o'brien@moien.lu>", "<mailto:ana.o'brien@moien.lu>",
    `"Somebody Else" <ana.o'brien@moien.lu>`, "ANA.O’BRIEN@MOIEN.LU,", '@moien.lu',
  ]) {
    it(`finds an address by ${typed}`, () => {
      expect(finds(typed)).toBeTrue();
    });
  } // prettier-ignore

  it('takes an address that is none for what it says', () => {
    expect(finds('mailto:100%', { fullName: 'Ana 100% Silva' })).toBeTrue();
  });

  for (const typed of ['\u2068Ana Maria O’Brien-Weiß\u2069', '“Ana Maria”', '«Ana Maria»', 'Ana Maria:', '(Ana', 'maria obrien weiss', 'Weiß?', "o'brien"]) {
    it(`finds a name by ${typed}`, () => {
      expect(finds(typed)).toBeTrue();
    });
  }

  it('finds everybody by blanks and what cannot be seen, and nobody by marks alone', () => {
    for (const typed of ['', '  ', '\u200b', '\u2068\u2069']) expect(finds(typed)).withContext(JSON.stringify(typed)).toBeTrue();
    for (const typed of ["'", '-', '“”', "'\0"]) expect(finds(typed)).withContext(typed).toBeFalse();
  });
});

describe('A search in texts', () => {
  it('wants every word, in any order and any of them', () => {
    expect(searchMatcher('weber “Léa”')('Léa Weber', 'lea@moien.lu', null)).toBeTrue();
    expect(searchMatcher('weber lux')('Léa Weber', 'lea@moien.lu', null)).toBeFalse();
    expect(searchMatcher('')('anything')).toBeTrue();
  });

  it('finds a phone number as it is typed', () => {
    expect(searchMatcher('0621 12 34 56')('Léa Weber', '+352621123456')).toBeTrue();
  });
});
