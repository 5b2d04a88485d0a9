/** Where the application reports what an operator must know; pino has this shape. Never names or free text of players, only ids. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
