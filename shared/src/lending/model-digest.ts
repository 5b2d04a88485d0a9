import type { Model } from '../content/model.ts';
import { type Hex32, sha256Text } from '../random/keys.ts';
import { canonicalJson } from './canonical-json.ts';

/** One name for all parameters of a model: whoever checked a replay file compares it with "How it is computed". SHA-256 of canonical JSON. */
export const modelDigest = (model: Model): Hex32 => sha256Text(canonicalJson(model));
