/** Every limit on the wire, with its reason. */

/** A command is a few ids and numbers; 4 KiB is thirty times the largest honest one. */
export const MAX_COMMAND_BYTES = 4 * 1024;
/** What the socket itself accepts; above it the transport closes, so it lies far above the former: an honest mistake gets an answer. */
export const MAX_FRAME_BYTES = 64 * 1024;
/** A finger dragged over the garden touches every plot once. */
export const MAX_PLOTS_PER_COMMAND = 36;
/** Sustained commands a second of one player: dragging sends batches, nobody taps faster than eight a second for long. */
export const COMMANDS_PER_SECOND = 8;
/** Commands that may come at once after a pause. */
export const COMMAND_BURST = 24;
/** Messages a second beyond which the socket is closed: no honest client gets near. */
export const FLOOD_PER_SECOND = 100;
/** Village sockets, visitors included (product.md 6). */
export const VILLAGE_SEATS = 24;
/** Homestead sockets: the owner and visitors. */
export const HOMESTEAD_SEATS = 12;
/** Seconds for which a dropped socket may come back to its seat. */
export const RECONNECT_SECONDS = 30;
export const NAME_MAX = 24;
export const NAME_MIN = 2;
/** Lines of one page of a wallet statement. */
export const STATEMENT_PAGE = 50;
/** Blocked players of one player: enough for anyone, small enough to send whole. */
export const MAX_BLOCKS = 200;
/** Reports of one player a real day, so that the queue stays readable. */
export const MAX_REPORTS_PER_DAY = 20;
/** Cells of half a tile a walk may cover at most: a corner-to-corner path round everything. */
export const MAX_WALK_CELLS = 400;
/** Letters marked as read at once: a page of the inbox. */
export const MAX_LETTERS_PER_COMMAND = 50;
/** Letters on one page of the inbox. */
export const INBOX_PAGE = 30;
