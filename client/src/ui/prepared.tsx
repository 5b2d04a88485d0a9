import { type ComponentType, lazy, useState } from 'react';

/** A part in a chunk of its own that is fetched before it is needed. */
export type PreparedPart<P> = {
  readonly fetch: () => Promise<void>;
  readonly now: () => ComponentType<P>;
};

export function prepare<P extends object>(load: () => Promise<ComponentType<P>>): PreparedPart<P> {
  let here: ComponentType<P> | null = null;
  const fetch = async (): Promise<void> => {
    here = await load();
  };
  const late = lazy(async () => ({ default: await load() }));
  return { fetch, now: () => here ?? late };
}

/**
 * Drawn at once when it has come, where a lazy part would leave its place empty for a moment. Stands in a `Suspense`, for whoever is
 * quicker than the network.
 */
export function Prepared<P extends object>({ part, given }: { part: PreparedPart<P>; given: P }) {
  // Chosen once: a part that changed its kind between two drawings would forget everything.
  const [Drawn] = useState<ComponentType<P>>(() => part.now());
  return <Drawn {...given} />;
}
