/** Texts that need no library to be said. Pure. */

/** "{{name}}" filled in, where a text needs no plural; a name without a value is our mistake. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {{${name}}} in: ${text}`);
    return String(value);
  });
}

/** Sentences for a terminal mark the names of settings; on a page the marks would stand as they are. */
export const withoutMarks = (text: string): string => text.replaceAll("`", "");
