import { z } from 'zod';

/** Text in every language the game speaks; both are always complete. */
export const LocalisedSchema = z.strictObject({ en: z.string().min(1).max(1200), fr: z.string().min(1).max(1200) });
export type Localised = z.infer<typeof LocalisedSchema>;
export type Locale = keyof Localised;
export const LOCALES: readonly Locale[] = ['en', 'fr'];

/** Ids of content are short kebab-case words: they stand in URLs, ledgers and file names. */
export const ContentIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
