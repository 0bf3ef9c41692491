/** Why a scenario is none that shifts can be planned for; each has a text. */
export const STAFFING_REFUSALS = ["days", "closed", "noPrimary", "pool", "unplanned", "boothsMove"] as const;

export type StaffingRefusal = {
  readonly why: (typeof STAFFING_REFUSALS)[number];
  readonly params: Readonly<Record<string, string | number>>;
};
