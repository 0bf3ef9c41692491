// The list of packages that are shipped or bundled, with their licenses, as the lock file tells it: so it is the same
// on every platform, installed or not.

type LockedPackage = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

export type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> };

export type Licensed = { readonly name: string; readonly version: string; readonly license: string };

/** Licenses that the lock file does not know, read by a person from the package itself. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  // Its package.json has the old form, a list; the file LICENSE is the MIT text.
  "xmlhttprequest-ssl": "MIT",
};

const FOLDER = "node_modules/";

const nameOf = (place: string): string => place.slice(place.lastIndexOf(FOLDER) + FOLDER.length);

/** Every package that is installed for running, also those that others bring along, once a version. */
export function runtimePackages(lock: Lock): readonly Licensed[] {
  const found = new Map<string, Licensed>();
  for (const [place, { version = "", license, dev }] of Object.entries(lock.packages)) {
    if (place === "" || dev === true) continue;
    const name = nameOf(place);
    found.set(`${name} ${version}`, {
      name,
      version,
      license: license ?? READ_BY_HAND[name] ?? "unknown",
    });
  }
  const order = (one: string, other: string): number => (one < other ? -1 : 1);
  return [...found.keys()].sort(order).map((key) => found.get(key)!);
}

export function renderLicenses(packages: readonly Licensed[]): string {
  const rows = packages.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`);
  return [
    "# Third-party licenses",
    "",
    "Cruce itself is under the Apache License 2.0 (see `LICENSE`). These packages are installed to run it or are",
    "bundled into its page; the full text of each license is in the package's folder under `node_modules`. Packages",
    "used only to develop and test are not listed. Written by `npm run licenses`.",
    "",
    "| Package | Version | License |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
