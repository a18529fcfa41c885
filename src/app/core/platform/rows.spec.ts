import { readNotification, readPartnerRequest, readSession, readStaff, readUser } from './rows';

const USER = {
  id: 'A1F4C6D2-0000-4000-8000-000000000001',
  fullName: 'Lea Marie Weber',
  countryCode: 'LU',
  countryName: 'Luxembourg',
  phone: '+352621000001',
  isBanned: false,
  bannedAt: null,
  phoneVerified: true,
  email: 'lea@example.lu',
  emailVerified: true,
  photoUrl: null,
  createdAt: '2026-02-01T12:00:00.000Z',
};

describe('A row of the platform', () => {
  it('is read as documented, with its id as events carry it', () => {
    expect(readUser({ ...USER, role: 'unknown to us' })).toEqual({ ...USER, id: USER.id.toLowerCase() });
  });

  it('keeps what older versions wrote, and says nothing where nothing is known', () => {
    const odd = {
      ...USER,
      phone: '+352 621 000 001',
      email: 'lea(at)example',
      countryCode: 'Luxemburg',
      fullName: null,
      createdAt: 'yesterday',
      bannedAt: 'never',
    };
    expect(readUser(odd)).toEqual(
      jasmine.objectContaining({ phone: '+352 621 000 001', email: 'lea(at)example', countryCode: 'Luxemburg', fullName: '', createdAt: '', bannedAt: null }),
    );
  });

  for (const photoUrl of ['javascript:alert(1)', 'data:image/png;base64,AA', '//evil.example/a.png', 7, {}, '']) {
    it(`has no image at ${JSON.stringify(photoUrl)}`, () => {
      expect(readUser({ ...USER, photoUrl })?.photoUrl).toBeNull();
    });
  }

  for (const raw of [null, undefined, 'text', [], {}, { id: null }, { id: '  ' }]) {
    it(`is none without an identity: ${JSON.stringify(raw) ?? 'undefined'}`, () => {
      expect(readUser(raw)).toBeUndefined();
    });
  }

  it('of a partner request is read with either set of columns', () => {
    const request = readPartnerRequest({
      id: 'r1',
      businessName: 'Café',
      ownerName: 'Ana',
      email: 'a@b.lu',
      status: 'NEEDS-INFO',
      createdAt: '2026-02-01T12:00:00Z',
    });
    expect(request).toEqual(
      jasmine.objectContaining({
        placeName: 'Café',
        contactName: 'Ana',
        status: 'needs_info',
        messages: [],
        updatedAt: '',
        createdAt: '2026-02-01T12:00:00.000Z',
      }),
    );
  });

  it('of a notification is read when it says so by its date', () => {
    expect(readNotification({ id: 'n1', readAt: '2026-02-01T12:00:00Z' })?.isRead).toBeTrue();
    expect(readNotification({ id: 'n1', isRead: false })?.isRead).toBeFalse();
  });

  it('of staff without a name goes by its email', () => {
    expect(readStaff({ id: 's1', email: 'a@b.lu' })?.name).toBe('a@b.lu');
  });

  it('of a session has its device and its last use under any of the usual names', () => {
    expect(readSession({ id: 's1', userAgent: 'curl/8', lastActiveAt: '2026-02-01T12:00:00Z', isCurrent: true })).toEqual({
      id: 's1',
      device: 'curl/8',
      createdAt: '',
      lastUsedAt: '2026-02-01T12:00:00.000Z',
      current: true,
    });
  });
});
