/** Exit codes of the command line, all of them. */
export const EXIT = {
  fine: 0,
  /** Something outside the input failed: a file that cannot be written, a worker that crashed. */
  failed: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** A scenario has errors. */
  invalid: 3,
  /** The simulator does not agree with a known answer, or results do not surely meet what was required of them. */
  disagrees: 4,
  /** Ctrl-C or SIGTERM. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a code and one line for people; never a stack trace. */
export class CommandError extends Error {
  readonly code: ExitCode;

  constructor(code: ExitCode, message: string) {
    super(message);
    this.name = "CommandError";
    this.code = code;
  }
}
