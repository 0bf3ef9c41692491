// What every entry file calls first. `npm start` and the other scripts preload the same two functions, so that they
// come before the imports of the entry; here they serve an entry that somebody starts by hand.
export { assertRuntime, enableCache } from "../scripts/runtime.cjs";
