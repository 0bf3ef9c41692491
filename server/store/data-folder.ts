/** Where everything is kept that outlives a command or a server: sessions, and replications. */
export const dataFolder = (): string => process.env["CRUCE_DATA"] || ".cruce";
