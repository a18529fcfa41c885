import { Injectable } from '@nestjs/common';
import { notificationSortKey } from '#contract/notifications';
import { Clock } from '../clock/clock';
import type { Transaction } from '../database/driver';
import { admins, notifications, partnerMessages, partnerRequests, type NotificationRow } from '../database/schema';
import { ImageStore } from '../uploads/image-store';
import { demoPartners, type DemoPartner } from './demo-partners';
import { demoPictures } from './demo-pictures';

/** What came longer ago than this has been read. */
const UNREAD_MS = 12 * 60 * 60 * 1000;
/** Admins are told of the newest requests only: the others are old news. */
const TOLD = 40;

/** Writes demo partner requests with their threads, and what the admins there are were told of them. */
@Injectable()
export class PartnerSeed {
  constructor(
    private readonly images: ImageStore,
    private readonly clock: Clock,
  ) {}

  /** @returns what was written. */
  async write(tx: Transaction): Promise<readonly DemoPartner[]> {
    const urls = await Promise.all((await demoPictures()).map((picture) => this.images.put(picture)));
    const now = this.clock.now();
    const partners = [...demoPartners(now, urls)];
    await tx.insert(partnerRequests).values(partners.map(({ request }) => request));
    await tx.insert(partnerMessages).values(partners.flatMap(({ messages }) => messages));
    const told = partners
      .flatMap(newsOf)
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
      .slice(0, TOLD);
    const rows = (await tx.select({ id: admins.id }).from(admins)).flatMap(({ id }) => told.map((news) => toRow(id, news, now)));
    if (rows.length > 0) await tx.insert(notifications).values(rows);
    return partners;
  }
}

type News = Pick<NotificationRow, 'type' | 'title' | 'body' | 'data' | 'createdAt'>;

/** The last that an admin was told about a request: that its partner wrote, or that it came; and what a colleague decided. */
function newsOf(partner: DemoPartner): News[] {
  return [...decisionOf(partner), heardOf(partner)];
}

function decisionOf({ request: { id: requestId, placeName, status, decidedBy, decidedAt } }: DemoPartner): News[] {
  if (decidedBy === null || decidedAt === null || (status !== 'approved' && status !== 'rejected')) return [];
  const [action, done] = status === 'approved' ? (['approve', 'approved'] as const) : (['reject', 'rejected'] as const);
  const body = `${decidedBy} ${done} ${placeName}.`;
  const data = { requestId, placeName, action, actorName: decidedBy };
  return [{ type: 'partner.decided', title: 'A request you handled was changed', body, data, createdAt: decidedAt }];
}

function heardOf({ request, messages }: DemoPartner): News {
  const { id: requestId, placeName, contactName, city, createdAt } = request;
  const data = { requestId, placeName, contactName };
  const reply = messages.findLast(({ from }) => from === 'partner');
  return reply === undefined
    ? { type: 'partner.requested', title: 'New partner request', body: `${placeName} in ${city} wants to become a partner.`, data, createdAt }
    : { type: 'partner.replied', title: 'Reply from a partner', body: `${contactName} of ${placeName} wrote back.`, data, createdAt: reply.at };
}

function toRow(userId: string, news: News, now: Date): typeof notifications.$inferInsert {
  const isRead = now.getTime() - news.createdAt.getTime() > UNREAD_MS;
  return { ...news, userId, readAt: isRead ? now : null, sortKey: notificationSortKey({ isRead, createdAt: news.createdAt.toISOString() }) };
}
