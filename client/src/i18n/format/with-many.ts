/** French has a plural category `many` (whole millions); its wording is that of `other` here, so it is filled in once. */
export function withMany(texts: Record<string, unknown>): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(texts)) {
    filled[key] = typeof value === 'object' && value !== null ? withMany(value as Record<string, unknown>) : value;
    if (key.endsWith('_other')) filled[key.replace(/_other$/, '_many')] ??= value;
  }
  return filled;
}
