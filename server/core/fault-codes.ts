/** Our mistakes that the core notices, by number; who loads the core puts them into words. */

export const TIME_BACKWARDS = 1;
export const LEVEL_NEGATIVE = 2;
export const OVERSTAFFED = 3;
export const HOUR_LEFT_OUT = 4;
export const ENTERED_TWICE = 5;
export const BEGAN_WITHOUT_WAITING = 6;
export const BLOCKED_ELSEWHERE = 7;
export const LEFT_ELSEWHERE = 8;
export const TIME_BETWEEN_PLACES = 9;
export const WENT_FROM_INSIDE = 10;
export const IN_NO_PLACE = 11;

export const SLOT_UNKNOWN = 20;
export const SLOT_PENDING = 21;
export const TIME_NOT_WHOLE = 22;
export const RANK_UNKNOWN = 23;
export const NOTHING_PENDING = 24;
export const DISTRIBUTION_UNKNOWN = 25;
