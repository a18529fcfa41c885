import fc from 'fast-check';
import * as v from 'valibot';
import { CreateAdminStaff } from './admin-staff';
import { Email } from './email';
import { CreatePartnerRequest } from './partner-changes';
import { Phone } from './phone';
import { lineOf, nameOf, NewPassword, proseOf } from './primitives';
import { FullName } from './users';
import { displayName, plainLine, plainProse, shortened } from './visible-text';

/** Why a text is refused; undefined when it is taken. */
const fault = (schema: v.GenericSchema<string, unknown>, text: string) => v.safeParse(schema, text).issues?.[0].message;

describe('An e-mail address, as it is written', () => {
  for (const address of [
    "o'brien@moien.lu", 'a&b@moien.lu', 'a--b@moien.lu', 'ana+tag@moien.lu', 'ana_maria@moien.lu', '{x}|~!#$%*/=?^`@moien.lu', 'a@my--shop.lu',
    'ana@münchen.de', 'ana@xn--mnchen-3ya.de', 'ana@दिल्ली.भारत', 'josé@moien.lu', 'ليلى@مثال.إختبار', `${'a'.repeat(64)}@moien.lu`, 'a@b.co.uk', '1@2.lu',
  ]) {
    it(`may be ${address}`, () => {
      expect(v.parse(Email, address)).toBe(address);
    });
  } // prettier-ignore

  it('is kept in lower case, without the blanks and marks that a phone pastes around it', () => {
    expect(v.parse(Email, ' \u202aAna@MÜNCHEN.de\u202c\u200b ')).toBe('ana@münchen.de');
    expect(v.parse(Email, 'jose\u0301@moien.lu')).toBe('josé@moien.lu');
  });

  for (const text of [
    '', 'ana', 'ana@moien', '@moien.lu', 'ana@', 'ana maria@moien.lu', 'ana@moi en.lu', 'ana@@moien.lu', '.ana@moien.lu', 'ana.@moien.lu', 'a..b@moien.lu',
    'ana@-moien.lu', 'ana@moien-.lu', 'ana@moien..lu', 'ana@moien.lu.', 'ana@127.0.0.1', 'a\u0000b@moien.lu', 'a\u200bb@moien.lu', 'a\u202eb@moien.lu', 'a\ud800@moien.lu',
    'Ana <ana@moien.lu>', 'ana@moien.lu,bob@moien.lu', `${'a'.repeat(65)}@moien.lu`, `ana@${'a'.repeat(64)}.lu`, `a@${'long.'.repeat(51)}lu`,
  ]) {
    it(`is not ${JSON.stringify(text).slice(0, 60)}`, () => {
      expect(v.is(Email, text)).toBeFalse();
    });
  } // prettier-ignore
});

describe('A phone number, as it is written', () => {
  it('is taken however it is typed, and kept in its one form', () => {
    for (const typed of ['+352621123456', '+352 621 123-456', '00352 (0)621/123.456', 'tel:+352621123456', '\u202a+٣٥٢ ٦٢١ ١٢٣ ٤٥٦\u202c']) {
      expect(v.parse(Phone, typed)).toBe('+352621123456');
    }
  });

  it('needs its country, and is refused with anything else in it', () => {
    for (const typed of ['0621 123 456', '621123456', '+352 <b>621</b>', '+352 621 CALL', '+0352621', '', '+'])
      expect(v.is(Phone, typed)).withContext(typed).toBeFalse();
  });
});

describe('Text, as it is written', () => {
  const SCHEMAS = { line: lineOf(100), name: nameOf(100), prose: proseOf(100), password: NewPassword } as const;

  for (const [what, character] of Object.entries({
    NUL: '\0',
    bell: '\x07',
    'a C1 control': '\x85',
    'an override': '\u202e',
    'an isolate': '\u2066',
    'half a pair': '\ud83d',
  })) {
    it(`is refused with ${what} in it`, () => {
      for (const [kind, schema] of Object.entries(SCHEMAS))
        expect(fault(schema, `Ana Maria Sil${character}va`))
          .withContext(kind)
          .toBe('CONTROL_CHARACTERS');
    });
  }

  it('may have lines only where it is prose', () => {
    expect(fault(SCHEMAS.prose, 'one\r\n\ttwo')).toBeUndefined();
    for (const end of ['\n', '\u2028', '\u2029']) expect(fault(SCHEMAS.line, `one${end}two`)).toBe('CONTROL_CHARACTERS');
  });

  it('keeps what names need: joiners, direction marks, emoji', () => {
    for (const name of ['می‌خواهم', 'ನಿಮ್ಮ ಕ್‍ಷ', '👩‍🚀 Café', 'شركة\u200f ABC', 'ｱﾅ']) expect(fault(SCHEMAS.name, name)).withContext(name).toBeUndefined();
  });

  it('has something to see', () => {
    for (const blank of ['\u3164', '\u115f', '\u1160', '\uffa0', '\u2800', '\u200b\u200d', '\u00ad', '\u{e0020}', '\u0301', '\ue000']) {
      expect(fault(SCHEMAS.line, blank)).withContext(JSON.stringify(blank)).toBe('INVISIBLE');
      expect(fault(SCHEMAS.prose, `${blank}\n${blank}`)).toBe('INVISIBLE');
    }
  });

  it('shows each word of a name: of people, staff, places and contacts', () => {
    const blank = '\u3164';
    expect(fault(FullName, `${blank} ${blank} ${blank}`)).toBe('INVISIBLE');
    for (const schema of [FullName, CreateAdminStaff.entries.name, CreatePartnerRequest.entries.placeName, CreatePartnerRequest.entries.contactName]) {
      expect(fault(schema, `Ana ${blank} Silva`)).toBe('INVISIBLE');
      expect(fault(schema, 'Ana  Maria\u00a0Silva')).toBeUndefined();
    }
    expect(fault(FullName, 'Ana Silva')).toBe('WORDS');
  });
});

describe('Text of people inside ours', () => {
  it('neither reorders what follows nor ends its line', () => {
    expect(plainLine('A\u2069\u202e B\r\nC\u2028D\ud800\0')).toBe('A B C D');
    expect(plainProse('A\u2069\u202e B\r\n\tC\0')).toBe('A B\r\n\tC');
  });

  it('is the e-mail where the name cannot be seen', () => {
    expect(displayName({ fullName: '\u3164 \u3164 \u3164', email: 'ana@moien.lu' })).toBe('ana@moien.lu');
    expect(displayName({ fullName: 'ليلى', email: 'ana@moien.lu' })).toBe('ليلى');
  });
});

describe('A text that is cut short', () => {
  it('ends before a character that a reader sees as one', () => {
    expect(shortened('Ana 👩‍👩‍👧 Lea', 'Ana 👩‍👩‍👧'.length)).toBe('Ana …');
    expect(shortened('e\u0301e\u0301', 3)).toBe('e\u0301…');
    expect(shortened('Ana', 3)).toBe('Ana');
  });

  it('is well-formed, no longer than asked, and begins as the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (text, max) => {
        const short = shortened(text, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short.isWellFormed()).toBeTrue();
        expect(plainProse(text).startsWith(short.replace(/…$/u, ''))).toBeTrue();
      }),
    );
  });
});
