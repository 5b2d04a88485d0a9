import { hash } from 'node:crypto';
import type { CommandIdentity } from './bus/task.ts';

/** JSON with sorted keys: two payloads that say the same give the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

/** Under which a player's command is remembered: its id, and a hash of what it asks for. */
export function identityOf(
  playerId: string,
  type: string,
  { commandId, ...payload }: { readonly commandId: string },
): CommandIdentity {
  return { id: commandId, playerId, type, hash: hash('sha256', `${type}\n${canonical(payload)}`, 'base64url') };
}
