/** Lets sockets, commands and timers have their turn between two pieces of a long piece of work. */
export const giveWay = (): Promise<void> => new Promise((done) => setImmediate(done));
