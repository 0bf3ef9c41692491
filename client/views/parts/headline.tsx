/** An answer in a sentence, in the color of its scenario. */

type Answer = {
  readonly scenario: number;
  /** Null while there is nothing to say yet. */
  readonly text: string | null;
  readonly waiting: string;
  /** Told to screen readers once when all is in, not with every little that arrives. */
  readonly settled: boolean;
};

export function Headline({ scenario, text, waiting, settled }: Answer) {
  return (
    <>
      <p class={`headline series-${scenario}`}>{text ?? waiting}</p>
      <p class="hidden-text" role="status">
        {settled && text !== null ? text : ""}
      </p>
    </>
  );
}
