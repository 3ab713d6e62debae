/** A failure that its message explains whole: shown as one sentence, without a stack. */
export class Problem extends Error {}

/** Runs a command of ours: a `Problem` ends it with its sentence, anything else with a stack; both with exit code 1. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof Problem) console.error(`\n${error.message}`);
    else console.error(error);
    process.exitCode = 1;
  }
}

/** Announces a step, runs it, and says how it ended and how long it took. */
export async function step<T>(
  name: string,
  doing: string,
  work: () => Promise<T>,
  done: (result: T) => string,
): Promise<T> {
  const started = Date.now();
  const live = process.stderr.isTTY;
  if (live) process.stderr.write(`${name}: ${doing} …`);
  try {
    const result = await work();
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    process.stderr.write(`${live ? "\r\u001b[K" : ""}${name}: ${done(result)} (${seconds} s)\n`);
    return result;
  } catch (error) {
    if (live) process.stderr.write("\n");
    throw error;
  }
}
