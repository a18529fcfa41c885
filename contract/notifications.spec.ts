import { notificationContent, notificationSortKey } from './notifications';
import { compareText } from './text';

const ID = '7b0c5a52-6b0e-4a47-9d0f-2b7f0f9c1a11';

describe('notifications', () => {
  it('stand unread first, then newest first', () => {
    const at = (createdAt: string, isRead: boolean) => ({ createdAt, isRead });
    const inOrder = [
      at('2026-05-03T00:00:00.000Z', false),
      at('2026-05-01T00:00:00.000Z', false),
      at('2026-05-04T00:00:00.000Z', true),
      at('2026-05-02T00:00:00.000Z', true),
    ];
    expect([...inOrder].reverse().sort((a, b) => compareText(notificationSortKey(a), notificationSortKey(b)))).toEqual(inOrder);
  });

  it('say what they are about, to those who know their type', () => {
    const data = { requestId: ID, placeName: 'Chez Ana', contactName: 'Ana' };
    expect(notificationContent({ type: 'partner.requested', data })).toEqual({ type: 'partner.requested', data });
    expect(notificationContent({ type: 'partner.requested', data: { ...data, requestId: 'x' } })).toBeUndefined();
    expect(notificationContent({ type: 'partner.celebrated', data })).toBeUndefined();
    expect(notificationContent({ type: 'constructor', data })).toBeUndefined();
  });
});
