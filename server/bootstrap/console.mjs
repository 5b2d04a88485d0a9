/** What is being done, on stderr: stdout belongs to the task (bots and tools print JSON there). */
export const say = (message) => process.stderr.write(`bloomvale: ${message}\n`);

export function fail(message, exitCode = 1) {
  say(message);
  process.exit(exitCode);
}
