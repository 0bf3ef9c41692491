// The first thing every entry does: make sure that the pinned Node is the one running, and keep compiled code.
// `node --require` loads it before the entry, which is the point: a cache turned on inside an entry comes too late
// for everything that entry imports. Old JavaScript on purpose, so that an old Node reads as far as the message.
"use strict";

var path = require("path");

var PINNED_MAJOR = 26;
// The compiler may merge more of the core's functions into one another than by itself: a twentieth to a tenth faster.
var INLINING = ["--wasm-inlining-factor=8", "--wasm-inlining-budget=20000", "--wasm-inlining-max-size=2000"];
var CACHE = path.join(__dirname, "..", "node_modules", ".cache", "compile");

/** Throws nothing: says what is wrong in one sentence and ends the process with code 1. */
exports.assertRuntime = function assertRuntime() {
  var found = process.versions.node;
  if (Number(found.split(".")[0]) === PINNED_MAJOR) return;
  process.stderr.write(
    "Cruce runs on Node " +
      PINNED_MAJOR +
      ", which it brings along, but this is Node " +
      found +
      ".\n" +
      "Start it with `npm start`, `npm test` or `npm run cruce -- …`: these install and use the right one.\n" +
      "If they do not, npm is set to ignore scripts here: run `node scripts/bootstrap.cjs` once.\n"
  );
  process.exit(1);
};

/** Keeps compiled code between starts; the variable hands the same folder on to workers and child processes. */
exports.enableCache = function enableCache() {
  if (process.env.NODE_COMPILE_CACHE || process.env.NODE_DISABLE_COMPILE_CACHE) return;
  process.env.NODE_COMPILE_CACHE = CACHE;
  require("module").enableCompileCache(CACHE);
};

/** Settings of V8 that hold for workers too. */
exports.tune = function tune() {
  INLINING.forEach(require("v8").setFlagsFromString);
};

// Not when a program asks for it by name, only when it is preloaded.
if (require.main === undefined) {
  exports.assertRuntime();
  exports.tune();
  exports.enableCache();
}
