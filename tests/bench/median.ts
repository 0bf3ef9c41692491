import { median as medianOf } from "simple-statistics";

export const median = (values: readonly number[]): number => medianOf([...values]);
