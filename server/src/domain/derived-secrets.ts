import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { commitment, type Hex32, philoxKey } from '@bloomvale/shared/random/keys';
import type { PhiloxKey } from '@bloomvale/shared/random/philox';

/**
 * Everything secret follows from the one master secret of the data folder by HMAC-SHA-256 with a label of its own, so a season's secret
 * can be revealed (lending.md 5) without giving away the next season's or anybody's stall.
 */
export class DerivedSecrets {
  readonly #master: Buffer;
  readonly #seasons = new Map<number, Hex32>();
  readonly #loanSecrets = new Map<number, KeyObject>();

  /** @param master 32 bytes as 64 hex digits. */
  constructor(master: Hex32) {
    this.#master = Buffer.from(master, 'hex');
  }

  season(id: number): Hex32 {
    const known = this.#seasons.get(id);
    if (known !== undefined) return known;
    const made = this.#derive(`season:${id}`).toString('hex');
    this.#seasons.set(id, made);
    return made;
  }

  /**
   * Key of a loan (`loanKey` of shared/random/keys, by the platform's own HMAC: a loan clock that wakes a hundred thousand loans derives as
   * many keys).
   */
  loan(season: number, loanId: string): Hex32 {
    const known = this.#loanSecrets.get(season);
    const secret = known ?? createSecretKey(Buffer.from(this.season(season), 'hex'));
    if (known === undefined) this.#loanSecrets.set(season, secret);
    return createHmac('sha256', secret).update(`loan:${loanId}`).digest('hex');
  }

  /** What is published when a season opens. */
  seasonCommitment(id: number): Hex32 {
    return commitment(this.season(id));
  }

  /** Key of a player's own random streams: customers and wishes at the stall. */
  player(playerId: string): PhiloxKey {
    return philoxKey(this.#derive(`player:${playerId}`).toString('hex'));
  }

  /** Key by which a village draws the order of its listings. */
  village(villageId: string): PhiloxKey {
    return philoxKey(this.#derive(`village:${villageId}`).toString('hex'));
  }

  /** Id others may see: 72 bits that lead back to nobody. */
  publicId(playerId: string): string {
    return this.#derive(`public:${playerId}`).toString('base64url').slice(0, 12);
  }

  #derive(label: string): Buffer {
    return createHmac('sha256', this.#master).update(label).digest();
  }
}
