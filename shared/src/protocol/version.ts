/** Raised when a client of the former version could misread what the server says; such a client is told to reload. */
export const PROTOCOL_VERSION = 1;
