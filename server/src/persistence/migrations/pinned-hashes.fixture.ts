/** Hash of every released migration's text, by version. A difference means that history was edited: write a new step instead. */
export const PINNED_HASHES: Readonly<Record<number, string>> = {
  1: '5514ed5c93e1ab61432d5673607a2fa8187b17fe4313575ff8acc1f9b52267f8',
};
