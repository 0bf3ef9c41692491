/** Pages of 64 KiB that a core begins with, and may grow to: 2 GiB, more than two million vehicles need. */
export const CORE_PAGES = { first: 16, most: 32_768 } as const;
