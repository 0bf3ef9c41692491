/** A command line that can be pasted into a shell to do the same again. */
export const commandLine = (argv: readonly string[]): string => ["cruce", ...argv.map(quoted)].join(" ");

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
