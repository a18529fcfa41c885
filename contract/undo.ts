/** How long an own action is offered to be taken back. Here, so that what is offered and what waits for it cannot drift apart. */
export const UNDO_MS = 10_000;

/**
 * The latest moment at which it may still be offered, counted from when the action was sent: the offer stands still while an admin
 * is at it. What the request to take it back then needs is left until the mail goes.
 */
export const UNDO_LATEST_MS = UNDO_MS + 3_000;

/** How long a mail about such an action waits on the server. */
export const UNDO_MAIL_DELAY_MS = UNDO_MS + 5_000;
