import { partnerMail } from './partner-mail';

const ana = { id: '7b0c5a52-6b0e-4a47-9d0f-2b7f0f9c1a11', placeName: 'Chez Ana', contactName: 'Ana', email: 'ana@example.com' };
const layla = { ...ana, placeName: 'مطعم القدس', contactName: 'ليلى' };

describe('The mail to a partner', () => {
  it('speaks the language of the letter that it carries', () => {
    const english = partnerMail(layla, 'rejected', 'Sorry, this is too far away.', 'c0de');
    expect(english.subject).toBe('Your request for “\u2068مطعم القدس\u2069” could not be accepted');
    expect(english.body).toContain(`To answer, or to correct the request: number ${ana.id}, code c0de`);
    const arabic = partnerMail(ana, 'rejected', 'نعتذر، فالمكان بعيد.', 'c0de');
    expect(arabic.subject).toBe('تعذّر قبول طلبكم بشأن «\u2068Chez Ana\u2069»');
    expect(arabic.body).toContain('للرد أو لتصحيح الطلب:');
  });

  it('without a letter speaks the language of the names', () => {
    expect(partnerMail(ana, 'approved', undefined, 'c0de').body).toContain('Dear Ana,\n\nYour request for “Chez Ana” has been approved.');
    expect(partnerMail(layla, 'approved', undefined, 'c0de').body).toContain('السيد/السيدة ليلى،\n\nقُبل طلبكم بشأن «مطعم القدس».');
  });

  it('says the number and the code so that they can be copied without what surrounds them', () => {
    for (const message of ['Sorry.', 'نعتذر.']) {
      const { body } = partnerMail(ana, 'rejected', message, 'c0de-1');
      expect(body).toMatch(new RegExp(`[ \u200E]${ana.id}(?:,|$)`, 'mu'));
      expect(body).toMatch(/[ \u200E]c0de-1$/mu);
    }
  });
});
