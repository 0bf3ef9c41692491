/** Whom a live change of a share is about; the codes of `shareOverrideOf`. */
export const SHARE_OF_ALL = 0;
export const SHARE_OF_FAST = 1;
export const SHARE_OF_GENERAL = 2;
