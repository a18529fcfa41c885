import type { PartnerRequestStatus } from '#contract/partner-places';
import type { Tone } from '../../ui/status-chip';

/** What each status means for whoever reads the list. */
export const STATUS_TONES: Readonly<Record<PartnerRequestStatus, Tone>> = { pending: 'neutral', needs_info: 'warn', approved: 'ok', rejected: 'bad' };
