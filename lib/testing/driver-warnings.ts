/** What the driver of the database warns of is refused by its next version: a test in which it does fails. */
process.on("warning", (warning) => {
  if (/\bpg@\d/.test(warning.message)) throw warning;
});
