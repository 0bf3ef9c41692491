export function assertRuntime(): void;
export function enableCache(): void;
