/**
 * A number stays on one line with its sign or unit: the space between them is one at which no line ends. For texts of a
 * page, whose lines end where a phone does; in a terminal the space stays the one that programs search for.
 */
const BEFORE_UNIT = /(?<=[\d}]) (?=%|\{\{unit\}\}|(?:min|s|h|km|MB|GB)(?![\p{L}\d’'.]))/gu;

/** Of a text as it is read, or as it stands before its values are filled in. */
export const heldTogether = (text: string): string => text.replaceAll(BEFORE_UNIT, "\u00a0");
