/** The server's own limits (accounts/auth.ts); it checks again. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** Something, one @, something with a dot: whether the address exists only a letter could tell. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
export const looksLikeEmail = (text: string): boolean => text.length <= 254 && EMAIL.test(text.trim());
export const passwordFits = (text: string): boolean => text.length >= PASSWORD_MIN && text.length <= PASSWORD_MAX;
